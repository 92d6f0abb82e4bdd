package skeleton

import (
	"fmt"
	"strings"

	"vanban/internal/data"
)

// plain writes a one-line value so that YAML reads the same text back: as it stands where that is safe, else
// in double quotes. flow is within {…} or […].
func plain(n *data.Node, flow bool) string {
	t := n.Text
	if isPlain(t, flow) && (n.Tag != data.TagString || data.Look(t) == data.TagString) {
		return t
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range t {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\x%02X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain tells a text that YAML, 1.1 or 1.2, takes as it stands and as nothing but a text.
func isPlain(t string, flow bool) bool {
	if t == "" || strings.TrimSpace(t) != t || strings.ContainsAny(t, "\n\t") {
		return false
	}
	if strings.ContainsAny(t[:1], "-?:,[]{}#&*!|>'\"%@`=~") || strings.Contains(t, ": ") || strings.HasSuffix(t, ":") || strings.Contains(t, " #") {
		return false
	}
	if strings.ContainsFunc(t, func(r rune) bool { return r < 0x20 || r == 0x7f || r == 0xfeff }) {
		return false
	}
	if flow && strings.ContainsAny(t, ",[]{}") {
		return false
	}
	switch strings.ToLower(t) {
	case "null", "yes", "no", "on", "off", "y", "n", "<<", ".nan", ".inf":
		return false
	}
	return !isClock(t)
}

// isClock tells figures with colons, which readers of YAML 1.1 take for numbers to the base of 60.
func isClock(t string) bool {
	return strings.Contains(t, ":") && strings.Trim(t, "0123456789:") == ""
}

// isBlock tells a text of several lines that can stand behind «|».
func isBlock(t string) bool {
	return strings.Contains(t, "\n") && !strings.HasPrefix(t, " ") && !strings.HasPrefix(t, "\n") &&
		!strings.ContainsFunc(t, func(r rune) bool { return r < 0x20 && r != '\n' || r == 0x7f })
}
