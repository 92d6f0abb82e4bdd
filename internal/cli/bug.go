package cli

import "strings"

// stack gives the functions of vanban's own that were running, without addresses or folders: enough to
// find the place, and nothing of the user's machine.
func stack(trace []byte) []string {
	var out []string
	for _, line := range strings.Split(string(trace), "\n") {
		if !strings.HasPrefix(line, "vanban/") || strings.Contains(line, "cli.reportBug") || strings.Contains(line, "cli.Main") {
			continue
		}
		name, _, _ := strings.Cut(line, "(0x")
		name, _, _ = strings.Cut(name, "({")
		out = append(out, strings.TrimSuffix(name, "(...)"))
		if len(out) == 6 {
			break
		}
	}
	return out
}
