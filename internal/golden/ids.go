package golden

// Ids of the findings of this package.
const (
	IDDiffers = "GOLDEN-DIFFERS" // a form is not as accepted
	IDMissing = "GOLDEN-MISSING" // nobody has accepted a form yet
	IDStray   = "GOLDEN-STRAY"   // an accepted form of no case
	IDLost    = "GOLDEN-LOST"    // a case whose document was accepted cannot be printed any more
)
