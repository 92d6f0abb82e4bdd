// Package merge runs a template over data: strictly, with every value escaped, and with a map from each
// place of the output back to the template and to the data.
//
// Start from [Run], which gives a [Merged], and from [Functions], the table of what templates may call.
//
// # How it works
//
// The data becomes values (value.go) that know where they were written. The parse trees of the template
// are copied once and edited, as html/template does (compile.go): every field access, call, condition,
// loop and printing action becomes a call of one of a few internal functions that carries the number of
// its site, the place in the template. A walker (walk.go) then follows the tree as text/template would, which
// calls functions by reflect and was half the cost of a run; it never looks into a value, finds a method, or
// formats anything. So one run can go on after a fault and report them all, and each finding knows the
// template line and the place of the data.
//
// What is printed is collected as segments (output.go), each from the template or from the data. A value
// from data is escaped inside its lines by the injected [Escaper]; once the text is whole, every line that
// begins with data and would be read as structure gets a backslash. Data stays data through functions: the
// text that a function makes from data is data again (adapter.go). Numbers that a function computes (a
// count, a sum of two) are the template's, for they can hold no markup and number the template's headings.
//
// # Invariants
//
//   - Nothing is printed as a blank, as <no value> or as a default. Absent keys are falsy; printing one is
//     a finding.
//   - Data never becomes structure, unless the template says {{ van_ban .x }}.
//   - A run ends: output, steps, depth of nested templates, and what functions may build are bounded.
//   - Functions are pure. No file, environment, network, clock or chance is in reach of a template.
//   - A range over a map follows the order of the data, so output is deterministic.
//
// # Known gaps
//
//   - The line-start rule looks at the first character: a template that writes "1" and lets data go on with
//     ". " has made a clause. Write the whole mark in the template.
//   - A line break inside a value that stands in a table row becomes a forced line break there too.
package merge
