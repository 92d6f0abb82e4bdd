package word

import (
	"fmt"
	"strings"

	"vanban/internal/diag"
)

// openField is a field whose end has not been read. Fields reach over runs and paragraphs.
type openField struct {
	field       *Field
	instruction strings.Builder
	results     bool // its result has begun
	shown       bool // its result holds something
}

// maxFields is how deep fields stand in each other.
const maxFields = 64

// currentField is the innermost field whose result is being read.
func (r *reader) currentField() *Field {
	for i := len(r.fields) - 1; i >= 0; i-- {
		if r.fields[i].results {
			return r.fields[i].field
		}
	}
	return nil
}

func (r *reader) newField(instruction string) *Field {
	f := &Field{Instruction: strings.TrimSpace(instruction), Outer: r.currentField()}
	if words := strings.Fields(instruction); len(words) > 0 {
		f.Name = strings.ToUpper(words[0])
	}
	if strings.HasPrefix(f.Instruction, "=") {
		f.Name = "="
	}
	switch f.Name {
	case "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "DATABASE", "RD":
		r.remark(RemarkField, f.Instruction)
	}
	return f
}

// instruction reads what belongs to a field's own text; it tells whether the element was of that kind, or lies in
// an instruction and is not shown.
func (r *reader) instruction(k *node, in *inline, rPr *node) bool {
	switch k.name {
	case "w:fldChar":
		switch k.attr("w:fldCharType") {
		case "begin":
			if len(r.fields) < maxFields {
				r.fields = append(r.fields, &openField{field: &Field{}})
			} else {
				r.tooDeep++
			}
		case "separate":
			r.separate()
		case "end":
			if r.tooDeep > 0 {
				r.tooDeep--
				return true
			}
			r.separate()
			in.endField(r.formatOf(in.ctx, rPr))
		}
		return true
	case "w:instrText", "w:delInstrText":
		if n := len(r.fields); n > 0 && !r.fields[n-1].results && r.tooDeep == 0 {
			r.fields[n-1].instruction.WriteString(k.text)
		}
		return true
	}
	// A field inside an instruction ({ IF { PAGE } … }): its result is no text of the document.
	return r.insideInstruction()
}

// insideInstruction tells whether the innermost field's result belongs to the instruction of another.
func (r *reader) insideInstruction() bool {
	n := len(r.fields)
	if n < 2 || !r.fields[n-1].results {
		return false
	}
	for _, f := range r.fields[:n-1] {
		if !f.results {
			return true
		}
	}
	return false
}

// shows notes that a run shows something of the fields whose result it is part of.
func (r *reader) shows() {
	for _, f := range r.fields {
		f.shown = f.shown || f.results
	}
}

// separate ends the instruction of the innermost field.
func (r *reader) separate() {
	n := len(r.fields)
	if n == 0 || r.fields[n-1].results || r.tooDeep > 0 {
		return
	}
	open := r.fields[n-1]
	*open.field = *r.newField(open.instruction.String())
	open.results = true
}

// endField closes the innermost field. One without a result gets a run of its own, so that it is seen.
func (in *inline) endField(f *Format) {
	r := in.r
	n := len(r.fields)
	if n == 0 {
		return
	}
	open, hidden := r.fields[n-1], r.insideInstruction()
	open.field.Ended = true
	r.fields = r.fields[:n-1]
	if !hidden && !open.shown {
		in.out = append(in.out, Run{Format: f, Kind: EmptyField, Field: open.field, Change: in.change, Link: in.link})
	}
}

// checkFields tells of fields that never end, at the end of a part.
func (r *reader) checkFields(part string) {
	if len(r.fields) > 0 {
		for _, f := range r.fields {
			if !f.results {
				r.warn(IDUnread, fmt.Sprintf("trường trong phần «%s» không có chỗ kết thúc; chữ sau nó có thể không đọc được", diag.Clip(part)),
					"mở bằng Word, xóa trường rồi chèn lại")
				break
			}
		}
		r.fields = nil
	}
	r.tooDeep = 0
}
