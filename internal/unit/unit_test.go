package unit

import "testing"

func TestParse(t *testing.T) {
	for s, want := range map[string]Length{"30mm": 30 * MM, "12.7mm": 457200, "1.27cm": 457200, "13pt": 13 * Pt, "0.75pt": 9525, "-5mm": -5 * MM, "4 mm": 4 * MM} {
		if got, err := Parse(s); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "30", "mm", "30 px", "1e9mm", "NaNmm", "1,5mm"} {
		if l, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", s, l)
		}
	}
}

func TestString(t *testing.T) {
	for l, want := range map[Length]string{30 * MM: "30mm", 13 * Pt: "13pt", 457200: "36pt", 12700 * 3 / 2: "1.5pt", MM / 2: "0.5mm"} {
		if got := l.String(); got != want {
			t.Errorf("%d EMU = %q, want %q", int64(l), got, want)
		}
		if back, err := Parse(l.String()); err != nil || back != l {
			t.Errorf("%q does not read back: %v, %v", l.String(), back, err)
		}
	}
}

func TestConversions(t *testing.T) {
	if got := (20 * MM).Twips(); got != 1134 {
		t.Errorf("20 mm = %d twips, want 1134", got)
	}
	if got := (-20 * MM).Twips(); got != -1134 {
		t.Errorf("-20 mm = %d twips, want -1134", got)
	}
	if got := (13*Pt + Pt/2).HalfPoints(); got != 27 {
		t.Errorf("13.5 pt = %d half points, want 27", got)
	}
	if got := FromPoints(0.75); got != 9525 {
		t.Errorf("0.75 pt = %d EMU, want 9525", got)
	}
}

func TestRange(t *testing.T) {
	r, err := ParseRange("20mm..25mm")
	if err != nil || r != (Range{20 * MM, 25 * MM}) {
		t.Fatalf("ParseRange = %v, %v", r, err)
	}
	for l, want := range map[Length]bool{20 * MM: true, 25 * MM: true, 26 * MM: false, 19 * MM: false} {
		if got := r.Holds(l, 0); got != want {
			t.Errorf("%v in %v = %v, want %v", l, r, got, want)
		}
	}
	if !r.Holds(26*MM, MM) {
		t.Error("26 mm is outside 20..25 mm with a tolerance of 1 mm")
	}
	if one, err := ParseRange("13pt"); err != nil || one != (Range{13 * Pt, 13 * Pt}) {
		t.Errorf("one length as a range = %v, %v", one, err)
	} else if one.String() != "13pt" || r.String() != "20mm..25mm" {
		t.Errorf("ranges are written «%v», «%v»", one, r)
	}
	for _, s := range []string{"25mm..20mm", "20..25mm", "..", "20mm..x"} {
		if r, err := ParseRange(s); err == nil {
			t.Errorf("ParseRange(%q) = %v, want an error", s, r)
		}
	}
}
