package diff

// Ids of the findings of this package.
const (
	IDAdded    = "DIFF-ADDED"
	IDGone     = "DIFF-GONE"
	IDText     = "DIFF-TEXT"
	IDFormat   = "DIFF-FORMAT"
	IDProperty = "DIFF-PROPERTY"
)
