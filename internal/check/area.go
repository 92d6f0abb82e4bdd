package check

import (
	"vanban/internal/diag"
	"vanban/internal/zone"
)

// Areas are what the findings of a file are grouped by, in the order in which a person goes through a document.
func Areas() []string {
	return []string{"trang giấy và toàn tệp", "phần đầu văn bản", "nội dung", "chữ ký và nơi nhận", "văn bản kèm theo", "phụ lục"}
}

// Where gives the place of a finding as the rules of layout name theirs: with the component or the first words, which a
// person can search for.
func (r Report) Where(d diag.Diagnostic) diag.Pos {
	pos := d.Pos
	if where, ok := r.where[pos.Line]; ok {
		pos.Place = where
	}
	return pos
}

// Area gives the index in Areas of a finding about the file.
func (r Report) Area(d diag.Diagnostic) int {
	if d.Pos.Line == 0 || r.Found == nil {
		return 0
	}
	var at *zone.Labelled
	for k := range r.Found.Lines {
		l := &r.Found.Lines[k]
		if l.Pos.Line > d.Pos.Line {
			break
		}
		if l.Pos.Line < d.Pos.Line || at == nil || at.Pos.Line < d.Pos.Line {
			at = l
		}
	}
	if at == nil || at.Part < 0 {
		return 0
	}
	switch r.Found.Parts[at.Part].Kind {
	case zone.Enclosure, zone.Another:
		return 4
	case zone.Appendix:
		return 5
	}
	switch at.Kind {
	case zone.National, zone.Motto, zone.Superior, zone.Issuer, zone.Number, zone.PlaceDate, zone.TypeName, zone.Subject, zone.About,
		zone.Urgency, zone.Circulation, zone.Secrecy, zone.Draft, zone.Authority, zone.Addressee:
		return 1
	case zone.Signatory, zone.Role, zone.Signed, zone.Name, zone.Label, zone.Recipient, zone.File, zone.Drafter, zone.Contact:
		return 3
	}
	return 2
}
