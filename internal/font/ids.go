package font

// IDGlyph marks a character that the faces in use have no glyph for.
const IDGlyph = "FONT-GLYPH"
