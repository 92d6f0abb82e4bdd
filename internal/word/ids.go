package word

// The ids of findings.
const (
	IDKind    = "WORD-KIND"    // the file is of another kind than its name says
	IDLocked  = "WORD-LOCKED"  // the file has a password
	IDPackage = "WORD-PACKAGE" // the package is broken, or made to harm
	IDSize    = "WORD-SIZE"    // the package is larger than what is read
	IDXML     = "WORD-XML"     // a part is no proper XML
	IDPart    = "WORD-PART"    // a part is referred to but not there
	IDStyle   = "WORD-STYLE"   // styles that are based on each other in a ring
	IDUnread  = "WORD-UNREAD"  // content that is not read
	IDMeasure = "WORD-MEASURE" // a value that is no value of its property
)
