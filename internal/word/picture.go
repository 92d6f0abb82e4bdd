package word

import (
	"bytes"
	"encoding/binary"
	"path"
	"strings"
)

// mostHead is how many bytes of a picture are read: what stands before its pixels.
const mostHead = 64 << 10

// picture notes what a picture shows and whether it can be seen through.
func (r *reader) picture(s *Shape, target string) {
	s.Kind, s.Target = Picture, target
	if !strings.EqualFold(path.Ext(target), ".png") {
		return
	}
	if _, known := r.opaque[target]; !known {
		r.opaque[target] = opaquePNG(r.pkg.Head(target, mostHead))
	}
	s.Opaque = r.opaque[target]
}

// opaquePNG tells a PNG whose colours have no transparency: neither a channel of its own nor a chunk tRNS before the
// pixels. What cannot be told is false.
func opaquePNG(head []byte) bool {
	const signature, alpha = "\x89PNG\r\n\x1a\n", 4
	rest, ok := bytes.CutPrefix(head, []byte(signature))
	if !ok || len(rest) < 25 || string(rest[4:8]) != "IHDR" || rest[17]&alpha != 0 {
		return false
	}
	for len(rest) >= 8 {
		length, kind := binary.BigEndian.Uint32(rest), string(rest[4:8])
		switch kind {
		case "tRNS":
			return false
		case "IDAT":
			return true
		}
		if int64(length)+12 > int64(len(rest)) {
			return false
		}
		rest = rest[length+12:]
	}
	return false
}
