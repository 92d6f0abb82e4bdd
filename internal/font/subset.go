package font

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Subset gives a TrueType file that holds the glyphs of the characters and no others, and the number that
// each character's glyph has in it. Numbers are handed out in the order of the code points, after glyph 0
// (the box for missing characters); the parts of composite glyphs follow. The same characters, in
// whatever order and however often, give the same bytes.
//
// It errs, in Vietnamese, when the face has no glyph for one of the characters, and when the outlines of a
// file from outside are damaged.
func (f *Face) Subset(runes []rune) ([]byte, map[rune]uint16, error) {
	sorted := slices.Clone(runes)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	s := subset{face: f, numbers: map[uint16]uint16{0: 0}, glyphs: []uint16{0}}
	chars := make(map[rune]uint16, len(sorted))
	for _, r := range sorted {
		g := f.GlyphIndex(r)
		if g == 0 {
			return nil, nil, fmt.Errorf("phông «%s» không có ký tự U+%04X", f.name, r)
		}
		chars[r] = s.number(g)
	}
	if err := s.copyOutlines(); err != nil {
		return nil, nil, fmt.Errorf("phông «%s»: %w", f.name, err)
	}
	return s.file(sorted, chars), chars, nil
}

// subset is a face in the making.
type subset struct {
	face       *Face
	numbers    map[uint16]uint16 // old number → new number
	glyphs     []uint16          // old numbers in the order of the new
	glyf, loca []byte
}

// number gives a glyph its new number, the next one when it is met first.
func (s *subset) number(old uint16) uint16 {
	n, ok := s.numbers[old]
	if !ok {
		n = uint16(len(s.glyphs))
		s.numbers[old] = n
		s.glyphs = append(s.glyphs, old)
	}
	return n
}

// copyOutlines fills glyf and loca. Components join the end of the list as they are met, so the loop takes
// each glyph once, however they refer to one another.
func (s *subset) copyOutlines() error {
	for i := 0; i < len(s.glyphs); i++ {
		s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
		outline := s.face.outline(int(s.glyphs[i]))
		start := len(s.glyf)
		s.glyf = append(s.glyf, outline...)
		err := components(outline, func(at int) {
			old := binary.BigEndian.Uint16(outline[at:])
			if int(old) >= s.face.numGlyphs {
				old = 0
			}
			binary.BigEndian.PutUint16(s.glyf[start+at:], s.number(old))
		})
		if err != nil {
			return err
		}
		for len(s.glyf)%4 != 0 {
			s.glyf = append(s.glyf, 0)
		}
	}
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
	return nil
}

// file puts the tables together, in the order of their tags as the format demands.
func (s *subset) file(sorted []rune, chars map[rune]uint16) []byte {
	t := s.face.tables
	type table struct {
		tag  string
		data []byte
	}
	list := []table{
		{"OS/2", s.os2(sorted)},
		{"cmap", charMap(sorted, chars)},
		{"cvt ", t["cvt "]},
		{"fpgm", t["fpgm"]},
		{"glyf", s.glyf},
		{"head", s.head()},
		{"hhea", s.hhea()},
		{"hmtx", s.hmtx()},
		{"loca", s.loca},
		{"maxp", s.maxp()},
		{"name", nameTable(s.face.name)},
		{"post", s.post()},
		{"prep", t["prep"]},
	}
	list = slices.DeleteFunc(list, func(e table) bool { return len(e.data) == 0 })
	size := 12 + 16*len(list)
	for _, e := range list {
		size += (len(e.data) + 3) &^ 3
	}
	out := make([]byte, 12+16*len(list), size)
	n := uint16(len(list))
	log := uint16(bits.Len16(n) - 1)
	binary.BigEndian.PutUint32(out, 0x00010000)
	binary.BigEndian.PutUint16(out[4:], n)
	binary.BigEndian.PutUint16(out[6:], 16<<log)
	binary.BigEndian.PutUint16(out[8:], log)
	binary.BigEndian.PutUint16(out[10:], 16*n-16<<log)
	head := 0
	for i, e := range list {
		if e.tag == "head" {
			head = len(out)
		}
		start := len(out)
		out = append(out, e.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		entry := out[12+16*i:]
		copy(entry, e.tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(out[start:]))
		binary.BigEndian.PutUint32(entry[8:], uint32(start))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(e.data)))
	}
	const magic = 0xB1B0AFBA // checkSumAdjustment makes the sum of the whole file this
	binary.BigEndian.PutUint32(out[head+8:], magic-checksum(out))
	return out
}

// checksum adds up data, whose length is a multiple of four, as big-endian words.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}
