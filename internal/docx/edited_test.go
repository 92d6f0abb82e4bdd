package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"vanban/internal/docx/docxtest"
)

// repack packs parts anew, in the order of the names, as another program would.
func repack(t *testing.T, names []string, parts map[string][]byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestEdited(t *testing.T) {
	change := func(name, from, to string) func([]string, map[string][]byte) []string {
		return func(names []string, parts map[string][]byte) []string {
			if !bytes.Contains(parts[name], []byte(from)) {
				t.Fatalf("%s does not hold %q", name, from)
			}
			parts[name] = bytes.Replace(parts[name], []byte(from), []byte(to), 1)
			return names
		}
	}
	remove := func(name string) func([]string, map[string][]byte) []string {
		return func(names []string, _ map[string][]byte) []string {
			return slices.DeleteFunc(names, func(s string) bool { return s == name })
		}
	}
	tests := []struct {
		name          string
		alter         func([]string, map[string][]byte) []string
		edited, known bool
		err           string
	}{
		{"as written", func(n []string, _ map[string][]byte) []string { return n }, false, true, ""},
		{"packed anew in another order", func(n []string, _ map[string][]byte) []string {
			slices.Reverse(n)
			return n
		}, false, true, ""},
		{"a word changed", change(documentPart, "HỎA TỐC", "KHẨN"), true, true, ""},
		{"a page number changed", change("word/header1.xml", "<w:p>", "<w:p >"), true, true, ""},
		{"a title changed", change(corePart, "Kế hoạch", "Kế họach"), true, true, ""},
		{"a part removed", remove("word/fontTable.xml"), true, true, ""},
		{"a part added", func(n []string, p map[string][]byte) []string {
			p["word/comments.xml"] = []byte("<x/>")
			return append(n, "word/comments.xml")
		}, true, true, ""},
		{"a hash that is none", change(customPart, "sha256:", "md5:"), true, true, ""},
		{"a hash in a property of another name", change(customPart, hashProperty, "khac"), false, false, ""},
		{"no custom properties", remove(customPart), false, false, ""},
		{"custom properties broken", change(customPart, "</property>", ""), false, false, "không đọc được"},
		{"a document type", change(customPart, "<Properties", "<!DOCTYPE x><Properties"), false, false, "DOCTYPE"},
		{"custom properties without end", func(n []string, p map[string][]byte) []string {
			p[customPart] = append(p[customPart], bytes.Repeat([]byte(" "), maxCustom)...)
			return n
		}, false, false, errTooBig.Error()},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			names, parts := docxtest.Unpack(t, written(t, plan(3, 2)))
			data := repack(t, test.alter(names, parts), parts)
			edited, known, err := Edited(bytes.NewReader(data), int64(len(data)))
			if edited != test.edited || known != test.known {
				t.Errorf("edited %v, known %v; want %v, %v", edited, known, test.edited, test.known)
			}
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Errorf("error %v, want %q", err, test.err)
			}
		})
	}
}

func TestEditedAsWritten(t *testing.T) {
	data := written(t, plan(3, 2))
	edited, known, err := Edited(bytes.NewReader(data), int64(len(data)))
	if edited || !known || err != nil {
		t.Errorf("edited %v, known %v, %v", edited, known, err)
	}
}

func TestEditedDamaged(t *testing.T) {
	data := written(t, plan(3, 2))
	flipped := bytes.Clone(data)
	flipped[bytes.Index(data, []byte("word/document.xml"))+200] ^= 0x55
	for name, broken := range map[string][]byte{
		"empty":            {},
		"cut off":          data[:len(data)-30],
		"one byte flipped": flipped,
		"no zip":           []byte(strings.Repeat("văn bản ", 100)),
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, err := Edited(bytes.NewReader(broken), int64(len(broken))); err == nil {
				t.Error("no error")
			}
		})
	}
}

// TestPartHashBound packs more than the bound allows into few bytes, and lies about it in the directory.
func TestPartHashBound(t *testing.T) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(w, zeroes{}, 1<<20); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	r.File[0].UncompressedSize64 = 10
	if _, n, err := partHash(r.File[0], 1000); err == nil || n > 1001 {
		t.Errorf("unpacked %d bytes, error %v", n, err)
	}
}

// zeroes never ends.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// FuzzEdited looks for packages that make Edited panic, hang or contradict itself. Whole packages take long
// to minimise: run it with -fuzzminimizetime 10x.
func FuzzEdited(f *testing.F) {
	var buf bytes.Buffer
	if err := Write(&buf, plan(1, 2)); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		edited, known, err := Edited(bytes.NewReader(data), int64(len(data)))
		if edited && (!known || err != nil) {
			t.Errorf("edited, yet known %v, error %v", known, err)
		}
	})
}
