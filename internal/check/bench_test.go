package check_test

import (
	"regexp"
	"strings"
	"testing"

	"vanban/internal/check"
	"vanban/internal/word"
	"vanban/internal/word/wordtest"
)

// fiftyPages is a plan of some fifty pages: 600 paragraphs of four or five lines.
func (d *desk) fiftyPages() []byte {
	p := d.plan()
	p.Body = strings.Replace(p.Body, para(longText), strings.Repeat(para(longText), 600), 1)
	return p.Bytes()
}

// BenchmarkFiftyPages counts from the bytes of the file to the findings, reading included: at most 200 ms.
func BenchmarkFiftyPages(b *testing.B) {
	d := newDesk(b)
	src := d.fiftyPages()
	b.ReportAllocs()
	for b.Loop() {
		if r := d.check(b, src); len(r.Findings) > 0 {
			b.Fatal(r.Findings)
		}
	}
}

// value is what may stand behind an attribute or between two tags of a paper.
var value = regexp.MustCompile(`="[^"]*"|>[^<]+<`)

// FuzzWord checks papers in which one value or text is another: no panic, and what is mended can be read again.
func FuzzWord(f *testing.F) {
	d := newDesk(f)
	papers := []string{d.plan().Body, d.letter().Body, d.decision().Body}
	for n, text := range []string{"-1", "999999999", "", "center", "Điều 1", "Phụ lục 1", "ngày 5 tháng 03 năm 2026", "Căn cứ", "e\u0302\u0301", "Chương I"} {
		f.Add(uint8(n), uint16(37*n), text)
	}
	f.Fuzz(func(t *testing.T, paper uint8, nth uint16, text string) {
		body := papers[int(paper)%len(papers)]
		places := value.FindAllStringIndex(body, -1)
		at := places[int(nth)%len(places)]
		p := packed(body[:at[0]+1] + wordtest.Escape(text) + body[at[1]-1:])
		if body[at[0]] == '=' {
			p = packed(body[:at[0]+2] + wordtest.Escape(text) + body[at[1]-1:])
		}
		src := p.Bytes()
		doc, found := word.Read("x.docx", src)
		if found.HasErrors() {
			t.Skip() // a file that the reader refuses never reaches the rules
		}
		r := check.Word(check.Input{Document: doc, Words: d.words, Standard: d.standards["nd30"], Fonts: d.fonts}, check.Options{})
		for _, f := range r.Findings {
			if f.Message == "" || f.ID == "" {
				t.Errorf("%+v", f)
			}
			r.Area(f)
		}
		out := mendedQuietly(t, src, r)
		if _, found := word.Read("x.docx", out); found.HasErrors() {
			t.Errorf("what was mended cannot be read: %v", found)
		}
	})
}
