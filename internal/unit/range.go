package unit

import (
	"fmt"
	"strings"
)

// Range is what a standard allows a length to be: both ends included.
type Range struct{ Min, Max Length }

// Holds tells whether l lies in the range, give or take tolerance on either side.
func (r Range) Holds(l, tolerance Length) bool {
	return l >= r.Min-tolerance && l <= r.Max+tolerance
}

// String writes the range as ParseRange reads it.
func (r Range) String() string {
	if r.Min == r.Max {
		return r.Min.String()
	}
	return r.Min.String() + ".." + r.Max.String()
}

// ParseRange reads "20mm..25mm", or one length for a range of that length alone.
func ParseRange(s string) (Range, error) {
	low, high, two := strings.Cut(s, "..")
	lo, err := Parse(strings.TrimSpace(low))
	if err != nil {
		return Range{}, err
	}
	if !two {
		return Range{lo, lo}, nil
	}
	hi, err := Parse(strings.TrimSpace(high))
	if err != nil {
		return Range{}, err
	}
	if hi < lo {
		return Range{}, fmt.Errorf("khoảng «%s» có số đầu lớn hơn số cuối", s)
	}
	return Range{lo, hi}, nil
}
