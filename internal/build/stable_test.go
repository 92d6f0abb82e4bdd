package build_test

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"vanban/internal/build"
	"vanban/internal/docx"
	"vanban/internal/docx/docxtest"
	"vanban/internal/pdf"
)

// TestSameBytes renders everything again as if somewhere else: read and rendered in another time zone, and
// rendered on another day. Where the data has a date, the day must not tell; not a byte may differ.
func TestSameBytes(t *testing.T) {
	first := documents(t)
	here := time.Local
	t.Cleanup(func() { time.Local = here })
	time.Local = time.FixedZone("Asia/Ho_Chi_Minh", 7*3600)
	fonts := newWorkshop(t).fonts
	for i, m := range documents(t) {
		if !bytes.Equal(m.DOCX, first[i].DOCX) || !bytes.Equal(m.PDF, first[i].PDF) {
			t.Errorf("%s: not the same bytes in another time zone", m.Name)
		}
		builder := &build.Builder{Fonts: fonts}
		if m.Stages.Sheet.Properties.Created != "" {
			builder.Created = "2001-02-03T04:05:06Z"
		}
		docxBytes, pdfBytes, findings := builder.Render(m.Job, true, true)
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		if !bytes.Equal(docxBytes, first[i].DOCX) || !bytes.Equal(pdfBytes, first[i].PDF) {
			t.Errorf("%s: not the same bytes on another day", m.Name)
		}
	}
}

// TestCreated tells the time of SOURCE_DATE_EPOCH where the data has no whole date, and no other time.
func TestCreated(t *testing.T) {
	w := newWorkshop(t)
	src := fixtureFile(t, "ke-hoach/ke-hoach-lo-trinh.yaml")
	const epoch = "2001-02-03T04:05:06Z"
	for _, test := range []struct{ data, want string }{
		{string(src), "2026-03-05T"},
		{strings.Replace(string(src), "\nngay: 2026-03-05\n", "\nngay: 2026-03\n", 1), epoch},
		{strings.Replace(string(src), "\nngay: 2026-03-05\n", "\n", 1), epoch},
	} {
		job := w.jobs(t, "nd30", "a.yaml", []byte(test.data))[0]
		docxBytes, _, findings := (&build.Builder{Fonts: w.fonts, Created: epoch}).Render(job, true, false)
		if findings.HasErrors() {
			t.Fatal(w.print(t, findings))
		}
		created := docxtest.Inspect(t, docxBytes)["docProps/core.xml"].Find("created")
		if created == nil || !strings.HasPrefix(created.Text, test.want) {
			t.Errorf("created %v, want %s", created, test.want)
		}
	}
}

// TestPackages re-reads every DOCX: well-formed parts, content types, relationships, ids, styles, no empty
// paragraph, and the schema's own rules as far as the generated types know them.
func TestPackages(t *testing.T) {
	for _, m := range documents(t) {
		t.Run(m.Name, func(t *testing.T) {
			docxtest.Inspect(t, m.DOCX)
			names, raw := docxtest.Unpack(t, m.DOCX)
			for _, name := range names {
				var part interface{ Validate() error }
				switch {
				case strings.HasPrefix(name, "word/header"):
					part = wml.NewHdr()
				case strings.HasPrefix(name, "word/footer"):
					part = wml.NewFtr()
				case name == "word/styles.xml":
					part = wml.NewStyles()
				case name == "word/settings.xml":
					part = wml.NewSettings()
				case name == "word/fontTable.xml":
					part = wml.NewFonts()
				case name == "word/document.xml":
					// The generated reader does not know drawn rules; without them the rest is to be valid.
					part = wml.NewDocument()
					raw[name] = withoutDrawings(raw[name])
				default:
					continue
				}
				if err := xml.Unmarshal(raw[name], part); err != nil {
					t.Errorf("%s: %v", name, err)
				} else if err := part.Validate(); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		})
	}
}

func withoutDrawings(src []byte) []byte {
	const begin, end = "<mc:AlternateContent", "</mc:AlternateContent>"
	for {
		from := bytes.Index(src, []byte(begin))
		if from < 0 {
			return src
		}
		to := from + bytes.Index(src[from:], []byte(end)) + len(end)
		src = append(bytes.Clone(src[:from]), src[to:]...)
	}
}

// TestUntouched demands that a fresh file is known for one that nobody has edited: else the next run would
// not dare to overwrite it.
func TestUntouched(t *testing.T) {
	for _, m := range documents(t) {
		edited, known, err := docx.Edited(bytes.NewReader(m.DOCX), int64(len(m.DOCX)))
		if edited || !known || err != nil {
			t.Errorf("%s: edited %v, known %v, %v", m.Name, edited, known, err)
		}
		if !pdf.AsWritten(m.PDF) {
			t.Errorf("%s: the PDF does not know itself", m.Name)
		}
	}
}
