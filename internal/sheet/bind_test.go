package sheet

import "testing"

// document has two sections whose pages go on counting, and one style.
func document(size int) *Sheet {
	style := &Style{ID: "Than", Name: "Thân", Outline: size}
	text := func() Block { return &Paragraph{Style: style, Runs: []Run{{Text: "một"}}} }
	return &Sheet{Styles: []*Style{style}, Sections: []*Section{
		{PageNumber: PageNumber{Style: style}, Blocks: []Block{&Table{Rows: []*Row{{Cells: []*Cell{{Blocks: []Block{text()}}}}}}}},
		{Blocks: []Block{text()}}}}
}

// TestBinding: each document begins with page 1, its later sections go on; equal styles are one, others are told apart.
func TestBinding(t *testing.T) {
	var b Binding
	for _, size := range []int{1, 1, 2, 1} {
		b.Add(document(size))
	}
	s := b.Sheet(Properties{Title: "Tập"})
	if len(s.Sections) != 8 || len(s.Styles) != 2 || s.Properties.Title != "Tập" {
		t.Fatalf("%d sections, %d styles", len(s.Sections), len(s.Styles))
	}
	if s.Styles[0].ID == s.Styles[1].ID || s.Styles[0].Name == s.Styles[1].Name {
		t.Error("two styles of one name")
	}
	for i, sec := range s.Sections {
		if sec.PageNumber.Restart != (i%2 == 0) {
			t.Errorf("section %d begins with page 1: %t", i, sec.PageNumber.Restart)
		}
	}
	i := 0
	Walk(s, func(block Block) bool {
		if p, ok := block.(*Paragraph); ok {
			want := s.Styles[0]
			if i == 4 || i == 5 {
				want = s.Styles[1]
			}
			if p.Style != want {
				t.Errorf("paragraph %d has the style %s of size %d", i, p.Style.ID, p.Style.Outline)
			}
			i++
		}
		return true
	})
	if s.Sections[0].PageNumber.Style != s.Styles[0] || s.Sections[4].PageNumber.Style != s.Styles[1] {
		t.Error("the page number has another style than its document")
	}
}
