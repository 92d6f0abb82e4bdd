package font

import (
	"encoding/binary"
	"errors"
)

// readCmap fills the map from characters to glyphs. It reads the formats 4 and 12 of a Unicode table: every
// font of the last twenty-five years has one of them.
func (f *Face) readCmap() error {
	format4, format12 := unicodeTables(f.tables["cmap"])
	f.glyphs = make([]uint16, 1<<16)
	f.astral = map[rune]uint16{}
	var err error
	switch {
	case format12 != nil:
		err = f.readFormat12(format12)
	case format4 != nil:
		err = f.readFormat4(format4)
	default:
		err = errors.New("không có bảng mã Unicode")
	}
	if err == nil && !f.Has(' ') {
		err = errors.New("không có dấu cách")
	}
	return err
}

// unicodeTables finds the Unicode tables of the two formats; nil where there is none.
func unicodeTables(cmap []byte) (format4, format12 []byte) {
	n := int(binary.BigEndian.Uint16(cmap[2:]))
	for i := range n {
		if len(cmap) < 4+8*(i+1) {
			break
		}
		record := cmap[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[2:])
		offset := uint64(binary.BigEndian.Uint32(record[4:]))
		if !(platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)) ||
			offset+16 > uint64(len(cmap)) {
			continue
		}
		table := cmap[offset:]
		switch binary.BigEndian.Uint16(table) {
		case 4:
			format4 = table
		case 12:
			format12 = table
		}
	}
	return format4, format12
}

// put gives a character its glyph; a glyph that the face does not have is none.
func (f *Face) put(r rune, glyph int) {
	if glyph <= 0 || glyph >= f.numGlyphs {
		return
	}
	if int(r) < len(f.glyphs) {
		f.glyphs[r] = uint16(glyph)
	} else {
		f.astral[r] = uint16(glyph)
	}
}

// readFormat4 reads segments of the BMP. Each must begin after the one before ends: that bounds the work.
func (f *Face) readFormat4(table []byte) error {
	segments := int(binary.BigEndian.Uint16(table[6:])) / 2
	if len(table) < 16+8*segments {
		return errors.New("bảng mã Unicode bị cắt cụt")
	}
	ends, starts := table[14:], table[16+2*segments:]
	deltas, offsets := table[16+4*segments:], table[16+6*segments:]
	next := 0
	for i := range segments {
		start, end := int(binary.BigEndian.Uint16(starts[2*i:])), int(binary.BigEndian.Uint16(ends[2*i:]))
		if start > end || start < next {
			return errors.New("bảng mã Unicode sai thứ tự")
		}
		next = end + 1
		delta := int(binary.BigEndian.Uint16(deltas[2*i:]))
		offset := int(binary.BigEndian.Uint16(offsets[2*i:]))
		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				at := 2*i + offset + 2*(c-start)
				if at+2 > len(offsets) {
					continue
				}
				if glyph = int(binary.BigEndian.Uint16(offsets[at:])); glyph == 0 {
					continue
				}
			}
			f.put(rune(c), (glyph+delta)&0xFFFF)
		}
	}
	return nil
}

// readFormat12 reads groups of all of Unicode. Each must begin after the one before ends, as above.
func (f *Face) readFormat12(table []byte) error {
	n := uint64(binary.BigEndian.Uint32(table[12:]))
	if uint64(len(table)) < 16+12*n {
		return errors.New("bảng mã Unicode bị cắt cụt")
	}
	next := uint32(0)
	for i := range n {
		group := table[16+12*i:]
		start, end := binary.BigEndian.Uint32(group), binary.BigEndian.Uint32(group[4:])
		first := binary.BigEndian.Uint32(group[8:])
		if start > end || start < next || end > 0x10FFFF {
			return errors.New("bảng mã Unicode sai thứ tự")
		}
		next = end + 1
		for c := start; c <= end && uint64(first)+uint64(c-start) < uint64(f.numGlyphs); c++ {
			f.put(rune(c), int(first+c-start))
		}
	}
	return nil
}
