package viet

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are the 134 letters of Vietnamese beyond those of English, both cases.
const letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ" +
	"ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ"

// toTCVN3 writes small letters and the seven capitals that have codes, in a table of its own: the letters of
// the standard in the order of Unicode's blocks.
func toTCVN3(s string) string {
	const from = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
	const to = "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb\u00ae" +
		"\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8\u00dc\u00de" +
		"\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee" +
		"\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe" +
		"\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6"
	codes := []rune(to)
	table := map[rune]rune{}
	for i, r := range []rune(from) {
		table[r] = codes[i]
	}
	return strings.Map(func(r rune) rune {
		if code, ok := table[r]; ok {
			return code
		}
		return r
	}, s)
}

// toPlainTCVN3 writes capitals too, as programs do for a font without H: the toned ones as small letters.
func toPlainTCVN3(s string) string {
	return toTCVN3(strings.Map(func(r rune) rune {
		if strings.ContainsRune("ĂÂĐÊÔƠƯ", r) || r < 0x80 {
			return r
		}
		return unicode.ToLower(r)
	}, s))
}

// toVNI writes base and mark.
func toVNI(s string) string {
	single := map[rune]string{'đ': "ñ", 'ư': "ö", 'ơ': "ô", 'í': "í", 'ì': "ì", 'ỉ': "æ", 'ĩ': "ó", 'ị': "ò", 'ỵ': "î"}
	marks := map[string]string{"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
		"\u0302": "â", "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0302\u0323": "ä",
		"\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0306\u0323": "ë"}
	var out strings.Builder
	for _, r := range s {
		small := unicode.ToLower(r)
		code, ok := single[small]
		if !ok {
			parts := []rune(norm.NFD.String(string(small)))
			base, tone, mark := string(parts[0]), "", ""
			for _, p := range parts[1:] {
				switch {
				case p == '\u031b':
					base = map[string]string{"o": "ô", "u": "ö"}[base]
				case p == '\u0302' || p == '\u0306':
					mark = string(p)
				default:
					tone = string(p)
				}
			}
			code = base + marks[mark+tone]
		}
		if unicode.IsUpper(r) {
			code = strings.ToUpper(code)
		}
		out.WriteString(code)
	}
	return out.String()
}

func TestEveryLetter(t *testing.T) {
	if n := len([]rune(letters)); n != 134 {
		t.Fatalf("%d letters", n)
	}
	for _, r := range letters {
		letter := string(r)
		if got := VNI.Decode(toVNI(letter)); got != letter {
			t.Errorf("VNI: %q, written %q, is read as %q", letter, toVNI(letter), got)
		}
		small := strings.ToLower(letter)
		if got := TCVN3.Decode(toTCVN3(small)); got != small {
			t.Errorf("TCVN3: %q, written %q, is read as %q", small, toTCVN3(small), got)
		}
		if got := Upper(TCVN3.Decode(toTCVN3(small))); got != strings.ToUpper(letter) {
			t.Errorf("TCVN3, font with H: %q is read as %q", letter, got)
		}
		if unicode.IsUpper(r) { // within a word of capitals, in a font without H
			word := "NH" + letter + "NG"
			if got := TCVN3.Decode(toPlainTCVN3(word)); got != word {
				t.Errorf("TCVN3, font without H: %q, written %q, is read as %q", word, toPlainTCVN3(word), got)
			}
		}
		if got := UTF8.Decode(norm.NFD.String(letter)); got != letter {
			t.Errorf("separate marks: %q is read as %q", letter, got)
		}
	}
}

func TestToneBeforeMark(t *testing.T) {
	for _, letter := range []string{"ấ", "Ề", "ổ", "ẵ", "Ặ", "ữ", "Ợ"} {
		parts := []rune(norm.NFD.String(letter))
		for i := range parts[1:] { // tone first, then the mark of the letter
			if parts[i+1] == '\u0302' || parts[i+1] == '\u0306' || parts[i+1] == '\u031b' {
				mark := parts[i+1]
				rest := append(append([]rune{}, parts[:i+1]...), parts[i+2:]...)
				if got := Compose("x" + norm.NFC.String(string(rest)) + string(mark) + "ng"); got != "x"+letter+"ng" {
					t.Errorf("%+q gives %q", letter, got)
				}
			}
		}
	}
	if got := Compose("e\u0302\u0302 \u0302"); got != NFC("e\u0302\u0302 \u0302") {
		t.Errorf("marks that mean nothing became %+q", got)
	}
}

