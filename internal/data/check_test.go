package data

import (
	"strings"
	"testing"
)

// Of very many odd characters in one value, the first are told and the others counted: a search for the place
// of each would not end.
func TestManyOddCharactersOfOneValue(t *testing.T) {
	for what, c := range map[string]struct{ src, id, note string }{
		"invisible": {"a: " + strings.Repeat("\u200b", 300_000), IDSuspect, "còn 299980 chỗ khác cùng loại trong tệp này"},
		"marks":     {"a: " + strings.Repeat("\u0301", 500_000), IDSuspect, ""},
		"tabs":      {"a: \"x" + strings.Repeat("\\t", 300_000) + "y\"", IDTab, "còn 299980 chỗ khác cùng loại trong tệp này"},
	} {
		_, found := Parse("a.yaml", []byte(c.src+"\n"))
		if len(found) != maxSame || found[0].ID != c.id {
			t.Errorf("%s: %d findings", what, len(found))
			continue
		}
		notes := found[maxSame-1].Notes
		if got := notes[len(notes)-1].Message; c.note != "" && got != c.note {
			t.Errorf("%s: note %q", what, got)
		}
	}
}

func TestTabs(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.yaml", "a: Sở\tNội vụ\nb: |\n  1.\tMột\nc: \"x\\ty\"\n", "1:6+1 lỗi: giá trị có dấu Tab, không in được [DATA-TAB]\n" +
			"3:5+1 lỗi: giá trị có dấu Tab, không in được [DATA-TAB]\n4:4+6 lỗi: giá trị có dấu Tab, không in được [DATA-TAB]\n"},
		{"a.yaml", "a: Sở Nội vụ\t\nb:\t1\n", ""},
		{"a.json", "{\"a\": \"x\\ty\"}", "1:7+6 lỗi: giá trị có dấu Tab, không in được [DATA-TAB]\n"},
	} {
		_, found := Parse(c.name, []byte(c.src))
		if got := findings(found); got != c.want {
			t.Errorf("%q: %s", c.src, got)
		}
	}
	_, found := ParseTable("a.xlsx", workbookOf(t, sheetText{name: "x", rows: "Số|Ký hiệu\n#1;0|A\tB"}), planColumns())
	if got := findings(found); got != "x!B2 lỗi: giá trị có dấu Tab, không in được [DATA-TAB]\n" {
		t.Error(got)
	}
}
