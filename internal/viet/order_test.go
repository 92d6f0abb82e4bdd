package viet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Each case is a list in its right order.
func TestCompareOrders(t *testing.T) {
	cases := []string{
		"a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
		"ban bàn bản bãn bán bạn",
		"|ba mẹ|bà ba|bà con|bá",
		"|Sở Công Thương|Sở Dân tộc và Tôn giáo|Sở Giáo dục và Đào tạo|Sở Nội vụ|Sở Y tế",
		"|xã Đam Rông 1|xã Đam Rông 2|xã Đam Rông 10",
		"|Tổ 02|Tổ 2|Tổ 10|Tổ A",
		"|sở|Sở|sở nội vụ|Sở nội vụ|Sở Nội vụ",
		"|đà lạt|đá|Đá|Đăk Nông|Điện Biên",
		"|hoà|hòa|hòa bình|hoạ",
		"|Đắk Lắk|Đống Đa|Đơn Dương|Đức Trọng",
		"|ba|ba - bốn|ba 1|ba a",
		"|nghi|nghĩ|nghiêng",
		"|z|я",
		"|muller|müller|mum",
	}
	for _, c := range cases {
		ordered := strings.Fields(c)
		if strings.HasPrefix(c, "|") {
			ordered = strings.Split(c[1:], "|")
		}
		for i, a := range ordered {
			for j, b := range ordered {
				if got, want := sign(Compare(a, b)), sign(i-j); got != want {
					t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
				}
			}
		}
	}
}

func TestCompareIgnoresComposition(t *testing.T) {
	for _, s := range []string{"Đường Nguyễn Huệ", "ượt", "khuỷu"} {
		if Compare(s, norm.NFD.String(s)) != 0 {
			t.Errorf("%q differs from itself decomposed", s)
		}
	}
	if Compare("a b", "a  b") == 0 {
		t.Error("texts that differ in spaces compare equal")
	}
}

// Within a syllable the order is that of CLDR: golang.org/x/text is the oracle.
func TestCompareAgreesWithCLDR(t *testing.T) {
	var syllables []string
	for _, onset := range []string{"", "d", "đ", "ng"} {
		for _, vowel := range strings.Split("aăâeêioôơuưy", "") {
			for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
				for _, coda := range []string{"", "n"} {
					syllables = append(syllables, NFC(onset+vowel+tone+coda))
				}
			}
		}
	}
	oracle := collate.New(language.Vietnamese)
	want := slices.Clone(syllables)
	slices.SortFunc(want, oracle.CompareString)
	got := slices.Clone(syllables)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("order differs\ngot  %v\nwant %v", got, want)
	}
}

func TestCompareNames(t *testing.T) {
	want := []string{
		"Vũ Thị An", "Nguyễn Văn Ân", "Lê Bình", "Lê Thị Bình", "Nguyễn An Bình", "Trần Minh Dũng",
		"Đinh Văn Đức", "Trần Minh Đức", "Y", "Lý Hòa Yên",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if CompareNames("", "Lê An") >= 0 || CompareNames("", "") != 0 {
		t.Error("an empty name does not come first")
	}
}

func sign(n int) int {
	return max(-1, min(1, n))
}

func BenchmarkCompareNames(b *testing.B) {
	for b.Loop() {
		CompareNames("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khải")
	}
}
