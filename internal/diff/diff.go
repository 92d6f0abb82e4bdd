// Package diff.
package diff
