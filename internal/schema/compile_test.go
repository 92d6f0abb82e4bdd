package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"vanban/internal/data"
)

func TestFaultsOfSchemas(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"type: object\nrequird: [a]\nproperties:\n  a: {typ: string}\n", "2:1 SCHEMA-KEYWORD lược đồ không có từ «requird» | có phải là «required»?\n4:7 SCHEMA-KEYWORD lược đồ không có từ «typ» | có phải là «type»?"},
		{"properties:\n  a: {$ref: \"chung.schema.yaml#/$defs/dongg\"}\n  b: {$ref: \"#/$defs/x\"}\n  c: {$ref: \"khac.yaml#/x\"}\n",
			"2:13 SCHEMA-REF không có định nghĩa «chung.schema.yaml#/$defs/dongg» | có phải là «chung.schema.yaml#/$defs/dong»?\n" +
				"3:13 SCHEMA-REF không có định nghĩa «#/$defs/x» | viết «#/$defs/tên» cho định nghĩa trong tệp này, «tệp#/$defs/tên» cho tệp dùng chung\n" +
				"4:13 SCHEMA-REF không có định nghĩa «khac.yaml#/x» | viết «#/$defs/tên» cho định nghĩa trong tệp này, «tệp#/$defs/tên» cho tệp dùng chung"},
		{"properties:\n  a: {type: text}\n  b: {format: date}\n  c: {pattern: \"[\"}\n  d: 5\nrequired: [a, e]\n",
			"2:13 SCHEMA-INVALID không có kiểu «text» | các kiểu: string, integer, number, boolean, array, object\n" +
				"3:15 SCHEMA-INVALID không có định dạng «date» | các định dạng: «ngay», «thoi_ky», «gio», «so_nguyen», «so_tien»\n" +
				"4:16 SCHEMA-INVALID biểu thức «[» viết sai | viết theo cú pháp biểu thức chính quy RE2\n" +
				"5:6 SCHEMA-INVALID lược đồ phải gồm các mục «khóa: giá trị», hoặc true, false\n" +
				"6:15 SCHEMA-INVALID khóa bắt buộc «e» không có trong «properties»"},
		{"properties:\n  a: {type: string, minLength: hai}\n  b: {title: 5}\n", "2:32 SCHEMA-INVALID cần số nguyên, ở đây là chữ | properties.a.minLength | viết bằng chữ số, không có dấu ngăn hàng nghìn\n" +
			"3:14 SCHEMA-INVALID cần chữ, ở đây là số | properties.b.title | đặt trong dấu nháy: \"5\""},
		{"properties:\n  a: {type: string, minLength: -1}\n", "2:32 SCHEMA-INVALID «-1» quá nhỏ: phải từ 0 trở lên | properties.a.minLength"},
		{"x-thu-tu-ngay: [a, b, c]\nx-khong-truoc: [{truong: \"a[].x\", moc: b}]\nx-tong: {truong: a}\nproperties:\n  a: {type: string}\n  b: {type: string}\n",
			"1:16 SCHEMA-RULE «x-thu-tu-ngay» phải là danh sách hai khóa, như [tu, den]\n" +
				"2:26 SCHEMA-RULE đường dẫn «a[].x» không có trong lược đồ: dừng ở «a[]» | viết các khóa nối bằng dấu chấm, sau khóa của danh sách thêm «[]»\n" +
				"2:40 SCHEMA-RULE «b» không phải là ngày hay thời kỳ | khai «format: ngay» hoặc «format: thoi_ky» cho khóa này\n" +
				"3:9 SCHEMA-RULE «x-tong» phải là danh sách các phần dạng {truong: …, dem: …, cong: …, thieu: …}"},
		{"x-tong: [{truong: a, dem: b, cog: c}]\nproperties: {a: {type: string}, b: {type: array}}\n", "1:10 SCHEMA-RULE mỗi phần của «x-tong» phải có dạng {truong: …, dem: …, cong: …, thieu: …}"},
		{"properties:\n  a: {type: array, items: {type: text}}\n  b: {oneOf: [{type: so}, {not: {type: chu}}]}\n",
			"2:34 SCHEMA-INVALID không có kiểu «text» | các kiểu: string, integer, number, boolean, array, object\n" +
				"3:22 SCHEMA-INVALID không có kiểu «so» | các kiểu: string, integer, number, boolean, array, object\n" +
				"3:40 SCHEMA-INVALID không có kiểu «chu» | các kiểu: string, integer, number, boolean, array, object"},
		{"$id: http://x\ntype: object\n", "1:1 SCHEMA-KEYWORD lược đồ không có từ «$id» | từ riêng của vanban bắt đầu bằng «x-»"},
		{"$schema: http://json-schema.org/draft-99/schema#\n", "1:1 SCHEMA-INVALID lược đồ của mẫu không dùng được | xem lại «$schema» và các «$ref»"},
		{"[1]", "1:1 SCHEMA-INVALID lược đồ phải gồm các mục «khóa: giá trị»"},
	} {
		s, found := Compile("a.tmpl", tree(t, "a.yaml", c.src), map[string]*data.Node{"chung.schema.yaml": tree(t, "chung.yaml", sharedText)})
		if s != nil {
			t.Errorf("%s: a schema in spite of its faults", c.src)
		}
		if diff := cmp.Diff(c.want, strings.TrimSuffix(show(found), "\n")); diff != "" {
			t.Errorf("%s\n%s", c.src, diff)
		}
	}
}

