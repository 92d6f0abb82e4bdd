package diff_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"vanban/internal/diff"
)

// plans are the fixtures that are mutated: articles and an enclosure, landscape appendices with tables, minutes with
// two signatories, the Party's layout.
func plans() [][2]string {
	return [][2]string{
		{"quyet-dinh/quyet-dinh-ban-hanh-quy-che.yaml", "nd30"},
		{"ke-hoach/ke-hoach-lo-trinh.yaml", "nd30"},
		{"ke-hoach/ke-hoach-tu-viet.yaml", "nd30"}, // with a foot on the first page
		{"bien-ban/bien-ban-hoi-thao.yaml", "nd30"},
		{"dang/ke-hoach-tinh-uy.yaml", "dang"},
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	s := newShop(t)
	for _, p := range plans() {
		docx, _ := s.fixture(t, p[0], p[1])
		r := diff.Compare(s.tree(t, docx), s.tree(t, docx), diff.Ignore{})
		if !r.Equal() || len(r.Pairs) < 10 {
			t.Errorf("%s: %d pairs\n%s", p[0], len(r.Pairs), r.Text())
		}
	}
}

// silent are the elements and attributes in which a change is no difference for a reader, and why.
func silent() map[string]string {
	const (
		complexScript = "only for scripts that are set from right to left"
		program       = "for the program, never on paper"
		fallback      = "what programs older than 2010 draw instead; the drawing itself is compared"
		identity      = "an id or a name that nobody sees"
		wrapped       = "for a drawing that text flows around, which none of ours is"
	)
	return map[string]string{
		"w:szCs": complexScript, "w:bCs": complexScript, "w:iCs": complexScript, "w:cs": complexScript, "@w:cs": complexScript,
		"w:lang": "the language for spelling", "@w:conformance": program, "w:qFormat": program, "w:uiPriority": program,
		"w:next": program, "@w:customStyle": program, "@w:default": program,
		"v:line": fallback, "v:rect": fallback, "v:stroke": fallback, "w10:wrap": fallback,
		"@distT": wrapped, "@distB": wrapped, "@distL": wrapped, "@distR": wrapped, "@simplePos": wrapped, "wp:simplePos": wrapped,
		"@locked": program, "@layoutInCell": program, "@allowOverlap": program, "wp:effectExtent": wrapped, "a:off": wrapped,
		"a:ext":    "says again what wp:extent says",
		"wp:docPr": identity, "@relativeHeight": identity, "@xml:space": program,
		"mc:Choice": fallback,
	}
}

var (
	tag       = regexp.MustCompile(`<([a-z0-9]+:[A-Za-z0-9]+)((?: [A-Za-z0-9:]+="[^"]*")*) ?(/?)>`)
	attribute = regexp.MustCompile(` ([A-Za-z0-9:]+)="([^"]*)"`)
	number    = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// mutant is a part with one thing in it changed.
type mutant struct{ what, text string }

// mutants changes one attribute, or takes away one element without content, at a time: the first and the last place
// of each kind and value.
func mutants(text string) []mutant {
	var out []mutant
	quiet := silent()
	places := map[string][][2]int{}
	var order []string
	made := map[string]func(at [2]int) string{}
	note := func(what string, at [2]int, f func(at [2]int) string) {
		if places[what] == nil {
			order = append(order, what)
			made[what] = f
		}
		places[what] = append(places[what], at)
	}
	defaults := 0
	if at := strings.LastIndex(text, ` w:default="true"`); at > 0 {
		defaults = at + strings.Index(text[at:], "</w:style>")
	}
	for _, m := range tag.FindAllStringSubmatchIndex(text, -1) {
		if m[0] < defaults {
			continue // defaults of the file, which each of our styles overrides
		}
		element, attrs := text[m[2]:m[3]], text[m[4]:m[5]]
		if quiet[element] != "" {
			continue
		}
		if attrs == "" && m[7] > m[6] && strings.HasPrefix(element, "w:") {
			note("without "+element, [2]int{m[0], m[1]}, func([2]int) string { return "" })
		}
		for _, a := range attribute.FindAllStringSubmatchIndex(attrs, -1) {
			name, value := attrs[a[2]:a[3]], attrs[a[4]:a[5]]
			if quiet["@"+name] != "" || strings.HasPrefix(name, "xmlns") {
				continue
			}
			other, ok := otherValue(element, name, value)
			if !ok {
				continue
			}
			note(fmt.Sprintf("%s %s=%s → %s", element, name, value, other), [2]int{m[4] + a[4], m[4] + a[5]}, func([2]int) string { return other })
		}
	}
	for _, what := range order {
		all := places[what]
		for _, at := range all[:1] {
			out = append(out, mutant{what + ", first", text[:at[0]] + made[what](at) + text[at[1]:]})
		}
		if at := all[len(all)-1]; len(all) > 1 {
			out = append(out, mutant{what + ", last", text[:at[0]] + made[what](at) + text[at[1]:]})
		}
	}
	return out
}

// otherValue gives a value that means something else.
func otherValue(element, name, value string) (string, bool) {
	switch element + " " + name {
	case "w:jc w:val":
		if value == "center" {
			return "right", true
		}
		return "center", true
	case "w:pStyle w:val", "w:basedOn w:val", "w:style w:styleId", "w:style w:type", "w:numId w:val":
		return "", false // leads elsewhere: what it leads to is changed
	case "w:spacing w:lineRule":
		return map[string]string{"auto": "exact", "exact": "auto", "atLeast": "exact"}[value], true
	case "w:headerReference w:type", "w:footerReference w:type", "w:headerReference r:id", "w:footerReference r:id":
		return "", false
	case "w:fldChar w:fldCharType", "w:tblW w:type", "w:tcW w:type", "w:tblInd w:type", "w:left w:type", "w:right w:type", "w:top w:type", "w:bottom w:type", "w:tblLayout w:type":
		return "", false
	case "w:pgSz w:orient":
		return "", false // Word goes by width and height
	}
	if strings.HasSuffix(name, "val") && (element == "a:srgbClr" || element == "w:color") || name == "w:fill" {
		return map[bool]string{true: "00FF00", false: "FF0000"}[value == "FF0000"], true
	}
	if number.MatchString(value) {
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return "", false
		}
		switch {
		case name == "behindDoc":
			n = 1 - n
		case strings.HasPrefix(element, "w:"):
			n += 40
		default:
			n += 40_000 // EMU
		}
		return strconv.FormatFloat(n, 'f', -1, 64), true
	}
	switch value {
	case "true", "1", "on":
		return "false", true
	}
	return "", false
}

// TestMeasuresAreSeen changes every measure and every mark of the body, the styles and the headers, one at a time. Each
// must be told, with a component.
func TestMeasuresAreSeen(t *testing.T) {
	s := newShop(t)
	for _, p := range plans() {
		docx, _ := s.fixture(t, p[0], p[1])
		parts, base := unpack(t, docx), s.tree(t, docx)
		count := 0
		for _, part := range parts {
			if !strings.HasPrefix(part.name, "word/") || strings.HasSuffix(part.name, ".rels") || part.name == "word/settings.xml" || part.name == "word/fontTable.xml" {
				continue
			}
			for _, m := range mutants(withoutUnused(part, parts)) {
				count++
				r := diff.Compare(base, s.tree(t, with(t, parts, part.name, m.text)), diff.Ignore{})
				demand(t, r, fmt.Sprintf("%s, %s: %s", p[0], part.name, m.what))
			}
		}
		if count < 90 {
			t.Errorf("%s: only %d mutants", p[0], count)
		}
	}
}

// withoutUnused takes the styles away that no paragraph has: a change in one is none of the document.
func withoutUnused(p part, parts []part) string {
	if p.name != "word/styles.xml" {
		return p.text
	}
	used := ""
	for _, other := range parts {
		used += strings.Join(regexp.MustCompile(`<w:pStyle w:val="[^"]*"`).FindAllString(other.text, -1), "\n")
	}
	return regexp.MustCompile(`(?s)<w:style w:type="paragraph" w:styleId="([^"]*)" w:customStyle="true">.*?</w:style>`).ReplaceAllStringFunc(p.text, func(style string) string {
		id := regexp.MustCompile(`w:styleId="[^"]*"`).FindString(style)
		if strings.Contains(used, "<w:pStyle w:val="+strings.TrimPrefix(id, "w:styleId=")) {
			return style
		}
		return ""
	})
}

// demand is that something is told, and of what component.
func demand(t *testing.T, r *diff.Result, what string) {
	t.Helper()
	if r.Equal() {
		t.Errorf("%s: not seen", what)
	}
	for _, c := range r.Changes {
		if c.Place == "" || strings.HasPrefix(c.Place, ",") || c.Message() == "" {
			t.Errorf("%s: told without a component: %+v", what, c)
		}
	}
}

var letters = regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]+)</w:t>`)

// TestWordsAreSeen changes each text of the document in turn.
func TestWordsAreSeen(t *testing.T) {
	s := newShop(t)
	for _, p := range plans() {
		docx, _ := s.fixture(t, p[0], p[1])
		parts, base := unpack(t, docx), s.tree(t, docx)
		for _, part := range parts {
			for i, m := range letters.FindAllStringSubmatchIndex(part.text, -1) {
				if i%5 > 0 && i > 60 || strings.HasPrefix(part.name, "word/header") { // enough of a long document; page numbers
					continue
				}
				text := part.text[:m[3]] + "Ợ" + part.text[m[3]:]
				r := diff.Compare(base, s.tree(t, with(t, parts, part.name, text)), diff.Ignore{})
				what := fmt.Sprintf("%s, %s: %q", p[0], part.name, part.text[m[2]:m[3]])
				demand(t, r, what)
				if len(r.Changes) != 1 || r.Changes[0].Kind != diff.Reworded || !strings.Contains(r.Changes[0].New, "Ợ") {
					t.Errorf("%s: told as\n%s", what, r.Text())
				}
			}
		}
	}
}
