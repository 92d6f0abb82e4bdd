// Package standard reads a layout standard (thể thức): the words and numbers that writer, typesetter and
// checker share.
//
// A standard is one data file, templates/<id>/standard.yaml. Every measure holds the value that is
// written, the range that is allowed and the clause that says so, so that what vanban writes and what it
// checks cannot drift apart. No printed word of any standard stands in Go.
//
// Start from [Parse]. The keys of the file are the vb tags of the types below, and what a value may be is
// said by the tags beside it:
//
//	limits   least and most of a length, a range of lengths or a number; of each item of a list or table
//	words    the words to choose from
//	is       the form of a text, or of each of a list: full (not empty), upper, lower, color, language
//	least    how many items a list has at least
//	pattern  the names that may stand in braces in the text; needs: those that must
//
// What several values say together is for the check method of their type ([Measure], [Page], [Layout] …),
// what a value says of another part of the file for references.go and looks.go.
//
// What holds: an office may write a standard of its own, so the file is as little trusted as data. Whatever
// Parse gives without an error, the stages behind it can lay out: a fuzz test of package build holds this.
// Every finding stands at a line.
//
// Known gaps: how wide the words of a standard are is only known to compose, which reports what does not
// fit.
package standard

import (
	"maps"
	"slices"

	"vanban/internal/data"
	"vanban/internal/unit"
)

// Standard is one layout standard.
type Standard struct {
	ID            string     // name of its folder
	Hash          data.Sum   // of all that the file says
	Name          string     `vb:"ten" is:"full"`
	TemplatesFrom string     `vb:"mau_tu,optional"` // standard whose templates serve where it has none of its own
	Language      string     `vb:"ngon_ngu" is:"language"`
	Page          Page       `vb:"trang"`
	Family        string     `vb:"phong_chu" is:"full"`
	SizeSets      []string   `vb:"bo_co_chu" is:"full" least:"1"` // the first is used where the data chooses none
	PageNumber    PageNumber `vb:"so_trang"`

	Styles   map[string]*Style    `vb:"kieu"`
	Types    map[string]Type      `vb:"loai"`
	Words    map[string]*Word     `vb:"chu"`
	Headers  map[string][]Columns `vb:"dau_trang"`
	Layouts  map[string]*Layout   `vb:"bo_cuc"`
	Prefixes map[string]Prefix    `vb:"ky_thay"` // by their letters in capitals, without stops and strokes: «TM»

	Gutter     unit.Length `vb:"khe_cot" limits:"0mm..30mm"` // between the two columns of the header, and of the signatures
	Superior   Lines       `vb:"chu_quan"`
	Issuer     Lines       `vb:"co_quan"`
	Number     Number      `vb:"so_ky_hieu"`
	PlaceDate  PlaceDate   `vb:"dia_danh_ngay"`
	TypeName   Lines       `vb:"ten_loai"`
	Subject    Lines       `vb:"trich_yeu"`
	Noted      Lines       `vb:"trich_yeu_kem_theo"`
	About      About       `vb:"trich_yeu_cong_van"`
	Urgency    Marks       `vb:"do_khan"`
	Circulate  Marks       `vb:"luu_hanh"`
	Authority  Lines       `vb:"tham_quyen"`
	Grounds    Listing     `vb:"can_cu_ban_hanh"`
	Addressees Addressees  `vb:"kinh_gui"`
	Body       Body        `vb:"noi_dung"`
	Table      Table       `vb:"bang"`
	Signature  Signature   `vb:"chu_ky"`
	Recipients Recipients  `vb:"noi_nhan"`
	Contact    Contact     `vb:"lien_he"`
	Enclosure  Enclosure   `vb:"kem_theo"`
	Appendix   Appendix    `vb:"phu_luc"`

	Checks *Checks `vb:"kiem_tra,optional"` // nil: nothing can be checked by this standard

	BreakBefore []string `vb:"ngat_truoc" is:"upper"`          // words that a centred line is best broken before
	Together    []string `vb:"khong_ngat,optional" is:"lower"` // phrases that a centred line is not broken in
}

// Measure is a length with what is allowed for it.
type Measure struct {
	Value  unit.Length `vb:"gia_tri"`
	Range  unit.Range  `vb:"khoang,optional"` // zero: nothing is prescribed
	Clause string      `vb:"dieu_khoan,optional"`
}

