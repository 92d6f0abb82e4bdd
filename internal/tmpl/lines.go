package tmpl

// vanish gives the text of the file, from the offset body on, with the blanks and the line end of every
// line that holds only control actions replaced by [Vanished]; and all that stands before body too.
// A line may begin inside one action and end behind another: actions span lines.
func vanish(text string, body int, actions []action, silent func(name string) bool) string {
	out := []byte(text)
	for i := range body {
		out[i] = Vanished
	}
	next := 0 // the first action not yet passed
	for from := body; from < len(text); {
		pos, only, seen := from, true, next
		for pos < len(text) && text[pos] != '\n' {
			switch {
			case seen < len(actions) && actions[seen].start == pos:
				only = only && vanishes(&actions[seen], silent)
				pos = actions[seen].end
				seen++
			case text[pos] == ' ' || text[pos] == '\t':
				pos++
			default:
				only = false
				pos++
			}
		}
		end := min(pos+1, len(text)) // behind the line feed
		if only && seen > next {
			erase(out[from:end], from, actions[next:seen])
		}
		from, next = end, seen
	}
	return string(out)
}

// erase replaces what lies between the actions, which are in order.
func erase(line []byte, from int, actions []action) {
	for i := range line {
		for len(actions) > 0 && from+i >= actions[0].end {
			actions = actions[1:]
		}
		if len(actions) == 0 || from+i < actions[0].start {
			line[i] = Vanished
		}
	}
}

// vanishes tells whether the action prints nothing itself, so that a line of such actions disappears.
// A template call prints. A trim marker leaves the blanks to text/template.
func vanishes(a *action, silent func(string) bool) bool {
	if a.trims || a.broken {
		return false
	}
	if a.comment || len(a.words) == 0 {
		return a.comment
	}
	first := a.words[0]
	switch {
	case a.keyword() != "":
		return a.keyword() != "template"
	case first.kind == ident:
		return silent(first.text)
	case first.kind == variable && len(a.words) > 1:
		return a.words[1].text == ":=" || a.words[1].text == "="
	}
	return false
}
