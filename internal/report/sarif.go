package report

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diag/explain"
)

// The SARIF types hold what vanban writes of SARIF 2.1.0 (OASIS), under the names of its schema.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool       `json:"tool"`
	Language   string          `json:"language"`
	ColumnKind string          `json:"columnKind"`
	Artifacts  []sarifArtifact `json:"artifacts"`
	Results    []sarifResult   `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string      `json:"name"`
	SemanticVersion string      `json:"semanticVersion,omitempty"`
	Rules           []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string        `json:"id"`
	ShortDescription *sarifText    `json:"shortDescription,omitempty"`
	FullDescription  *sarifText    `json:"fullDescription,omitempty"`
	Help             *sarifText    `json:"help,omitempty"`
	Configuration    sarifSeverity `json:"defaultConfiguration"`
}

type sarifSeverity struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifArtifact struct {
	Location sarifFile `json:"location"`
}

type sarifFile struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
}

type sarifLocation struct {
	ID       *int           `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifFile    `json:"artifactLocation"`
	Region   *sarifRegion `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifLogical struct {
	Name string `json:"name"`
	Full string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

func writeSARIF(r Run, explained map[string]explain.Entry) ([]byte, error) {
	files := r.files()
	for _, d := range r.Findings {
		for _, n := range d.Notes {
			files = append(files, n.Pos.File)
		}
	}
	files = distinct(files)
	run := sarifRun{Language: "vi", ColumnKind: "unicodeCodePoints", Artifacts: []sarifArtifact{}, Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "vanban", SemanticVersion: r.Version, Rules: rules(r.Findings, explained)}
	for _, name := range files {
		run.Artifacts = append(run.Artifacts, sarifArtifact{sarifFile{URI: uri(name)}})
	}
	for _, d := range r.Findings {
		at := slices.IndexFunc(run.Tool.Driver.Rules, func(rule sarifRule) bool { return rule.ID == d.ID })
		result := sarifResult{RuleID: d.ID, RuleIndex: at, Level: level(d.Severity), Message: sarifText{Text: message(d)},
			Locations: []sarifLocation{}}
		if l, ok := location(d.Pos, files); ok {
			result.Locations = append(result.Locations, l)
		}
		for i, n := range d.Notes {
			l, _ := location(n.Pos, files)
			l.ID, l.Message = &i, &sarifText{Text: n.Message}
			result.Related = append(result.Related, l)
		}
		run.Results = append(run.Results, result)
	}
	return marshal(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

// message tells in one text what the viewers of SARIF have no other field for.
func message(d diag.Diagnostic) string {
	lines := []string{d.Message}
	if d.Field != "" {
		lines = append(lines, "trường: "+d.Field)
	}
	for _, h := range d.Hints {
		lines = append(lines, "gợi ý: "+h)
	}
	if d.Clause != "" {
		lines = append(lines, "quy định: "+d.Clause)
	}
	return strings.Join(lines, "\n")
}

// rules describes each id that was found, by id, at its worst.
func rules(findings diag.List, explained map[string]explain.Entry) []sarifRule {
	worst := map[string]diag.Severity{}
	var ids []string
	for _, d := range findings {
		if s, seen := worst[d.ID]; !seen {
			ids = append(ids, d.ID)
			worst[d.ID] = d.Severity
		} else {
			worst[d.ID] = max(s, d.Severity)
		}
	}
	slices.Sort(ids)
	out := []sarifRule{}
	for _, id := range ids {
		rule := sarifRule{ID: id, Configuration: sarifSeverity{level(worst[id])}}
		if e, ok := explained[id]; ok {
			why, cure, example := strings.TrimSpace(e.Why), strings.TrimSpace(e.Cure), strings.TrimSpace(e.Example)
			rule.ShortDescription = &sarifText{Text: e.Title}
			rule.FullDescription = &sarifText{Text: why}
			rule.Help = &sarifText{
				Text:     why + "\n\nví dụ viết sai:\n" + example + "\n\ncách sửa: " + cure,
				Markdown: why + "\n\nVí dụ viết sai:\n\n" + fenced(example) + "\n\n**Cách sửa:** " + cure,
			}
		}
		out = append(out, rule)
	}
	return out
}

// fenced puts text into a block of Markdown that nothing in it can end.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + text + "\n" + fence
}

// location is false where nothing is known of a place.
func location(p diag.Pos, files []string) (sarifLocation, bool) {
	var l sarifLocation
	if i := slices.Index(files, p.File); i >= 0 {
		l.Physical = &sarifPhysical{Artifact: sarifFile{URI: uri(p.File), Index: &i}}
		if p.Line > 0 && p.Sheet == "" && p.Place == "" {
			l.Physical.Region = &sarifRegion{StartLine: p.Line, StartColumn: p.Col}
			if p.Col > 0 && p.Len > 0 {
				l.Physical.Region.EndColumn = p.Col + p.Len
			}
		}
	}
	switch {
	case p.Cell != "":
		l.Logical = []sarifLogical{{p.Cell, p.Sheet + "!" + p.Cell, "cell"}}
	case p.Sheet != "":
		l.Logical = []sarifLogical{{p.Sheet, p.Sheet, "sheet"}}
	case p.Place != "":
		l.Logical = []sarifLogical{{p.Place, p.Place, "component"}}
	}
	return l, l.Physical != nil || l.Logical != nil
}

// uri writes a file's name as the schema wants it: relative where the name is, else a file: URI. A backslash is
// taken for Windows' slash on every system, so that one name gives one report.
func uri(name string) string {
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch {
	case len(slashed) > 2 && slashed[1] == ':' && slashed[2] == '/': // C:/…
		return "file:///" + slashed[:2] + escape(slashed[2:])
	case strings.HasPrefix(slashed, "//"): // //server/share
		return "file:" + escape(slashed)
	case strings.HasPrefix(slashed, "/"):
		return "file://" + escape(slashed)
	}
	return escape(strings.TrimPrefix(slashed, "./"))
}

// escape keeps what RFC 3986 leaves unreserved, and slashes; a colon of a first element must not be taken for a
// scheme's.
func escape(path string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
	var b strings.Builder
	for i := range len(path) {
		if strings.IndexByte(plain, path[i]) >= 0 {
			b.WriteByte(path[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", path[i])
		}
	}
	return b.String()
}
