package importer

import (
	"strings"
	"testing"

	"vanban/internal/diag"
)

func TestTextRefuses(t *testing.T) {
	for _, c := range []struct{ name, src, encoding, want string }{
		{"PDF", "%PDF-1.7\n%âãÏÓ", "", "PDF"},
		{"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", ".doc"},
		{"zip", "PK\x03\x04\x14\x00", "", "gói nén"},
		{"RTF", `{\rtf1\ansi`, "", "RTF"},
		{"HTML", "\uFEFF\n<!DOCTYPE html>\n<html lang=vi>", "", "HTML"},
		{"HTML after a comment", "<!-- portal -->\n<html>", "", "HTML"},
		{"XHTML", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, "", "HTML"},
		{"XML", `<?xml version="1.0"?><a/>`, "", "XML"},
		{"picture", "\x89PNG\r\n\x1a\n", "", "ảnh"},
		{"bytes", "abc\x00\x01\x02def", "", "byte 0"},
		{"French bytes", "caf\xE9 cr\xE8me", "", "không nhận ra bảng mã"},
		{"nothing", " \n\t", "", "không có chữ"},
		{"unknown encoding", "abc", "koi8-r", "koi8-r"},
		{"too long", strings.Repeat("a", MaxText+1), "", "lớn hơn"},
	} {
		text, findings := Text("a.txt", []byte(c.src), c.encoding)
		if text != "" || len(findings) != 1 || findings[0].ID != IDFile || findings[0].Severity != diag.Error ||
			!strings.Contains(findings[0].Message, c.want) || len(findings[0].Hints) == 0 {
			t.Errorf("%s: %q, %v", c.name, text, findings)
		}
	}
}

func TestTextTells(t *testing.T) {
	const tcvn3 = "KÕ ho¹ch kiÓm tra c«ng vô cña huyÖn"
	for _, c := range []struct{ name, src, encoding, want, finding string }{
		{"Unicode", "Kế hoạch «mau» <b>", "", "Kế hoạch «mau» <b>", ""},
		{"TCVN3", tcvn3, "", "Kế hoạch kiểm tra công vụ của huyện", "dòng 1 đến dòng 1 ở bảng mã TCVN3 (ABC)"},
		{"TCVN3 not wanted", tcvn3, "utf-8", tcvn3, ""},
		{"VNI", "Keá hoaïch kieåm tra coâng vuï", "", "Kế hoạch kiểm tra công vụ", "VNI"},
		{"UTF-16", "\xFF\xFEK\x00\xBF\x1E", "", "Kế", "UTF-16"},
		{"a broken byte", "Kế hoạch kiểm tra công vụ của huyện, kiểm điểm, đề nghị, xử lý, kỷ luật, tiếp tục thực hiện nhiệm vụ\xFF", "",
			"Kế hoạch kiểm tra công vụ của huyện, kiểm điểm, đề nghị, xử lý, kỷ luật, tiếp tục thực hiện nhiệm vụ\uFFFD", "1 byte"},
	} {
		text, findings := Text("a.txt", []byte(c.src), c.encoding)
		if text != c.want {
			t.Errorf("%s: %q", c.name, text)
		}
		if c.finding == "" && len(findings) > 0 || c.finding != "" && (len(findings) != 1 || findings[0].ID != IDEncoding || !strings.Contains(findings[0].Message, c.finding)) {
			t.Errorf("%s: %v", c.name, findings)
		}
	}
}

// FuzzText holds reading a text file and cutting it into lines to their bounds.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "KẾ HOẠCH\nx", "KÕ ho¹ch kiÓm tra c«ng vô", "\xFF\xFEa\x00", "%PDF", "<html", "a\fb\r\n\u200b", "\x00"} {
		f.Add([]byte(s), "")
	}
	f.Add([]byte("a"), "vni")
	f.Fuzz(func(t *testing.T, src []byte, encoding string) {
		text, findings := Text("a.txt", src, encoding)
		if findings.HasErrors() != (text == "") {
			t.Fatalf("%q with %v", text, findings)
		}
		lines, _ := Lines("a.txt", text)
		if len(lines) > len(src)+1 || len(findings) > mostRuns+5 {
			t.Fatalf("%d lines, %d findings of %d bytes", len(lines), len(findings), len(src))
		}
	})
}
