// Package doc is the document as the decree sees it: components, blocks and inlines, with no measure, no
// face and no printed word of any standard in it.
//
// The components (thành phần thể thức) stand in fields of [Document]; the text of ô 6 is a flat list of
// [Block], each one construct of official text. Values that the data left out are zero, and it is the
// standard that says how a blank is printed, or that it may not be.
//
// Start from [Document] and [Walk].
package doc

import "vanban/internal/diag"

// Document is one document (văn bản) with what is bound to it.
type Document struct {
	Pos    diag.Pos
	Type   string // loại: key of the type's name and abbreviation in the standard
	Layout string // bố cục: key of the layout variant in the standard
	Sizes  Text   // cỡ chữ: key of the size set in the standard; empty for its own choice

	Header      Header
	Subject     []Text // trích yếu (ô 5a, 5b), a line each where the data breaks it
	Urgency     Text   // độ khẩn (ô 10b): key in the standard
	Circulation Text   // chỉ dẫn phạm vi lưu hành (ô 11): key in the standard
	Authority   Text   // thẩm quyền ban hành
	Grounds     []Text // căn cứ, without their marks
	Addressees  []Text // kính gửi (ô 9a), without dashes and marks
	Body        []Block
	Signatures  []Signature // chữ ký (ô 7a, 7b)
	Recipients  Recipients
	Contact     []Text // địa chỉ, điện thoại … at the foot of page 1 (ô 13), one line each

	Enclosures []*Enclosure // văn bản ban hành kèm theo
	Appendices []*Appendix  // phụ lục
}

// Text is a piece of plain text and where it comes from.
type Text struct {
	Text string
	Pos  diag.Pos
}

// IsZero tells whether the text was left out.
func (t Text) IsZero() bool { return t.Text == "" }

// Header holds ô 2, 3 and 4.
type Header struct {
	Superior []Text // cơ quan chủ quản, a line each; none for bodies that have no superior
	Issuer   []Text // cơ quan ban hành, a line each where the data breaks it
	Named    Text   // the issuer as it stands in a sentence; left out where Issuer itself serves
	Number   Text   // số; empty: to be filled in by hand
	Symbol   Text   // ký hiệu as in «KH-UBND»: type, then body
	Place    Text   // địa danh
	Date     Date
}

// Date is a day, or the parts of one that are known. Zero parts are to be filled in by hand.
type Date struct {
	Pos              diag.Pos
	Year, Month, Day int
}

// Signature is one signatory's block.
type Signature struct {
	Pos       diag.Pos
	Role      string // vai: where a layout has more than one place to sign; else empty
	Authority Text   // quyền hạn: «TM. ỦY BAN NHÂN DÂN»
	Titles    []Text // chức vụ, a line each: «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»
	Below     Text   // chức vụ khác, above the name (ô 7b)
	Name      Text
}

// Recipients are ô 9b and 12.
type Recipients struct {
	Pos     diag.Pos
	Items   []Text // without dashes and marks
	File    Text   // lưu: «VT, KGVX»
	Drafter Text   // ký hiệu người soạn thảo và số lượng bản: «PL.(300)»
}

// Enclosure is a document issued with another (Mẫu 1.3): it has a header of its own, without number
// and date.
type Enclosure struct {
	Pos     diag.Pos
	Type    Text // key of the type in the standard
	Subject []Text
	Body    []Block
}

// Appendix is a phụ lục. Numbers are given by the standard, from the order.
type Appendix struct {
	Pos       diag.Pos
	Title     Text
	Landscape bool
	Body      []Block
}

// Content is what official text holds: the text of ô 6 and the components that blocks of it stand for.
type Content struct {
	Body       []Block
	Enclosures []*Enclosure
	Appendices []*Appendix
	Signatures []Signature
}
