// Package frame reads the components that every document has (ô 1 to 4, 7, 9 to 13) from the common keys
// of the data, design part 4. What the text of ô 6 holds comes from the template, through markup.
//
// The data has passed its schema before: a value of another shape than the schema allows is left out
// here, it is the schema's to report.
//
// Start from [Document].
package frame

import (
	"strings"

	"vanban/internal/data"
	"vanban/internal/doc"
	"vanban/internal/viet"
)

// Document gives a document of a type and layout, its components from the common keys of root and its
// body, appendices and further signatures from content.
func Document(root *data.Node, kind, layout string, content *doc.Content) *doc.Document {
	d := &doc.Document{
		Pos: root.Pos, Type: kind, Layout: layout,
		Sizes:       text(root.Field("co_chu")),
		Header:      header(root),
		Subject:     texts(root.Field("trich_yeu")),
		Urgency:     text(root.Field("do_khan")),
		Circulation: text(root.Field("luu_hanh")),
		Authority:   text(root.Field("tham_quyen")),
		Grounds:     texts(root.Field("can_cu")),
		Addressees:  texts(root.Field("kinh_gui")),
		Recipients:  recipients(root),
		Contact:     texts(root.Field("lien_he")),
		Body:        content.Body,
		Enclosures:  content.Enclosures,
		Appendices:  content.Appendices,
		Signatures:  content.Signatures,
	}
	if len(d.Signatures) == 0 {
		d.Signatures = signatures(root.Field("ky"))
	}
	return d
}

func header(root *data.Node) doc.Header {
	body := root.Field("co_quan")
	h := doc.Header{
		Superior: texts(body.Field("chu_quan")),
		Issuer:   texts(body.Field("ten")),
		Named:    text(body.Field("ten_goi")),
		Number:   text(root.Field("so")),
		Symbol:   text(root.Field("ky_hieu")),
		Place:    text(root.Field("dia_danh")),
	}
	if day := text(root.Field("ngay")); !day.IsZero() {
		if date, err := viet.ParseDate(day.Text); err == nil {
			h.Date = doc.Date{Pos: day.Pos, Year: date.Year, Month: date.Month, Day: date.Day}
		}
	}
	return h
}

// signatures reads ky: one signatory, or a list of them.
func signatures(n *data.Node) []doc.Signature {
	if n == nil {
		return nil
	}
	var out []doc.Signature
	for _, s := range several(n) {
		out = append(out, doc.Signature{
			Pos:       s.Pos,
			Authority: text(s.Field("quyen_han")),
			Titles:    texts(s.Field("chuc_vu")),
			Below:     text(s.Field("chuc_vu_khac")),
			Name:      text(s.Field("ho_ten")),
		})
	}
	return out
}

// recipients reads noi_nhan, luu and nguoi_soan. An item of noi_nhan is a text, or a map whose ten is
// the text printed.
func recipients(root *data.Node) doc.Recipients {
	r := doc.Recipients{Pos: root.Pos, File: text(root.Field("luu")), Drafter: text(root.Field("nguoi_soan"))}
	n := root.Field("noi_nhan")
	if n == nil {
		return r
	}
	r.Pos = n.Pos
	for _, item := range several(n) {
		if item.Kind == data.Map {
			item = item.Field("ten")
		}
		if t := text(item); !t.IsZero() {
			r.Items = append(r.Items, t)
		}
	}
	return r
}

func several(n *data.Node) []*data.Node {
	if n.Kind == data.List {
		return n.Items
	}
	return []*data.Node{n}
}

// text is the value of a scalar, a missing one for anything else.
func text(n *data.Node) doc.Text {
	if n == nil || n.Kind != data.Text {
		return doc.Text{}
	}
	return doc.Text{Text: n.Text, Pos: n.Pos}
}

// texts are the values of one scalar or of a list of them; a text of several lines is several.
func texts(n *data.Node) []doc.Text {
	if n == nil {
		return nil
	}
	var out []doc.Text
	for _, item := range several(n) {
		t := text(item)
		if t.IsZero() {
			continue
		}
		for i, line := range splitLines(t.Text) {
			pos := t.Pos
			if i < len(item.Lines) {
				pos = item.Lines[i]
			}
			out = append(out, doc.Text{Text: line, Pos: pos})
		}
	}
	return out
}

func splitLines(s string) []string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
