package merge

import "vanban/internal/diag"

// checkFunctions let a template state what must hold of its data, without Go. They print nothing, and a
// line that holds only a call of theirs vanishes.
func checkFunctions() []function {
	fail := define("loi", templateError, "báo lỗi ở chỗ của một giá trị, danh sách hay nhóm khóa; lời báo ghép từ các đối số sau",
		Example{`{{ if eq 1 2 }}{{ loi . "số phiếu không khớp" }}{{ end }}không có lỗi`, "không có lỗi"}).withMissing()
	warn := define("canh_bao", templateWarning, "báo cảnh báo ở chỗ của một giá trị, danh sách hay nhóm khóa; văn bản vẫn được làm ra",
		Example{`{{ canh_bao . "nên ghi rõ thời hạn" }}văn bản`, "văn bản"}).withMissing()
	fail.silent, warn.silent = true, true
	return []function{fail, warn}
}

func templateError(c *call, place any, message ...any) (nothing, error) {
	return nothing{}, c.finding(IDError, diag.Error, place, message)
}

func templateWarning(c *call, place any, message ...any) (nothing, error) {
	return nothing{}, c.finding(IDWarning, diag.Warning, place, message)
}

// finding makes a finding of the template's own, at the place of a value.
func (c *call) finding(id string, severity diag.Severity, about any, message []any) error {
	words, err := join(message, "")
	if err != nil {
		return err
	}
	at := c.run.program.sites[c.site].pos()
	d := diag.Diagnostic{ID: id, Severity: severity, Message: words}
	if p := placeOf(about); p != nil {
		d.Pos, d.Field = p.where(), p.field()
	}
	if d.Pos.IsZero() {
		d.Pos = at
	}
	c.run.produced += len(words)
	c.run.add(d)
	return nil
}
