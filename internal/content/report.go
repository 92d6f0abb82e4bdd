package content

import (
	"fmt"

	"vanban/internal/diag"
)

// mostPlaces is how many further places of a slip are shown.
const mostPlaces = 4

// slip is what a rule has found at one place.
type slip struct {
	id       string
	severity diag.Severity
	pos      diag.Pos
	message  string
	hint     string
	group    string // slips of one id and group are one finding; empty: each is one of its own
	here     string // the words at this place, shown where it is a further place
}

// group is a finding in the making, and how many places it has.
type group struct{ finding, places int }

// report notes a slip; its place is that of the passage in hand where it has none.
func (c *checker) report(s slip) {
	if s.pos.IsZero() && c.passage != nil {
		s.pos = c.passage.Pos
	}
	name := s.id + "\x00" + s.group
	if g := c.groups[name]; g != nil && s.group != "" {
		g.places++
		if g.places <= mostPlaces+1 {
			d := &c.found[g.finding]
			d.Notes = append(d.Notes, diag.Note{Pos: s.pos, Message: elsewhere(s.here)})
		}
		return
	}
	d := diag.Diagnostic{ID: s.id, Severity: s.severity, Pos: s.pos, Message: s.message, Clause: c.words.Clauses[s.id]}
	if s.hint != "" {
		d.Hints = []string{s.hint}
	}
	c.groups[name] = &group{len(c.found), 1}
	c.found.Add(d)
}

func elsewhere(here string) string {
	if here == "" {
		return "còn ở đây"
	}
	return "còn ở đây: «" + here + "»"
}

// settled gives the findings, those of many places with their number.
func (c *checker) settled() diag.List {
	for _, g := range c.groups {
		if g.places > 1 {
			c.found[g.finding].Message += fmt.Sprintf(" (%d chỗ)", g.places)
		}
	}
	return c.found.Sorted()
}
