package content

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
)

// decimals reports numbers written the English way: a decimal point before a unit of measure, commas between
// thousands. Without a unit «2.1» may be the number of a section, and «1.234» is a thousand.
func (c *checker) decimals() {
	if !c.passage.body() {
		return
	}
	for i := 0; i < len(c.tokens); i++ {
		if c.tokens[i].kind != figure || i > 0 && !c.tokens[i].gap && c.tokens[i-1].text != "(" {
			continue
		}
		begin := i
		end, sep := c.numberAt(i)
		i = end
		if sep == "" {
			continue
		}
		parts := (end - begin) / 2
		last := c.tokens[end].text
		written := c.passage.Text[c.tokens[begin].start:c.tokens[end].end]
		switch {
		case sep == "." && parts == 1 && len(last) != 3 && len(last) < 5 && len(c.tokens[begin].text) < 5 && c.unitAt(end+1):
			c.decimal(written, strings.Replace(written, ".", ",", 1), "phần thập phân viết sau dấu phẩy")
		case sep == "," && parts >= 2 && c.thousands(begin, end):
			c.decimal(written, strings.ReplaceAll(written, ",", "."), "các nhóm ba chữ số cách nhau bằng dấu chấm")
		}
	}
}

func (c *checker) decimal(written, right, why string) {
	c.report(slip{id: IDDecimal, severity: diag.Warning, message: fmt.Sprintf("số «%s»: %s", written, why), hint: "viết «" + right + "»", group: why, here: written})
}

// numberAt gives the last token of the number that begins at i, and its separator; none where it has several kinds,
// or is part of something else.
func (c *checker) numberAt(i int) (end int, sep string) {
	end = i
	for end+2 < len(c.tokens) && !c.tokens[end+1].gap && !c.tokens[end+2].gap && c.tokens[end+2].kind == figure &&
		(c.tokens[end+1].text == "." || c.tokens[end+1].text == ",") {
		if sep != "" && sep != c.tokens[end+1].text {
			sep = "?"
		} else if sep == "" {
			sep = c.tokens[end+1].text
		}
		end += 2
	}
	if end+1 < len(c.tokens) && !c.tokens[end+1].gap && (c.tokens[end+1].text == "/" || c.tokens[end+1].text == "-" || c.tokens[end+1].kind == word && !c.unitAt(end+1)) {
		return end, ""
	}
	if sep == "?" {
		sep = ""
	}
	return end, sep
}

// thousands tells whether all groups behind the first have three figures.
func (c *checker) thousands(i, end int) bool {
	if len(c.tokens[i].text) > 3 || c.tokens[i].text == "0" {
		return false
	}
	for j := i + 2; j <= end; j += 2 {
		if len(c.tokens[j].text) != 3 {
			return false
		}
	}
	return true
}

// unitAt tells whether a unit of measure stands at i.
func (c *checker) unitAt(i int) bool {
	if i < len(c.tokens) && c.tokens[i].text == "%" {
		return len(c.words.list("don_vi_do").phrases) > 0
	}
	return c.words.list("don_vi_do").beginsAt(c.tokens, i)
}
