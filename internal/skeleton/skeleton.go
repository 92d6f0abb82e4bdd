// Package skeleton writes what `vanban new` gives a person to start from: a commented YAML file that renders as
// it is, or a workbook with Vietnamese headings. Both come from the schema of a template alone, so that a
// template of an office's own has them without further work.
//
// Start from [Form.YAML] and [Form.Workbook]; [Form.Records] is the workbook of many documents, for `vanban batch`.
//
// Where the values come from, nearest first:
//   - «examples» on the schema as a whole: one document. What it leaves out of the optional keys is not part of
//     the example.
//   - «examples» on a key: of a document or object without an example of its own, they fill the key whether it
//     is required or not.
//   - the enumeration, format, type or, for lack of anything, the title of a required key.
//
// What holds:
//   - Every key of the schema is in the skeleton, in the order it is written in: filled, or as a comment that
//     becomes valid when «# » is taken away. Comments lie at most two deep within comments; what is
//     optional below that is left out.
//   - Title, description, permitted values and forms stand above the key. Of a list the first item alone is
//     explained.
//   - The same schema gives the same bytes: nothing here sees a clock, and maps are not walked.
//
// The workbook is written by github.com/xuri/excelize/v2, v2.10.1: v2.11.1, which closes the CVEs of that library,
// cannot be fetched for now. All of them concern reading files of others; here it only writes, and workbooks are
// read by the reader of package data. No cell holds a formula: values are set as text or numbers.
//
// Known gaps: lists of objects within the items of a list have no place in the workbook, and drop-downs are left
// out where a value holds a comma or the values are over 255 characters long, as Excel keeps them in one text.
package skeleton

import "vanban/internal/schema"

// Form is a template, as far as a skeleton needs it.
type Form struct {
	Name        string // what -t takes, and what the key «mau» holds
	Title       string // the template's Vietnamese name
	Description string
	Schema      *schema.Schema
}

// keyTemplate is the key of the data that names the template.
const keyTemplate = "mau"
