package check

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/standard"
	"vanban/internal/unit"
)

// Facts gives what a standard prescribes, in words, for the explanations of rules, which name it by a key in braces:
// «{le_tren}», «{co_quoc_hieu}» (sizes of a style), «{kieu_can_cu}» (its looks). A key that is no fact gives false.
func Facts(s *standard.Standard) func(key string) (string, bool) {
	fixed := map[string]string{
		"kho_giay":  paperName(s.Page.Width, s.Page.Height),
		"le_tren":   millimetres(s.Page.Top.Range),
		"le_duoi":   millimetres(s.Page.Bottom.Range),
		"le_trai":   millimetres(s.Page.Left.Range),
		"le_phai":   millimetres(s.Page.Right.Range),
		"phong_chu": s.Family,

		"gach_co_quan":   lineLength(s.Issuer.Rule),
		"gach_trich_yeu": lineLength(s.Subject.Rule),
	}
	if s.Checks != nil {
		p := s.Checks.Layout.Paragraphs
		var first []string
		for _, l := range p.FirstLine {
			first = append(first, centimetres(l))
		}
		fixed["thut_dau"], fixed["thut_dau_dat"] = strings.Join(first, " hoặc "), centimetres(slices.Max(p.FirstLine))
		fixed["cach_doan"] = pt(p.Gap) + " pt"
		fixed["gian_dong"], fixed["gian_dong_chon"] = pitch(p)
	}
	return func(key string) (string, bool) {
		if said, ok := fixed[key]; ok {
			return said, true
		}
		if name, ok := strings.CutPrefix(key, "co_"); ok {
			return "cỡ chữ " + sizes(s.Styles[name]), true
		}
		if name, ok := strings.CutPrefix(key, "kieu_"); ok {
			return looks(s.Styles[name]), true
		}
		return "", false
	}
}

// unsaid stands where a standard prescribes nothing.
const unsaid = "như thể thức quy định"

// paperName names a paper: «A4 (210 mm × 297 mm)».
func paperName(width, height unit.Length) string {
	measures := fmt.Sprintf("%s × %s", mm(width), mm(height))
	if width == 210*unit.MM && height == 297*unit.MM {
		return "A4 (" + measures + ")"
	}
	return measures
}

// millimetres says a range: «20 đến 25 mm».
func millimetres(r unit.Range) string {
	switch {
	case r == (unit.Range{}):
		return unsaid
	case r.Min == r.Max:
		return mm(r.Min)
	}
	return strings.TrimSuffix(mm(r.Min), " mm") + " đến " + mm(r.Max)
}

func centimetres(l unit.Length) string { return decimal(l.Millimetres()/10) + " cm" }

// sizes says the sizes of a style: «13 đến 14».
func sizes(style *standard.Style) string {
	switch {
	case style == nil || style.SizeRange == (unit.Range{}):
		return unsaid
	case style.SizeRange.Min == style.SizeRange.Max:
		return pt(style.SizeRange.Min)
	}
	return pt(style.SizeRange.Min) + " đến " + pt(style.SizeRange.Max)
}

// looks says the looks of a style: «cỡ chữ 13 đến 14, kiểu chữ đứng, đậm».
func looks(style *standard.Style) string {
	if style == nil {
		return "cỡ chữ, kiểu chữ " + unsaid
	}
	slant, weight := "đứng", "không đậm"
	if style.Italic {
		slant = "nghiêng"
	}
	if style.Bold {
		weight = "đậm"
	}
	return fmt.Sprintf("cỡ chữ %s, kiểu chữ %s, %s", sizes(style), slant, weight)
}

// lineLength says how long a line under a text is: «dài từ 1/3 đến 1/2 dòng chữ».
func lineLength(r *standard.Rule) string {
	if r == nil || len(r.Share.Range) != 2 {
		return "dài " + unsaid
	}
	if r.Share.Range[0] == r.Share.Range[1] {
		return "dài bằng " + share(r.Share.Range[0]) + " dòng chữ"
	}
	return fmt.Sprintf("dài từ %s đến %s dòng chữ", share(r.Share.Range[0]), share(r.Share.Range[1]))
}

// pitch says the distance of lines, and what is to be chosen in Word.
func pitch(p standard.ParagraphLimits) (demand, choice string) {
	switch {
	case p.Exact != (unit.Range{}):
		return fmt.Sprintf("đặt chính xác %s pt", betweenPt(p.Exact)), "chọn Chính xác (Exactly) " + betweenPt(p.Exact) + " pt"
	case len(p.Lines) == 2:
		between := fmt.Sprintf("từ %s đến %s", decimal(p.Lines[0]), decimal(p.Lines[1]))
		least := decimal(p.Lines[0])
		if p.Lines[0] == 1 {
			least = "dòng đơn"
		}
		return fmt.Sprintf("từ %s đến %s dòng", least, decimal(p.Lines[1])), "chọn Nhiều (Multiple) " + between
	}
	return unsaid, unsaid
}

// Clause gives the clause of a standard that a rule about layout rests on, as findings name it; empty where the standard
// does not have the rule.
func Clause(s *standard.Standard, id string) string {
	if s.Checks == nil || s.Checks.Layout.Rules[id].Clause == "" {
		return ""
	}
	return cited(s, s.Checks.Layout.Rules[id].Clause)
}

// cited puts a standard's name before a clause.
func cited(s *standard.Standard, clause string) string {
	if strings.HasPrefix(clause, practice) {
		return clause
	}
	return s.Name + ", " + clause
}
