package merge_test

import (
	"fmt"
	"strings"
	"testing"

	"vanban/internal/data"
	"vanban/internal/merge"
	"vanban/internal/tmpl"
)

// planBody is the task section and the table of a plan.
const planBody = `{{ hoa .trich_yeu }}
{{ range $i, $m := .nhiem_vu }}
{{ cong $i 1 }}. {{ .ten }}
{{ if .chu_tri }}
a) Đơn vị chủ trì: {{ bo_cham .chu_tri }}.
{{ end }}
{{ if .phoi_hop }}
b) Đơn vị phối hợp: {{ va .phoi_hop }}.
{{ end }}
{{ with .thoi_gian }}
c) Thời gian thực hiện: {{ hoa_dau (khoang .tu .den) }}.
{{ end }}
{{ end }}
{{ range $i, $m := .nhiem_vu }}
| {{ cong $i 1 }} | {{ .ten }} | {{ .chu_tri }} | {{ noi .phoi_hop "; " }} | {{ .thoi_gian.den }} |
{{ end }}
`

func plan(b *testing.B, tasks int) *data.Node {
	var y strings.Builder
	y.WriteString("trich_yeu: Triển khai chuyển đổi số năm 2026\nnhiem_vu:\n")
	for i := range tasks {
		fmt.Fprintf(&y, "  - ten: Rà soát dữ liệu dùng chung đợt %d\n    chu_tri: Sở Khoa học và Công nghệ\n    phoi_hop: [Sở Nội vụ, Sở Tài chính, Công an tỉnh]\n    thoi_gian: {tu: Q1/2026, den: Q4/2026}\n", i+1)
	}
	return parseData(b, y.String())
}

func BenchmarkRun(b *testing.B) {
	for _, tasks := range []int{30, 300} {
		b.Run(fmt.Sprintf("%dtasks", tasks), func(b *testing.B) {
			tm, doc := parse(b, planSchema, planBody), plan(b, tasks)
			b.ReportAllocs()
			for b.Loop() {
				if m, list := merge.Run(tm, doc, toy(), merge.Options{}); m == nil {
					b.Fatal(show(list))
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	src, e := source(planSchema, planBody), env()
	b.ReportAllocs()
	for b.Loop() {
		if _, list := tmpl.Parse("thu.tmpl", src, e); len(list) > 0 {
			b.Fatal(show(list))
		}
	}
}
