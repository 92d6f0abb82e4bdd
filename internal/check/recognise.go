package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/zone"
)

// recognise tells whether the file is a document of the standard, and says so where it is not: another standard's,
// a legal normative one, one from before the standard, no administrative document at all. It names, once, the
// components that were not recognised.
func (i *inspection) recognise() bool {
	note := func(id string, s diag.Severity, message, hint string) {
		i.groups[id] = &group{count: 1, Diagnostic: diag.Diagnostic{ID: id, Severity: s, Message: message, Hints: []string{hint}, Pos: diag.Pos{File: i.Document.File, Place: "văn bản"}}}
		i.order = append(i.order, id)
	}
	mains := i.parts(zone.Main)
	if len(mains) == 0 || !i.official(mains[0]) {
		note(IDKindOther, diag.Warning, "không nhận ra đây là văn bản hành chính: thiếu phần lớn các thành phần như quốc hiệu, số và ký hiệu, tên loại, nơi nhận",
			"biểu mẫu, tài liệu, bài viết không theo thể thức này; nếu là văn bản hành chính thì xem lại phần đầu văn bản")
		return false
	}
	n := mains[0]
	part := i.Found.Parts[n]
	switch {
	case part.Standard != "" && part.Standard != i.Standard.ID:
		note(IDKindOther, diag.Warning, fmt.Sprintf("văn bản này trình bày theo thể thức «%s», không phải «%s»", part.Standard, i.Standard.ID),
			fmt.Sprintf("kiểm tra lại bằng --standard %s", part.Standard))
		return false
	case part.Normative && slices.Contains(i.Standard.Checks.Normative, part.Type):
		note(IDKindOther, diag.Warning, "số, ký hiệu có năm ban hành như văn bản quy phạm pháp luật, văn bản tố tụng, văn bản của doanh nghiệp: theo quy định khác",
			"không kiểm tra văn bản này theo thể thức văn bản hành chính")
		return false
	case part.Normative && part.Type == "" && !part.Letter || i.otherNumber(n):
		note(IDKindOther, diag.Warning, "số, ký hiệu có năm và không nhận ra tên loại văn bản hành chính: văn bản quy phạm pháp luật, hợp đồng và giấy tờ khác theo quy định riêng",
			"không kiểm tra văn bản này theo thể thức văn bản hành chính")
		return false
	}
	if i.blankForm(n) {
		note(IDKindOther, diag.Warning, "số, ký hiệu, địa danh và thời gian ở đầu văn bản là chỗ chấm để điền: đây là biểu mẫu, chưa phải văn bản",
			"soạn văn bản theo biểu mẫu này rồi kiểm tra văn bản đó")
		return false
	}
	if head := i.otherHead(n); head != "" && len(i.Found.Of(n, zone.National)) == 0 && len(i.Found.Of(n, zone.Motto)) == 0 {
		note(IDKindOther, diag.Warning, fmt.Sprintf("bên phải đầu văn bản ghi «%s», không có quốc hiệu và tiêu ngữ: tổ chức có tiêu đề riêng thì theo thể thức của tổ chức đó", excerpt(head)),
			fmt.Sprintf("nếu là văn bản hành chính thì ghi %s và %s theo quy định rồi kiểm tra lại", zone.National, zone.Motto))
		return false
	}
	for _, l := range i.Found.Of(n, zone.PlaceDate) {
		if _, date, ok := i.Words.Date(l.Text); ok && date.IsFull() && date.Before(i.Standard.Checks.Since) {
			note(IDKindDate, diag.Warning, fmt.Sprintf("văn bản ghi ngày %s, trước khi %s có hiệu lực (%s)", date.Short(), i.Standard.Name, i.Standard.Checks.Since.Short()),
				"văn bản cũ theo quy định tại thời điểm ban hành, không kiểm tra theo thể thức này")
			return false
		}
	}
	i.unknownZones(n, note)
	return true
}

