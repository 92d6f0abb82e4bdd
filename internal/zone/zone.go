// Package zone tells which component of an official document (thành phần thể thức, ô số) each line of a
// source is: of a plain text, or of a Word file that somebody else made.
//
// It sees lines and, where the source knows them, their looks; it reads no measure and changes no word. What
// it finds serves the importer (what is the abstract?), the checker (which paragraph is the issuer's name?)
// and the comparison of two documents (in which component do they differ?).
//
// The words that it goes by come from the standards (Quốc hiệu, tên loại, Nơi nhận …) and from
// templates/nhan-dang.yaml (how grounds begin, posts, a portal's own lines). See [Words].
//
// Start from [Find].
//
// What holds: every line of the source is in the answer, in its order (a line that holds two columns side by
// side becomes two); what is not recognised is [Body] inside a document and [Outside] around it; a label that
// may be wrong says so in [Labelled.Doubt]. Time is linear in the text.
package zone

import (
	"vanban/internal/diag"
	"vanban/internal/unit"
)

// Line is one paragraph or printed line of a source.
type Line struct {
	Pos    diag.Pos
	Text   string // in NFC, without blanks at its ends
	Raw    string // of an answer: Text before its blanks were made single ones; empty where they were
	Gap    bool   // a blank line stands before it
	Side   Side   // which of two columns side by side it stands in
	Column int    // of several columns right of the first: which; 0 in the first and where there are none
	Pair   int    // the row of a table that Side speaks of; below 0: a line with columns set by tabs or blanks; 0 for neither
	Look   Look
	Table  bool // stands for a data table; Text is that of its first cell
	Foot   bool // stands at the foot of the first page
	Ref    int  // whatever the caller wants back

	Cells []string // what stands apart on the line, by tabs or wide blanks, where Find did not part it
}

// Side is a column of a header or signature block.
type Side int

// The sides. Whole is a line of its own.
const (
	Whole Side = iota
	Left
	Right
)

// Look is how a line looks, where the source knows it (a Word file).
type Look struct {
	Known    bool
	Bold     bool // the whole line
	Italic   bool // the whole line
	Centered bool
	Size     unit.Length
	Break    bool // a new page or section begins with it
}

// Kind is what a line is.
type Kind int

// The components, by ô số (Phụ lục I, mục IV.1), and what else stands in files.
const (
	Body          Kind = iota // nội dung (ô 6)
	National                  // Quốc hiệu, or the Party's name (ô 1)
	Motto                     // Tiêu ngữ (ô 1)
	Superior                  // cơ quan chủ quản (ô 2)
	Issuer                    // cơ quan ban hành (ô 2)
	Number                    // số, ký hiệu (ô 3)
	PlaceDate                 // địa danh và thời gian (ô 4)
	TypeName                  // tên loại (ô 5a)
	Subject                   // trích yếu (ô 5a)
	About                     // trích yếu công văn: V/v (ô 5b)
	Authority                 // thẩm quyền ban hành
	Ground                    // căn cứ
	Order                     // QUYẾT ĐỊNH:, QUYẾT NGHỊ:
	Addressee                 // kính gửi (ô 9a), its label with it
	Signatory                 // quyền hạn, chức vụ (ô 7a)
	Role                      // the label above a signature of minutes: THƯ KÝ, CHỦ TỌA
	Signed                    // (Đã ký), (Chữ ký, dấu): stands for a signature
	Name                      // họ và tên (ô 7b)
	Label                     // Nơi nhận:
	Recipient                 // one of the recipients (ô 9b), or a line that goes on with one
	File                      // Lưu: …
	Drafter                   // ký hiệu người soạn thảo (ô 12)
	Urgency                   // độ khẩn (ô 10b)
	Circulation               // phạm vi lưu hành (ô 11)
	Secrecy                   // độ mật (ô 10a)
	Draft                     // DỰ THẢO
	Contact                   // địa chỉ, điện thoại … (ô 13)
	AppendixLabel             // Phụ lục I
	AppendixTitle             // tiêu đề phụ lục
	Note                      // (Kèm theo …)
	Rule                      // a line of hyphens, underscores or stars that stands for a drawn one
	PageNumber                // a lone number
	Footnote                  // the text of a footnote
	Outside                   // not of the document: a portal's menu, a signing program's stamp
)

