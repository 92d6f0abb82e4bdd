package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"vanban/internal/sheet"
	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// ErrForeign tells a file that Write did not make, or that was changed since, by a signature for one.
var ErrForeign = errors.New("không phải tệp PDF vanban in ra, hoặc đã sửa hay ký sau khi in")

// Bounds of a file that is read back: far above any document of an office.
const (
	maxObjects  = 1 << 20
	maxInflated = 256 << 20 // bytes of all streams together
	maxPages    = 20_000
)

// Read gives the pages of a file that Write made and nobody has changed since ([ErrForeign] for any other), as they
// were placed but for the widths of spans, and for lines side by side, which come back as they were written. A file
// that only claims to be ours cannot make it take more time and memory than its size and the bounds allow.
func Read(src []byte) (d *typeset.Document, err error) {
	if !AsWritten(src) {
		return nil, ErrForeign
	}
	r := &reader{src: src, left: maxInflated}
	if !r.objects() || !r.document() {
		return nil, ErrForeign
	}
	return r.doc, nil
}

// Properties gives the properties of the information dictionary, of any file that says it is ours, changed or not.
func Properties(src []byte) (map[string]string, error) {
	r := &reader{src: src}
	if !bytes.HasPrefix(src, []byte("%PDF-")) || !r.objects() {
		return nil, ErrForeign
	}
	return r.properties(), nil
}

// reader reads one file back. It knows only what this package writes, and says false to anything else.
type reader struct {
	src     []byte
	offsets []int
	root    string
	info    string
	left    int64 // that may still be inflated
	doc     *typeset.Document
}

