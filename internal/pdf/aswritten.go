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