// Fraction is a share of a length, with what is allowed for it.
type Fraction struct {
	Value  float64   `vb:"gia_tri" limits:"0.01..1"`
	Range  []float64 `vb:"khoang,optional" limits:"0..1"` // least and most
	Clause string    `vb:"dieu_khoan,optional"`
}

// Page is khổ giấy và định lề trang.
type Page struct {
	Width  unit.Length `vb:"rong" limits:"60mm..558mm"`
	Height unit.Length `vb:"cao" limits:"60mm..558mm"`
	Clause string      `vb:"dieu_khoan,optional"`
	Top    Measure     `vb:"le_tren" limits:"0mm..500mm"`
	Right  Measure     `vb:"le_phai" limits:"0mm..500mm"`
	Bottom Measure     `vb:"le_duoi" limits:"0mm..500mm"`
	Left   Measure     `vb:"le_trai" limits:"0mm..500mm"`
}

// PageNumber is số trang văn bản.
type PageNumber struct {
	Style     string      `vb:"kieu"`
	FromTop   unit.Length `vb:"cach_mep_tren" limits:"0mm..500mm"`
	HideFirst bool        `vb:"an_trang_dau"`
	Clause    string      `vb:"dieu_khoan,optional"`
}

// Style is how one component looks.
type Style struct {
	Key         string
	Name        string                 `vb:"ten" is:"full"`
	Sizes       map[string]unit.Length `vb:"co" limits:"4pt..72pt"` // by size set; the key "*" serves all sets
	SizeRange   unit.Range             `vb:"co_khoang" limits:"4pt..72pt"`
	Bold        bool                   `vb:"dam,optional"`
	Italic      bool                   `vb:"nghieng,optional"`
	Align       string                 `vb:"can,optional" words:"trai giua phai deu"`
	FirstLine   unit.Length            `vb:"thut_dau,optional" limits:"-100mm..100mm"`
	IndentLeft  unit.Length            `vb:"thut_trai,optional" limits:"0mm..150mm"`
	IndentRight unit.Length            `vb:"thut_phai,optional" limits:"0mm..150mm"`
	Before      unit.Length            `vb:"truoc,optional" limits:"0pt..100pt"`
	After       unit.Length            `vb:"sau,optional" limits:"0pt..100pt"`
	Line        float64                `vb:"dong,optional" limits:"0.5..5"` // lines; 1 is single
	LineExact   unit.Length            `vb:"dong_dung,optional" limits:"4pt..150pt"`
	Outline     int                    `vb:"cap_de_muc,optional" limits:"0..9"`
	KeepNext    bool                   `vb:"giu_voi_doan_sau,optional"`
	KeepLines   bool                   `vb:"khong_tach,optional"`
	Color       string                 `vb:"mau_chu,optional" is:"color"`
	Clause      string                 `vb:"dieu_khoan,optional"`
}

// Size gives the size in a size set.
func (s *Style) Size(set string) unit.Length {
	if l, ok := s.Sizes[set]; ok {
		return l
	}
	return s.Sizes["*"]
}

// Type is a tên loại văn bản and its abbreviation (Phụ lục III, mục I).
type Type struct {
	Name   string `vb:"ten"`               // as printed at the head: «KẾ HOẠCH»; empty for those that print none
	Common string `vb:"ten_goi" is:"full"` // as it stands in a sentence: «Kế hoạch»
	Code   string `vb:"viet_tat,optional"` // as it stands in ký hiệu: «KH»
}

// Word is a fixed line of the standard with its look: Quốc hiệu, Tiêu ngữ.
type Word struct {
	Text  string `vb:"chu" is:"full"`
	Style string `vb:"kieu"`
	Rule  *Rule  `vb:"gach,optional"`
}

// Rule is a line drawn under a component: as long as its text, or a share of it.
type Rule struct {
	Share  Fraction    `vb:"dai"` // of the longest line of the text; 1 is its whole length
	Gap    unit.Length `vb:"cach" limits:"0mm..20mm"`
	Weight unit.Length `vb:"net" limits:"0.25pt..6pt"`
}

// Columns is one row of the header: the components of its left and right column, top to bottom.
type Columns struct {
	Left  []string `vb:"trai"`
	Right []string `vb:"phai"`
}

