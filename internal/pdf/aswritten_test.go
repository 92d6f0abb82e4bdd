package pdf

import (
	"bytes"
	"testing"
)

func TestAsWritten(t *testing.T) {
	d, fonts := minutes(t)
	var out bytes.Buffer
	if err := Write(&out, d, fonts); err != nil {
		t.Fatal(err)
	}
	file := out.Bytes()
	if !AsWritten(file) {
		t.Error("a file as Write made it is said to be changed")
	}
	signed := append(bytes.Clone(file), "1 0 obj\n<< >>\nendobj\n%%EOF\n"...)
	if original, ok := Original(signed); !ok || !bytes.Equal(original, file) {
		t.Error("what was there before a signature is not found")
	}
	changed := bytes.Clone(file)
	changed[len(changed)/2] ^= 1
	for name, f := range map[string][]byte{"signed": signed, "changed": changed, "empty": nil, "other": []byte("%PDF-1.4\n%%EOF\n")} {
		if AsWritten(f) {
			t.Errorf("%s: said to be as written", name)
		}
		if _, ok := Original(f); ok && name != "signed" {
			t.Errorf("%s: said to hold one as written", name)
		}
	}
}
