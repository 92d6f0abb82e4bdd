package build

import (
	"encoding/hex"

	"vanban/internal/data"
)

// Lock names all that a document is made from, each by the first half of a SHA-256 in hex: the same lock
// gives the same bytes.
type Lock struct {
	Data     string // as it goes into the template, what the office keeps once among it
	Template string // with what it includes, and the shared schemas
	Standard string
	Fonts    string
	Version  string // of vanban
}

// Lock gives the lock of a job that has a template. Version is that of the program.
func (b *Builder) Lock(j Job, version string) Lock {
	return Lock{
		Data:     shortened(data.Hash(j.Data)),
		Template: shortened(j.Template.Hash()),
		Standard: shortened(j.Standard.Hash),
		Fonts:    shortened(data.Sum(b.Fonts.Hash())),
		Version:  version,
	}
}

// shortened keeps 128 bits: enough that no two inputs meet by chance, and short enough for a person to compare.
func shortened(sum data.Sum) string { return hex.EncodeToString(sum[:16]) }
