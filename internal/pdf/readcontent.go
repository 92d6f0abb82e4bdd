package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"

	"vanban/internal/typeset"
	"vanban/internal/unit"
)

// contentReader reads the drawing operators of one page back.
type contentReader struct {
	faces  map[string]*faceRead
	page   *typeset.Page
	fill   string
	line   string
	weight unit.Length
	face   *faceRead
	size   unit.Length
	at     [2]unit.Length // where the next span begins
	from   [2]unit.Length // of a stroke
	starts typeset.Start
}

// read takes operators line by line, as they are written. It is false at the first that this package does not write.
func (c *contentReader) read(content []byte) bool {
	c.weight = unit.Pt
	for line := range bytes.Lines(content) {
		words := strings.Fields(string(line))
		if len(words) == 0 {
			continue
		}
		if words[len(words)-1] == "TJ" {
			if !c.shown(string(line)) {
				return false
			}
			continue
		}
		if !c.operators(words) {
			return false
		}
	}
	return true
}

// operators takes the words of a line: numbers, then an operator, and so on.
func (c *contentReader) operators(words []string) bool {
	var operands []string
	for _, w := range words {
		if w[0] == '/' || w[0] == '-' || w[0] == '.' || w[0] >= '0' && w[0] <= '9' {
			operands = append(operands, w)
			continue
		}
		if !c.operator(w, operands) {
			return false
		}
		operands = nil
	}
	return operands == nil
}

func (c *contentReader) operator(name string, operands []string) bool {
	need := map[string]int{"BT": 0, "ET": 0, "f": 0, "S": 0, "w": 1, "MP": 1, "Tf": 2, "m": 2, "l": 2, "rg": 3, "RG": 3, "re": 4, "Tm": 6}
	if n, known := need[name]; !known || n != len(operands) {
		return false
	}
	number := func(i int) unit.Length { return points(operands[i]) }
	switch name {
	case "rg":
		c.fill = color(operands)
	case "RG":
		c.line = color(operands)
	case "w":
		c.weight = number(0)
	case "re":
		height := number(3)
		c.page.Fills = append(c.page.Fills, typeset.Fill{X: number(0), Y: c.page.Height - number(1) - height, Width: number(2), Height: height, Color: c.fill})
	case "m":
		c.from = [2]unit.Length{number(0), c.page.Height - number(1)}
	case "l":
		c.page.Strokes = append(c.page.Strokes, typeset.Stroke{X1: c.from[0], Y1: c.from[1], X2: number(0), Y2: c.page.Height - number(1), Weight: c.weight, Color: c.line})
	case "Tf":
		c.face, c.size = c.faces[strings.TrimPrefix(operands[0], "/")], number(1)
		return c.face != nil
	case "Tm":
		c.at = [2]unit.Length{number(4), c.page.Height - number(5)}
	case "MP":
		m := markedTag.FindStringSubmatch(operands[0])
		if m == nil {
			return false
		}
		column, _ := strconv.Atoi(m[2])
		c.starts = typeset.Start{Kind: typeset.StartKind(strings.Index(startLetters, m[1])), Column: column}
	}
	return true
}

// color writes three numbers from 0 to 1 as RRGGBB; black is the empty colour.
func color(parts []string) string {
	var out string
	for _, p := range parts {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil {
			return ""
		}
		out += fmt.Sprintf("%02X", int(math.Round(max(0, min(1, v))*255)))
	}
	if out == black {
		return ""
	}
	return out
}

// shown reads «1 0 0 1 x y Tm [<…>-100<…>] TJ».
func (c *contentReader) shown(line string) bool {
	place, text, ok := strings.Cut(line, "[")
	text, rest, closed := strings.Cut(text, "]")
	if !ok || !closed || strings.TrimSpace(rest) != "TJ" || !c.operators(strings.Fields(place)) || c.face == nil {
		return false
	}
	span := typeset.Span{X: c.at[0], Face: c.face.key, Size: c.size, Color: c.fill}
	var b strings.Builder
	for text != "" {
		widen, codes, open := strings.Cut(text, "<")
		if !open {
			return false
		}
		if widen != "" {
			v, err := strconv.ParseFloat(widen, 64)
			if err != nil || math.Abs(v) > 1e6 {
				return false
			}
			span.WordSpace = unit.Length(math.Round(-v * float64(c.size) / 1000))
		}
		digits, after, end := strings.Cut(codes, ">")
		raw, err := hex.DecodeString(digits)
		if !end || err != nil || len(raw)%2 != 0 {
			return false
		}
		for i := 0; i < len(raw); i += 2 {
			r, known := c.face.runes[uint16(raw[i])<<8|uint16(raw[i+1])]
			if !known {
				return false
			}
			b.WriteRune(r)
		}
		text = after
	}
	span.Text = b.String()
	lines := c.page.Lines
	if n := len(lines); n > 0 && c.starts.Kind == typeset.GoesOn && lines[n-1].Baseline == c.at[1] {
		lines[n-1].Spans = append(lines[n-1].Spans, span)
		return true
	}
	c.page.Lines = append(lines, typeset.Line{Baseline: c.at[1], Spans: []typeset.Span{span}, Starts: c.starts})
	c.starts = typeset.Start{}
	return true
}
