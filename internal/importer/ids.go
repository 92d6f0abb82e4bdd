package importer

// The ids of the findings of this package.
const (
	IDType     = "IMPORT-TYPE"     // no type, or none that a template takes
	IDOutside  = "IMPORT-OUTSIDE"  // a line left out: a portal's, or none of the document's
	IDPage     = "IMPORT-PAGE"     // a lone number taken for a page number and left out
	IDRule     = "IMPORT-RULE"     // a line of hyphens left out: the layout draws it
	IDJoin     = "IMPORT-JOIN"     // lines joined to one paragraph, where they may be two
	IDDoubt    = "IMPORT-DOUBT"    // a line whose component may be another
	IDMissing  = "IMPORT-MISSING"  // something that the template demands was not found
	IDMark     = "IMPORT-MARK"     // a mark rewritten: a glued dash, stars of Markdown, a bullet
	IDNumber   = "IMPORT-NUMBER"   // a number or date that cannot be read
	IDTask     = "IMPORT-TASK"     // a task that cannot be read, or only in part
	IDScan     = "IMPORT-SCAN"     // what looks like a scanning error
	IDTable    = "IMPORT-TABLE"    // lines that look like a table torn into its cells
	IDChanged  = "IMPORT-CHANGED"  // rendering prints it in other words than the source
	IDNoPlace  = "IMPORT-NOPLACE"  // a component of the document that its template has no key for
	IDTooLong  = "IMPORT-LONG"     // more lines than a document has
	IDWord     = "IMPORT-WORD"     // what a Word file holds beside its text
	IDEncoding = "IMPORT-ENCODING" // the text was in an old encoding, or lost some bytes
	IDStandard = "IMPORT-STANDARD" // the header shows another standard than the usual one
	IDFile     = "IMPORT-FILE"     // a file that is no text, or in no known encoding
)
