//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// The benchmarks are whole processes: a thousand minutes of one page to DOCX and PDF, files on the disk. Targets on two
// cores: 10 s and 300 MB. The process has two cores, whatever -cpu says of this one. The memory is at most that: a process
// begins its count with what its parent had.

func BenchmarkBatchWorkbook(b *testing.B) { benchBatch(b, "so.xlsx", 1000) }
func BenchmarkBatchLines(b *testing.B)    { benchBatch(b, "so.jsonl", 1000) }

func benchBatch(b *testing.B, name string, n int) {
	dir := b.TempDir()
	data, out := filepath.Join(dir, name), filepath.Join(dir, "in")
	manyMinutes(b, data, n)
	memory := int64(0)
	for b.Loop() {
		cmd := exec.Command("vanban", "batch", data, "-o", out, "-q")
		cmd.Env = append(os.Environ(), "GOMAXPROCS=2")
		if said, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, said)
		}
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			memory = max(memory, usage.Maxrss)
		}
		b.StopTimer()
		if err := os.RemoveAll(out); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(memory)/1024, "MB")
}
