package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// AsWritten tells whether a file is one that Write made and nobody has changed since: its /ID is the
// hash of all that stands before its table, and nothing stands behind its end. A signature added to the file is
// such a change.
func AsWritten(file []byte) bool {
	at := bytes.LastIndex(file, []byte("\nxref\n0 ")) + 1
	if at == 0 || !bytes.HasSuffix(file, []byte("\n%%EOF\n")) || bytes.Count(file[at:], []byte("%%EOF")) != 1 || !bytes.Contains(file, []byte(producer)) {
		return false
	}
	id := sha256.Sum256(file[:at])
	want := fmt.Sprintf("/ID [<%x> ", id[:16])
	return bytes.Contains(file[at:], []byte(want))
}

// Original gives what Write made of a file that was only added to since, as a digital signature does: the file up to
// its first end. It is false where that is not as written either.
func Original(file []byte) ([]byte, bool) {
	const end = "\n%%EOF\n"
	at := bytes.Index(file, []byte(end))
	if at < 0 {
		return nil, false
	}
	first := file[:at+len(end)]
	return first, AsWritten(first)
}
