package viet

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func latin1(s string) []byte {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r))
	}
	return out
}

// windows1258 writes letter and tone apart.
func windows1258(s string) []byte {
	var out []byte
	for _, r := range s {
		var tone rune
		for _, p := range norm.NFD.String(string(r)) {
			if toneMarks[p] != 0 {
				tone = p
			}
		}
		base := norm.NFC.String(strings.ReplaceAll(norm.NFD.String(string(r)), string(tone), ""))
		for _, p := range base {
			b, _ := charmap.Windows1258.EncodeRune(p)
			out = append(out, b)
		}
		if tone != 0 {
			b, _ := charmap.Windows1258.EncodeRune(tone)
			out = append(out, b)
		}
	}
	return out
}

func TestReadText(t *testing.T) {
	tcvn3 := strings.ReplaceAll(sample, "Ủy ban", "ủy ban")
	force := func(e Encoding) *Encoding { return &e }
	for _, c := range []struct {
		name   string
		src    []byte
		forced *Encoding
		want   string
		file   Encoding
		marked bool
	}{
		{"UTF-8", []byte(sample), nil, sample, UTF8, false},
		{"UTF-8 with mark", []byte("\uFEFF" + sample), nil, sample, UTF8, true},
		{"UTF-16 LE", utf16Bytes("\uFEFF"+sample, binary.LittleEndian), nil, sample, UTF16, true},
		{"UTF-16 BE", utf16Bytes("\uFEFF"+sample, binary.BigEndian), nil, sample, UTF16, true},
		{"UTF-16 LE without mark", utf16Bytes("Cong van so 12 cua xa.\n"+sample, binary.LittleEndian), nil, "Cong van so 12 cua xa.\n" + sample, UTF16, false},
		{"UTF-16 BE forced", utf16Bytes("Cong van so 12 cua xa.\n"+sample, binary.BigEndian), force(UTF16), "Cong van so 12 cua xa.\n" + sample, UTF16, false},
		{"UTF-16 beyond the first plane", utf16Bytes("\uFEFF𠀀 "+sample, binary.LittleEndian), nil, "𠀀 " + sample, UTF16, true},
		{"Windows-1258", windows1258(sample), nil, sample, Windows1258, false},
		{"Windows-1258 forced", windows1258("Hội"), force(Windows1258), "Hội", Windows1258, false},
		{"TCVN3 bytes", latin1(toPlainTCVN3(sample)), nil, tcvn3, TCVN3, false},
		{"TCVN3 bytes forced", latin1(toTCVN3("Hội")), force(TCVN3), "Hội", TCVN3, false},
		{"TCVN3 characters", []byte(toPlainTCVN3(sample)), nil, tcvn3, UTF8, false},
		{"TCVN3 characters forced", []byte(toTCVN3("Hội")), force(TCVN3), "Hội", UTF8, false},
		{"VNI bytes", latin1(toVNI(sample)), nil, sample, VNI, false},
		{"VNI characters", []byte(toVNI(sample)), nil, sample, UTF8, false},
		{"separate marks", []byte(norm.NFD.String(sample)), nil, sample, UTF8, false},
	} {
		got, did, err := ReadText(c.src, c.forced)
		if err != nil || got != c.want {
			t.Errorf("%s: %v\n%q\n%q", c.name, err, got, c.want)
		}
		if did.File != c.file || did.Marked != c.marked || did.Bad != 0 || did.Forced != (c.forced != nil) {
			t.Errorf("%s: %+v", c.name, did)
		}
	}
}

func TestReadBrokenText(t *testing.T) {
	got, did, err := ReadText([]byte(sample+"\xC3"), nil)
	if err != nil || got != sample+"\uFFFD" || did.Bad != 1 {
		t.Errorf("%q, %+v, %v", got, did, err)
	}
	_, _, err = ReadText([]byte("caf\xE9 cr\xE8me, o\xF9?"), nil)
	var wrong *EncodingError
	if !errors.As(err, &wrong) || !strings.Contains(wrong.Reason, "E9") || wrong.Hint == "" {
		t.Errorf("French bytes: %v", err)
	}
	if _, did, _ := ReadText([]byte("\xFF\xFEa"), nil); did.Bad != 1 {
		t.Errorf("half a character: %+v", did)
	}
}

func FuzzLegacy(f *testing.F) {
	for _, s := range []string{"", sample, toPlainTCVN3(sample), toVNI(sample), "\xFF\xFEa\x00", "«»\u00AD", "AÙ\u0301", "U\u00b1\u00b1", "\xC3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		text, did, err := ReadText(src, nil)
		if err == nil && (!utf8.ValidString(text) || !norm.NFC.IsNormalString(text)) {
			t.Errorf("%q is no composed text", text)
		}
		if len(text) > 4*len(src)+3 {
			t.Errorf("%d bytes became %d", len(src), len(text))
		}
		last := 0
		for _, run := range did.Runs {
			if run.From <= last || run.To < run.From {
				t.Errorf("runs %v", did.Runs)
			}
			last = run.To
		}
		for _, e := range []Encoding{UTF8, UTF16, Windows1258, TCVN3, VNI} {
			if text, _, err := ReadText(src, &e); err != nil || !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
				t.Errorf("%v: %q, %v", e, text, err)
			}
			if got := e.Decode(string(src)); utf8.Valid(src) && !norm.NFC.IsNormalString(got) {
				t.Errorf("%v: %q is not composed", e, got)
			}
		}
	})
}

func BenchmarkDecodeText(b *testing.B) {
	for name, text := range map[string]string{"unicode": sample, "tcvn3": toPlainTCVN3(sample), "vni": toVNI(sample)} {
		b.Run(name, func(b *testing.B) {
			long := strings.Repeat(text+"\n", 5<<20/len(text))
			b.SetBytes(int64(len(long)))
			for b.Loop() {
				DecodeText(long)
			}
		})
	}
}
