package schema

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
)

func TestColumns(t *testing.T) {
	var got []data.Column
	for _, c := range plan(t).Columns() {
		switch c.Key {
		case "so", "co_quan", "nhiem_vu", "kem":
			got = append(got, c)
		}
	}
	want := []data.Column{
		{Key: "so", Title: "Số", Kind: data.Text},
		{Key: "co_quan", Title: "Cơ quan", Kind: data.Map, Columns: []data.Column{
			{Key: "chu_quan", Title: "Cơ quan chủ quản", Kind: data.Text}, {Key: "ten", Title: "Tên cơ quan", Kind: data.List, OrText: true}}},
		{Key: "nhiem_vu", Title: "Nhiệm vụ", Kind: data.List, OrText: true, Columns: []data.Column{
			{Key: "ten", Title: "Tên nhiệm vụ", Kind: data.Text}, {Key: "chu_tri", Title: "Đơn vị chủ trì", Kind: data.Text},
			{Key: "phoi_hop", Title: "Đơn vị phối hợp", Kind: data.List, OrText: true},
			{Key: "thoi_gian", Title: "Thời gian", Kind: data.Map, Columns: []data.Column{{Key: "tu", Title: "Từ", Kind: data.Text}, {Key: "den", Title: "Đến", Kind: data.Text}}},
			{Key: "kinh_phi", Title: "Kinh phí", Kind: data.Text}}},
		{Key: "kem", Title: "Kèm theo", Kind: data.List},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A table read by the schema's own titles is judged by the schema.
func TestTableThroughSchema(t *testing.T) {
	s := plan(t)
	doc, found := data.ParseTable("a.csv", []byte("Ngày ban hành;Số;Cơ quan: Tên cơ quan;Số bản;Công khai;Tỷ lệ;Giờ họp;Nhiệm vụ\n5/3/2026;08;Sở Nội vụ;12;true;2.5;8:30;Tự viết\n"), s.Columns())
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	if diff := cmp.Diff("", show(s.Validate(doc))); diff != "" {
		t.Error(diff)
	}
}

// One signatory is columns of the table; several have a sheet of their own.
func TestListThatMayBeOneMap(t *testing.T) {
	s, found := Compile("a.tmpl", tree(t, "a.yaml", `
type: object
properties:
  so: {title: Số, type: [string, integer]}
  ky:
    title: Người ký
    oneOf:
      - {$ref: "#/$defs/nguoi"}
      - {type: array, minItems: 1, items: {$ref: "#/$defs/nguoi"}}
$defs:
  nguoi: {type: object, required: [ho_ten], additionalProperties: false, properties: {ho_ten: {title: Họ tên, type: string}}}
`), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	doc, found := data.ParseTable("a.csv", []byte("Số,Người ký: họ tên\n1,Lê Văn A\n"), s.Columns())
	if len(found) > 0 || doc.Field("ky").Kind != data.Map || doc.Field("ky").Field("ho_ten").Text != "Lê Văn A" {
		t.Errorf("%+v %s", doc, show(found))
	}
	if found := s.Validate(doc); len(found) > 0 {
		t.Error(show(found))
	}
	many, found := data.ParseTable("ky.csv", []byte("Họ tên\nLê Văn A\nTrần Thị B\n"), s.Columns())
	if len(found) > 0 || len(many.Field("ky").Items) != 2 || len(s.Validate(many)) > 0 {
		t.Errorf("%+v %s", many, show(found))
	}
}