var (
	fileEnd    = regexp.MustCompile(`trailer\n<< /Size (\d{1,7}) /Root (\d+ 0 R) /Info (\d+ 0 R) /ID \[<\w{32}> <\w{32}>\] >>\nstartxref\n(\d{1,12})\n%%EOF\n`)
	bfcharLine = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4,8})>$`)
	anyRef     = regexp.MustCompile(`\d{1,9} 0 R`)
	infoText   = regexp.MustCompile(`/([A-Za-z][A-Za-z0-9-]*) <FEFF([0-9A-F]*)>`)
	titleOf    = regexp.MustCompile(`^<< /Title <FEFF([0-9A-F]*)> `)
	mediaBox   = regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
	fontOf     = regexp.MustCompile(`/(F\d) (\d{1,9} 0 R)`)
	createdAt  = regexp.MustCompile(`/CreationDate \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)`)
	ourKey     = regexp.MustCompile(`^[a-z-]+$`)
	markedTag  = regexp.MustCompile(`^/([` + startLetters + `])(\d{0,4})$`)
	streamHead = regexp.MustCompile(`^<< /Length (\d{1,10}) `)
)

// objects finds the places of the objects.
func (r *reader) objects() bool {
	at := bytes.LastIndex(r.src, []byte("trailer\n"))
	if at < 0 {
		return false
	}
	m := fileEnd.FindSubmatch(r.src[at:])
	if m == nil {
		return false
	}
	size, start := number(string(m[1])), number(string(m[4]))
	r.root, r.info = string(m[2]), string(m[3])
	if size < 1 || size > maxObjects || start < 0 || start >= len(r.src) {
		return false
	}
	table, ok := bytes.CutPrefix(r.src[start:], []byte(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", size)))
	if !ok || len(table) < 20*(size-1) {
		return false
	}
	for i := range size - 1 {
		offset := number(string(table[20*i : 20*i+10]))
		if offset < 0 || offset >= len(r.src) {
			return false
		}
		r.offsets = append(r.offsets, offset)
	}
	return true
}

// number reads a whole number; -1 for anything else.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// object gives the entries of a dictionary, and where its stream begins.
func (r *reader) object(reference string) (entries string, stream int) {
	digits, _, _ := strings.Cut(reference, " ")
	n := number(digits)
	if n < 1 || n > len(r.offsets) {
		return "", 0
	}
	at := r.offsets[n-1]
	head := []byte(digits + " 0 obj\n")
	if !bytes.HasPrefix(r.src[at:], head) {
		return "", 0
	}
	at += len(head)
	end := bytes.IndexByte(r.src[at:], '\n')
	if end < 0 {
		return "", 0
	}
	return string(r.src[at : at+end]), at + end + 1
}

// refBehind gives the reference that stands behind a key.
func refBehind(entries, key string) string {
	_, rest, found := strings.Cut(entries, "/"+key+" ")
	if !found {
		return ""
	}
	at := anyRef.FindStringIndex(rest)
	if at == nil || strings.Trim(rest[:at[0]], "[ ") != "" {
		return ""
	}
	return rest[at[0]:at[1]]
}

// stream gives an inflated stream.
func (r *reader) stream(reference string) ([]byte, bool) {
	entries, at := r.object(reference)
	m := streamHead.FindStringSubmatch(entries)
	if m == nil || !strings.Contains(entries, "/FlateDecode") || !bytes.HasPrefix(r.src[at:], []byte("stream\n")) {
		return nil, false
	}
	at += len("stream\n")
	length := number(m[1])
	if length < 0 || length > len(r.src)-at {
		return nil, false
	}
	z, err := zlib.NewReader(bytes.NewReader(r.src[at : at+length]))
	if err != nil {
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(z, r.left+1))
	r.left -= int64(len(data))
	return data, err == nil && r.left >= 0
}

// unicodeText reads a text string of UTF-16 in hexadecimal.
func unicodeText(digits string) string {
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return ""
	}
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

func (r *reader) properties() map[string]string {
	out := map[string]string{}
	entries, _ := r.object(r.info)
	for _, m := range infoText.FindAllStringSubmatch(entries, -1) {
		out[m[1]] = unicodeText(m[2])
	}
	if m := createdAt.FindStringSubmatch(entries); m != nil {
		out["CreationDate"] = fmt.Sprintf("%s-%s-%sT%s:%s:%sZ", m[1], m[2], m[3], m[4], m[5], m[6])
	}
	return out
}

func (r *reader) document() bool {
	p := r.properties()
	r.doc = &typeset.Document{Title: p["Title"], Subject: p["Subject"], Author: p["Author"], Keywords: p["Keywords"], Created: p["CreationDate"]}
	entries, _ := r.object(r.info)
	for _, m := range infoText.FindAllStringSubmatch(entries, -1) { // in their order
		if ourKey.MatchString(m[1]) {
			r.doc.Custom = append(r.doc.Custom, sheet.Property{Name: m[1], Value: unicodeText(m[2])})
		}
	}
	catalog, _ := r.object(r.root)
	if _, rest, ok := strings.Cut(catalog, "/Lang <FEFF"); ok {
		digits, _, _ := strings.Cut(rest, ">")
		r.doc.Language = unicodeText(digits)
	}
	for n := range r.offsets {
		entries, _ := r.object(ref(n + 1).String())
		if m := titleOf.FindStringSubmatch(entries); m != nil && n+1 != number(strings.TrimSuffix(r.info, " 0 R")) {
			r.doc.Outline = append(r.doc.Outline, typeset.Mark{Level: 1, Title: unicodeText(m[1])})
		}
	}
	tree, _ := r.object(refBehind(catalog, "Pages"))
	_, kids, _ := strings.Cut(tree, "/Kids [")
	faces := map[string]map[string]*faceRead{} // by the resources that pages share
	for _, kid := range anyRef.FindAllString(kids, maxPages+1) {
		if len(r.doc.Pages) == maxPages {
			return false
		}
		page, _ := r.object(kid)
		shared := refBehind(page, "Resources")
		if faces[shared] == nil {
			faces[shared] = r.faces(shared)
		}
		content, ok := r.stream(refBehind(page, "Contents"))
		box := mediaBox.FindStringSubmatch(page)
		if !ok || box == nil {
			return false
		}
		c := &contentReader{faces: faces[shared], page: &typeset.Page{Width: points(box[1]), Height: points(box[2])}}
		if !c.read(content) {
			return false
		}
		r.doc.Pages = append(r.doc.Pages, c.page)
	}
	return len(r.doc.Pages) > 0
}

func points(digits string) unit.Length {
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v > 1e6 || v < -1e6 {
		return 0
	}
	return unit.FromPoints(v)
}

// faceRead is a face of the file and the characters of its codes.
type faceRead struct {
	key   typeset.FaceKey
	runes map[uint16]rune
}

func (r *reader) faces(resources string) map[string]*faceRead {
	out := map[string]*faceRead{}
	entries, _ := r.object(resources)
	for _, m := range fontOf.FindAllStringSubmatch(entries, -1) {
		n := number(m[1][1:]) - 1
		if n < 0 || n >= len(faceKeys) {
			continue
		}
		font, _ := r.object(m[2])
		data, _ := r.stream(refBehind(font, "ToUnicode"))
		f := &faceRead{key: faceKeys[n], runes: map[uint16]rune{}}
		for _, m := range bfcharLine.FindAllSubmatch(data, -1) {
			code, err := strconv.ParseUint(string(m[1]), 16, 16)
			if err != nil {
				continue
			}
			for _, c := range unicodeText(string(m[2])) {
				f.runes[uint16(code)] = c
			}
		}
		out[m[1]] = f
	}
	return out
}
