package data

// The ids of this package's findings; `vanban explain` tells more of each (explain/data.yaml).
const (
	IDFileKind  = "DATA-FILE-KIND"  // a file of a kind that is not read
	IDSize      = "DATA-SIZE"       // file, value or number of values past a limit
	IDDepth     = "DATA-DEPTH"      // nested too deep
	IDEncoding  = "DATA-ENCODING"   // not UTF-8
	IDControl   = "DATA-CONTROL"    // a control character
	IDEmpty     = "DATA-EMPTY"      // nothing in the file
	IDSyntax    = "DATA-SYNTAX"     // the file breaks the rules of YAML, JSON or CSV
	IDDuplicate = "DATA-DUPLICATE"  // a key written twice
	IDDocuments = "DATA-DOCUMENTS"  // several YAML documents in one file
	IDAlias     = "DATA-ALIAS"      // an alias without anchor, or one that holds itself
	IDMergeKey  = "DATA-MERGE-KEY"  // the key «<<»
	IDTag       = "DATA-TAG"        // a YAML tag
	IDKey       = "DATA-KEY"        // a key that is not a plain text
	IDSuspect   = "DATA-SUSPECT"    // a character that is not what it looks like
	IDFlowComma = "DATA-FLOW-COMMA" // a comma in [ ] that seems to be part of a sentence
	IDTone      = "DATA-TONE"       // two ways of placing tone marks in one file
	IDComment   = "DATA-COMMENT"    // a comment that seems to be part of the value before it
	IDFolded    = "DATA-FOLDED"     // a line of its own that YAML joined to the one above
	IDTab       = "DATA-TAB"        // a Tab in a value
)

// The ids of findings in workbooks and CSV files.
const (
	IDWorkbook = "DATA-WORKBOOK" // a workbook that is broken, locked or made to harm
	IDSheet    = "DATA-SHEET"    // a sheet that nothing is read from
	IDHeader   = "DATA-HEADER"   // no row of column titles
	IDColumn   = "DATA-COLUMN"   // a column or label that is not in the template
	IDFormula  = "DATA-FORMULA"  // a cell with a formula
	IDCell     = "DATA-CELL"     // a cell whose value cannot be used
	IDRow      = "DATA-ROW"      // a row left out, or one that cannot be placed
	IDJoin     = "DATA-JOIN"     // a row that belongs to no document
	IDSplit    = "DATA-SPLIT"    // a cell that was read as several items
)