// blankForm tells a form to fill in: dots stand where a document has its number and its date.
func (i *inspection) blankForm(n int) bool {
	if len(i.Found.Of(n, zone.Number))+len(i.Found.Of(n, zone.PlaceDate)) > 0 || len(i.Found.Of(n, zone.National)) == 0 {
		return false
	}
	p, dotted := i.Found.Parts[n], 0
	for _, l := range i.Found.Lines[p.From:p.To] {
		if l.Kind == zone.TypeName || l.Kind == zone.Body {
			break
		}
		if strings.Contains(l.Text, "…") || strings.Contains(l.Text, "...") {
			dotted++
		}
	}
	return dotted > 1
}

// yearNumber is a number with the year in it, as courts and companies have.
var yearNumber = regexp.MustCompile(`\d/(?:19|20)\d\d/\p{Lu}`)

// otherNumber tells a number with a year that stands in a column of the header behind words of its own: «Bản án số:
// 12/2026/DS-ST».
func (i *inspection) otherNumber(n int) bool {
	if len(i.Found.Of(n, zone.Number)) > 0 {
		return false
	}
	for _, k := range []zone.Kind{zone.Outside, zone.Superior, zone.Issuer} { // for want of a better kind
		if slices.ContainsFunc(i.Found.Of(n, k), func(l zone.Labelled) bool { return l.Side == zone.Left && yearNumber.MatchString(l.Text) }) {
			return true
		}
	}
	return false
}

// official tells a part that has at least three things of official documents, one of them of those that forms and
// applications of persons have not, and says of what kind it is or who gets it: receipts and the like do not.
func (i *inspection) official(part int) bool {
	known := 0
	has := func(k zone.Kind) bool { return len(i.Found.Of(part, k)) > 0 }
	if !has(zone.Number) && !has(zone.Label) && !(has(zone.Issuer) && has(zone.TypeName)) {
		return false
	}
	if !has(zone.TypeName) && !has(zone.About) && !has(zone.Addressee) && !has(zone.Label) {
		return false
	}
	for _, k := range []zone.Kind{zone.National, zone.Motto, zone.Number, zone.PlaceDate, zone.TypeName, zone.Label, zone.Addressee, zone.About, zone.Signatory} {
		if has(k) {
			known++
		}
	}
	return known >= 3
}

// dated tells whether the header of a type has địa danh and thời gian, as far as a layout of the type's own says.
func (i *inspection) dated(kind string) bool {
	layout, own := i.Standard.Layouts[kind]
	return !own || slices.ContainsFunc(i.Standard.Headers[layout.Header], func(row standard.Columns) bool {
		return slices.Contains(row.Right, componentDate) || slices.Contains(row.Left, componentDate)
	})
}

// componentDate is how a standard's headers call địa danh and thời gian.
const componentDate = "dia_danh_ngay"

// unknownZones names what was not recognised in one finding.
func (i *inspection) unknownZones(part int, note func(string, diag.Severity, string, string)) {
	wanted := []zone.Kind{zone.National, zone.Motto, zone.Issuer, zone.Number, zone.Signatory, zone.Name, zone.Label}
	p := i.Found.Parts[part]
	if t, ok := i.Standard.Types[p.Type]; ok && t.Name != "" && t.Code == "" {
		return // a list of the office's own, which has few components
	}
	if !p.Minutes && i.dated(p.Type) {
		wanted = append(wanted, zone.PlaceDate)
	}
	if !p.Letter {
		wanted = append(wanted, zone.TypeName)
	}
	_, mottos := i.words()
	names := ""
	several := len(i.Found.Of(part, zone.Name)) > 1 // minutes and contracts are handed to those who sign
	for _, k := range wanted {
		if k == zone.Label && several {
			continue
		}
		if len(i.Found.Of(part, k)) > 0 || k == zone.Motto && len(mottos) == 0 || k == zone.National && len(i.Found.Of(part, zone.Motto)) > 0 || k == zone.Motto && len(i.Found.Of(part, zone.National)) > 0 || p.Minutes && (k == zone.Signatory || k == zone.Name) {
			continue
		}
		if names != "" {
			names += ", "
		}
		names += k.String()
	}
	if names != "" {
		note(IDZone, diag.Info, "không nhận ra: "+names, "các quy tắc về thành phần đó không được kiểm tra; nếu văn bản có thành phần này thì xem lại cách trình bày")
	}
}
