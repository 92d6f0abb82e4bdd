// Package font reads TrueType faces: how wide letters are, how high lines are, and which part of a face a
// PDF must carry.
//
// A [Set] is the four faces of one family. [Embedded] gives Liberation Serif, which has the widths of
// Times New Roman; [Load] reads an office's own files. [Face.Width] and [Face.Advance] are what the
// typesetter asks, [Face.Subset] what the PDF writer asks.
//
// The tables are read with encoding/binary and nothing else: a subset needs the raw glyph outlines, with
// the numbers of their components changed, and golang.org/x/image/font/sfnt gives neither.
//
// Invariants:
//   - a Face is complete and checked when it leaves [Embedded] or [Load]: no later call reads outside its
//     tables, whatever the file held;
//   - a Set never changes, so it is safe for concurrent use;
//   - letters stand for themselves: no ligatures, no kerning, no shaping. Vietnamese in NFC needs none, and
//     neither Word nor LibreOffice kerns a document that does not ask for it.
//
// Known gaps: outlines in CFF (.otf) and collections (.ttc) are refused with a message; variable fonts
// are taken at their default.
package font

import (
	"crypto/sha256"
	"fmt"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
)

// Set is a family of four faces.
type Set struct {
	regular, bold, italic, boldItalic *Face

	sum func() [sha256.Size]byte
}

// Hash is of the four files.
func (s *Set) Hash() [sha256.Size]byte { return s.sum() }

// hash reads more than a megabyte, so it is left until it is asked for.
func (f Files) hash() (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, file := range [][]byte{f.Regular, f.Bold, f.Italic, f.BoldItalic} {
		one := sha256.Sum256(file)
		h.Write(one[:])
	}
	h.Sum(sum[:0])
	return sum
}

// Files are the contents of four TrueType files.
type Files struct {
	Regular, Bold, Italic, BoldItalic []byte
}

// Embedded gives the family that vanban carries: Liberation Serif, whose widths are those of Times New
// Roman (NĐ 30/2020, Phụ lục I, mục I.4). Its error is a broken build.
func Embedded() (*Set, error) {
	return Load(Files{
		Regular:    liberationserifregular.TTF,
		Bold:       liberationserifbold.TTF,
		Italic:     liberationserifitalic.TTF,
		BoldItalic: liberationserifbolditalic.TTF,
	})
}

// Load reads a family from the contents of its four files, which must not change afterwards. The error
// says in Vietnamese which face cannot be used, and why.
func Load(files Files) (*Set, error) {
	set := &Set{sum: sync.OnceValue(files.hash)}
	for _, f := range []struct {
		name string
		data []byte
		face **Face
	}{
		{"chữ thường", files.Regular, &set.regular},
		{"chữ đậm", files.Bold, &set.bold},
		{"chữ nghiêng", files.Italic, &set.italic},
		{"chữ đậm nghiêng", files.BoldItalic, &set.boldItalic},
	} {
		face, err := Parse(f.data)
		if err != nil {
			return nil, fmt.Errorf("phông %s không dùng được: %w", f.name, err)
		}
		*f.face = face
	}
	return set, nil
}

// Face picks one of the four faces.
func (s *Set) Face(bold, italic bool) *Face {
	switch {
	case bold && italic:
		return s.boldItalic
	case bold:
		return s.bold
	case italic:
		return s.italic
	default:
		return s.regular
	}
}
