package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/font"
	"vanban/internal/typeset"
)

// rereader reads a file of ours back by its table of objects. It knows only what this package writes.
type rereader struct {
	t       *testing.T
	objects map[string][]byte // what stands between "n 0 obj" and "endobj", by "n 0 R"
	root    string
	info    string
	id      string
}

var (
	trailer   = regexp.MustCompile(`trailer\n<< /Size (\d+) /Root (\d+ 0 R) /Info (\d+ 0 R) /ID \[(<\w{32}>) (<\w{32}>)\] >>\n`)
	startxref = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	reference = regexp.MustCompile(`\d+ 0 R`)
)

func reread(t *testing.T, d *typeset.Document, fonts *font.Set) *rereader {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, fonts); err != nil {
		t.Fatal(err)
	}
	return readBack(t, out.Bytes())
}

// readBack checks the table against the objects, and that every reference leads to one.
func readBack(t *testing.T, data []byte) *rereader {
	t.Helper()
	start := startxref.FindSubmatch(data)
	end := trailer.FindSubmatch(data)
	if start == nil || end == nil {
		t.Fatal("the file has no proper end")
	}
	at, _ := strconv.Atoi(string(start[1]))
	size, _ := strconv.Atoi(string(end[1]))
	table, ok := strings.CutPrefix(string(data[at:]), "xref\n0 "+string(end[1])+"\n0000000000 65535 f \n")
	if !ok {
		t.Fatalf("no table at %d", at)
	}
	r := &rereader{t: t, objects: map[string][]byte{}, root: string(end[2]), info: string(end[3]), id: string(end[4])}
	for n := 1; n < size; n++ {
		row := table[20*(n-1) : 20*n]
		offset, err := strconv.Atoi(row[:10])
		if err != nil || row[10:] != " 00000 n \n" {
			t.Fatalf("row %d is %q", n, row)
		}
		body, ok := bytes.CutPrefix(data[offset:], []byte(strconv.Itoa(n)+" 0 obj\n"))
		if !ok {
			t.Fatalf("object %d does not stand at %d", n, offset)
		}
		body, _, _ = bytes.Cut(body, []byte("\nendobj\n"))
		r.objects[ref(n).String()] = body
	}
	for number, body := range r.objects {
		head, _, _ := bytes.Cut(body, []byte(">>\nstream\n"))
		for _, to := range reference.FindAllString(string(head), -1) {
			if r.objects[to] == nil {
				t.Fatalf("%s refers to %s, which is not there", number, to)
			}
		}
	}
	return r
}

// object gives the entries of a dictionary, without its stream.
func (r *rereader) object(reference string) string {
	r.t.Helper()
	head, _, _ := bytes.Cut(r.objects[reference], []byte(">>\nstream\n"))
	return string(head)
}

var valueOf = regexp.MustCompile(`^ (\d+ 0 R|\[[^\]]*\]+|<<.*?>>|<\w*>|\([^)]*\)|/?[^ /]+)`)

// value gives one entry of a dictionary, as written; empty when it is not there.
func (r *rereader) value(dictionary, key string) string {
	_, rest, found := strings.Cut(dictionary, "/"+key+" ")
	if !found {
		return ""
	}
	return strings.TrimSpace(valueOf.FindString(" " + rest))
}

// follow gives the dictionary that an entry refers to.
func (r *rereader) follow(dictionary, key string) string {
	r.t.Helper()
	to := strings.Trim(r.value(dictionary, key), "[]")
	if r.objects[to] == nil {
		r.t.Fatalf("/%s of %s is %q, no reference", key, dictionary, to)
	}
	return r.object(to)
}

// stream gives the inflated stream that an entry refers to.
func (r *rereader) stream(dictionary, key string) []byte {
	r.t.Helper()
	object := r.objects[r.value(dictionary, key)]
	head, body, found := bytes.Cut(object, []byte(">>\nstream\n"))
	if !found {
		r.t.Fatalf("/%s of %s is no stream", key, dictionary)
	}
	length, err := strconv.Atoi(r.value(string(head), "Length"))
	if err != nil || string(body[length:]) != "\nendstream" {
		r.t.Fatalf("/Length %d is not where the stream ends", length)
	}
	if !bytes.Contains(head, []byte("/FlateDecode")) {
		return body[:length]
	}
	z, err := zlib.NewReader(bytes.NewReader(body[:length]))
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// pages gives the dictionaries of the pages in order.
func (r *rereader) pages() []string {
	tree := r.follow(r.object(r.root), "Pages")
	var pages []string
	for _, kid := range reference.FindAllString(r.value(tree, "Kids"), -1) {
		pages = append(pages, r.object(kid))
	}
	if count := r.value(tree, "Count"); count != strconv.Itoa(len(pages)) {
		r.t.Fatalf("/Count is %s, the tree has %d pages", count, len(pages))
	}
	return pages
}
