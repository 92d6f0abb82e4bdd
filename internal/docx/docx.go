// Package docx turns a sheet into a .docx package, and tells whether such a package was edited since.
//
// Start from [Writer.Write], the writer ([Write] is the same for a single sheet), and [Edited], which keeps a
// person's edits from being overwritten. The writer goes top down, a file a construct: package.go (the parts
// and the hash), section.go, paragraph.go, run.go, table.go, rule.go, box.go; styles.go and settings.go stand
// beside them. The XML is that of unioffice's generated types, which write children in the order of the
// schema; only drawn rules, which those types do not know, and the package's own small parts are written by
// hand.
//
// Invariants:
//   - Nothing of a sheet is left out. What cannot be expressed, and a sheet that breaks the invariants of
//     package sheet, panics: both are bugs of the stage before.
//   - Two writes of one sheet are the same bytes, on any machine and day: no clock, no chance, no map order.
//   - Looks come from named paragraph styles, complete in themselves; a run says only how it differs.
//   - No empty paragraph stands for space. WordprocessingML itself demands a paragraph after a table at the
//     end of a section, of a cell or of the document, between two tables, in a cell that is merged upwards
//     and in a header without a number: there alone stands one, a point high (see filler). A cell that the
//     sheet leaves empty has an empty paragraph in the style of its row.
//
// Known gaps: [sheet.Paragraph.OutlineTitle] has no counterpart, since Word and LibreOffice show the text of
// the paragraph itself in their outlines; the PDF uses it. The distance of the first page's foot from the
// paper's edge is not in the sheet: it is half the bottom margin. The tests measure rules, frames and tables
// in LibreOffice; Word is not at hand there. That Word, too, counts a rule's place from above the space
// before its paragraph is an inference: a ruled paragraph without such space stands right either way.
package docx
