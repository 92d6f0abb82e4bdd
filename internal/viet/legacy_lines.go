package viet

import "strings"

// Run is a run of lines that were in one encoding.
type Run struct {
	From, To int // lines, counted from 1, both included
	Encoding Encoding
}

// Decoded is what was done to a text.
type Decoded struct {
	Guess       // of the whole text; Encoding is UTF8 where only some lines were in another
	Runs  []Run // the lines that were decoded, in order; nil where there was nothing to decode
}

// DecodeText finds lines in an old encoding and gives the whole text in Unicode, composed. A line that does not
// say in which encoding it is, as one of two words, goes with the lines around it.
func DecodeText(s string) (string, Decoded) {
	lines := strings.SplitAfter(s, "\n")
	weights, is := make([]evidence, len(lines)), make([]Encoding, len(lines))
	var sum evidence
	var words scale
	var did Decoded
	for i, line := range lines {
		weights[i] = words.line(line)
		sum.add(weights[i])
		did.Combining = did.Combining || hasSeparateMarks(line)
	}
	combining := did.Combining
	did.Guess = sum.guess(gainOfText)
	did.Combining = combining
	settled := settle(weights, is, did.Encoding)
	if !settled {
		return Compose(s), did
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, line := range lines {
		out.WriteString(is[i].Decode(line))
		if is[i] == UTF8 || weights[i].words == 0 {
			continue
		}
		if n := len(did.Runs); n > 0 && did.Runs[n-1].Encoding == is[i] && did.Runs[n-1].To >= lastWords(weights, i) {
			did.Runs[n-1].To = i + 1
			continue
		}
		did.Runs = append(did.Runs, Run{i + 1, i + 1, is[i]})
	}
	return NFC(out.String()), did
}

// lastWords gives the number of the nearest line before line i (counted from 0) that has words to decode.
func lastWords(weights []evidence, i int) int {
	for i--; i >= 0 && weights[i].words == 0; i-- {
	}
	return i + 1
}

// settle names the encoding of each line and tells whether any is an old one.
func settle(weights []evidence, is []Encoding, whole Encoding) bool {
	const open = Encoding(-1)
	any := false
	for i := range weights {
		e := &weights[i]
		g := e.guess(gainOfLine)
		switch {
		case g.Encoding != UTF8:
			is[i], any = g.Encoding, true
		case e.certain > 0 || e.words > 0 && e.tcvn3.gain == 0 && e.vni.gain == 0 && whole == UTF8:
			is[i] = UTF8
		default:
			is[i] = open
		}
	}
	if !any && whole == UTF8 {
		for i := range is {
			is[i] = UTF8
		}
		return false
	}
	after, next := whole, make([]Encoding, len(is))
	for i := len(is) - 1; i >= 0; i-- {
		next[i] = after
		if is[i] != open {
			after = is[i]
		}
	}
	before := whole
	for i := range is {
		if is[i] != open {
			before = is[i]
			continue
		}
		is[i] = UTF8
		if before == next[i] && weights[i].bears(before) {
			is[i], any = before, true
		}
	}
	return any
}

// bears tells whether a line may be in an encoding: decoding it spoils no more words than it mends.
func (e *evidence) bears(in Encoding) bool {
	switch in {
	case TCVN3:
		return e.tcvn3.gain >= e.tcvn3.loss
	case VNI:
		return e.vni.gain >= e.vni.loss
	}
	return false
}
