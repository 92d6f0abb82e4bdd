// Package tmpl reads a template file (mẫu văn bản): a YAML head between two `---` lines and a body in the
// language of text/template.
//
//	---
//	ten: Kế hoạch
//	loai: ke-hoach
//	bo_cuc: co-ten-loai
//	chung: [co_quan, so, ngay, trich_yeu]
//	bat_buoc: [trich_yeu]
//	schema: {type: object, properties: {nhiem_vu: {type: array}}}
//	---
//	{{ .trich_yeu }}
//	{{ range .nhiem_vu }}
//	- {{ .ten }}
//	{{ end }}
//
// Start from [Parse], which gives a [Template] and every fault it can find in one run, and from
// [Template.Trees], which the merge stage executes.
//
// # How a body is read
//
// text/template stops at its first error and speaks English, so the body is read in four passes, each of
// which goes on after a fault: the scanner (scan.go) cuts out the actions and finds braces and quotes left
// open; the block check (blocks.go) pairs the openers with their ends and looks up functions, variables
// and named templates; each action is then parsed alone (syntax.go), so that one bad action does not hide
// the next; when all that holds, the whole body is parsed and the fields it names are compared with the
// schema (fields.go). The English of text/template is never shown.
//
// # Invariants
//
//   - Offsets in the parse trees are offsets into the file (in NFC, lines ended by a line feed), so
//     [Source.Pos] maps any node to line and column. To keep that true nothing is cut out of the text:
//     the head, and the blanks and line end of a line that holds only control actions, are replaced by
//     as many bytes [Vanished], which the merge stage leaves out of the output.
//   - A line that uses a trim marker ({{- or -}}) keeps the rules of text/template to the letter.
//   - A Template without findings runs: it names no unknown function, variable, named template or field,
//     as far as these can be known without data.
//
// # Known gaps
//
//   - The shape of what a function gives is unknown, so fields of it are checked only when it runs.
//   - Files named by the head key kem lend their {{define}} blocks only; their own kem is not followed.
package tmpl
