package diff

import (
	"bytes"
	"fmt"
	"html"
	"strings"
)

const htmlHead = `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="vanban diff">
<title>%s</title>
<style>
body { font: 16px/1.45 "Times New Roman", "Liberation Serif", serif; margin: 1.5rem; color: #111; background: #fff }
h1 { font-size: 1.3rem } .sum { margin: 0 0 1rem }
table { border-collapse: collapse; width: 100%%; table-layout: fixed }
th, td { vertical-align: top; padding: .25rem .6rem; border: 1px solid #ddd; overflow-wrap: anywhere; white-space: pre-wrap }
th { background: #f4f4f4; text-align: left; white-space: normal }
tr.same td { color: #777 }
td.none { background: #f7f7f7 }
.at { display: block; font: bold 12px/1.6 sans-serif; color: #444 }
.what { display: block; font: 12px/1.6 sans-serif; color: #7a4b00; white-space: normal }
del { background: #fdd; color: #900; text-decoration: line-through } ins { background: #dfd; color: #060; text-decoration: underline }
@media print { tr { break-inside: avoid } }
</style>
</head>
<body>
`

// IsHTML tells a file that HTML made: one that may be written over.
func IsHTML(file []byte) bool {
	return bytes.Contains(file[:min(len(file), 1000)], []byte(`<meta name="generator" content="vanban diff">`))
}

// HTML shows both documents side by side with what differs marked: one file that needs no other.
func (r *Result) HTML() []byte {
	var b strings.Builder
	title := fmt.Sprintf("%s và %s", r.OldName, r.NewName)
	fmt.Fprintf(&b, htmlHead, html.EscapeString(title))
	summary := "Hai văn bản như nhau."
	if !r.Equal() {
		summary = r.summary()
	}
	if r.Coarse {
		summary += "; hai văn bản khác nhau quá nhiều, một số chỗ được kể gộp"
	}
	fmt.Fprintf(&b, "<h1>%s</h1>\n<p class=\"sum\">%s</p>\n<table>\n<tr><th>%s</th><th>%s</th></tr>\n",
		html.EscapeString(title), html.EscapeString(summary), html.EscapeString(r.OldName), html.EscapeString(r.NewName))
	for _, p := range r.Pairs {
		r.row(&b, p)
	}
	b.WriteString("</table>\n</body>\n</html>\n")
	return []byte(b.String())
}

func (r *Result) row(b *strings.Builder, p Pair) {
	class := ""
	if len(p.Changes) == 0 {
		class = ` class="same"`
	}
	before, after := "", ""
	if p.Old != nil {
		before = html.EscapeString(p.Old.Text)
	}
	if p.New != nil {
		after = html.EscapeString(p.New.Text)
	}
	var notes strings.Builder
	for _, i := range p.Changes {
		c := r.Changes[i]
		switch c.Kind {
		case Reworded:
			before, after = marked(c.Words, Removed, "del"), marked(c.Words, Inserted, "ins")
		case Added:
			after = "<ins>" + after + "</ins>"
		case Gone:
			before = "<del>" + before + "</del>"
		default:
			fmt.Fprintf(&notes, `<span class="what">%s</span>`, html.EscapeString(c.Message()))
		}
	}
	fmt.Fprintf(b, "<tr%s>%s%s</tr>\n", class, side(p.Old, before, "", len(p.Changes) > 0), side(p.New, after, notes.String(), len(p.Changes) > 0))
}

// side is one cell. Where nothing differs the component is left out.
func side(n *Node, text, notes string, changed bool) string {
	if n == nil {
		return `<td class="none"></td>`
	}
	at := ""
	if changed {
		at = `<span class="at">` + html.EscapeString(n.Place) + "</span>"
	}
	return "<td>" + at + text + notes + "</td>"
}

// marked gives the words of one side, its own in an element.
func marked(words []Piece, own Op, element string) string {
	var b strings.Builder
	for _, w := range words {
		switch w.Op {
		case Kept:
			b.WriteString(html.EscapeString(w.Text))
		case own:
			b.WriteString("<" + element + ">" + html.EscapeString(w.Text) + "</" + element + ">")
		}
	}
	return b.String()
}
