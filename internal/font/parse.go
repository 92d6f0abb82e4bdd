package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// maxFile is the largest font file read: several times the largest of Windows.
const maxFile = 64 << 20

// tables are the contents of a face's tables, by their four-letter tags.
type tables map[string][]byte

// Parse reads one TrueType file. The data must not change afterwards. Its errors are in Vietnamese.
func Parse(data []byte) (*Face, error) {
	t, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Face{tables: t}
	for _, step := range []func() error{f.readHead, f.readHeights, f.readWidths, f.readCmap, f.checkGlyphs} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	f.name = postScriptName(t["name"])
	if post := t["post"]; len(post) >= 8 {
		f.italicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
	}
	return f, nil
}

// directory finds the tables of a file.
func directory(data []byte) (tables, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("tệp lớn quá %d MB", maxFile>>20)
	}
	if len(data) < 12 {
		return nil, errors.New("tệp rỗng hoặc bị cắt cụt")
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, errors.New("là phông OpenType dạng CFF (.otf), chỉ dùng được phông TrueType (.ttf)")
	case "ttcf":
		return nil, errors.New("là bộ nhiều phông (.ttc), chỉ dùng được tệp một phông (.ttf)")
	default:
		return nil, errors.New("không phải phông TrueType (.ttf)")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, errors.New("bảng mục lục bị cắt cụt")
	}
	t := make(tables, n)
	for i := range n {
		entry := data[12+16*i:]
		tag := string(entry[:4])
		offset := uint64(binary.BigEndian.Uint32(entry[8:]))
		length := uint64(binary.BigEndian.Uint32(entry[12:]))
		if offset+length > uint64(len(data)) {
			return nil, fmt.Errorf("bảng «%s» nằm ngoài tệp", printable(tag))
		}
		t[tag] = data[offset : offset+length : offset+length]
	}
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"cmap", 4}, {"loca", 4}, {"glyf", 0}} {
		table, ok := t[need.tag]
		if !ok {
			return nil, fmt.Errorf("thiếu bảng «%s»", need.tag)
		}
		if len(table) < need.size {
			return nil, fmt.Errorf("bảng «%s» bị cắt cụt", need.tag)
		}
	}
	return t, nil
}

func (f *Face) readHead() error {
	head := f.tables["head"]
	f.unitsPerEm = int(binary.BigEndian.Uint16(head[18:]))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return fmt.Errorf("số đơn vị trên cỡ chữ «%d» không hợp lệ", f.unitsPerEm)
	}
	for i := range f.box {
		f.box[i] = int(int16(binary.BigEndian.Uint16(head[36+2*i:])))
	}
	f.longLoca = binary.BigEndian.Uint16(head[50:]) != 0
	f.numGlyphs = int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	if f.numGlyphs == 0 {
		return errors.New("không có nét chữ nào")
	}
	return nil
}

// readHeights takes the heights of a line as LibreOffice does.
func (f *Face) readHeights() error {
	hhea, os2 := f.tables["hhea"], f.tables["OS/2"]
	signed := func(table []byte, at int) int { return int(int16(binary.BigEndian.Uint16(table[at:]))) }
	f.ascent, f.descent, f.lineGap = signed(hhea, 4), -signed(hhea, 6), signed(hhea, 8)
	if len(os2) >= 78 {
		const useTypo = 1 << 7
		ascender, descender := signed(os2, 68), -signed(os2, 70)
		switch {
		case binary.BigEndian.Uint16(os2[62:])&useTypo != 0 && ascender >= 0 && descender >= 0:
			f.ascent, f.descent, f.lineGap = ascender, descender, signed(os2, 72)
		case f.ascent <= 0 && f.descent <= 0:
			f.ascent = int(binary.BigEndian.Uint16(os2[74:]))
			f.descent = int(binary.BigEndian.Uint16(os2[76:]))
			f.lineGap = 0
		}
	}
	f.lineGap = max(0, f.lineGap)
	// A line of no height would let a page take text without end.
	if f.ascent+f.descent < f.unitsPerEm/4 || f.ascent+f.descent+f.lineGap > 8*f.unitsPerEm || f.ascent < 0 || f.descent < 0 {
		return errors.New("chiều cao dòng ghi trong phông không hợp lệ")
	}
	f.capHeight = f.ascent
	if len(os2) >= 90 && binary.BigEndian.Uint16(os2) >= 2 {
		f.capHeight = signed(os2, 88)
	}
	return nil
}

func (f *Face) readWidths() error {
	hmtx := f.tables["hmtx"]
	n := int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if n == 0 || n > f.numGlyphs || len(hmtx) < 4*n+2*(f.numGlyphs-n) {
		return errors.New("bảng «hmtx» bị cắt cụt")
	}
	f.widths = make([]uint16, f.numGlyphs)
	for i := range f.widths {
		f.widths[i] = binary.BigEndian.Uint16(hmtx[4*min(i, n-1):])
	}
	return nil
}

// sideBearing is the glyph's left side bearing, in the two bytes of hmtx.
func (f *Face) sideBearing(glyph int) []byte {
	hmtx := f.tables["hmtx"]
	n := int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if glyph < n {
		return hmtx[4*glyph+2:][:2]
	}
	return hmtx[4*n+2*(glyph-n):][:2]
}

// postScriptName reads name 6 of the name table. A name that a PDF could not carry becomes "Font".
func postScriptName(name []byte) string {
	const fallback = "Font"
	if len(name) < 6 {
		return fallback
	}
	count, storage := int(binary.BigEndian.Uint16(name[2:])), int(binary.BigEndian.Uint16(name[4:]))
	for i := range count {
		if len(name) < 6+12*(i+1) {
			break
		}
		record := name[6+12*i:]
		platform, id := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[6:])
		length, offset := int(binary.BigEndian.Uint16(record[8:])), int(binary.BigEndian.Uint16(record[10:]))
		if id != 6 || storage+offset+length > len(name) {
			continue
		}
		text := name[storage+offset:][:length]
		if platform != 1 {
			text = lowBytes(text)
		}
		if clean := printable(string(text)); clean != "" && len(clean) <= 63 {
			return clean
		}
	}
	return fallback
}

// lowBytes reads UTF-16BE text of ASCII letters.
func lowBytes(utf16 []byte) []byte {
	low := make([]byte, 0, len(utf16)/2)
	for i := 1; i < len(utf16); i += 2 {
		low = append(low, utf16[i])
	}
	return low
}

// printable keeps what a PostScript name and a message may hold of a file's own words.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r == '-':
			return r
		}
		return -1
	}, s)
}
