package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/font"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// readFace is an embedded face as a PDF reader understands it.
type readFace struct {
	toUnicode map[int]string
	widths    []float64 // by code-1
	glyphs    []uint16  // by code
	program   []byte
	name      string
}

var bfchar = regexp.MustCompile(`(?m)^<(\w{4})> <(\w+)>$`)

// faces reads back the faces by their names in the operators.
func (r *rereader) faces() map[string]*readFace {
	r.t.Helper()
	resources := r.follow(r.pages()[0], "Resources")
	faces := map[string]*readFace{}
	for _, m := range regexp.MustCompile(`/(F\d) (\d+ 0 R)`).FindAllStringSubmatch(resources, -1) {
		whole := r.object(m[2])
		descendant := r.follow(whole, "DescendantFonts")
		descriptor := r.follow(descendant, "FontDescriptor")
		f := &readFace{toUnicode: map[int]string{}, name: r.value(descriptor, "FontName")}
		for _, c := range bfchar.FindAllStringSubmatch(string(r.stream(whole, "ToUnicode")), -1) {
			code, _ := strconv.ParseInt(c[1], 16, 32)
			if code > 0 { // else it is the line of the range of codes
				f.toUnicode[int(code)] = fromUTF16(r.t, c[2])
			}
		}
		list := strings.Trim(strings.TrimPrefix(r.value(descendant, "W"), "[1"), "[] ")
		for _, w := range strings.Fields(list) {
			n, err := strconv.ParseFloat(w, 64)
			if err != nil {
				r.t.Fatal(err)
			}
			f.widths = append(f.widths, n)
		}
		for pairs := r.stream(descendant, "CIDToGIDMap"); len(pairs) > 0; pairs = pairs[2:] {
			f.glyphs = append(f.glyphs, binary.BigEndian.Uint16(pairs))
		}
		f.program = r.stream(descriptor, "FontFile2")
		faces[m[1]] = f
	}
	return faces
}

func fromUTF16(t *testing.T, digits string) string {
	t.Helper()
	b, err := hex.DecodeString(digits)
	if err != nil {
		t.Fatal(err)
	}
	var units []uint16
	for ; len(b) > 1; b = b[2:] {
		units = append(units, binary.BigEndian.Uint16(b))
	}
	return string(utf16.Decode(units))
}

var (
	shows = regexp.MustCompile(`(?m)(?:/(F\d) \S+ Tf$)|(?:\[(.*)\] TJ$)`)
	codes = regexp.MustCompile(`<(\w*)>`)
)

// shown gives the text of every TJ of a page, by way of the embedded faces' own tables.
func (r *rereader) shown(page string, faces map[string]*readFace) []string {
	var texts []string
	var face *readFace
	for _, op := range shows.FindAllStringSubmatch(string(r.stream(page, "Contents")), -1) {
		if op[1] != "" {
			face = faces[op[1]]
			continue
		}
		text := ""
		for _, run := range codes.FindAllStringSubmatch(op[2], -1) {
			for i := 0; i < len(run[1]); i += 4 {
				code, _ := strconv.ParseInt(run[1][i:i+4], 16, 32)
				text += face.toUnicode[int(code)]
			}
		}
		texts = append(texts, text)
	}
	return texts
}

