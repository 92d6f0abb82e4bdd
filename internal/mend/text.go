package mend

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"vanban/internal/viet"
)

// piece is a w:t of a paragraph and its text.
type piece struct {
	t    *node
	text string
}

// pieces are the texts of a paragraph, without those of a text box in it.
func (p *part) pieces(paragraph *node) []piece {
	var out []piece
	for _, run := range p.runs(paragraph) {
		for _, kid := range run.kids {
			switch kid.name {
			case p.w + "t":
				out = append(out, piece{kid, text(kid)})
			case p.w + "tab":
				out = append(out, piece{nil, "\t"})
			case p.w + "br", p.w + "cr":
				out = append(out, piece{nil, "\n"})
			case p.w + "noBreakHyphen":
				out = append(out, piece{nil, "\u2011"})
			}
		}
	}
	return out
}

// text is what stands in a w:t.
func text(t *node) string {
	var b strings.Builder
	for _, kid := range t.kids {
		raw := kid.open
		if inner, ok := bytes.CutPrefix(raw, []byte("<![CDATA[")); ok {
			b.Write(bytes.TrimSuffix(inner, []byte("]]>")))
			continue
		}
		if kid.name != "" || bytes.HasPrefix(raw, []byte("<")) {
			continue
		}
		if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
			b.Write(raw)
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(raw))
		if token, err := d.Token(); err == nil {
			if chars, ok := token.(xml.CharData); ok {
				b.Write(chars)
			}
		}
	}
	return b.String()
}

// put gives a w:t another text.
func put(t *node, text string) {
	t.hold()
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err) // a buffer refuses nothing
	}
	t.kids = []*node{{open: b.Bytes()}}
	if strings.TrimSpace(text) != text {
		t.set("xml:space", "preserve")
	}
}

// Text gives what a paragraph says: its letters, «\t» for tabs, «\n» for forced breaks.
func (f *File) Text(paragraph Place) (string, bool) {
	p, n := f.element(paragraph, "p")
	if n == nil {
		return "", false
	}
	var b strings.Builder
	for _, piece := range p.pieces(n) {
		b.WriteString(piece.text)
	}
	return b.String(), true
}

// Rewrite gives a paragraph another text. Only the letters between the first and the last that differ change;
// what is put in looks like the letter before it. It refuses where a tab or a break would have to go.
func (f *File) Rewrite(paragraph Place, to string) bool {
	from, ok := f.Text(paragraph)
	if !ok {
		return false
	}
	if from == to {
		return true
	}
	begin, end := differ(from, to)
	insert := to[begin : len(to)-(len(from)-end)]
	p, n := f.element(paragraph, "p")
	pieces := p.pieces(n)
	into := -1 // the piece that takes what is put in
	at := 0
	for i, piece := range pieces {
		next := at + len(piece.text)
		if piece.t == nil && at < end && next > begin {
			return false
		}
		if piece.t != nil && next >= begin && at <= end && (into < 0 || at <= begin && next > at && pieces[into].text == "") {
			into = i
		}
		at = next
	}
	if into < 0 || strings.ContainsAny(insert, "\t\n") {
		return false
	}
	at = 0
	for i, piece := range pieces {
		next := at + len(piece.text)
		low, high := min(max(begin, at), next)-at, min(max(end, at), next)-at
		changed := piece.text[:low] + piece.text[high:]
		if i == into {
			changed = piece.text[:low] + insert + piece.text[high:]
		}
		if changed != piece.text {
			put(piece.t, changed)
		}
		at = next
	}
	p.changed = true
	return true
}

// Replace puts a text in the place of a letter wherever it stands in a paragraph. What is put in looks like the
// letter did.
func (f *File) Replace(paragraph Place, letter, by string) bool {
	p, n := f.element(paragraph, "p")
	if n == nil {
		return false
	}
	for _, piece := range p.pieces(n) {
		if piece.t != nil && strings.Contains(piece.text, letter) {
			put(piece.t, strings.ReplaceAll(piece.text, letter, by))
			p.changed = true
		}
	}
	return true
}

// differ gives the part of from, in bytes, that is not at the beginning or end of both.
func differ(from, to string) (begin, end int) {
	for begin < len(from) && begin < len(to) && from[begin] == to[begin] {
		begin++
	}
	for begin > 0 && (begin < len(from) && !utf8.RuneStart(from[begin]) || begin < len(to) && !utf8.RuneStart(to[begin])) {
		begin--
	}
	end = len(from)
	other := len(to)
	for end > begin && other > begin && from[end-1] == to[other-1] {
		end--
		other--
	}
	for end < len(from) && !utf8.RuneStart(from[end]) {
		end++
	}
	return begin, end
}

// Compose puts every text of a part into NFC and gives how many pieces changed. A mark that stands in another
// piece than its letter is moved to it.
func (f *File) Compose(part string) int {
	p, err := f.part(part)
	if err != nil {
		return 0
	}
	changed := 0
	for _, paragraph := range p.paragraphs {
		pieces := p.pieces(paragraph)
		for i, piece := range pieces {
			if piece.t == nil {
				continue
			}
			text := piece.text
			for j := i + 1; j < len(pieces) && pieces[j].t != nil; j++ {
				marks := leadingMarks(pieces[j].text)
				if marks == "" && pieces[j].text != "" {
					break
				}
				text += marks
				pieces[j].text = pieces[j].text[len(marks):]
				if marks != "" {
					put(pieces[j].t, pieces[j].text)
				}
			}
			if composed := viet.NFC(text); composed != piece.text {
				put(piece.t, composed)
				changed++
			}
		}
	}
	p.changed = p.changed || changed > 0
	return changed
}

// leadingMarks are the combining marks that a text begins with.
func leadingMarks(s string) string {
	end := 0
	for i, r := range s {
		if r < 0x300 || r > 0x36F {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return s[:end]
}
