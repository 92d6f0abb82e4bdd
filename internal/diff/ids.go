package diff

// Ids of the findings of this package.
const (
	IDAdded    = "DIFF-ADDED"
	IDGone     = "DIFF-GONE"
	IDText     = "DIFF-TEXT"
	IDFormat   = "DIFF-FORMAT"
	IDProperty = "DIFF-PROPERTY"
	IDForeign  = "DIFF-PDF" // a PDF that vanban did not make, or that was changed since
)