func TestTextComesBack(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			d, fonts := sample(t)
			r := reread(t, d, fonts)
			faces := r.faces()
			var got []string
			for _, page := range r.pages() {
				got = append(got, r.shown(page, faces)...)
			}
			if diff := cmp.Diff(text(d), got); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

var samples = map[string]func(testing.TB) (*typeset.Document, *font.Set){"minutes": minutes, "plan": plan}

// Characters that look alike are told apart when copied.
func TestLookAlikesStayApart(t *testing.T) {
	const alike = "a\u00a0b c Đ Ð - \u00ad \u2010"
	r := reread(t, oneLine(alike), embedded(t))
	if got := r.shown(r.pages()[0], r.faces())[0]; got != alike {
		t.Errorf("got %q, want %q", got, alike)
	}
}

// Two characters that a face draws with one glyph keep two codes, both of which draw it.
func TestGlyphMapSharesGlyphs(t *testing.T) {
	got := glyphMap([]rune{' ', 'a', '\u00a0'}, map[rune]uint16{' ': 1, 'a': 0x102, '\u00a0': 1})
	if want := []byte{0, 0, 0, 1, 1, 2, 0, 1}; !bytes.Equal(got, want) {
		t.Errorf("got % x, want % x", got, want)
	}
}

func oneLine(text string) *typeset.Document {
	return &typeset.Document{Pages: []*typeset.Page{{
		Width: 210 * unit.MM, Height: 297 * unit.MM,
		Lines: []typeset.Line{{Baseline: 100 * unit.Pt, Spans: []typeset.Span{
			{X: left, Text: text, Size: bodySize}}}},
	}}}
}

// Each code must draw its own character's glyph, as wide as the typesetter took it to be.
func TestEmbeddedFaces(t *testing.T) {
	d, fonts := minutes(t)
	r := reread(t, d, fonts)
	faces := r.faces()
	if len(faces) != 4 {
		t.Fatalf("%d faces are embedded, want 4", len(faces))
	}
	for i, key := range faceKeys {
		f, own := faces[fmt.Sprintf("F%d", i+1)], fonts.Face(key.Bold, key.Italic)
		if !regexp.MustCompile(`^/[A-Z]{6}\+` + own.Name() + `$`).MatchString(f.name) {
			t.Errorf("%v: the face is called %s", key, f.name)
		}
		if len(f.toUnicode) < 10 || len(f.widths) != len(f.toUnicode) || len(f.glyphs) != len(f.toUnicode)+1 {
			t.Fatalf("%v: %d characters, %d widths, %d glyphs", key, len(f.toUnicode), len(f.widths), len(f.glyphs))
		}
		program, err := font.Parse(f.program)
		if err != nil {
			t.Fatal(err)
		}
		for code := 1; code <= len(f.toUnicode); code++ {
			char := []rune(f.toUnicode[code])[0]
			units, _ := own.Advance(char)
			if want := float64(units) * 1000 / float64(own.UnitsPerEm()); math.Abs(f.widths[code-1]-want) > 0.001 {
				t.Errorf("%v %q: width %v, want %v", key, char, f.widths[code-1], want)
			}
			if got := program.GlyphIndex(char); got == 0 || got != f.glyphs[code] {
				t.Errorf("%v %q: code %d draws glyph %d, the character is glyph %d", key, char, code, f.glyphs[code], got)
			}
		}
	}
}

// A face that no span uses is not in the file.
func TestUnusedFacesAreLeftOut(t *testing.T) {
	faces := reread(t, oneLine("Chỉ một mặt chữ"), embedded(t)).faces()
	if len(faces) != 1 || faces["F1"] == nil {
		t.Errorf("%d faces are embedded, want F1 alone", len(faces))
	}
}

// A block of a character map may hold a hundred entries; more characters than that need a second.
func TestUnicodeMapBlocks(t *testing.T) {
	var runes []rune
	for r := rune(0x1EA0); len(runes) < 90; r++ {
		runes = append(runes, r)
	}
	for r := 'A'; len(runes) < 130; r++ {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	faces := reread(t, oneLine(string(runes)), embedded(t)).faces()
	if got := len(faces["F1"].toUnicode); got != 130 {
		t.Errorf("%d characters, want 130", got)
	}
	m := string(unicodeMap(runes))
	if !strings.Contains(m, "\n100 beginbfchar\n") || !strings.Contains(m, "\n30 beginbfchar\n") {
		t.Errorf("blocks are not 100 and 30:\n%s", m)
	}
}
