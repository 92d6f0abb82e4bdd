package standard

import (
	"vanban/internal/unit"
	"vanban/internal/viet"
)

// Checks is kiểm tra: what a checker needs beside the looks, measures and words of the components.
type Checks struct {
	Since     viet.Date    `vb:"hieu_luc_tu"`       // documents from before it are outside the standard
	Normative []string     `vb:"quy_pham,optional"` // types that may be legal normative documents: a year in their symbol tells
	Layout    LayoutChecks `vb:"trinh_bay"`
}

// LayoutChecks is what the rules about layout need.
type LayoutChecks struct {
	Tolerance   Tolerance             `vb:"sai_so"`
	Paragraphs  ParagraphLimits       `vb:"doan"`
	Dark        int                   `vb:"do_den" limits:"0..255"`               // a colour whose parts are all at most this is black to the eye
	SymbolFonts []string              `vb:"phong_chu_ky_hieu,optional" is:"full"` // fonts of signs (☐, •), which stand for no letters
	OldFonts    []string              `vb:"phong_chu_cu,optional" is:"full"`      // how the names of fonts of older encodings begin
	Printed     int                   `vb:"cho_nhieu_nhat" limits:"1..20"`        // places that a finding names
	Rules       map[string]LayoutRule `vb:"quy_tac"`                              // by the id of the finding; a rule that is not named is not applied
	Short       map[string][]string   `vb:"viet_tat,optional"`                    // abbreviations that a component may not hold, by the key of the component
	Divisions   []Division            `vb:"phan,optional"`                        // outermost first
	Calls       []string              `vb:"goi_den,optional" is:"full"`           // how a line ends that turns to those listed below it
}

// Tolerance is what a measure may be off before it is reported.
type Tolerance struct {
	Paper  unit.Length `vb:"kho_giay" limits:"0mm..5mm"`
	Margin unit.Length `vb:"le" limits:"0mm..5mm"`
	Indent unit.Length `vb:"thut" limits:"0mm..5mm"`
	Size   unit.Length `vb:"co_chu" limits:"0pt..2pt"`
	Gap    unit.Length `vb:"cach" limits:"0pt..5pt"`
	Lines  float64     `vb:"dong" limits:"0..1"`
	Rule   float64     `vb:"gach" limits:"0..1"`      // of the length of the text
	Row    unit.Length `vb:"hang" limits:"0mm..30mm"` // how far two lines that should stand level may be apart
	Table  unit.Length `vb:"bang" limits:"0mm..30mm"` // beyond the margins
}

// ParagraphLimits is what the paragraphs of the text may be.
type ParagraphLimits struct {
	Align     string        `vb:"can" words:"trai giua phai deu"`
	FirstLine []unit.Length `vb:"thut_dau" limits:"0mm..50mm" least:"1"` // the values to choose from
	Gap       unit.Length   `vb:"cach" limits:"0pt..50pt"`               // least room between two paragraphs
	Lines     []float64     `vb:"dong,optional" limits:"0.5..5"`         // least and most, in lines of the font
	Exact     unit.Range    `vb:"dong_dung,optional" limits:"4pt..150pt"`
}

// LayoutRule is one rule: how grave its breach is, and what demands it.
type LayoutRule struct {
	Severity string `vb:"muc" words:"loi canh_bao luu_y"`
	Clause   string `vb:"dieu_khoan" is:"full"`
}

// Division is a level of the text with a name of its own: «Chương I».
type Division struct {
	Word     string `vb:"tu" is:"full"`
	Numerals string `vb:"so" words:"la_ma a_rap"`
}
