package standard

// The findings of this package.
const (
	IDKey     = "STANDARD-KEY"     // a key that a standard does not have
	IDMissing = "STANDARD-MISSING" // a key that a standard must have
	IDValue   = "STANDARD-VALUE"   // a value of the wrong form
	IDRef     = "STANDARD-REF"     // a name that the file does not define
	IDRange   = "STANDARD-RANGE"   // a value outside the range that stands beside it
)
