package build

// The findings of this package.
const (
	IDStandard   = "BUILD-STANDARD"    // a standard that does not exist
	IDTemplate   = "BUILD-TEMPLATE"    // a template that does not exist, or none named
	IDDossier    = "BUILD-DOSSIER"     // a dossier that is not a list of documents
	IDUnused     = "BUILD-UNUSED"      // a common key of a dossier that none of its documents takes
	IDOffice     = "BUILD-OFFICE"      // an office file of the wrong form
	IDOfficeName = "BUILD-OFFICE-NAME" // a short name that the office file does not have
	IDName       = "BUILD-NAME"        // a file name that cannot be used, or used twice

	IDLockNone   = "LOCK-NONE"   // a document without a lock
	IDLockEdited = "LOCK-EDITED" // a document that was changed since it was printed
	IDLockSigned = "LOCK-SIGNED" // a PDF to which something was added since
	IDLockInput  = "LOCK-INPUT"  // what a document was made from has changed since
)