func TestWalk(t *testing.T) {
	s := plan(t)
	var keys []string
	for _, p := range s.Properties() {
		key := p.Key + "=" + p.Schema.Title()
		if p.Required {
			key += "!"
		}
		keys = append(keys, key)
	}
	want := []string{"ngay=Ngày ban hành!", "so=Số", "co_quan=Cơ quan!", "nhiem_vu=Nhiệm vụ!", "so_nhiem_vu=Số nhiệm vụ", "tong_kinh_phi=Tổng kinh phí",
		"huong=Hướng giấy", "ky_hieu=Ký hiệu", "gio=Giờ họp", "so_ban=Số bản", "luu=Lưu", "kem=Kèm theo", "cong_khai=Công khai", "ty_le=Tỷ lệ"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Error(diff)
	}
	tasks, _ := s.Property("nhiem_vu")
	if tasks.Branch(data.Map) != nil || tasks.Branch(data.Text).Types()[0] != "string" {
		t.Error("the alternatives of nhiem_vu")
	}
	task := tasks.Branch(data.List).Items()
	lead, ok := task.Property("chu_tri")
	if !ok || lead.Title() != "Đơn vị chủ trì" || task.Title() != "Nhiệm vụ" || !slices.Equal(lead.Types(), []string{"string"}) {
		t.Errorf("a task's lead: %v %q", ok, lead.Title())
	}
	when, _ := task.Property("thoi_gian")
	from, _ := when.Branch(data.Map).Property("tu")
	if from.Format() != "thoi_ky" {
		t.Errorf("format %q", from.Format())
	}
	way, _ := s.Property("huong")
	if diff := cmp.Diff([]string{"doc", "ngang"}, way.Enum()); diff != "" {
		t.Error(diff)
	}
	if _, ok := s.Property("khong_co"); ok || s.Items() != nil {
		t.Error("something where there is nothing")
	}
	if n, _ := s.Property("so"); n.Description() != "số của văn bản" || n.Extension("x-la") != "" {
		t.Error("description, extension or default of so")
	}
}

// References in a circle hold nothing, and end.
func TestCircles(t *testing.T) {
	s, found := Compile("a.tmpl", tree(t, "a.yaml", `
type: object
properties:
  a: {$ref: "#/$defs/nut"}
$defs:
  nut:
    type: object
    properties:
      con: {type: array, items: {$ref: "#/$defs/nut"}}
      ten: {type: string}
`), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	doc := tree(t, "d.yaml", "a: {ten: x, con: [{ten: y, con: [{ten: 5}]}]}")
	if diff := cmp.Diff("1:40 DATA-TYPE cần chữ, ở đây là số | a.con[1].con[1].ten | đặt trong dấu nháy: \"5\"\n", show(s.Validate(doc))); diff != "" {
		t.Error(diff)
	}
	loop, _ := Compile("b.tmpl", tree(t, "b.yaml", "properties:\n  a: {$ref: \"#/$defs/x\"}\n$defs:\n  x: {$ref: \"#/$defs/y\"}\n  y: {$ref: \"#/$defs/x\"}\n"), nil)
	if loop == nil {
		t.Fatal("a circle of references did not compile")
	}
	a, _ := loop.Property("a")
	if a.Title() != "" || len(a.Properties()) != 0 {
		t.Error("a circle of references holds something")
	}
	if found := loop.Validate(tree(t, "d.yaml", "a: 1")); len(found) != 1 || found[0].ID != IDCondition {
		t.Errorf("found %s", show(found))
	}
}

func TestBundleKeepsLetters(t *testing.T) {
	s, found := Compile("a.tmpl", tree(t, "a.yaml", "title: Thu & chi <quý>\ntype: object\n"), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	if text := string(s.JSON()); !strings.Contains(text, `"Thu & chi <quý>"`) {
		t.Error(text)
	}
}

// The bundle judges as the schema does, and needs no other file.
func TestBundle(t *testing.T) {
	s := plan(t)
	text := s.JSON()
	if string(text) != string(plan(t).JSON()) {
		t.Error("two bundles differ")
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///a", doc); err != nil {
		t.Fatal(err)
	}
	bundle, err := c.Compile("mem:///a")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for src, ok := range map[string]bool{
		`{"ngay": "2026-01-02", "co_quan": {"ten": "A"}, "nhiem_vu": [{"ten": "A", "chu_tri": "B", "thoi_gian": {"tu": "Q1/2026"}}]}`: true,
		`{"ngay": "2026-01-02", "co_quan": {"ten": "A"}, "nhiem_vu": [{"ten": "A", "chu_tri": ""}]}`:                                  false,
		`{"ngay": "2026-01-02", "co_quan": {"ten": ["A", ""]}, "nhiem_vu": "x"}`:                                                      false,
	} {
		v, _ := jsonschema.UnmarshalJSON(strings.NewReader(src))
		if err := bundle.Validate(v); (err == nil) != ok {
			t.Errorf("%s: %v", src, err)
		}
	}
	var head struct {
		Title string          `json:"title"`
		Defs  map[string]any  `json:"$defs"`
		Rules json.RawMessage `json:"x-khong-truoc"`
	}
	if err := json.Unmarshal(text, &head); err != nil || head.Title != "Kế hoạch" || len(head.Rules) == 0 {
		t.Errorf("%v %+v", err, head)
	}
	var names []string
	for name := range head.Defs {
		names = append(names, name)
	}
	slices.Sort(names)
	if diff := cmp.Diff([]string{"dong", "dong_hoac_cac_dong", "ngay", "nhiem_vu", "thoi_gian"}, names); diff != "" {
		t.Error(diff)
	}
	if at, then := strings.Index(string(text), `"ngay": {`), strings.Index(string(text), `"so": {`); at < 0 || at > then {
		t.Error("keys lost their order")
	}
}
