package build

import (
	"encoding/hex"

	"vanban/internal/data"
	"vanban/internal/sheet"
)

// Lock names all that a document is made from, each by the first half of a SHA-256 in hex: the same lock
// gives the same bytes.
type Lock struct {
	Data     string `json:"data"`     // as it goes into the template, what the office keeps once among it
	Template string `json:"template"` // with what it includes, and the shared schemas
	Standard string `json:"standard"`
	Fonts    string `json:"fonts"`
	Version  string `json:"version"` // of vanban
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

// The properties of a document that hold its lock.
const (
	lockData     = "vanban-du-lieu"
	lockTemplate = "vanban-mau"
	lockStandard = "vanban-the-thuc"
	lockFonts    = "vanban-phong-chu"
	lockVersion  = "vanban-phien-ban"
)

// Locked gives the lock that stands in the document of a job. Its data is hashed in its canonical form, since the
// document is the same, byte for byte, whether a day or an amount was typed this way or that.
func (b *Builder) Locked(j Job) Lock {
	l := b.Lock(j, b.Version)
	l.Data = shortened(data.Hash(j.Template.Schema.Canonical(j.Data)))
	return l
}

func (l Lock) properties() []sheet.Property {
	return []sheet.Property{{Name: lockData, Value: l.Data}, {Name: lockTemplate, Value: l.Template},
		{Name: lockStandard, Value: l.Standard}, {Name: lockFonts, Value: l.Fonts}, {Name: lockVersion, Value: l.Version}}
}

// Differs names, in Vietnamese, what of two locks is not the same.
func (l Lock) Differs(other Lock) []string {
	var out []string
	for _, part := range []struct{ name, a, b string }{
		{"dữ liệu", l.Data, other.Data}, {"mẫu", l.Template, other.Template}, {"thể thức", l.Standard, other.Standard},
		{"phông chữ", l.Fonts, other.Fonts}, {"phiên bản vanban", l.Version, other.Version},
	} {
		if part.a != part.b {
			out = append(out, part.name)
		}
	}
	return out
}

// LockOf reads the lock from a document's properties. It is false where they hold none, or not the whole.
func LockOf(properties map[string]string) (Lock, bool) {
	l := Lock{Data: properties[lockData], Template: properties[lockTemplate], Standard: properties[lockStandard],
		Fonts: properties[lockFonts], Version: properties[lockVersion]}
	return l, l.Data != "" && l.Template != "" && l.Standard != "" && l.Fonts != "" && l.Version != ""
}

// shortened keeps 128 bits: enough that no two inputs meet by chance, and short enough for a person to compare.
func shortened(sum data.Sum) string { return hex.EncodeToString(sum[:16]) }
