package build_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"vanban/internal/build"
	"vanban/internal/content"
	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/font"
	"vanban/internal/importer"
	"vanban/internal/markup"
	"vanban/internal/standard"
	"vanban/templates"
)

// What the key «thu» of an explanation may hold, which is run in the place of its example. Without «thu» the
// example itself is of the kind that its file is about.
const (
	trialData     = "du_lieu"       // a data file; its keys are laid over the example of the template
	trialText     = "van_ban"       // official text
	trialTemplate = "mau"           // the body of a template, or a whole file that begins with ---
	trialHead     = "khai_bao"      // keys of the head of such a template
	trialStandard = "the_thuc"      // keys laid over a standard.yaml; one with nothing behind it is taken away
	trialBook     = "so_tinh"       // a workbook: sheets of rows of cells; «=…» is a formula
	trialOffice   = "co_quan"       // an office file, for the data beside it
	trialBytes    = "ma_hex"        // a file that is no text
	trialFile     = "tep"           // the name of the file, where it matters
	trialUses     = "dung_mau"      // the template of the data
	trialBy       = "dung_the_thuc" // the standard
	trialOld      = "van_ban_goc"   // an existing document, to be imported
	trialWords    = "tu_ngu"        // a file of the words that content is checked by
	trialContent  = "noi_dung"      // the body of a Word file; its other components by the keys of frameLines
	trialNone     = "khong"         // why the example cannot be run
)

// TestExamplesProvoke runs the example of every explanation and demands its finding.
func TestExamplesProvoke(t *testing.T) {
	files, err := filepath.Glob("../diag/explain/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		root, found := data.Parse(file, src)
		if found.HasErrors() {
			t.Fatal(found)
		}
		for _, entry := range root.Items {
			id := entry.Field("id").Text
			trial := entry.Field("thu")
			if trial == nil {
				kind := map[string]string{"markup.yaml": trialText, "merge.yaml": trialTemplate, "tmpl.yaml": trialTemplate, "standard.yaml": trialStandard, "importer.yaml": trialOld, "content.yaml": trialContent}[filepath.Base(file)]
				if strings.HasPrefix(id, "SCHEMA-") {
					kind = trialTemplate
				}
				if kind == "" {
					kind = trialData
				}
				trial = &data.Node{Kind: data.Map, Fields: []data.Field{{Key: kind, Value: entry.Field("vi_du")}}}
			}
			t.Run(id, func(t *testing.T) {
				if why := trial.Field(trialNone); why != nil {
					t.Skip(why.Text)
				}
				got := (&trying{t: t, builder: &build.Builder{Fonts: fonts}}).run(trial)
				if !slices.ContainsFunc(got, func(d diag.Diagnostic) bool { return d.ID == id }) {
					var ids []string
					for _, d := range got {
						ids = append(ids, d.ID+" "+d.Message)
					}
					t.Errorf("the example gives %v", ids)
				}
			})
		}
	}
}

type trying struct {
	t       *testing.T
	builder *build.Builder
	found   diag.List
}

func (y *trying) run(trial *data.Node) diag.List {
	text := func(key, otherwise string) string {
		if n := trial.Field(key); n != nil {
			return n.Text
		}
		return otherwise
	}
	own := fstest.MapFS{}
	template, name, src := text(trialUses, "ke-hoach"), text(trialFile, "thu.yaml"), []byte(text(trialData, "{}"))
	if trial.Field(trialTemplate) != nil || trial.Field(trialHead) != nil {
		template = "thu"
		own["nd30/thu.tmpl"] = &fstest.MapFile{Data: templateFile(y.t, text(trialHead, "{}"), text(trialTemplate, "Nội dung."))}
	}
	if figures := text(trialBytes, ""); figures != "" {
		var err error
		if src, err = hex.DecodeString(figures); err != nil {
			y.t.Fatal(err)
		}
	}
	if name == "thu.tmpl" {
		template = "thu"
		own["nd30/thu.tmpl"], name, src = &fstest.MapFile{Data: src}, "thu.yaml", []byte("{}")
	}
	l := build.NewLibrary(&data.Sources{}, build.Layer{Files: templates.Files}, build.Layer{Label: "rieng", Files: own})
	s, more, err := l.Standard(text(trialBy, "nd30"))
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
	if s == nil {
		return y.found
	}
	if over := trial.Field(trialStandard); over != nil {
		s = y.standard(over)
		if s == nil {
			return y.found
		}
	}
	if office := trial.Field(trialOffice); office != nil {
		root, more := data.Parse("co-quan.yaml", []byte(office.Text))
		y.found = append(y.found, more...)
		o, more, err := l.NewOffice(root)
		y.found = append(y.found, more...)
		if err != nil {
			y.t.Fatal(err)
		}
		l.Office = o
	}
	if old := trial.Field(trialOld); old != nil {
		y.imported(l, s, old.Text)
		return y.found
	}
	if trial.Field(trialRawWord) != nil || trial.Field(trialWord) != nil {
		return readTrial(trial)
	}
	if words := trial.Field(trialText); words != nil {
		_, more := markup.Parse(words.Text, markup.Source{At: func(int, int) diag.Pos { return diag.Pos{} }})
		y.found = append(y.found, more...)
		return y.found
	}
	if words := trial.Field(trialWords); words != nil {
		root, _ := data.Parse("noi-dung.yaml", []byte(words.Text))
		_, more := content.NewVocabulary(root)
		y.found = append(y.found, more...)
		return y.found
	}
	if slices.ContainsFunc(frameLines(), func(f [2]string) bool { return trial.Field(f[0]) != nil }) {
		y.content(l, s, trial)
		return y.found
	}
	if book := trial.Field(trialBook); book != nil {
		name, src = "thu.xlsx", workbook(y.t, book)
	}
	y.data(l, s, name, src, template, strings.HasSuffix(name, ".yaml"))
	return y.found
}

