package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"

	"vanban/internal/diag"
)

// sample holds a finding of each kind of place and each severity, in three files, one of them without any.
func sample() Run {
	return Run{
		Version: "1.2.3",
		Files:   []string{"văn bản/kế hoạch.yaml", "danh-sach.xlsx", "quyet-dinh.docx", "/tuyet/doi.docx"},
		Fails:   diag.Warning,
		Findings: diag.List{
			{ID: "DATA-SYNTAX", Severity: diag.Error, Pos: diag.Pos{File: "văn bản/kế hoạch.yaml", Line: 2, Col: 12, Len: 5},
				Message: "viết sai <ở> «đây» & ]]>", Field: "trich_yeu (Trích yếu)", Hints: []string{"đặt cả câu trong nháy"},
				Notes: []diag.Note{{Pos: diag.Pos{File: "mẫu.tmpl", Line: 9}, Message: "mẫu in ở đây"}, {Message: "không có chỗ"}}},
			{ID: "DATA-SYNTAX", Severity: diag.Error, Pos: diag.Pos{File: "văn bản/kế hoạch.yaml", Line: 7}, Message: "viết sai nữa"},
			{ID: "KHONG-CO", Severity: diag.Warning, Pos: diag.Pos{File: "danh-sach.xlsx", Sheet: "Nhiệm vụ", Cell: "C7"}, Message: "ô lạ\x01"},
			{ID: "KHONG-CO", Severity: diag.Info, Pos: diag.Pos{File: "quyet-dinh.docx", Line: 40, Place: "Điều 3, khoản 2"}, Message: "cỡ chữ 15", Clause: "Phụ lục I, mục II.5"},
			{ID: "KHONG-CO", Severity: diag.Info, Message: "không của tệp nào"},
		},
		Line: func(string, int) (string, bool) { return "trich_yeu: a: b", true },
	}
}

func write(t *testing.T, f Format, r Run) []byte {
	t.Helper()
	var b, again bytes.Buffer
	if err := Write(&b, f, r); err != nil {
		t.Fatal(err)
	}
	if err := Write(&again, f, r); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Fatalf("%s: a second report differs (%v)", f, err)
	}
	return b.Bytes()
}

func TestNamed(t *testing.T) {
	for _, f := range Formats() {
		if got, ok := Named(string(f)); !ok || got != f {
			t.Errorf("%s is not found by its name", f)
		}
	}
	if _, ok := Named("html"); ok {
		t.Error("a form was found that there is none of")
	}
}

func TestText(t *testing.T) {
	got := string(write(t, Text, sample()))
	for _, want := range []string{"quyet-dinh.docx: Điều 3, khoản 2: lưu ý: cỡ chữ 15 [KHONG-CO]", "danh-sach.xlsx!Nhiệm vụ!C7: cảnh báo"} {
		if !strings.Contains(got, want) {
			t.Errorf("no «%s» in:\n%s", want, got)
		}
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		Form     int
		Tool     struct{ Name, Version string }
		Summary  struct{ Files, Errors, Warnings, Notes int }
		Files    []string
		Findings []struct {
			ID, Severity, Title, Message, File, Sheet, Cell, Place, Field, Clause string
			Line, Column, Length                                                  int
			Notes                                                                 []struct {
				Message, File string
				Line          int
			}
			Hints []string
		}
	}
	d := json.NewDecoder(bytes.NewReader(write(t, JSON, sample())))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if got.Form != 1 || got.Tool.Version != "1.2.3" || got.Summary.Files != 4 || got.Summary.Errors != 2 || got.Summary.Warnings != 1 || got.Summary.Notes != 2 {
		t.Errorf("%+v", got)
	}
	if len(got.Findings) != 5 {
		t.Fatalf("%d findings", len(got.Findings))
	}
	first := got.Findings[3]
	if first.Line != 2 || first.Column != 12 || first.Length != 5 || first.Title == "" || len(first.Notes) != 2 ||
		first.Notes[0].Line != 9 || first.Hints[0] != "đặt cả câu trong nháy" || first.Message != "viết sai <ở> «đây» & ]]>" {
		t.Errorf("%+v", first)
	}
	if cell := got.Findings[1]; cell.Sheet != "Nhiệm vụ" || cell.Cell != "C7" || cell.Severity != "warning" {
		t.Errorf("%+v", cell)
	}
	empty := write(t, JSON, Run{})
	if !bytes.Contains(empty, []byte(`"findings": []`)) || !bytes.Contains(empty, []byte(`"files": []`)) {
		t.Errorf("lists of a run without findings are not empty lists:\n%s", empty)
	}
}

