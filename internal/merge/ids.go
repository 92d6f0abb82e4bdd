package merge

// The findings of this package; internal/diag/explain/merge.yaml tells what each means. Findings that a
// template makes by loi and canh_bao have ids of their own.
const (
	IDMissing  = "MERGE-MISSING"  // a value that the template prints is not in the data
	IDKey      = "MERGE-KEY"      // the template asks for a key that nothing declares
	IDNoKeys   = "MERGE-NO-KEYS"  // the template asks a text or list for a key
	IDPrint    = "MERGE-PRINT"    // the template prints a list, a map or a truth value
	IDRange    = "MERGE-RANGE"    // the template repeats over what is no list
	IDEmpty    = "MERGE-EMPTY"    // a function made nothing of a value of the data
	IDFunction = "MERGE-FUNCTION" // a function cannot do with what it got
	IDControl  = "MERGE-CONTROL"  // a control character in a value
	IDBool     = "MERGE-BOOL"     // a value that should say yes or no
	IDLimit    = "MERGE-LIMIT"    // a limit of the run was reached
	IDExecute  = "MERGE-EXECUTE"  // the template cannot be run on
	IDError    = "MERGE-TEMPLATE-ERROR"
	IDWarning  = "MERGE-TEMPLATE-WARNING"
)
