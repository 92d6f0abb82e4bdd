package schema

// The ids of this package's findings; `vanban explain` tells more of each (explain/schema.yaml). Those that
// begin with DATA speak of the user's data, those that begin with SCHEMA of the template's own schema.
const (
	IDMissing   = "DATA-MISSING"   // a required key left out or empty
	IDUnknown   = "DATA-UNKNOWN"   // a key that the template does not know
	IDType      = "DATA-TYPE"      // a list where a text is wanted, and the like
	IDEnum      = "DATA-ENUM"      // not among the values allowed
	IDBlank     = "DATA-BLANK"     // an empty text or list item
	IDPattern   = "DATA-PATTERN"   // a text not of the form wanted
	IDDate      = "DATA-DATE"      // formats ngay, thoi_ky, gio
	IDNumber    = "DATA-NUMBER"    // formats so_nguyen, so_tien
	IDRange     = "DATA-RANGE"     // a number too small or too large
	IDLength    = "DATA-LENGTH"    // a text too short or too long
	IDCount     = "DATA-COUNT"     // too few or too many items or keys
	IDRepeat    = "DATA-REPEAT"    // two equal items
	IDCondition = "DATA-CONDITION" // another condition of the schema
	IDDateOrder = "DATA-DATE-ORDER"
	IDDeadline  = "DATA-DEADLINE"
	IDTotal     = "DATA-TOTAL"
	IDOneLine   = "DATA-ONE-LINE" // a line end in a text that stands on one line

	IDKeyword = "SCHEMA-KEYWORD" // a word that no schema has
	IDRef     = "SCHEMA-REF"     // a reference to nothing
	IDInvalid = "SCHEMA-INVALID" // any other fault of a schema
	IDRule    = "SCHEMA-RULE"    // an x- rule that cannot be followed
)
