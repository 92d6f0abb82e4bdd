package report

import (
	"bytes"
	"encoding/json"

	"vanban/internal/diag"
	"vanban/internal/diag/explain"
)

// formVersion counts the forms of the JSON report: it grows where a field changes its meaning or goes, not where
// one is added.
const formVersion = 1

// jsonReport is the JSON form. Fields without a value are left out, but for lists that are always there.
type jsonReport struct {
	Form     int           `json:"form"` // formVersion
	Tool     jsonTool      `json:"tool"`
	Summary  jsonSummary   `json:"summary"`
	Files    []string      `json:"files"` // all that was looked at
	Findings []jsonFinding `json:"findings"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

type jsonFinding struct {
	ID       string `json:"id"`
	Severity string `json:"severity"` // error, warning, note
	Title    string `json:"title,omitempty"`
	Message  string `json:"message"`
	jsonPlace
	Field  string     `json:"field,omitempty"`
	Notes  []jsonNote `json:"notes,omitempty"`
	Hints  []string   `json:"hints,omitempty"`
	Clause string     `json:"clause,omitempty"`
}

// jsonPlace is a diag.Pos; lines and columns count from 1, columns in characters.
type jsonPlace struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Length int    `json:"length,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Cell   string `json:"cell,omitempty"`
	Place  string `json:"place,omitempty"`
}

type jsonNote struct {
	Message string `json:"message"`
	jsonPlace
}

func writeJSON(r Run, explained map[string]explain.Entry) ([]byte, error) {
	out := jsonReport{Form: formVersion, Tool: jsonTool{"vanban", r.Version}, Files: r.files(), Findings: []jsonFinding{}}
	if out.Files == nil {
		out.Files = []string{}
	}
	out.Summary.Files = len(out.Files)
	for _, d := range r.Findings {
		switch d.Severity {
		case diag.Error:
			out.Summary.Errors++
		case diag.Warning:
			out.Summary.Warnings++
		default:
			out.Summary.Notes++
		}
		f := jsonFinding{ID: d.ID, Severity: level(d.Severity), Title: explained[d.ID].Title, Message: d.Message,
			jsonPlace: placeOf(d.Pos), Field: d.Field, Hints: d.Hints, Clause: d.Clause}
		for _, n := range d.Notes {
			f.Notes = append(f.Notes, jsonNote{n.Message, placeOf(n.Pos)})
		}
		out.Findings = append(out.Findings, f)
	}
	return marshal(out)
}

func placeOf(p diag.Pos) jsonPlace {
	if p.Place != "" { // its Line is no line
		p.Line, p.Col, p.Len = 0, 0, 0
	}
	return jsonPlace{File: p.File, Line: p.Line, Column: p.Col, Length: p.Len, Sheet: p.Sheet, Cell: p.Cell, Place: p.Place}
}

// marshal writes JSON that a person can read too: indented, and «<» as itself.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
