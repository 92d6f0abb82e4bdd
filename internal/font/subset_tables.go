package font

import (
	"encoding/binary"
	"slices"
)

// head is the face's own, with the sum of the file left out and loca of the long form.
func (s *subset) head() []byte {
	head := slices.Clone(s.face.tables["head"][:54])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	return head
}

func (s *subset) hhea() []byte {
	hhea := slices.Clone(s.face.tables["hhea"][:36])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	return hhea
}

func (s *subset) hmtx() []byte {
	hmtx := make([]byte, 0, 4*len(s.glyphs))
	for _, old := range s.glyphs {
		hmtx = binary.BigEndian.AppendUint16(hmtx, s.face.widths[old])
		hmtx = append(hmtx, s.face.sideBearing(int(old))...)
	}
	return hmtx
}

func (s *subset) maxp() []byte {
	maxp := slices.Clone(s.face.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.glyphs)))
	return maxp
}

// post is the short form, without the names of glyphs.
func (s *subset) post() []byte {
	post := make([]byte, 32)
	if own := s.face.tables["post"]; len(own) >= 32 {
		copy(post, own[:32])
	}
	binary.BigEndian.PutUint32(post, 0x00030000)
	return post
}

// os2 is the face's own with its first and last character.
func (s *subset) os2(sorted []rune) []byte {
	os2 := slices.Clone(s.face.tables["OS/2"])
	if len(os2) >= 68 && len(sorted) > 0 {
		binary.BigEndian.PutUint16(os2[64:], uint16(min(sorted[0], 0xFFFF)))
		binary.BigEndian.PutUint16(os2[66:], uint16(min(sorted[len(sorted)-1], 0xFFFF)))
	}
	return os2
}

// charMap writes a cmap with one table of format 12, a group to each run of neighbours.
func charMap(sorted []rune, chars map[rune]uint16) []byte {
	var groups []byte
	for i := 0; i < len(sorted); {
		end := i + 1
		for end < len(sorted) && sorted[end] == sorted[end-1]+1 && chars[sorted[end]] == chars[sorted[end-1]]+1 {
			end++
		}
		groups = binary.BigEndian.AppendUint32(groups, uint32(sorted[i]))
		groups = binary.BigEndian.AppendUint32(groups, uint32(sorted[end-1]))
		groups = binary.BigEndian.AppendUint32(groups, uint32(chars[sorted[i]]))
		i = end
	}
	const offset, header = 12, 16
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, offset, 0, 12, 0, 0}
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(header+len(groups)))
	cmap = binary.BigEndian.AppendUint32(cmap, 0) // language
	cmap = binary.BigEndian.AppendUint32(cmap, uint32(len(groups)/12))
	return append(cmap, groups...)
}

// nameTable holds the PostScript name alone.
func nameTable(name string) []byte {
	const offset = 18
	table := []byte{0, 0, 0, 1, 0, offset, 0, 3, 0, 1, 0x04, 0x09, 0, 6}
	table = binary.BigEndian.AppendUint16(table, uint16(2*len(name)))
	table = append(table, 0, 0)
	for i := range len(name) {
		table = append(table, 0, name[i])
	}
	return table
}
