package pdf

import (
	"strconv"

	"vanban/internal/typeset"
)

// encoding holds the characters that a document sets in each face, and the code that stands for each in
// the drawing operators.
type encoding struct{ faces []*faceCodes } // in the order of faceKeys, only faces with text

// faceCodes are the codes of one face: 1, 2, 3 … in the order of the characters. Code 0 is the glyph for
// a missing character and is never used.
type faceCodes struct {
	key   typeset.FaceKey
	name  string   // in the operators: "F1"
	runes []rune   // by code-1; ascending but in a file that binds many documents
	code  []uint16 // by character; 0 for one that is not used
}

// faceKeys is the fixed order of the faces in the file.
var faceKeys = [...]typeset.FaceKey{{}, {Italic: true}, {Bold: true}, {Bold: true, Italic: true}}

// newEncoding reads the text of every page.
func newEncoding(d *typeset.Document) *encoding {
	var faces [len(faceKeys)]*faceCodes
	for i, key := range faceKeys {
		faces[i] = &faceCodes{key: key, name: "F" + strconv.Itoa(i+1)}
	}
	for _, p := range d.Pages {
		for _, line := range p.Lines {
			for _, span := range line.Spans {
				faces[faceIndex(span.Face)].collect(span.Text)
			}
		}
	}
	e := &encoding{}
	for _, face := range faces {
		if face.code != nil {
			face.number()
			e.faces = append(e.faces, face)
		}
	}
	return e
}

// faceIndex is the place of a key in faceKeys.
func faceIndex(key typeset.FaceKey) int {
	i := 0
	if key.Italic {
		i++
	}
	if key.Bold {
		i += 2
	}
	return i
}

// collect marks the characters of text as used.
func (c *faceCodes) collect(text string) {
	for _, r := range text {
		for int(r) >= len(c.code) {
			c.code = append(c.code, make([]uint16, max(0x400, int(r)+1-len(c.code)))...)
		}
		c.code[r] = 1
	}
}

// number replaces the marks with codes.
func (c *faceCodes) number() {
	for r, used := range c.code {
		if used != 0 {
			c.runes = append(c.runes, rune(r))
			c.code[r] = uint16(len(c.runes))
		}
	}
}

// face gives the codes of a face that the document uses.
func (e *encoding) face(key typeset.FaceKey) *faceCodes {
	for _, c := range e.faces {
		if c.key == key {
			return c
		}
	}
	panic("pdf: a face that no span uses")
}
