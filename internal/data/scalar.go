package data

import "regexp"

var (
	integerLook = regexp.MustCompile(`^[-+]?[0-9]+$`)
	numberLook  = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// Look tells what a plain scalar looks like; never [TagAny]. Only whole decimal numbers are integers: the other notations of
// YAML (0x1F, .inf, dates) are seldom what an office means, and stay text.
func Look(text string) Tag {
	switch text {
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return TagBool
	}
	switch {
	case integerLook.MatchString(text):
		return TagInteger
	case numberLook.MatchString(text):
		return TagNumber
	}
	return TagString
}

// isNull tells the ways YAML writes nothing.
func isNull(text string) bool {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}
