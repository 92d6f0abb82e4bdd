package diff

import (
	"bytes"
	"encoding/json"
)

// formVersion counts the forms of the JSON report: it grows where a field changes its meaning or goes.
const formVersion = 1

type jsonResult struct {
	Form    int          `json:"form"`
	Tool    jsonTool     `json:"tool"`
	Old     string       `json:"old"`
	New     string       `json:"new"`
	Equal   bool         `json:"equal"`
	Coarse  bool         `json:"coarse,omitempty"` // some changes are told in larger pieces than they are
	Changes []jsonChange `json:"changes"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonChange struct {
	Kind      string     `json:"kind"`           // added, removed, text, format, property
	Component string     `json:"component"`      // «Điều 3, khoản 2»
	What      string     `json:"what,omitempty"` // «cỡ chữ»; of added and removed «đoạn», «hàng»
	Where     string     `json:"where,omitempty"`
	Old       string     `json:"old,omitempty"`
	New       string     `json:"new,omitempty"`
	Words     []jsonWord `json:"words,omitempty"`
	Message   string     `json:"message"`
}

type jsonWord struct {
	Op   string `json:"op"` // keep, remove, insert
	Text string `json:"text"`
}

// JSON tells the changes to programs.
func (r *Result) JSON(version string) ([]byte, error) {
	out := jsonResult{Form: formVersion, Tool: jsonTool{"vanban", version}, Old: r.OldName, New: r.NewName, Equal: r.Equal(),
		Coarse: r.Coarse, Changes: []jsonChange{}}
	kinds := map[Kind]string{Added: "added", Gone: "removed", Reworded: "text", Reshaped: "format", Described: "property"}
	ops := map[Op]string{Kept: "keep", Removed: "remove", Inserted: "insert"}
	for _, c := range r.Changes {
		change := jsonChange{Kind: kinds[c.Kind], Component: c.Place, What: c.What, Where: c.Where, Old: c.Old, New: c.New, Message: c.Message()}
		for _, w := range c.Words {
			change.Words = append(change.Words, jsonWord{ops[w.Op], w.Text})
		}
		out.Changes = append(out.Changes, change)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.Bytes(), err
}
