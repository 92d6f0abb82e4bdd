package build

import (
	"fmt"
	"path"
	"strings"
	"unicode"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/standard"
	"vanban/internal/tmpl"
	"vanban/internal/viet"
)

// Job is one document to be made: its data, complete, and its template.
type Job struct {
	Name     string // of the output file, without extension
	Data     *data.Node
	Template *tmpl.Template
	Standard *standard.Standard
}

// keys of the data that speak to the pipeline.
const (
	keyDossier  = "van_ban" // the documents of a dossier
	keyTemplate = "mau"
	keyName     = "ten_tep"
)

// Jobs finds the documents in a data file: one, every one of a dossier (van_ban), or each record of a table.
// stem is the name of outputs that do not name themselves; template overrides what the data says, empty for
// none.
func (l *Library) Jobs(root *data.Node, s *standard.Standard, stem, template string) ([]Job, diag.List, error) {
	jobs, findings, err := l.jobs(root, s, stem, template)
	if err != nil {
		return jobs, findings, err
	}
	for i, j := range jobs {
		if j.Template == nil {
			continue
		}
		var more diag.List
		jobs[i].Data, more = l.Office.apply(j.Data, j.Template.Schema)
		findings = append(findings, more...)
	}
	if findings.HasErrors() {
		findings = append(findings, besides(jobs, findings)...)
	}
	return jobs, findings, nil
}

func (l *Library) jobs(root *data.Node, s *standard.Standard, stem, template string) ([]Job, diag.List, error) {
	if root.Kind == data.List && len(root.Items) > 0 && root.Items[0].Kind == data.Map && fromTable(root.Pos) {
		return l.records(root, s, stem, template)
	}
	if root.Kind != data.Map {
		var findings diag.List
		findings.Add(diag.Diagnostic{ID: IDDossier, Severity: diag.Error, Pos: root.Pos,
			Message: "tệp dữ liệu phải gồm các dòng «khóa: giá trị»", Hints: []string{"xem cách viết bằng lệnh «vanban new MẪU»"}})
		return nil, findings, nil
	}
	list := root.Field(keyDossier)
	if list == nil {
		job, findings, err := l.job(root, s, template)
		job.Name = nameOf(root, stem)
		findings = append(findings, checkNames([]Job{job})...)
		return []Job{job}, findings, err
	}
	return l.dossier(root, list, s, stem)
}

// fromTable tells whether a value stands in a workbook or CSV file.
func fromTable(p diag.Pos) bool {
	switch strings.ToLower(path.Ext(p.File)) {
	case ".xlsx", ".csv":
		return true
	}
	return false
}

// records makes a document of each record of a table.
func (l *Library) records(root *data.Node, s *standard.Standard, stem, template string) ([]Job, diag.List, error) {
	var jobs []Job
	var findings diag.List
	for i, item := range root.Items {
		job, more, err := l.job(item, s, template)
		findings = append(findings, more...)
		if err != nil {
			return nil, nil, err
		}
		job.Name = nameOf(item, fmt.Sprintf("%s-%02d", stem, i+1))
		jobs = append(jobs, job)
	}
	return jobs, append(findings, checkNames(jobs)...), nil
}

func (l *Library) dossier(root, list *data.Node, s *standard.Standard, stem string) ([]Job, diag.List, error) {
	var findings diag.List
	if list.Kind != data.List || len(list.Items) == 0 {
		findings.Add(diag.Diagnostic{ID: IDDossier, Severity: diag.Error, Pos: list.Pos,
			Message: "«van_ban» cần danh sách các văn bản của hồ sơ", Hints: []string{"mỗi văn bản một mục bắt đầu bằng «- mau: …»"}})
		return nil, findings, nil
	}
	used := map[string]bool{keyDossier: true}
	var jobs []Job
	for _, item := range list.Items {
		if item.Kind != data.Map {
			findings.Add(diag.Diagnostic{ID: IDDossier, Severity: diag.Error, Pos: item.Pos,
				Message: "mỗi văn bản của hồ sơ phải gồm các dòng «khóa: giá trị»", Hints: []string{"mỗi văn bản một mục bắt đầu bằng «- mau: …»"}})
			continue
		}
		name := item.Field(keyTemplate)
		if name == nil {
			name = root.Field(keyTemplate)
		}
		job, more, err := l.inherit(root, item, name, s, used)
		if err != nil {
			return nil, nil, err
		}
		findings = append(findings, more...)
		if job.Template == nil {
			continue
		}
		job.Name = nameOf(item, stem+"-"+name.Text)
		jobs = append(jobs, job)
	}
	if !findings.HasErrors() {
		for _, f := range root.Fields {
			if !used[f.Key] {
				findings.Add(diag.Diagnostic{ID: IDUnused, Severity: diag.Error, Pos: f.KeyPos,
					Message: fmt.Sprintf("không văn bản nào của hồ sơ dùng khóa «%s»", f.Key), Hints: nearest(f.Key, jobs)})
			}
		}
		findings = append(findings, checkNames(jobs)...)
	}
	return jobs, findings, nil
}