// TestSARIF demands what the schema of SARIF 2.1.0 does of the parts that are written, and what its text does of
// indexes, which a schema cannot say.
func TestSARIF(t *testing.T) {
	var log sarifLog
	d := json.NewDecoder(bytes.NewReader(write(t, SARIF, sample())))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || log.Schema == "" || len(log.Runs) != 1 || run.Tool.Driver.Name == "" || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("%+v", log)
	}
	var uris []string
	for _, a := range run.Artifacts {
		if _, err := url.Parse(a.Location.URI); err != nil || strings.ContainsAny(a.Location.URI, " ăế") {
			t.Errorf("«%s» is no URI", a.Location.URI)
		}
		uris = append(uris, a.Location.URI)
	}
	if want := "file:///tuyet/doi.docx danh-sach.xlsx m%E1%BA%ABu.tmpl quyet-dinh.docx v%C4%83n%20b%E1%BA%A3n/k%E1%BA%BF%20ho%E1%BA%A1ch.yaml"; strings.Join(uris, " ") != want {
		t.Errorf("artifacts %v", uris)
	}
	if len(run.Results) != 5 {
		t.Fatalf("%d results", len(run.Results))
	}
	for _, r := range run.Results {
		if rule := run.Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID || r.Message.Text == "" {
			t.Errorf("%+v", r)
		}
		for _, l := range append(r.Locations, r.Related...) {
			if p := l.Physical; p != nil && run.Artifacts[*p.Artifact.Index].Location.URI != p.Artifact.URI {
				t.Errorf("%+v points to another artifact", p)
			}
			if p := l.Physical; p != nil && p.Region != nil && (p.Region.StartLine < 1 || p.Region.StartColumn < 0) {
				t.Errorf("%+v is no region", p.Region)
			}
		}
	}
	placed := run.Results[3]
	if region := placed.Locations[0].Physical.Region; *region != (sarifRegion{2, 12, 17}) {
		t.Errorf("%+v", region)
	}
	if len(placed.Related) != 2 || *placed.Related[0].ID == *placed.Related[1].ID || placed.Related[1].Message.Text != "không có chỗ" {
		t.Errorf("%+v", placed.Related)
	}
	if cell := run.Results[1].Locations[0]; cell.Physical.Region != nil || cell.Logical[0].Full != "Nhiệm vụ!C7" {
		t.Errorf("%+v", cell)
	}
	if place := run.Results[2].Locations[0]; place.Physical.Region != nil || place.Logical[0].Name != "Điều 3, khoản 2" || run.Results[2].Level != "note" {
		t.Errorf("%+v", place)
	}
	if homeless := run.Results[0]; homeless.Locations == nil || len(homeless.Locations) != 0 {
		t.Errorf("%+v", homeless)
	}
	rules := run.Tool.Driver.Rules
	if len(rules) != 2 || rules[0].Help == nil || !strings.Contains(rules[0].Help.Markdown, "```") || rules[1].Help != nil || rules[1].Configuration.Level != "warning" {
		t.Errorf("%+v", rules)
	}
}

func TestURIOfOtherSystems(t *testing.T) {
	for name, want := range map[string]string{
		`C:\Văn bản\a.docx`: "file:///C:/V%C4%83n%20b%E1%BA%A3n/a.docx",
		"//may/chung/a":     "file://may/chung/a",
		"./a:b/c":           "a%3Ab/c",
	} {
		if got := uri(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestJUnit(t *testing.T) {
	var got junitSuites
	src := write(t, JUnit, sample())
	if err := xml.Unmarshal(src, &got); err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	if got.Tests != 5 || got.Failures != 2 || len(got.Suites) != 5 {
		t.Errorf("%d tests, %d failures, %d suites", got.Tests, got.Failures, len(got.Suites))
	}
	of := map[string]junitSuite{}
	tests, failures := 0, 0
	for _, s := range got.Suites {
		of[s.Name] = s
		tests += s.Tests
		failures += s.Failures
		if s.Tests != len(s.Cases) || s.Tests == 0 {
			t.Errorf("%s counts %d tests of %d", s.Name, s.Tests, len(s.Cases))
		}
		for _, c := range s.Cases {
			if c.Class != s.Name || c.Name == "" {
				t.Errorf("%+v", c)
			}
		}
	}
	if tests != got.Tests || failures != got.Failures {
		t.Errorf("the sums %d and %d are not those of the suites, %d and %d", got.Tests, got.Failures, tests, failures)
	}
	twice := of["văn bản/kế hoạch.yaml"].Cases[0].Failure
	if twice == nil || twice.Type != "DATA-SYNTAX" || twice.Message != "viết sai <ở> «đây» & ]]>" || strings.Count(twice.Text, "[DATA-SYNTAX]") != 2 {
		t.Errorf("%+v", twice)
	}
	if passed := of["/tuyet/doi.docx"].Cases[0]; passed.Failure != nil || passed.Out != "" {
		t.Errorf("%+v", passed)
	}
	if below := of["quyet-dinh.docx"].Cases[0]; below.Failure != nil || !strings.Contains(below.Out, "cỡ chữ 15") {
		t.Errorf("a finding below the bound fails or is lost: %+v", below)
	}
	if _, ok := of["vanban"]; !ok {
		t.Error("a finding of no file is lost")
	}
}

// TestFenced: what stands in an example never ends its block.
func TestFenced(t *testing.T) {
	if got := fenced("a\n````\nb"); !strings.HasPrefix(got, "`````\n") || !strings.HasSuffix(got, "\n`````") {
		t.Error(got)
	}
}

// TestFactsOfTheStandard: what a rule explains is filled with the measures in hand.
func TestFactsOfTheStandard(t *testing.T) {
	facts := func(key string) (string, bool) { return "17 mm", key == "le_tren" }
	run := Run{Findings: diag.List{{ID: "MARGINS", Severity: diag.Error, Message: "lề trên 10 mm"}}, Facts: facts}
	var out bytes.Buffer
	if err := Write(&out, SARIF, run); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Lề trên 17 mm, lề dưới {le_duoi}") {
		t.Error(out.String())
	}
}
