package merge

import (
	"fmt"

	"vanban/internal/viet"
)

// maxQuarters bounds cac_quy: a plan covers years, not centuries.
const maxQuarters = 200

// dateFunctions write and split times. The forms follow Decree 30, Phụ lục I, phần II, mục 4.
func dateFunctions() []function {
	return []function{
		define("ngay", longDate, "ngày tháng năm viết đầy đủ",
			Example{`{{ ngay "2026-02-05" }}`, "ngày 05 tháng 02 năm 2026"},
			Example{`{{ ngay "28/6/2026" }}`, "ngày 28 tháng 6 năm 2026"}),
		define("ngay_ngan", shortDate, "ngày tháng năm viết bằng số",
			Example{`{{ ngay_ngan "2026-02-05" }}`, "05/02/2026"}),
		define("nam", year, "năm của một ngày hay một khoảng thời gian",
			Example{`{{ nam "2026-02-05" }}`, "2026"}),
		define("gio", clock, "giờ phút viết đầy đủ",
			Example{`{{ gio "8:00" }}`, "08 giờ 00 phút"}),
		define("phut", minutes, "số phút từ 0 giờ, để so sánh hai giờ trong ngày",
			Example{`{{ phut "8:30" }}`, "510"}),
		define("thoi_ky", period, "tên của một quý, tháng, năm hay nửa năm",
			Example{`{{ thoi_ky "Q4/2025" }}`, "Quý IV/2025"}),
		define("han", deadline, "hạn hoàn thành: một ngày thì thêm «đến hết», quý, tháng, năm thì giữ nguyên tên",
			Example{`{{ han "15/12/2026" }}`, "đến hết ngày 15/12/2026"},
			Example{`{{ han "Q4/2026" }}`, "Quý IV/2026"}),
		define("khoang", span, "khoảng thời gian từ … đến hết …, viết thường để đứng giữa câu",
			Example{`{{ khoang "Q4/2025" "Q2/2026" }}`, "từ Quý IV/2025 đến hết Quý II/2026"},
			Example{`{{ hoa_dau (khoang "Q4/2025" "Q2/2026") }}`, "Từ Quý IV/2025 đến hết Quý II/2026"}),
		define("quy", quarterOf, "quý chứa một ngày",
			Example{`{{ quy "2026-05-20" }}`, "Quý II/2026"}),
		define("cac_quy", quarters, "các quý từ … đến …, mỗi quý có nam, quy, ten",
			Example{`{{ range cac_quy "Q4/2025" "Q1/2026" }}{{ .ten }}; {{ end }}`, "Quý IV/2025; Quý I/2026; "},
			Example{`{{ range cac_quy "2026" "2026" }}{{ .quy }} {{ end }}`, "1 2 3 4 "}),
		define("giao_quy", overlaps, "khoảng thời gian từ … đến … có chạm vào quý (một mục của cac_quy) hay không",
			Example{`{{ range cac_quy "2026" "2026" }}{{ if giao_quy "3/2026" "Q2/2026" . }}x{{ else }}-{{ end }}{{ end }}`, "xx--"}),
	}
}

func longDate(s string) (string, error) {
	d, err := viet.ParseDate(s)
	return d.Long(), err
}

func shortDate(s string) (string, error) {
	d, err := viet.ParseDate(s)
	return d.Short(), err
}

func year(s string) (string, error) {
	p, err := viet.ParsePeriod(s)
	return fmt.Sprint(p.First.Year), err
}

func clock(s string) (string, error) {
	c, err := viet.ParseClock(s)
	return c.Long(), err
}

func deadline(s string) (string, error) {
	p, err := viet.ParsePeriod(s)
	if err != nil {
		return "", err
	}
	if p.Kind == viet.ByDay {
		return "đến hết " + p.String(), nil
	}
	return p.String(), nil
}

func minutes(s string) (int, error) {
	c, err := viet.ParseClock(s)
	return c.Hour*60 + c.Minute, err
}

func period(s string) (string, error) {
	p, err := viet.ParsePeriod(s)
	if err != nil {
		return "", err
	}
	return p.String(), nil
}

func span(from, to string) (string, error) {
	a, b, err := stretch(from, to)
	if err != nil {
		return "", err
	}
	return viet.Span(a, b), nil
}

// stretch reads two periods, the second no earlier than the first.
func stretch(from, to string) (a, b viet.Period, err error) {
	if a, err = viet.ParsePeriod(from); err != nil {
		return a, b, err
	}
	if b, err = viet.ParsePeriod(to); err != nil {
		return a, b, err
	}
	if b.Last.Before(a.First) {
		return a, b, &argumentError{reason: fmt.Sprintf("«%s» đến trước «%s»", to, from), hint: "xem lại thời gian bắt đầu và kết thúc"}
	}
	return a, b, nil
}

func quarterOf(s string) (string, error) {
	d, err := viet.ParseDate(s)
	if err != nil {
		return "", err
	}
	if d.Month == 0 {
		return "", &argumentError{reason: fmt.Sprintf("«%s» không có tháng nên không biết là quý nào", s)}
	}
	return viet.Quarters(d.First(), d.First())[0].String(), nil
}

func quarters(from, to string) ([]any, error) {
	a, b, err := stretch(from, to)
	if err != nil {
		return nil, err
	}
	if b.Last.Year-a.First.Year > maxQuarters/4 {
		return nil, &argumentError{reason: fmt.Sprintf("khoảng thời gian dài quá %d quý", maxQuarters)}
	}
	var out []any
	for _, q := range viet.Quarters(a.First, b.Last) {
		out = append(out, &dict{entries: []entry{{"nam", q.Year}, {"quy", q.N}, {"ten", q.String()}}})
	}
	return out, nil
}

func overlaps(from, to string, quarter *dict) (bool, error) {
	a, b, err := stretch(from, to)
	if err != nil {
		return false, err
	}
	y, _ := quarter.lookup("nam")
	n, _ := quarter.lookup("quy")
	q := viet.Quarter{}
	var ok1, ok2 bool
	q.Year, ok1 = y.(int)
	q.N, ok2 = n.(int)
	if !ok1 || !ok2 {
		return false, &argumentError{reason: "đối số thứ ba phải là một mục của «cac_quy»"}
	}
	return q.Overlaps(a.First, b.Last), nil
}
