package word_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
)

// TestLibreOfficeReadsTheSame: labels of lists, symbols, fields, tracked changes and cells say to LibreOffice what
// they say to us. What LibreOffice does not know (isLgl, lvlRestart) stands in TestNumbering.
func TestLibreOfficeReadsTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("soffice is not installed")
		}
		t.Skip("soffice is not installed: nobody else has looked at the file")
	}
	space := `<w:suff w:val="space"/>`
	p := New("")
	p.Numbering = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` + level(0, "upperRoman", "%1.", space) + level(1, "decimal", "%1.%2.", space) +
		level(2, "lowerLetter", "%3)", space) + level(3, "decimal", "%1.%2.%3.%4", space) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>` + level(0, "decimal", "Điều %1.", `<w:pStyle w:val="Dieu"/>`+space) + level(1, "decimal", "%2.", space) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`
	p.Styles = style("paragraph", "Normal", "", "") + style("paragraph", "Dieu", "Normal", `<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`)
	var body strings.Builder
	for i, s := range [][2]int{{1, 0}, {1, 1}, {1, 2}, {1, 2}, {1, 1}, {1, 2}, {1, 3}, {1, 3}, {1, 0}, {1, 2}, {1, 1}, {3, 0}, {3, 1}, {1, 0}, {2, 1}, {2, 0}, {2, 1}, {2, 1}, {1, 1}} {
		body.WriteString(P(num(s[0], s[1]), T(fmt.Sprintf("mục-%d", i))))
	}
	body.WriteString(P(`<w:pStyle w:val="Dieu"/>`, T("kiểu")) + P(`<w:pStyle w:val="Dieu"/>`+num(2, 1), T("khoản")) + P(`<w:pStyle w:val="Dieu"/>`+num(0, 0), T("thường")) +
		P("", T("trang "), `<w:fldSimple w:instr="DOCPROPERTY x">`+T("kết quả")+`</w:fldSimple>`, `<w:r><w:noBreakHyphen/></w:r>`) +
		Table(Bordered, []string{P("", T("ô một")), P("", T("ô hai"))}))
	p.Body = body.String()
	dir := t.TempDir()
	file := filepath.Join(dir, "thu.docx")
	if err := os.WriteFile(file, p.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, file)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	theirs, err := os.ReadFile(filepath.Join(dir, "thu.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var ours strings.Builder
	for _, q := range word.Paragraphs(read(t, p).Body) {
		if q.Label != nil {
			ours.WriteString(q.Label.Text + q.Label.Suffix)
		}
		ours.WriteString(q.Text() + "\n")
	}
	a, b := strings.Fields(ours.String()), strings.Fields(strings.TrimPrefix(string(theirs), "\ufeff"))
	if strings.Join(a, " ") != strings.Join(b, " ") {
		t.Errorf("we read\n%s\nLibreOffice reads\n%s", strings.Join(a, " "), strings.Join(b, " "))
	}
}