func TestKnownWords(t *testing.T) {
	for _, c := range []struct {
		in   Encoding
		from string
		want string
	}{
		{TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
		{TCVN3, "c«ng t¸c ph¸t triÓn n«ng th«n", "công tác phát triển nông thôn"},
		{TCVN3, "tr\u00adëng phßng, ®\u00adîc b\u00adíc", "trưởng phòng, được bước"},
		{TCVN3, "Gi¸m ®èc Së X©y dùng; thñy lîi", "Giám đốc Sở Xây dựng; thủy lợi"},
		{TCVN3, "NguyÔn V¨n Quúnh, kü thuËt, tû lÖ", "Nguyễn Văn Quỳnh, kỹ thuật, tỷ lệ"},
		{TCVN3, "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{TCVN3, "ñY BAN NH¢N D¢N X· §¤NG GIANG", "ỦY BAN NHÂN DÂN XÃ ĐÔNG GIANG"},
		{TCVN3, "KT. CHñ TÞCH\nPHã CHñ TÞCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"},
		{TCVN3, "Uû ban nh©n d©n x· §«ng Giang", "Uỷ ban nhân dân xã Đông Giang"},
		{TCVN3, "- L\u00adu: VT, Hµ.", "- Lưu: VT, Hà."},
		{TCVN3, "- VT, Hµ.", "- VT, Hà."},
		{TCVN3, "Së, UBND x·", "Sở, UBND xã"},
		{TCVN3, "U\u00b1 BAN", "Ủ BAN"},
		{TCVN3, "20 m², 35°C", "20 m², 35°C"},
		{TCVN3, "5 μng", "5 àng"},
		{VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{VNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"},
		{VNI, "ñöôïc nhöõng Chæ thò Myõ, kyõ thuaät, Quyønh, ñoàng yù, lyù", "được những Chỉ thị Mỹ, kỹ thuật, Quỳnh, đồng ý, lý"},
		{VNI, "Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"},
		{VNI, "baèng vaên baûn, saün saøng, loaïi ñaëc bieät, thaúng", "bằng văn bản, sẵn sàng, loại đặc biệt, thẳng"},
		{UTF8, "Vie\u0302\u0323t Nam", "Việt Nam"},
		{UTF8, "Viê\u0323t Nam, Ð\u00e0", "Việt Nam, Ðà"},
	} {
		if got := c.in.Decode(c.from); got != NFC(c.want) {
			t.Errorf("%v: %q is read as %q, want %q", c.in, c.from, got, c.want)
		}
	}
}

func TestLegacyFont(t *testing.T) {
	for _, c := range []struct {
		name  string
		want  Encoding
		upper bool
	}{
		{".VnTime", TCVN3, false}, {".VnTimeH", TCVN3, true}, {".VnArial", TCVN3, false}, {".VnArialH", TCVN3, true},
		{".vnarial narrowH", TCVN3, true}, {".VnAristote", TCVN3, false}, {"VNI-Times", VNI, false}, {"VNI-Helve", VNI, false},
		{"vni-times", VNI, false}, {"Times New Roman", UTF8, false}, {"Vn", UTF8, false}, {"", UTF8, false}, {"Vnitalic", UTF8, false},
	} {
		if got, upper := LegacyFont(c.name); got != c.want || upper != c.upper {
			t.Errorf("%q: %v, %v", c.name, got, upper)
		}
	}
}

func TestParseEncoding(t *testing.T) {
	for name, want := range map[string]Encoding{"TCVN3": TCVN3, "abc": TCVN3, "VNI": VNI, "utf-8": UTF8, "UTF-16": UTF16, "windows-1258": Windows1258, "CP1258": Windows1258} {
		if got, ok := ParseEncoding(name); !ok || got != want {
			t.Errorf("%q: %v, %v", name, got, ok)
		}
	}
	for _, e := range []Encoding{UTF8, UTF16, Windows1258, TCVN3, VNI} {
		if _, ok := ParseEncoding("koi8"); ok {
			t.Error("koi8 is known")
		}
		if name := e.String(); name == "" {
			t.Errorf("%d has no name", e)
		}
	}
}
