package compose

import (
	"strings"

	"vanban/internal/sheet"
	"vanban/internal/standard"
)

// style gives the resolved style of a key of the standard, the same one each time.
func (c *composer) style(key string) *sheet.Style {
	if st, ok := c.styles[key]; ok {
		return st
	}
	from, ok := c.std.Styles[key]
	if !ok {
		panic("compose: the standard has no style " + key)
	}
	st := &sheet.Style{
		ID:    styleID(key),
		Name:  from.Name,
		Font:  sheet.Font{Family: c.std.Family, Size: from.Size(c.sizes), Bold: from.Bold, Italic: from.Italic, Color: from.Color},
		Align: align(from.Align), FirstLine: from.FirstLine,
		IndentLeft: from.IndentLeft, IndentRight: from.IndentRight,
		Before: from.Before, After: from.After, Line: spacing(from),
		Outline: from.Outline, KeepNext: from.KeepNext, KeepLines: from.KeepLines,
	}
	c.styles[key] = st
	c.sheet.Styles = append(c.sheet.Styles, st)
	return st
}

func spacing(s *standard.Style) sheet.LineSpacing {
	if s.LineExact > 0 {
		return sheet.LineSpacing{Exact: s.LineExact}
	}
	if s.Line == 0 {
		return sheet.LineSpacing{Multiple: 240}
	}
	return sheet.LineSpacing{Multiple: int(s.Line*240 + 0.5)}
}

func align(word string) sheet.Align {
	switch word {
	case "giua":
		return sheet.Center
	case "phai":
		return sheet.Right
	case "deu":
		return sheet.Justify
	default:
		return sheet.Left
	}
}

// styleID turns «khoan_co_ten» into «KhoanCoTen», which any reader of DOCX takes.
func styleID(key string) string {
	var b strings.Builder
	for _, word := range strings.Split(key, "_") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}
