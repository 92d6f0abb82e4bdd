package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const sample = `ỦY BAN NHÂN DÂN XÃ ĐÔNG GIANG
Số: 27/KH-UBND
KẾ HOẠCH
Triển khai nền nếp lưu trữ hồ sơ điện tử năm 2026
Căn cứ Kế hoạch số 12/KH-UBND ngày 14 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về công tác lưu trữ;
Ủy ban nhân dân xã ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Sắp xếp hồ sơ gọn gàng, dễ tìm, không để thất lạc giấy tờ của dân.
2. Mỗi thôn cử một người phụ trách, bảo đảm đúng hạn.
Nơi nhận:
- Như trên;
- Lưu: VT, Hà.`

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Encoding
	}{
		{"TCVN3", toPlainTCVN3(sample), TCVN3},
		{"VNI", toVNI(sample), VNI},
		{"Unicode", sample, UTF8},
		{"separate marks", norm.NFD.String(sample), UTF8},
		{"French", "L'arrêté n° 12 du maire, après délibération, a été publié à Évian : « où sont les élèves du lycée ? » " +
			"Le café, la pâté, le goût, la forêt, dû, sûr, Noël, maïs, ambiguë, garçon, déçu, là-bas, être, né, thé.", UTF8},
		{"Spanish", "El niño pequeño comió piñas mañana. ¿Dónde está el señor Muñoz? ¡Aquí! Él también cree que sí, según dijo ayer.", UTF8},
		{"Portuguese", "São Paulo não é a capital; à noite, os irmãos põem pães, maçãs e limões. Você já viu? Também há avô e avó.", UTF8},
		{"German", "Müller führt Bücher über Österreich, größer als Köln, schöne Grüße, Tür, Öl, äußerst, König, für, hübsch.", UTF8},
		{"English", "A naïve façade: the résumé cost £5 ± 2%, © 2026 Acme®, §12, 20 µm, 35°C, 3×4, 5²", UTF8},
		{"quotes", "trường «ten» và «ngay» của «mau»; «nam», « an », «in», «a»", UTF8},
		{"fields of a template", "«ten»\n«ngay» «ban»\n«so» «an»", UTF8},
		{"numbers", "1.234.567 ½ ¾ 12 × 5 ÷ 3 ± 1 ² ³ ¹", UTF8},
		{"Unicode of Western letters only", "Hà Nam là quê cô bé; xã có hai xóm\nbà con tìm tài liệu\nmùa màng, xóm làng êm ái, cà phê, tô hô, ai có là có", UTF8},
		{"empty", "", UTF8},
	} {
		g := DetectEncoding(c.text)
		if g.Encoding != c.want {
			t.Errorf("%s: %v (%+v)", c.name, g.Encoding, g)
		}
		if g.Encoding != UTF8 && g.Confidence < 0.9 {
			t.Errorf("%s: confidence %v", c.name, g.Confidence)
		}
		if g.Combining != (c.name == "separate marks") {
			t.Errorf("%s: combining %v", c.name, g.Combining)
		}
		if c.want == UTF8 {
			if got, did := DecodeText(c.text); got != NFC(c.text) || did.Runs != nil {
				t.Errorf("%s became %q, %+v", c.name, got, did)
			}
		}
	}
}

func TestDecodeText(t *testing.T) {
	want := strings.ReplaceAll(sample, "Ủy ban", "ủy ban") // in TCVN3 only the font told
	if got, did := DecodeText(toPlainTCVN3(sample)); got != want {
		t.Errorf("TCVN3: %q\n%+v", got, did)
	}
	got, did := DecodeText(toVNI(sample))
	if got != sample || len(did.Runs) != 1 || did.Runs[0] != (Run{1, 12, VNI}) {
		t.Errorf("VNI: %q\n%+v", got, did)
	}
	mixed := sample + "\n" + toTCVN3("Phụ lục kèm theo kế hoạch của xã\nSố liệu hồ sơ\n2026\nông bà") + "\nHết tệp «abc» ở đây, cảm ơn."
	got, did = DecodeText(mixed)
	want = sample + "\nPhụ lục kèm theo kế hoạch của xã\nSố liệu hồ sơ\n2026\nông bà\nHết tệp «abc» ở đây, cảm ơn."
	if got != want || len(did.Runs) != 1 || did.Runs[0] != (Run{13, 14, TCVN3}) && did.Runs[0] != (Run{13, 16, TCVN3}) {
		t.Errorf("mixed: %q\n%+v", got, did)
	}
}

// TestUnicodeLinesStayWhole: a line that has a letter only Unicode has is left alone, whatever its other words are.
func TestUnicodeLinesStayWhole(t *testing.T) {
	for _, line := range []string{"đã Tµi liÖu häp chÝnh phñ", "ă Hµ Néi"} {
		if got, did := DecodeText(line); got != line || len(did.Runs) > 0 {
			t.Errorf("«%s» is read as «%s»: %+v", line, got, did)
		}
	}
	if got, _ := DecodeText("Tµi liÖu häp chÝnh phñ"); got != "Tài liệu họp chính phủ" {
		t.Errorf("an old encoding alone: «%s»", got)
	}
}

func TestSyllable(t *testing.T) {
	for _, word := range strings.Fields(`nghiêng NGHIỆM gì giờ giếng giết quyết quốc quý Quỳnh quản quạnh khuỷu khuya tuyết thuở xoong hòa hoà
		thủy thuỷ đường Đắk-không ơ ưa ý yêu yến ở ủy uyên nhoẻn loắt choắt thoăn huơ quở mượt`) {
		if word == "Đắk-không" {
			continue
		}
		if !IsSyllable(word) {
			t.Errorf("%q is none", word)
		}
	}
	for _, word := range []string{"", "bac", "bàc", "tịch-", "xyz", "née", "café", "für", "où", "sứt1", "ngg", "ằ", "áà", "hôtel", "wậy"} {
		if IsSyllable(word) {
			t.Errorf("%q is one", word)
		}
	}
	for word := range strings.FieldsFuncSeq(sample, func(r rune) bool { return !isLetterOrMark(r) }) {
		if switched := map[string]bool{"KH": true, "UBND": true, "VT": true, "I": false}; switched[word] {
			continue
		}
		if !IsSyllable(word) {
			t.Errorf("%q is none", word)
		}
	}
}
