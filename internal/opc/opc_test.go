package opc_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"vanban/internal/opc"
)

type entry struct {
	name, text string
	flags      uint16
	method     uint16
}

func packed(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		method := zip.Deflate
		if e.method != 0 {
			method = e.method
			z.RegisterCompressor(method, nil)
		}
		h := &zip.FileHeader{Name: e.name, Method: method, Flags: e.flags}
		f, err := z.CreateHeader(h)
		if e.method != 0 {
			f, err = z.CreateRaw(h)
		}
		if err == nil {
			_, err = f.Write([]byte(e.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func small() opc.Limits { return opc.Limits{Parts: 5, Part: 16 << 20, Total: 20 << 20, Ratio: 100} }

func TestReads(t *testing.T) {
	p, err := opc.Open(packed(t, entry{name: "word/"}, entry{name: `word\a.xml`, text: "một"}), small())
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Read("Word/A.xml")
	if err != nil || string(got) != "một" || !p.Has("word/a.xml") || len(p.Names()) != 1 {
		t.Errorf("«%s» %v %v", got, err, p.Names())
	}
	if got, err := p.Read("b.xml"); got != nil || err != nil {
		t.Error("a part that is not there:", got, err)
	}
}

func TestFaults(t *testing.T) {
	var many []entry
	for i := range 6 {
		many = append(many, entry{name: fmt.Sprint(i)})
	}
	broken := packed(t, entry{name: "a", text: strings.Repeat("một hai ", 50)})
	broken[40] ^= 0xff
	noise := func(n int) string { // packs badly
		b, x := make([]byte, n), uint32(1)
		for i := range b {
			x = x*1664525 + 1013904223
			b[i] = byte(x >> 24)
		}
		return string(b)
	}
	for _, c := range []struct {
		name string
		src  []byte
		want opc.Kind
	}{
		{"text", []byte("chữ"), opc.NotZip},
		{"compound file", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 …"), opc.OldOffice},
		{"many parts", packed(t, many...), opc.ManyParts},
		{"twice", packed(t, entry{name: "a"}, entry{name: "A"}), opc.TwiceNamed},
		{"climbs out", packed(t, entry{name: "a/../../b"}), opc.UnsafeName},
		{"backslash climbs out", packed(t, entry{name: `..\b`}), opc.UnsafeName},
		{"locked", packed(t, entry{name: "a", flags: 1}), opc.Encrypted},
		{"another compression", packed(t, entry{name: "a", text: "x", method: 99}), opc.Compression},
		{"damaged", broken, opc.Damaged},
		{"inflates", packed(t, entry{name: "a", text: strings.Repeat(" ", 15<<20)}), opc.Inflates},
		{"large", packed(t, entry{name: "a", text: noise(17 << 20)}), opc.LargePart},
	} {
		p, err := opc.Open(c.src, small())
		if err == nil {
			_, err = p.Read("a")
		}
		var fault *opc.Fault
		if !errors.As(err, &fault) || fault.Kind != c.want {
			t.Errorf("%s: %v, want %d", c.name, err, c.want)
		}
	}
}

func TestTotal(t *testing.T) {
	text := strings.Repeat("a b c d e f g h i j k l m n o p q r s t u v w x y z ", 60_000)
	p, err := opc.Open(packed(t, entry{name: "a", text: text}, entry{name: "b", text: text}), opc.Limits{Parts: 5, Part: 16 << 20, Total: 4 << 20, Ratio: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Read("a"); err != nil {
		t.Fatal(err)
	}
	var fault *opc.Fault
	if _, err := p.Read("b"); !errors.As(err, &fault) || fault.Kind != opc.LargePart {
		t.Error(err)
	}
}
