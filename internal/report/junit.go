package report

import (
	"encoding/xml"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diag/explain"
)

// The JUnit types hold what Jenkins, GitLab and the usual actions read: a suite a file, in it a case a rule that
// was found, or one case that passed. A case has at most one failure, since some viewers show only the first.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Time     string       `xml:"time,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Time    string        `xml:"time,attr"`
	Failure *junitFailure `xml:"failure"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// noTime stands where the form demands a duration: a report tells nothing of the machine.
const noTime = "0"

func writeJUnit(r Run, explained map[string]explain.Entry) ([]byte, error) {
	root := junitSuites{Name: "vanban", Time: noTime}
	byFile := map[string]diag.List{}
	names := r.files()
	for _, d := range r.Findings {
		if _, ok := byFile[d.Pos.File]; !ok && d.Pos.File == "" {
			names = append(names, "")
		}
		byFile[d.Pos.File] = append(byFile[d.Pos.File], d)
	}
	for _, name := range names {
		suite, err := suiteOf(r, name, byFile[name], explained)
		if err != nil {
			return nil, err
		}
		root.Tests += suite.Tests
		root.Failures += suite.Failures
		root.Suites = append(root.Suites, suite)
	}
	out, err := xml.MarshalIndent(root, "", "  ")
	return append([]byte(xml.Header), append(out, '\n')...), err
}

// suiteOf is one file; findings of no file stand under the program's own name.
func suiteOf(r Run, name string, findings diag.List, explained map[string]explain.Entry) (junitSuite, error) {
	suite := junitSuite{Name: name, Time: noTime}
	if name == "" {
		suite.Name = "vanban"
	}
	byRule := map[string]diag.List{}
	var ids []string
	for _, d := range findings {
		if byRule[d.ID] == nil {
			ids = append(ids, d.ID)
		}
		byRule[d.ID] = append(byRule[d.ID], d)
	}
	for _, id := range ids {
		c, err := caseOf(r, suite.Name, byRule[id], explained[id].Title)
		if err != nil {
			return suite, err
		}
		c.File = name
		suite.Cases = append(suite.Cases, c)
		if c.Failure != nil {
			suite.Failures++
		}
	}
	if len(ids) == 0 {
		suite.Cases = []junitCase{{Name: suite.Name, Class: suite.Name, File: name, Time: noTime}}
	}
	suite.Tests = len(suite.Cases)
	return suite, nil
}

// caseOf is all that one rule found in a file.
func caseOf(r Run, class string, findings diag.List, title string) (junitCase, error) {
	c := junitCase{Name: findings[0].ID, Class: class, Time: noTime}
	if title != "" {
		c.Name += ": " + title
	}
	var failed, told []string
	first := ""
	for _, d := range findings {
		text, err := printed(r, d)
		if err != nil {
			return c, err
		}
		if d.Severity < r.Fails {
			told = append(told, text)
			continue
		}
		if first == "" {
			first = d.Message
		}
		failed = append(failed, text)
	}
	if failed != nil {
		c.Failure = &junitFailure{first, findings[0].ID, strings.Join(failed, "\n")}
	}
	c.Out = strings.Join(told, "\n")
	return c, nil
}
