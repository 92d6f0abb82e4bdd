package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanban/internal/data"
)

const ownWordsSchema = `
type: object
additionalProperties: false
required: [ten]
properties:
  ten: {title: Tên, type: string, minLength: 1, x-mot-dong: true}
  noi_dung: {title: Nội dung, type: string, minLength: 1}
  tien: {title: Số tiền, type: [string, integer], format: so_tien}
  noi: {title: Nơi, x-tach: ";", type: array, items: {type: string, minLength: 1, x-mot-dong: true}}
  ten_rieng: {title: Tên riêng, $ref: "#/$defs/dong"}
  y: {title: Ý, type: array, items: {type: string}}
$defs:
  dong: {x-tach: dong, oneOf: [{type: string}, {type: array, items: {type: string}}]}
`

func compileOwnWords(t *testing.T) *Schema {
	t.Helper()
	s, found := Compile("a.tmpl", tree(t, "a.yaml", ownWordsSchema), nil)
	if len(found) > 0 {
		t.Fatal(show(found))
	}
	return s
}

// What cannot be printed as it stands is refused before it reaches a page.
func TestValuesThatCannotBePrinted(t *testing.T) {
	s := compileOwnWords(t)
	for _, c := range []struct{ src, want string }{
		{"ten: a\nnoi_dung: |\n  x\n  y\n", ""},
		{"ten: \"a\\nb\"\n", "1:6 DATA-ONE-LINE «a…» có xuống dòng, mà chỗ này chỉ in một dòng"},
		{"ten: \"a\\n\"\n", ""},
		{"ten: a\nnoi: [\"a\\nb\"]\n", "2:7 DATA-ONE-LINE «a…» có xuống dòng, mà chỗ này chỉ in một dòng"},
		{"ten: \"\\u200b\"\n", "DATA-MISSING khóa bắt buộc «ten» để trống"},
		{"ten: \"\\ufeff\\u2060\\u00a0\"\n", "DATA-MISSING khóa bắt buộc «ten» để trống"},
		{"ten: a\nnoi_dung: \"\\u00a0\\u200b\"\n", "DATA-BLANK giá trị để trống"},
		{"ten: a\nnoi_dung: \"\\u200bx\"\n", ""},
		{"ten: a\ntien: 450.000\n", ""},
		{"ten: a\ntien: 0\n", ""},
		{"ten: a\ntien: 450.00\n", "DATA-NUMBER số tiền «450.00» có phần lẻ của đồng"},
		{"ten: a\ntien: \"1.234,5\"\n", "DATA-NUMBER số tiền «1.234,5» có phần lẻ của đồng"},
		{"ten: a\ntien: -450000\n", "DATA-NUMBER số tiền «-450000» là số âm"},
	} {
		got := show(s.Validate(tree(t, "a.yaml", c.src)))
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Count(got, "DATA-") > 1 {
			t.Errorf("%q: %s", c.src, got)
		}
	}
}

func TestPartsOfColumns(t *testing.T) {
	got := map[string]data.Parts{}
	for _, c := range compileOwnWords(t).Columns() {
		if c.Kind == data.List {
			got[c.Key] = c.Parts
		}
	}
	want := map[string]data.Parts{"noi": data.PartNames, "ten_rieng": data.PartLines, "y": data.PartTexts}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOwnWordsAreChecked(t *testing.T) {
	for src, want := range map[string]string{
		"type: object\nproperties: {a: {type: string, x-mot-dong: co}}\n": "«x-mot-dong» chỉ nhận «true»",
		"type: object\nproperties: {a: {type: array, x-tach: \",\"}}\n":   "«x-tach» phải là «;» (danh sách tên) hoặc «dong» (các dòng)",
	} {
		_, found := Compile("a.tmpl", tree(t, "a.yaml", src), nil)
		if len(found) != 1 || found[0].Message != want || found[0].ID != IDRule {
			t.Errorf("%q: %s", src, show(found))
		}
	}
}
