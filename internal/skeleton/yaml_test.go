package skeleton

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
	"vanban/internal/schema"
)

// compiled makes a form of a schema written in YAML.
func compiled(t *testing.T, src string) Form {
	t.Helper()
	node, found := data.Parse("s.yaml", []byte(src))
	if found.HasErrors() {
		t.Fatal(found)
	}
	s, found := schema.Compile("s.yaml", node, nil)
	if s == nil {
		t.Fatal(found)
	}
	return Form{Name: "thu", Title: "Thử", Schema: s}
}

// body is a skeleton without its head.
func body(f Form) string {
	src := string(f.YAML())
	for i := 1; i < len(src); i++ {
		if src[i-1] == '\n' && src[i] == '\n' {
			return src[i+1:]
		}
	}
	return ""
}

func TestKeys(t *testing.T) {
	for _, test := range []struct{ name, schema, want string }{
		{"an example fills the optional keys, a key without one is a comment", `
properties:
  a: {title: Thứ nhất, type: string, examples: [một]}
  b: {title: Thứ hai, type: string}
  c: {type: boolean}
`, `# Thứ nhất
a: một

# Thứ hai
# b: Thứ hai

# c
#   một trong: true, false
# c: true
`},
		{"what the example of the whole leaves out is a comment", `
required: [b]
examples: [{b: hai}]
properties:
  a: {title: Thứ nhất, type: string, examples: [một]}
  b: {title: Thứ hai, type: string, examples: [khác]}
`, `# Thứ nhất
# a: một

# Thứ hai (bắt buộc)
b: hai
`},
		{"only the first item is explained, and the dash stands before a living key", `
properties:
  viec:
    title: Việc
    examples: [[{b: hai}, {a: một, b: ba}]]
    type: array
    items:
      required: [b]
      properties:
        a: {title: Thứ nhất, type: string}
        b: {title: Thứ hai, type: string}
`, `# Việc
viec:
  # Thứ hai (bắt buộc)
  - b: hai
    # Thứ nhất
    # a: Thứ nhất
  - a: một
    b: ba
`},
		{"alternatives are told", `
properties:
  a:
    title: Người ký
    examples: [{ten: An}]
    oneOf:
      - &n {type: object, required: [ten], properties: {ten: {title: Tên, type: string}}}
      - {type: array, items: *n}
  b:
    title: Nơi nhận
    type: array
    items:
      examples: [Sở Nội vụ, Sở Tài chính, Sở Y tế]
      oneOf: [{type: string}, {type: object, properties: {ten: {type: string, examples: ["A, B"]}, ban: {type: integer}}}]
  c: {title: Ý, examples: [một ý], oneOf: [{type: string}, {type: array, items: {type: string}}]}
  d: {title: Bước, examples: [[một]], type: array, items: {enum: [một, hai]}}
`, `# Người ký
#   cách khác: danh sách, mỗi mục gồm các khóa như dưới đây, khóa đầu mở đầu bằng «- »
a:
  # Tên (bắt buộc)
  ten: An

# Nơi nhận
#   mỗi mục còn viết được: {ten: "A, B", ban: 1}
# b:
#   - Sở Nội vụ
#   - Sở Tài chính

# Ý
#   cách khác: danh sách, mỗi mục một dòng mở đầu bằng «- »
c: một ý

# Bước
#   mỗi mục: một trong: một, hai
d:
  - một
`},
		{"several lines", `
properties:
  a: {examples: ["một\nhai\n\nba"], type: string}
  b: {examples: [[" lùi\nvào"]], type: array, items: {type: string}}
`, `# a
a: |
  một
  hai

  ba

# b
b:
  - " lùi\nvào"
`},
		{"formats and numbers", `
required: [a, b, c, d, e]
properties:
  a: {type: string, format: ngay}
  b: {type: string, format: thoi_ky}
  c: {type: string, format: gio}
  d: {type: [string, integer], format: so_tien}
  e: {type: integer}
`, `# a (bắt buộc)
#   cách ghi: 2026-03-05 hoặc 05/03/2026; chưa rõ ngày thì ghi 03/2026
a: 2026-03-05

# b (bắt buộc)
#   cách ghi: quý Q4/2026, tháng 10/2026, ngày 15/10/2026, năm 2026, hoặc «6 tháng đầu năm 2026»
b: Q4/2026

# c (bắt buộc)
#   cách ghi: 8:00, 08h30 hoặc «8 giờ 30 phút»
c: "8:00"

# d (bắt buộc)
#   cách ghi: số tiền, như 450.000.000 hoặc 450000000
d: 1.000.000

# e (bắt buộc)
#   cách ghi: số nguyên viết liền, như 1250
e: 1
`},
		{"an object is never without a key, unless it has none", `
required: [a, b, c]
properties:
  a: {title: Nhóm, type: object, properties: {x: {type: string}, y: {type: string}}}
  b: {title: Tự do, type: object}
  c: {title: Rỗng, examples: [[]], type: array}
`, `# Nhóm (bắt buộc)
a:
  # x
  x: …
  # y
  # y: …

# Tự do (bắt buộc)
b: {}

# Rỗng (bắt buộc)
c: []
`},
		{"a schema that holds itself comes to an end", `
required: [nhom]
properties:
  nhom: {$ref: "#/$defs/nhom"}
$defs:
  nhom: {title: Nhóm, type: object, properties: {ten: {type: string}, con: {$ref: "#/$defs/nhom", examples: [{ten: An}]}}}
`, `# Nhóm (bắt buộc)
nhom:
  # ten
  # ten: …
  # Nhóm
  con:
    # ten
    ten: An
    # Nhóm
    # con:
    #   # ten
    #   ten: An
    #   # Nhóm
    #   # con:
    #   #   # ten
    #   #   ten: An
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := compiled(t, test.schema)
			if diff := cmp.Diff(test.want, body(f)); diff != "" {
				t.Error(diff)
			}
			if root, found := data.Parse("thu.yaml", f.YAML()); len(found) > 0 {
				t.Error(root, found)
			}
		})
	}
}

// TestPlain writes texts that YAML would take for something else, and reads them back.
func TestPlain(t *testing.T) {
	for _, want := range []string{"Sở Nội vụ", "12", "08", "1e3", "true", "no", "null", "~", "8:00", "a: b", "a:", "# a", "a #b", "- a", "-", "[a]", "{a}", "«a»",
		"a, b", "*a*", "&a", "!a", "%a", "@a", "`a`", "'a'", `"a"`, `a\b`, "a\nb", " a", "a ", "", "=1+1", "<<", "|", ">", "?", "…", "2026-03-05", "Q4/2026", "..."} {
		for _, form := range []struct {
			before, after string
			flow          bool
		}{{"k: ", "\n", false}, {"k: [", "]\n", true}, {"k:\n  - ", "\n", false}} {
			src := form.before + plain(text(want), form.flow) + form.after
			root, found := data.Parse("a.yaml", []byte(src))
			if root == nil || found.HasErrors() {
				t.Errorf("%q: %v", src, found)
				continue
			}
			got := root.Field("k")
			if got.Kind == data.List {
				got = got.Items[0]
			}
			if got.Kind != data.Text || got.Text != want || got.Tag != data.TagString {
				t.Errorf("%q is read as %q, kind %d, tag %d", src, got.Text, got.Kind, got.Tag)
			}
		}
	}
}
