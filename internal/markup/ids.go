package markup

// The findings of this package.
const (
	IDStray     = "MARKUP-STRAY"     // a closing line without a block
	IDUnclosed  = "MARKUP-UNCLOSED"  // a block that is never closed
	IDBlock     = "MARKUP-BLOCK"     // a block that does not exist
	IDAttribute = "MARKUP-ATTRIBUTE" // an attribute that a block does not have, or a value it cannot take
	IDEmpty     = "MARKUP-EMPTY"     // a number or letter with nothing behind it
	IDOrder     = "MARKUP-ORDER"     // a number or letter out of its order
	IDEmphasis  = "MARKUP-EMPHASIS"  // a star that opens and never closes
	IDDash      = "MARKUP-DASH"      // a bullet that is not the decree's dash
	IDTable     = "MARKUP-TABLE"     // a table that cannot be read
)