// Layout is a bố cục: which components follow one another, and the words of its own.
type Layout struct {
	Header    string   `vb:"dau_trang"`
	Order     []string `vb:"thu_tu"`
	AsArticle bool     `vb:"nhu_dieu,optional"` // the first recipient is «Như Điều n»
	Signers   []Signer `vb:"nguoi_ky,optional"` // places to sign, left to right; none: one signatory
	EndMark   string   `vb:"dau_het,optional"`
	Landscape bool     `vb:"ngang,optional"`
}

// Signer is a place to sign of a layout that has more than one.
type Signer struct {
	Role  string `vb:"vai" is:"full"`
	Label string `vb:"nhan" is:"full"`
}

// Prefix is how a signing authority is written: «TM.».
type Prefix struct {
	Text       string `vb:"chu"`              // empty for one that the standard does not have
	Collective bool   `vb:"tap_the,optional"` // a body is signed for, not its head
	Own        bool   `vb:"rieng,optional"`   // it stands before the signer's own title, so that none follows
}

// Collective is the signing authority for a body, with its key; not ok where the standard has none.
func (s *Standard) Collective() (key string, p Prefix, ok bool) {
	for _, key := range slices.Sorted(maps.Keys(s.Prefixes)) {
		if p := s.Prefixes[key]; p.Collective && p.Text != "" {
			return key, p, true
		}
	}
	return "", Prefix{}, false
}

// Lines is a component of one or more lines of one style.
type Lines struct {
	Style string  `vb:"kieu"`
	Rule  *Rule   `vb:"gach,optional"`
	Upper bool    `vb:"in_hoa,optional"`
	Lower bool    `vb:"chu_dau_thuong,optional"`       // first letter in lower case
	Share float64 `vb:"rong,optional" limits:"0.1..1"` // of the width at hand that a line may take; 0 is all of it
}

// Number is số, ký hiệu.
type Number struct {
	Style   string      `vb:"kieu"`
	Pattern string      `vb:"mau" pattern:"so loai noi" needs:"so loai noi"`
	Blank   unit.Length `vb:"cho_trong" limits:"1mm..100mm"`
	Symbol  string      `vb:"ky_hieu" pattern:"loai noi" needs:"loai noi"` // ký hiệu alone, as other components cite it
}

// PlaceDate is địa danh và thời gian ban hành.
type PlaceDate struct {
	Style   string      `vb:"kieu"`
	Pattern string      `vb:"mau" pattern:"dia_danh ngay thang nam" needs:"dia_danh ngay thang nam"`
	Blank   unit.Length `vb:"cho_trong" limits:"1mm..100mm"`
}

// About is trích yếu of a công văn: a word before it.
type About struct {
	Style   string `vb:"kieu"`
	Pattern string `vb:"mau" pattern:"trich_yeu" needs:"trich_yeu"`
}

// Marks are stamps of fixed words in frames, by the key the data names them with.
type Marks struct {
	Style  string          `vb:"kieu"`
	Weight unit.Length     `vb:"net"`
	Frame  bool            `vb:"khung"`
	Marks  map[string]Mark `vb:"dau"`
}

// Mark is one stamp.
type Mark struct {
	Text   string      `vb:"chu" is:"full"`
	Width  unit.Length `vb:"rong,optional" limits:"5mm..100mm"`
	Height unit.Length `vb:"cao,optional" limits:"3mm..60mm"`
}

// Listing is a list of lines with marks: what begins each, ends each, and ends the last.
type Listing struct {
	Style  string `vb:"kieu"`
	Before string `vb:"dau_dong,optional"`
	After  string `vb:"cuoi_dong"`
	Last   string `vb:"cuoi_cung"`
}

// Addressees is kính gửi (ô 9a).
type Addressees struct {
	Listing           // its style is that of one addressee on the line of the label
	LabelStyle string `vb:"kieu_nhan"` // of the label above a list
	ListStyle  string `vb:"kieu_danh_sach"`
	LastStyle  string `vb:"kieu_cuoi"` // of the last of a list
	Label      string `vb:"nhan" is:"full"`
	FirstLine  string `vb:"nhu_tren" is:"full"` // the first recipient of a document that has addressees
}

