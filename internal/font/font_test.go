package font

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"vanban/internal/unit"
)

func embedded(t testing.TB) *Set {
	t.Helper()
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// The widths are those measured with Times New Roman, in tenths of a millimetre.
func TestWidth(t *testing.T) {
	set := embedded(t)
	for _, c := range []struct {
		text         string
		bold, italic bool
		points       int
		want         int
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false, 12, 883},
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false, 13, 957},
		{"Độc lập - Tự do - Hạnh phúc", true, false, 13, 561},
		{"Hà Nội, ngày 05 tháng 01 năm 2020", false, true, 13, 670},
		{"SỞ KHOA HỌC VÀ CÔNG NGHỆ", true, false, 13, 702},
		{"", false, false, 13, 0},
	} {
		got := set.Face(c.bold, c.italic).Width(c.text, unit.Length(c.points)*unit.Pt)
		if tenths := int((got + unit.MM/20) / (unit.MM / 10)); tenths != c.want {
			t.Errorf("Width(%q, %dpt) = %d tenths of a mm, want %d", c.text, c.points, tenths, c.want)
		}
	}
}

func TestFaceFacts(t *testing.T) {
	set := embedded(t)
	for _, c := range []struct {
		bold, italic bool
		name         string
		slanted      bool
	}{
		{false, false, "LiberationSerif", false},
		{true, false, "LiberationSerif-Bold", false},
		{false, true, "LiberationSerif-Italic", true},
		{true, true, "LiberationSerif-BoldItalic", true},
	} {
		f := set.Face(c.bold, c.italic)
		if f.Name() != c.name {
			t.Errorf("face %v %v is %q, want %q", c.bold, c.italic, f.Name(), c.name)
		}
		if f.UnitsPerEm() != 2048 || f.Ascent() != 1825 || f.Descent() != 443 || f.LineGap() != 87 {
			t.Errorf("%s: heights %d %d %d of %d", c.name, f.Ascent(), f.Descent(), f.LineGap(), f.UnitsPerEm())
		}
		if slanted := f.ItalicAngle() < 0; slanted != c.slanted {
			t.Errorf("%s: italic angle %v", c.name, f.ItalicAngle())
		}
	}
}

func TestHas(t *testing.T) {
	set := embedded(t)
	for _, face := range []*Face{set.regular, set.bold, set.italic, set.boldItalic} {
		for _, r := range "Ủy ban nhân dân thành phố Đà Nẵng – “ngày 01/7/2026”…" {
			if !face.Has(r) {
				t.Errorf("%s has no %q", face.name, r)
			}
		}
		for _, r := range "😀会" {
			if face.Has(r) {
				t.Errorf("%s has %q", face.name, r)
			}
		}
	}
}

func TestSubset(t *testing.T) {
	for _, face := range []*Face{embedded(t).regular, embedded(t).bold, embedded(t).italic, embedded(t).boldItalic} {
		text := []rune("Ủy ban nhân dân tỉnh Ả Ắ ặ – “kế hoạch” 0123456789 ")
		data, chars, err := face.Subset(text)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 40000 {
			t.Errorf("%s: a subset of %d characters has %d bytes", face.name, len(chars), len(data))
		}
		got, err := Parse(data)
		if err != nil {
			t.Fatalf("%s: the subset does not read back: %v", face.name, err)
		}
		for _, r := range text {
			old, number := face.GlyphIndex(r), chars[r]
			if got.GlyphIndex(r) != number {
				t.Errorf("%q has glyph %d, the map says %d", r, got.GlyphIndex(r), number)
			}
			if got.widths[number] != face.widths[old] {
				t.Errorf("%q is %d wide, want %d", r, got.widths[number], face.widths[old])
			}
			if !sameInk(face, int(old), got, int(number), 0) {
				t.Errorf("%s: %q is drawn differently", face.name, r)
			}
		}
		if sum := checksum(data); sum != 0xB1B0AFBA {
			t.Errorf("%s: checksum of the file is %#x", face.name, sum)
		}
	}
}

// sameInk compares two outlines, components by what they hold and not by their numbers.
func sameInk(a *Face, ga int, b *Face, gb int, depth int) bool {
	oa, ob := a.outline(ga), b.outline(gb)
	ob = ob[:min(len(oa), len(ob))] // the subset pads
	if depth > 8 || len(oa) != len(ob) {
		return false
	}
	plainA, plainB := slices.Clone(oa), slices.Clone(ob)
	same := true
	_ = components(oa, func(at int) {
		partA, partB := binary.BigEndian.Uint16(oa[at:]), binary.BigEndian.Uint16(ob[at:])
		same = same && sameInk(a, int(partA), b, int(partB), depth+1)
		copy(plainA[at:], "\x00\x00")
		copy(plainB[at:], "\x00\x00")
	})
	return same && bytes.Equal(plainA, plainB)
}

func TestSubsetIsDeterministic(t *testing.T) {
	face := embedded(t).regular
	a, _, err := face.Subset([]rune("tỉnh Lạng Sơn"))
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := face.Subset([]rune("nơS gnạL hnỉttttt"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the same characters in another order give another file")
	}
}

func TestSubsetRefusesMissing(t *testing.T) {
	_, _, err := embedded(t).regular.Subset([]rune("a会"))
	if err == nil || !strings.Contains(err.Error(), "U+4F1A") {
		t.Errorf("error is %v", err)
	}
}

// Every cut and every changed word of a file must give an error or a face that can be used, never a panic.
func TestDamagedFiles(t *testing.T) {
	good, _, err := embedded(t).regular.Subset([]rune("aẶ "))
	if err != nil {
		t.Fatal(err)
	}
	try := func(data []byte) {
		f, err := Parse(data)
		if err != nil {
			return
		}
		f.Width("aẶ 会", 13*unit.Pt)
		_, _, _ = f.Subset([]rune("aẶ "))
	}
	for n := 0; n < len(good); n += 7 {
		try(good[:n])
	}
	for at := 0; at+2 <= len(good); at += 2 {
		for _, word := range []uint16{0, 1, 0x7FFF, 0x8000, 0xFFFF} {
			bad := slices.Clone(good)
			binary.BigEndian.PutUint16(bad[at:], word)
			try(bad)
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	good := embedded(t).regular
	whole, _, err := good.Subset([]rune("a "))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ data, want string }{
		{"", "phông chữ đậm không dùng được: tệp rỗng hoặc bị cắt cụt"},
		{"OTTO567890123", "dạng CFF (.otf)"},
		{"ttcf567890123", "bộ nhiều phông (.ttc)"},
		{"%PDF-1.7 and so on", "không phải phông TrueType"},
		{string(whole[:300]), "nằm ngoài tệp"},
	} {
		_, err := Load(Files{Regular: whole, Bold: []byte(c.data), Italic: whole, BoldItalic: whole})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Load with %.8q: %v, want «%s»", c.data, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	set, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	data, _, err := set.regular.Subset([]rune("aẶ "))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse(data)
		if err != nil {
			return
		}
		if _, _, err := face.Subset([]rune(" ")); err != nil {
			return
		}
	})
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubset(b *testing.B) {
	face := embedded(b).regular
	runes := []rune("aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ" +
		"ABCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY0123456789.,;:-–/()“” ")
	for b.Loop() {
		if _, _, err := face.Subset(runes); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	face := embedded(b).regular
	for b.Loop() {
		face.Width("Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai", 13*unit.Pt)
	}
}
