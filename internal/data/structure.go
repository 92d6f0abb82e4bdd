package data

import "regexp"

// structureMark is what a line of official text begins with when it stands on its own: a table row, a dash, a
// number, a letter or the name of a part. Package markup has the exact rules; here it is enough to tell that
// the author meant a line of its own.
var structureMark = regexp.MustCompile(`^\s*(\||:::|[-+*•–—]\s|[0-9]+(\.[0-9]+)*[.)]\s|[0-9]+(\.[0-9]+)+\s|\p{L}\)\s|[IVXLC]+\.\s|(?i:điều|khoản|chương|mục|tiểu mục|phần|phụ lục)\s+([0-9]+|[IVXLC]+)\s*([.:]|$))`)

// beginsStructure tells a line that begins like a clause, point, item, article or row of a table.
func beginsStructure(line string) bool { return structureMark.MatchString(line) }