// inherit makes a document of a dossier: what it says itself, and of the common keys those that its
// template takes.
func (l *Library) inherit(root, item, name *data.Node, s *standard.Standard, used map[string]bool) (Job, diag.List, error) {
	base := &data.Node{Kind: data.Map, Pos: root.Pos}
	if name == nil || name.Kind != data.Text {
		return l.job(item, s, "")
	}
	t, findings, err := l.Template(s, name.Text, name.Pos)
	if t == nil {
		return Job{}, findings, err
	}
	for _, f := range root.Fields {
		if _, takes := t.Schema.Property(f.Key); takes && f.Key != keyName {
			base.Fields = append(base.Fields, f)
			used[f.Key] = true
		}
	}
	return Job{Data: data.Merge(base, item), Template: t, Standard: s}, findings, nil
}

// job finds the template of one document.
func (l *Library) job(node *data.Node, s *standard.Standard, template string) (Job, diag.List, error) {
	pos := node.Pos
	if template == "" {
		name := node.Field(keyTemplate)
		if name == nil || name.Kind != data.Text {
			return Job{}, l.noneNamed(s, pos), nil
		}
		template, pos = name.Text, name.Pos
	}
	t, findings, err := l.Template(s, template, pos)
	return Job{Data: node, Template: t, Standard: s}, findings, err
}

func (l *Library) noneNamed(s *standard.Standard, pos diag.Pos) diag.List {
	var names []string
	if entries, err := l.Templates(s); err == nil {
		for _, e := range entries {
			names = append(names, e.Name)
		}
	}
	where := "thêm một dòng «mau: …» vào tệp dữ liệu"
	if fromTable(pos) {
		where = "thêm vào bảng một cột (hoặc một dòng) «Mẫu văn bản» có tên mẫu"
	}
	var findings diag.List
	findings.Add(diag.Diagnostic{ID: IDTemplate, Severity: diag.Error, Pos: pos, Message: "chưa biết dùng mẫu nào",
		Hints: []string{where + ", hoặc chạy với -t", "các mẫu có sẵn: " + strings.Join(names, ", ")}})
	return findings
}

func nameOf(node *data.Node, otherwise string) string {
	if n := node.Field(keyName); n != nil && n.Kind == data.Text && n.Text != "" {
		return n.Text
	}
	return otherwise
}

func nearest(key string, jobs []Job) []string {
	var names []string
	for _, j := range jobs {
		for _, p := range j.Template.Schema.Properties() {
			names = append(names, p.Key)
		}
	}
	if near, ok := viet.Nearest(key, names); ok {
		return []string{fmt.Sprintf("có phải là «%s» không", near)}
	}
	return nil
}

// checkNames reports output names that some system cannot hold, and two documents of one name.
func checkNames(jobs []Job) diag.List {
	var findings diag.List
	seen := map[string]bool{}
	for _, j := range jobs {
		pos := diag.Pos{}
		if j.Data != nil {
			pos = j.Data.Pos
			if n := j.Data.Field(keyName); n != nil {
				pos = n.Pos
			}
		}
		if why := BadName(j.Name); why != "" {
			findings.Add(diag.Diagnostic{ID: IDName, Severity: diag.Error, Pos: pos,
				Message: fmt.Sprintf("tên tệp «%s» không dùng được: %s", j.Name, why), Hints: []string{"đặt tên khác ở khóa «ten_tep»"}})
		}
		key := viet.Lower(viet.NFC(j.Name))
		if seen[key] {
			findings.Add(diag.Diagnostic{ID: IDName, Severity: diag.Error, Pos: pos,
				Message: fmt.Sprintf("hai văn bản cùng in ra tệp «%s»", j.Name), Hints: []string{"đặt tên khác nhau ở khóa «ten_tep»"}})
		}
		seen[key] = true
	}
	return findings
}

// BadName says why a name cannot be a file's on every system, empty where it can.
func BadName(name string) string {
	switch {
	case strings.TrimSpace(name) == "" || name == "." || name == "..":
		return "tên trống"
	case strings.ContainsAny(name, `<>:"/\|?*`):
		return `không được có các dấu < > : " / \ | ? *`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.ContainsAny(name[:1], " .-"):
		return "không được bắt đầu bằng dấu cách, dấu chấm, dấu gạch; không được kết thúc bằng dấu chấm hoặc dấu cách"
	case len(name) > 200:
		return "dài quá 200 byte"
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) }):
		return "có ký tự không nhìn thấy"
	case Reserved(name):
		return "Windows dành riêng tên này"
	}
	return ""
}

// Reserved tells the names that Windows keeps to itself, whatever stands behind their first dot.
func Reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.NewReplacer("¹", "1", "²", "2", "³", "3").Replace(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '0' && base[3] <= '9'
}
