package mend

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"vanban/internal/viet"
)

// piece is a w:t of a paragraph and its text. Where something else stands between texts, t is nil.
type piece struct {
	t      *node
	text   string
	holder *node // the insertion that is being tracked, or the field, whose text it is; nil for text of the paragraph's own
	field  bool  // the holder is a field: Word writes its text anew
}

// pieces are the texts of a paragraph, without those of a text box in it. What was deleted while changes were tracked is
// no text, but it has its place: a piece without letters.
func (p *part) pieces(paragraph *node) []piece {
	r := pieceReader{p: p}
	for _, kid := range paragraph.kids {
		r.read(kid, nil)
	}
	return r.out
}

// pieceReader reads the pieces of a paragraph in order.
type pieceReader struct {
	p     *part
	out   []piece
	field *node // the run that begins the field in hand
	depth int   // of fields in fields
}

func (r *pieceReader) read(n, insertion *node) {
	switch w := r.p.w; n.name {
	case w + "r":
		for _, kid := range n.kids {
			r.letter(n, kid, insertion)
		}
		return
	case w + "pPr", w + "p":
		return
	case w + "del", w + "moveFrom":
		r.out = append(r.out, piece{})
		return
	case w + "ins", w + "moveTo":
		insertion = n
	case w + "fldSimple":
		if r.depth++; r.depth == 1 {
			r.field = n
		}
		defer func() { r.depth-- }()
	}
	for _, kid := range n.kids {
		r.read(kid, insertion)
	}
}

// letter reads a child of a run.
func (r *pieceReader) letter(run, kid, insertion *node) {
	put := func(t *node, text string) {
		if r.depth > 0 {
			r.out = append(r.out, piece{t, text, r.field, true})
			return
		}
		r.out = append(r.out, piece{t, text, insertion, false})
	}
	switch w := r.p.w; kid.name {
	case w + "t":
		put(kid, text(kid))
	case w + "tab":
		put(nil, "\t")
	case w + "br", w + "cr":
		put(nil, "\n")
	case w + "noBreakHyphen":
		put(nil, "\u2011")
	case w + "fldChar":
		switch kid.attr(w + "fldCharType") {
		case "begin":
			if r.depth++; r.depth == 1 {
				r.field = run
			}
		case "end":
			r.depth = max(0, r.depth-1)
		}
	}
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
// what is put in looks like the letter before it. It refuses where a tab or a break would have to go, where letters
// would move into or out of a tracked insertion or over a tracked deletion, and in the text of a field.
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
	if into >= 0 && !apart(pieces, begin, end, into) {
		into = holding(pieces, begin) // the letter before is on the other side of a change: it is that which goes
	}
	if into < 0 || strings.ContainsAny(insert, "\t\n") || !apart(pieces, begin, end, into) {
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

// holding gives the piece with the letter at a place; -1 where none has letters there.
func holding(pieces []piece, place int) int {
	at := 0
	for i, piece := range pieces {
		if piece.t != nil && at <= place && place < at+len(piece.text) {
			return i
		}
		at += len(piece.text)
	}
	return -1
}

// apart tells whether a change of the letters from begin to end, whose new ones go into a piece, leaves fields alone and
// stays on one side of each tracked change.
func apart(pieces []piece, begin, end, into int) bool {
	at := 0
	for i, piece := range pieces {
		next := at + len(piece.text)
		if (i == into || piece.t != nil && at < end && next > begin) && (piece.field || piece.holder != pieces[into].holder) {
			return false
		}
		at = next
	}
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
