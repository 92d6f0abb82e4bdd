package tmpl

// The findings of this package; internal/diag/explain/tmpl.yaml tells what each means.
const (
	IDEncoding     = "TMPL-ENCODING"     // not UTF-8, or a control character
	IDLimit        = "TMPL-LIMIT"        // too big or too deeply nested
	IDHead         = "TMPL-HEAD"         // the head is missing or has no end
	IDHeadKey      = "TMPL-HEAD-KEY"     // an unknown key of the head
	IDHeadMissing  = "TMPL-HEAD-MISSING" // a key the head must have
	IDHeadValue    = "TMPL-HEAD-VALUE"   // a value of the head of the wrong kind
	IDCommon       = "TMPL-COMMON"       // a common key that the shared schema does not hold
	IDInclude      = "TMPL-INCLUDE"      // a template named by kem that is not there
	IDBrace        = "TMPL-BRACE"        // {{ or }} without its other half
	IDQuote        = "TMPL-QUOTE"        // a quoted text or a comment left open
	IDSyntax       = "TMPL-SYNTAX"       // an action that cannot be read
	IDBlock        = "TMPL-BLOCK"        // an opener without end, an end without opener
	IDDefine       = "TMPL-DEFINE"       // a named template defined twice
	IDFunction     = "TMPL-FUNCTION"     // an unknown function
	IDArguments    = "TMPL-ARGUMENTS"    // too few or too many arguments
	IDVariable     = "TMPL-VARIABLE"     // a variable that was not declared
	IDNoTemplate   = "TMPL-NO-TEMPLATE"  // a call of a named template that is not there
	IDUnknownField = "TMPL-FIELD"        // a field that the schema does not declare
)
