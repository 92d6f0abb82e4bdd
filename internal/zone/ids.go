package zone

// The ids of the findings of this package.
const (
	IDWords = "ZONE-WORDS" // a fault in the file of words to recognise by
)
