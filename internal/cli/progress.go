package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"vanban/internal/batch"
)

// progress shows how far a batch is: a bar with rate and time left on a terminal, else a line at each tenth. It is our
// own: two dozen lines, where the libraries bring colours, widths and texts that would have to be put into Vietnamese.
type progress struct {
	to       io.Writer // nil for silence
	terminal bool
	total    int
	start    time.Time
	shown    time.Time // when the bar was drawn last
	tenth    int       // that was told last
	width    int       // of the bar, in letters
}

func newProgress(env *Env, total int, quiet bool) *progress {
	p := &progress{to: env.Stderr, total: total, start: time.Now()}
	if quiet || total == 0 {
		p.to = nil
	}
	if f, ok := env.Stderr.(*os.File); ok {
		info, err := f.Stat()
		p.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0 && env.Getenv("TERM") != "dumb"
	}
	return p
}

// update tells of one more document.
func (p *progress) update(s batch.Summary) {
	switch {
	case p.to == nil:
	case p.terminal:
		if now := time.Now(); now.Sub(p.shown) >= 100*time.Millisecond {
			p.shown = now
			p.draw(bar(s, now.Sub(p.start)))
		}
	case p.total >= 100:
		if tenth := 10 * s.Seen() / p.total; tenth > p.tenth {
			p.tenth = tenth
			fmt.Fprintf(p.to, "đã xong %d/%d văn bản\n", s.Seen(), p.total)
		}
	}
}

// draw puts a text in the place of the bar. Blanks cover what is left of a longer one: not every console knows the
// sequences that delete.
func (p *progress) draw(text string) {
	width := utf8.RuneCountInString(text)
	fmt.Fprintf(p.to, "\r%s%s", text, strings.Repeat(" ", max(0, p.width-width)))
	p.width = width
}

// clear takes the bar away.
func (p *progress) clear() {
	if p.to != nil && p.terminal && p.width > 0 {
		p.draw("")
		fmt.Fprint(p.to, "\r")
	}
}

// bar draws «[######··········] 420/1000, 180 văn bản/giây, còn 4 giây, 2 lỗi».
func bar(s batch.Summary, took time.Duration) string {
	const width = 20
	filled := width * s.Seen() / max(1, s.Total)
	rate := float64(s.Seen()) / max(took.Seconds(), 0.001)
	left := time.Duration(float64(s.Total-s.Seen())/max(rate, 0.001)) * time.Second
	text := fmt.Sprintf("[%s%s] %d/%d, %.0f văn bản/giây, còn %s", strings.Repeat("#", filled), strings.Repeat("·", width-filled), s.Seen(), s.Total, rate, inWords(left))
	if bad := s.Failed + s.Kept; bad > 0 {
		text += fmt.Sprintf(", %d lỗi", bad)
	}
	return text
}

// inWords says how long something takes.
func inWords(d time.Duration) string {
	switch s := int(d.Seconds()); {
	case s < 60:
		return fmt.Sprintf("%d giây", s)
	case s < 3600:
		return fmt.Sprintf("%d phút %d giây", s/60, s%60)
	default:
		return fmt.Sprintf("%d giờ %d phút", s/3600, s/60%60)
	}
}
