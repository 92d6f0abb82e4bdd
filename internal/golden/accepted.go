package golden

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/diff"
	"vanban/internal/word"
	"vanban/internal/zone"
)

// componentFindings tells what differs between an accepted DOCX and the new one, both given by their forms, by
// component. It is nil where that cannot be told: the accepted form was changed by hand so that it is not read whole, or
// nothing differs but how the package says it.
func componentFindings(file string, accepted, form string, words *zone.Words) diag.List {
	before, broken := tree(accepted, words)
	after, own := tree(form, words)
	if before == nil || after == nil || slices.ContainsFunc(broken, func(d diag.Diagnostic) bool { return !said(own, d) }) {
		return nil
	}
	return diff.Compare(before, after, diff.Ignore{}).Findings(file)
}

// said tells whether a finding is among others: a form never holds all parts of the package, and that is told of each.
func said(findings diag.List, d diag.Diagnostic) bool {
	return slices.ContainsFunc(findings, func(o diag.Diagnostic) bool { return o.ID == d.ID && o.Message == d.Message })
}

// tree reads a form, and gives what is wrong with it.
func tree(form string, words *zone.Words) (*diff.Node, diag.List) {
	docx := packed(form)
	d, findings := word.Read("", docx)
	if d == nil {
		return nil, findings
	}
	return diff.OfWord(d, docx, words), findings
}

// packed makes a package of the form of one again: enough of it to be read.
func packed(form string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, text string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		must(err)
		_, err = w.Write([]byte(text))
		must(err)
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	write("_rels/.rels", head+`<Relationships xmlns="`+relationsNS+`">`+
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>`+
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`+
		`</Relationships>`)
	write("[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	bind := binder()
	for _, part := range strings.Split("\n"+form, "\n"+partMark)[1:] {
		name, text, _ := strings.Cut(part, "\n")
		if isShown(name) {
			write(name, head+bind.Replace(text))
		}
	}
	must(z.Close())
	return b.Bytes()
}

const relationsNS = "http://schemas.openxmlformats.org/package/2006/relationships"

// binder gives the namespaces back that a form leaves out: there they stand as attributes named after the prefix.
func binder() *strings.Replacer {
	pairs := []string{"<Relationships>", `<Relationships xmlns="` + relationsNS + `">`}
	for space, prefix := range prefixes() {
		pairs = append(pairs, " "+prefix+`="`+space+`"`, " xmlns:"+prefix+`="`+space+`"`)
	}
	return strings.NewReplacer(pairs...)
}
