package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"vanban/internal/font"
	"vanban/internal/typeset"
)

// embedFonts writes every face that the document uses, and the table of their names that the pages share.
// Its error names all characters that no glyph stands for, not only the first.
func embedFonts(f *file, resources ref, enc *encoding, fonts *font.Set) error {
	var all error
	table := ""
	for _, codes := range enc.faces {
		face := fonts.Face(codes.key.Bold, codes.key.Italic)
		data, glyphs, err := subset(face, codes.runes)
		switch {
		case err != nil && all != nil:
			all = fmt.Errorf("%w; %w", all, err)
			continue
		case err != nil:
			all = err
			continue
		}
		table += " /" + codes.name + " " + embedFace(f, codes, face, data, glyphs).String()
	}
	f.put(resources, "/Font <<"+table+" >>")
	return all
}

// subset cuts a face down to the characters. Package font would name the first one without a glyph only.
func subset(face *font.Face, runes []rune) ([]byte, map[rune]uint16, error) {
	var missing []string
	for _, r := range runes {
		switch {
		case face.Has(r):
		case unicode.IsPrint(r):
			missing = append(missing, fmt.Sprintf("«%c» (U+%04X)", r, r))
		default:
			missing = append(missing, fmt.Sprintf("U+%04X", r))
		}
	}
	if missing != nil {
		return nil, nil, fmt.Errorf("phông «%s» không có ký tự %s", face.Name(), strings.Join(missing, ", "))
	}
	return face.Subset(runes)
}

// embedFace writes one face as a composite font (ISO 32000-1, 9.7) and gives the reference to it.
func embedFace(f *file, codes *faceCodes, face *font.Face, data []byte, glyphs map[rune]uint16) ref {
	whole, descendant, descriptor := f.reserve(), f.reserve(), f.reserve()
	program, toUnicode, toGlyph := f.reserve(), f.reserve(), f.reserve()
	tagged := name(subsetTag(data) + "+" + face.Name())
	f.put(whole, fmt.Sprintf("/Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H"+
		" /DescendantFonts [%s] /ToUnicode %s", tagged, descendant, toUnicode))
	f.put(descendant, fmt.Sprintf("/Type /Font /Subtype /CIDFontType2 /BaseFont %s"+
		" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"+
		" /FontDescriptor %s /CIDToGIDMap %s /W [1 [%s]]",
		tagged, descriptor, toGlyph, widths(face, codes.runes)))
	f.put(descriptor, descriptorEntries(tagged, face, codes.key)+" /FontFile2 "+program.String())
	f.stream(program, "/Length1 "+strconv.Itoa(len(data)), data)
	f.stream(toUnicode, "", unicodeMap(codes.runes))
	f.stream(toGlyph, "", glyphMap(codes.runes, glyphs))
	return whole
}

// subsetTag is the six letters that tell this selection of glyphs from others of the same face, taken
// from what it holds: the same letters give the same tag.
func subsetTag(data []byte) string {
	sum := sha256.Sum256(data)
	n := binary.BigEndian.Uint64(sum[:])
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(n%26)
		n /= 26
	}
	return string(tag[:])
}

// widths writes the advance of every code in thousandths of the size, as exactly as the typesetter
// measured it, so that the letters of a long span do not drift from their places.
func widths(face *font.Face, runes []rune) []byte {
	var b []byte
	for i, r := range runes {
		if i > 0 {
			b = append(b, ' ')
		}
		units, _ := face.Advance(r)
		b = appendThousandths(b, rounded(int64(units)*1_000_000, int64(face.UnitsPerEm())))
	}
	return b
}

// descriptorEntries describes the face to a reader that has to do without the embedded one.
func descriptorEntries(tagged string, face *font.Face, key typeset.FaceKey) string {
	const serif, symbolic, italic = 1 << 1, 1 << 2, 1 << 6
	// Symbolic says that the codes are the font's own, not those of a standard encoding.
	flags := serif | symbolic
	if key.Italic {
		flags |= italic
	}
	// TrueType has no width of stems; these are the usual ones of a text face and of its bold.
	stem := 80
	if key.Bold {
		stem = 140
	}
	em := func(units int) int64 { return rounded(int64(units)*1000, int64(face.UnitsPerEm())) }
	box := face.Box()
	angle := appendThousandths(nil, int64(face.ItalicAngle()*1000))
	return fmt.Sprintf("/Type /FontDescriptor /FontName %s /Flags %d /FontBBox [%d %d %d %d]"+
		" /ItalicAngle %s /Ascent %d /Descent %d /CapHeight %d /StemV %d",
		tagged, flags, em(box[0]), em(box[1]), em(box[2]), em(box[3]),
		angle, em(face.Ascent()), -em(face.Descent()), em(face.CapHeight()), stem)
}

// glyphMap tells by two bytes for each code which glyph of the embedded face it draws.
func glyphMap(runes []rune, glyphs map[rune]uint16) []byte {
	b := make([]byte, 2, 2+2*len(runes)) // code 0 draws glyph 0
	for _, r := range runes {
		b = binary.BigEndian.AppendUint16(b, glyphs[r])
	}
	return b
}

// unicodeMap tells which character each code stands for: what copying and searching go by.
func unicodeMap(runes []rune) []byte {
	const perBlock = 100 // the most entries that one block may have (Adobe Technical Note 5014)
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for start := 0; start < len(runes); start += perBlock {
		block := runes[start:min(start+perBlock, len(runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, r := range block {
			fmt.Fprintf(&b, "<%04X> <%s>\n", start+i+1, utf16Hex(string(r)))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