// imported imports a text, and compares what it would be printed as.
func (y *trying) imported(l *build.Library, s *standard.Standard, src string) {
	text, more := importer.Text("goc.txt", []byte(src), "")
	y.found = append(y.found, more...)
	lines, more := importer.Lines("goc.txt", text)
	y.found = append(y.found, more...)
	_, more, err := y.builder.Import(l, build.Imported{Lines: lines, Fallback: s.ID})
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
}

// templateFile puts a head before a body that has none, with keys of its own.
func templateFile(t *testing.T, head, body string) []byte {
	t.Helper()
	if strings.HasPrefix(body, "---") {
		return []byte(body)
	}
	own, found := data.Parse("head.yaml", []byte(head))
	if found.HasErrors() {
		t.Fatal(found)
	}
	for _, line := range []string{"ten: Thử", "loai: ke-hoach", "bo_cuc: co-ten-loai"} {
		if key, _, _ := strings.Cut(line, ":"); own.Field(key) == nil {
			head = line + "\n" + strings.TrimPrefix(head, "{}")
		}
	}
	return []byte("---\n" + head + "\n---\n" + body)
}

// data reads a data file and makes its document. A snippet is laid over the example of the template.
func (y *trying) data(l *build.Library, s *standard.Standard, name string, src []byte, template string, snippet bool) {
	given, more, err := l.Read(name, src, s, template)
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
	tm, more, err := l.Template(s, template, diag.Pos{})
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
	if tm == nil || given == nil {
		return
	}
	if snippet && given.Field("van_ban") == nil {
		var base *data.Node
		if nodes := tm.Schema.ExampleNodes(); len(nodes) > 0 {
			base = nodes[0]
		} else if plan, _, _ := l.Template(s, "ke-hoach", diag.Pos{}); plan != nil {
			base = plan.Schema.ExampleNodes()[0]
		}
		known := &data.Node{Kind: data.Map}
		for _, f := range base.Fields {
			if _, ok := tm.Schema.Property(f.Key); ok {
				known.Fields = append(known.Fields, f)
			}
		}
		given = data.Merge(known, given)
	}
	if given.Field("mau") != nil || given.Field("van_ban") != nil {
		template = ""
	}
	jobs, more, err := l.Jobs(given, s, "thu", template)
	y.found = append(y.found, more...)
	if err != nil {
		y.t.Fatal(err)
	}
	for _, j := range jobs {
		if j.Template == nil {
			continue
		}
		_, _, more := y.builder.Render(j, true, true)
		y.found = append(y.found, more...)
		st, _ := y.builder.Compose(j)
		y.document(l, s, st.Document)
	}
}

// standard reads the built-in standard with keys laid over it.
func (y *trying) standard(over *data.Node) *standard.Standard {
	src, err := templates.Files.ReadFile("nd30/standard.yaml")
	if err != nil {
		y.t.Fatal(err)
	}
	base, more := data.Parse("standard.yaml", src)
	laid, others := data.Parse("rieng.yaml", []byte(over.Text))
	y.found = append(append(y.found, more...), others...)
	s, more := standard.Parse("nd30", overlay(base, laid))
	y.found = append(y.found, more...)
	if y.found.HasErrors() {
		return nil
	}
	return s
}

// overlay lays the keys of a tree over another, map by map; what is Null takes a key away.
func overlay(base, over *data.Node) *data.Node {
	if base == nil || base.Kind != data.Map || over.Kind != data.Map {
		return over
	}
	out := *base
	out.Fields = slices.Clone(base.Fields)
	for _, f := range over.Fields {
		i := slices.IndexFunc(out.Fields, func(o data.Field) bool { return o.Key == f.Key })
		switch {
		case i < 0:
			out.Fields = append(out.Fields, f)
		case f.Value.Kind == data.Null:
			out.Fields = slices.Delete(out.Fields, i, i+1)
		default:
			out.Fields[i].Value = overlay(out.Fields[i].Value, f.Value)
		}
	}
	return &out
}

// workbook writes sheets of rows of cells: figures as numbers, «=…» as formulas, all else as text.
func workbook(t *testing.T, sheets *data.Node) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, sheet := range sheets.Fields {
		if i == 0 {
			must(f.SetSheetName("Sheet1", sheet.Key))
		} else {
			_, err := f.NewSheet(sheet.Key)
			must(err)
		}
		for r, row := range sheet.Value.Items {
			for c, v := range row.Items {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				must(err)
				switch {
				case strings.HasPrefix(v.Text, "="):
					must(f.SetCellFormula(sheet.Key, at, v.Text[1:]))
				case v.Tag == data.TagInteger:
					must(f.SetCellDefault(sheet.Key, at, v.Text))
				default:
					must(f.SetCellStr(sheet.Key, at, v.Text))
				}
			}
		}
	}
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}
