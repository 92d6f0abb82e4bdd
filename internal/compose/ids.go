package compose

// The findings of this package.
const (
	IDLayout   = "LAYOUT-UNKNOWN"     // a layout that the standard does not have
	IDSizes    = "LAYOUT-SIZES"       // a size set that the standard does not have
	IDType     = "LAYOUT-TYPE"        // a document type that the standard does not have
	IDNarrow   = "LAYOUT-NARROW"      // a word wider than its column
	IDLong     = "LAYOUT-LONG"        // a title as long as a text
	IDRepeat   = "LAYOUT-REPEAT"      // words that the standard prints, written again in the data
	IDWide     = "TABLE-WIDE"         // a table with more columns than the page is wide
	IDMark     = "LAYOUT-MARK"        // an urgency or circulation mark that the standard does not have
	IDPrefix   = "SIGN-PREFIX"        // a signing authority that the standard does not have
	IDRole     = "SIGN-ROLE"          // a place to sign without a signatory, or the other way round
	IDArticle  = "RECIPIENTS-ARTICLE" // «Như Điều» where there is no article
	IDIssuer   = "ISSUER-NAME"        // an issuer that cannot be named in a sentence
	IDAppendix = "APPENDIX-MENTION"   // appendices that the body does not speak of
	IDColumns  = "TABLE-COLUMNS"      // a table whose rows do not agree on their columns
	IDSymbol   = "NUMBER-SYMBOL"      // a ký hiệu that is not type and body
)
