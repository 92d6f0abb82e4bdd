package docx

import (
	"io"
	"testing"
)

func BenchmarkWriteMinutes(b *testing.B) {
	s := plan(6, 4)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWritePlan writes about ten pages.
func BenchmarkWritePlan(b *testing.B) {
	s := plan(75, 40)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, s); err != nil {
			b.Fatal(err)
		}
	}
}
