package word

import (
	"fmt"
	"strconv"
)

// noteKind counts the footnotes, or the endnotes.
type noteKind struct {
	region Region
	kind   string // the relationship's
	format string
	start  int
	ids    []string // of the notes that are referred to, in order
}

// noteFormat reads how notes are numbered, from the settings.
func (r *reader) noteFormat(k *noteKind, n *node, usual string) {
	k.format, k.start = usual, 1
	if v := n.kid("w:numFmt").val(); v != "" {
		k.format = v
	}
	if start, ok := r.number("w:numStart", n.kid("w:numStart").val(), 0, 1<<20); ok {
		k.start = start
	}
}

// reference reads a reference to a note.
func (in *inline) reference(k, rPr *node) {
	r := in.r
	kind, notes := FootnoteRef, &r.footnotes
	if k.name == "w:endnoteReference" {
		kind, notes = EndnoteRef, &r.endnotes
	}
	id := k.attr("w:id")
	notes.ids = append(notes.ids, id)
	number := notes.start + len(notes.ids) - 1
	mark := numeral(notes.format, number)
	if flag(k.attr("w:customMarkFollows")) {
		mark = "" // it is the text behind
	}
	in.add(kind, mark, rPr, func(at *Run) { at.Note = number })
}

// notes reads the notes that are referred to.
func (r *reader) notes(k *noteKind, phrase string) ([]*Note, error) {
	if len(k.ids) == 0 {
		return nil, nil
	}
	name := r.relationTargetOf(r.doc.Main, k.kind)
	root, err := r.enter(name)
	if err != nil {
		return nil, err
	}
	if root == nil {
		r.missing(name, k.kind)
		return nil, nil
	}
	byID := map[string]*node{}
	for _, n := range root.kids {
		byID[n.attr("w:id")] = n
	}
	var out []*Note
	for i, id := range k.ids {
		n, known := byID[id]
		if known && n == nil {
			continue // a note shown twice is read once
		}
		if n == nil {
			r.warn(IDPart, fmt.Sprintf("%s %d được nhắc đến nhưng không có trong tệp", phrase, k.start+i), "xóa dấu chú thích rồi chèn lại")
			continue
		}
		byID[id] = nil
		note := &Note{Region: k.region, Number: k.start + i, Mark: numeral(k.format, k.start+i)}
		c := &container{phrase: fmt.Sprintf("%s %d", phrase, note.Number), sole: sole(n),
			place: Place{File: r.doc.File, Part: name}}
		note.Blocks = r.blocks(n, c)
		r.leftovers(n)
		out = append(out, note)
	}
	r.checkFields(name)
	return out, nil
}

// comments reads the comments.
func (r *reader) comments() error {
	name := r.relationTargetOf(r.doc.Main, "comments")
	if name == "" {
		return nil
	}
	root, err := r.enter(name)
	if err != nil || root == nil {
		return err
	}
	for _, n := range root.kids {
		if n.name != "w:comment" {
			continue
		}
		note := &Note{Region: InComment, Number: len(r.doc.Comments) + 1, Author: n.attr("w:author")}
		note.Mark = strconv.Itoa(note.Number)
		c := &container{phrase: "nhận xét " + note.Mark, sole: sole(n), place: Place{File: r.doc.File, Part: name}}
		note.Blocks = r.blocks(n, c)
		r.leftovers(n)
		r.here = c.place
		r.here.Phrase = c.phrase
		r.remark(RemarkComment, note.Author)
		r.doc.Comments = append(r.doc.Comments, note)
	}
	r.checkFields(name)
	return nil
}
