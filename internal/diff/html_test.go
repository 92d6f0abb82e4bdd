package diff

import (
	"strings"
	"testing"
)

// TestHTMLIsClosed: nothing of a document becomes markup, and the page asks for no other file.
func TestHTMLIsClosed(t *testing.T) {
	const evil = `<script>alert(1)</script><img src="//x" onerror='y'> & "`
	of := func(text, place string) *Node {
		return &Node{Kind: Root, Kids: []*Node{{Kind: Paragraph, Place: place, Text: text, Spans: []Span{{text, []Fact{{"phông chữ", text}}}}}}}
	}
	r := Compare(of(evil+" cũ", evil), of(evil+" mới", evil), Ignore{})
	r.OldName, r.NewName = evil, evil
	page := string(r.HTML())
	for _, bad := range []string{"<script", "<img", "src=", "href=", "url("} {
		if strings.Contains(strings.ReplaceAll(page, "src=&#34;", ""), bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	for _, want := range []string{"<del>cũ</del>", "<ins>mới</ins>", "&lt;script&gt;", "phông chữ"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if !IsHTML(r.HTML()) || IsHTML([]byte("<html>")) {
		t.Error("a page of ours is not known, or another is")
	}
}
