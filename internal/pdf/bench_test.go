package pdf

import (
	"io"
	"testing"
)

// BenchmarkMinutes draws a page in four faces.
func BenchmarkMinutes(b *testing.B) {
	d, fonts := minutes(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, fonts); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlan draws ten pages in three faces.
func BenchmarkPlan(b *testing.B) {
	d, fonts := plan(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, fonts); err != nil {
			b.Fatal(err)
		}
	}
}
