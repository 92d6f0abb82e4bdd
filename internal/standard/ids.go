package standard

// The findings of this package.
const (
	IDKey     = "STANDARD-KEY"     // a key that a standard does not have
	IDMissing = "STANDARD-MISSING" // a key that a standard must have
	IDValue   = "STANDARD-VALUE"   // a value of the wrong form
	IDRef     = "STANDARD-REF"     // a name that the file does not define
	IDRange   = "STANDARD-RANGE"   // a value outside the range that stands beside it
	IDLimit   = "STANDARD-LIMIT"   // a measure that no page can have
	IDPattern = "STANDARD-PATTERN" // a pattern that cannot be filled, or that drops what it is to carry
	IDOrder   = "STANDARD-ORDER"   // components that do not make a document
	IDStyle   = "STANDARD-STYLE"   // a style that cannot stand beside the others, or under a rule
)