// PartKind is what a part of a source is.
type PartKind int

// A source holds one main document, what is issued with it, its appendices, and perhaps others.
const (
	Main      PartKind = iota
	Enclosure          // văn bản ban hành kèm theo
	Appendix           // phụ lục
	Another            // a further document with a header of its own
)

// Part is a run of lines that are one document, enclosure or appendix.
type Part struct {
	Kind      PartKind
	From, To  int    // indices of Found.Lines: from From up to To, To not included
	Type      string // key of the type in the standard; empty where no type's name was found
	Letter    bool   // a công văn: no type's name, but V/v or kính gửi
	Minutes   bool   // signed by roles, as minutes are
	Standard  string // id of the standard whose words its header uses; empty where it has none
	Normative bool   // a legal normative document (a year in its number): not of this standard
}

// Labelled is a line with what it is.
type Labelled struct {
	Line
	Kind  Kind
	Part  int    // index of Found.Parts; -1 for lines outside every part
	Value string // the text without label and marks, where the kind has them: «VT, KGVX» of «- Lưu: VT, KGVX.»
	Doubt string // why the label may be wrong, in Vietnamese; empty where it is sure
}

// Found is what was found in a source.
type Found struct {
	Lines []Labelled
	Parts []Part
}

// Of gives the lines of a part that are of a kind, in order.
func (f *Found) Of(part int, kind Kind) []Labelled {
	n := 0
	f.each(part, kind, func(*Labelled) { n++ })
	if n == 0 {
		return nil
	}
	out := make([]Labelled, 0, n)
	f.each(part, kind, func(l *Labelled) { out = append(out, *l) })
	return out
}

func (f *Found) each(part int, kind Kind, do func(*Labelled)) {
	p := f.Parts[part]
	for i := p.From; i < p.To; i++ {
		if l := &f.Lines[i]; l.Part == part && l.Kind == kind {
			do(l)
		}
	}
}

// String names the component in Vietnamese, for messages.
func (k Kind) String() string {
	switch k {
	case National:
		return "quốc hiệu"
	case Motto:
		return "tiêu ngữ"
	case Superior:
		return "cơ quan chủ quản"
	case Issuer:
		return "cơ quan ban hành"
	case Number:
		return "số, ký hiệu"
	case PlaceDate:
		return "địa danh và thời gian"
	case TypeName:
		return "tên loại"
	case Subject, About:
		return "trích yếu"
	case Authority:
		return "thẩm quyền ban hành"
	case Ground:
		return "căn cứ"
	case Order:
		return "mệnh lệnh"
	case Addressee:
		return "kính gửi"
	case Signatory:
		return "quyền hạn, chức vụ người ký"
	case Role:
		return "vai người ký"
	case Signed:
		return "chữ ký"
	case Name:
		return "họ tên người ký"
	case Label, Recipient:
		return "nơi nhận"
	case File:
		return "nơi lưu"
	case Drafter:
		return "ký hiệu người soạn thảo"
	case Urgency:
		return "độ khẩn"
	case Circulation:
		return "phạm vi lưu hành"
	case Secrecy:
		return "độ mật"
	case Draft:
		return "chữ dự thảo"
	case Contact:
		return "thông tin liên hệ"
	case AppendixLabel, AppendixTitle:
		return "phụ lục"
	case Note:
		return "dòng kèm theo"
	case Rule:
		return "dòng kẻ"
	case PageNumber:
		return "số trang"
	case Footnote:
		return "chú thích"
	case Outside:
		return "ngoài văn bản"
	default:
		return "nội dung"
	}
}