// Body is what the text of ô 6 looks like.
type Body struct {
	Paragraph     string   `vb:"doan"`
	Centered      string   `vb:"giua"`
	DivisionLabel []string `vb:"phan_nhan" least:"4"` // phần, chương, mục, tiểu mục
	DivisionTitle []string `vb:"phan_ten" least:"4"`
	Heading       string   `vb:"muc"`
	ArticleTitled string   `vb:"dieu_co_ten"`
	Article       string   `vb:"dieu"`
	ArticleLabel  string   `vb:"nhan_dieu" pattern:"so" needs:"so"` // printed bold before the text
	Clause        string   `vb:"khoan"`
	ClauseHeading []string `vb:"khoan_co_ten" least:"1"` // by depth, the last serves all deeper ones
	Point         string   `vb:"diem"`
	Item          string   `vb:"gach_dau_dong"`
	Mention       *Mention `vb:"nhac_phu_luc,optional"` // how a body speaks of its appendices
}

// Mention is what a body that has appendices must say, in one of several phrases (small letters).
type Mention struct {
	Phrases []string `vb:"chu" is:"lower" least:"1"`
	Hint    string   `vb:"goi_y" is:"full"`
	Clause  string   `vb:"dieu_khoan,optional"`
}

// Table is how tables look: their styles, and the room between a cell's edge and its text.
type Table struct {
	Header  string      `vb:"dau"`
	Group   string      `vb:"nhom"`
	Left    string      `vb:"trai"`
	Center  string      `vb:"giua"`
	Right   string      `vb:"phai"`
	PadX    unit.Length `vb:"le_o" limits:"0mm..10mm"`
	Shading string      `vb:"nen" is:"color"`
}

// Signature is chức vụ, họ tên và chữ ký (ô 7a, 7b, 7c).
type Signature struct {
	First    string      `vb:"kieu_dong_dau"` // quyền hạn, or the signer's own title where there is none
	Title    string      `vb:"kieu_chuc_vu"`
	Name     string      `vb:"kieu_ho_ten"`
	Above    unit.Length `vb:"cach_tren" limits:"0mm..50mm"` // room above the block, and above recipients that stand under it
	Space    Measure     `vb:"cho_ky" limits:"5mm..100mm"`
	Lead     string      `vb:"nguoi_dau" words:"trai phai"` // where the first of several signatories stands
	KeepWith int         `vb:"dong_di_cung" limits:"1..20"` // lines of the body that stay with the block
	Column   float64     `vb:"rong_cot" limits:"0.3..0.7"`  // least share of the text width that the signature's column has
}

// Recipients is nơi nhận (ô 9b) and ký hiệu người soạn thảo (ô 12).
type Recipients struct {
	Listing
	LabelStyle string `vb:"kieu_nhan"`
	Label      string `vb:"nhan" is:"full"`
	LabelRule  *Rule  `vb:"gach,optional"`
	AsArticle  string `vb:"nhu_dieu" pattern:"so" needs:"so"`
	File       string `vb:"luu" pattern:"luu" needs:"luu"`
	Drafter    string `vb:"kieu_nguoi_soan"`
}

// Contact is địa chỉ, thư điện tử … at the foot of page 1 (ô 13).
type Contact struct {
	Style string `vb:"kieu"`
}

// Enclosure is a document issued with another: its header, and what its components follow in.
type Enclosure struct {
	Header string   `vb:"dau_trang"`
	Order  []string `vb:"thu_tu"`
	Note   Note     `vb:"ghi_chu"`
}

// Note is the line that ties an appendix or an enclosure to its document.
type Note struct {
	Style   string      `vb:"kieu"`
	Pattern string      `vb:"mau" pattern:"ten_loai so ky_hieu loai noi ngay thang nam co_quan" needs:"so"`
	Blank   unit.Length `vb:"cho_trong" limits:"1mm..100mm"`
	Rule    *Rule       `vb:"gach,optional"`
}

// Appendix is phụ lục.
type Appendix struct {
	LabelStyle string `vb:"kieu_nhan"`
	Single     string `vb:"nhan" is:"full"`                  // of the only appendix
	Label      string `vb:"nhan_so" pattern:"so" needs:"so"` // where there are several
	Numerals   string `vb:"so" words:"la_ma a_rap"`
	Title      Lines  `vb:"tieu_de"`
	Note       Note   `vb:"ghi_chu"`
}
