package word

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"vanban/internal/diag"
	"vanban/internal/opc"
)

// MaxFile is the largest file that is read, in bytes: one with pictures of every page.
const MaxFile = 256 << 20

// limits of a package: a document of an office has some dozens of parts and a few MiB of text.
func limits() opc.Limits {
	return opc.Limits{Parts: 10000, Part: 64 << 20, Total: 128 << 20, Ratio: 400}
}

// reader reads one package.
type reader struct {
	doc      *Document
	pkg      *opc.Package
	found    diag.List
	told     map[string]bool // values that could not be read, told once
	elements int             // that may still be read
	order    int             // of the last paragraph or table

	rels     map[string][]relationship    // by part, "" for the package
	targets  map[string]map[string]string // by part and id
	styles   styles
	theme    theme
	lists    map[int]*list
	contexts map[contextKey]*context
	tables   map[string]*tableContext
	formats  map[Format]*Format
	remarked map[remarkKey]int
	opaque   map[string]bool // pictures that were looked at, by part

	// What is being read.
	here         Place      // the last paragraph, table or part
	text         []byte     // of the part
	partName     string     //
	top          *container // the body
	fields       []*openField
	tooDeep      int // fields that began beyond maxFields
	boxes        int // text boxes that it stands in
	sectionNodes []*node
	footnotes    noteKind
	endnotes     noteKind
}

func newReader(file string) *reader {
	return &reader{doc: &Document{File: file}, told: map[string]bool{}, elements: maxElements,
		rels: map[string][]relationship{}, targets: map[string]map[string]string{}, contexts: map[contextKey]*context{}, tables: map[string]*tableContext{},
		formats: map[Format]*Format{}, remarked: map[remarkKey]int{}, opaque: map[string]bool{}, here: Place{File: file},
		footnotes: noteKind{region: InFootnote, kind: "footnotes"},
		endnotes:  noteKind{region: InEndnote, kind: "endnotes"}}
}

// fault is an error of the file, in words for its owner.
type fault struct {
	id, message string
	hints       []string
}

func (f *fault) Error() string { return f.message }

// diagnose gives the finding for what made reading end.
func (r *reader) diagnose(err error) diag.Diagnostic {
	var own *fault
	if !errors.As(err, &own) {
		var broken *opc.Fault
		if !errors.As(err, &broken) {
			panic(err)
		}
		own = packageFault(broken)
	}
	return diag.Diagnostic{ID: own.id, Severity: diag.Error, Pos: diag.Pos{File: r.doc.File}, Message: own.message, Hints: own.hints}
}

func (r *reader) read(src []byte) error {
	if len(src) > MaxFile {
		return &fault{IDSize, fmt.Sprintf("tệp lớn quá %d MiB", MaxFile>>20), []string{"nén ảnh trong tệp (Word: Định dạng ảnh › Nén ảnh), hoặc chia tệp"}}
	}
	if f := otherKind(src); f != nil {
		return f
	}
	pkg, err := opc.Open(src, limits())
	if err != nil {
		return err
	}
	r.pkg = pkg
	for _, name := range pkg.Names() {
		r.doc.Parts = append(r.doc.Parts, &Part{Name: name})
	}
	for _, step := range []func() error{r.main, r.contentTypes, r.definitions, r.content, r.headers, r.allNotes, r.comments, r.inventory, r.properties} {
		if err := step(); err != nil {
			return err
		}
		if r.order >= maxBlocks {
			return &fault{IDSize, fmt.Sprintf("văn bản có hơn %d đoạn, không phải là văn bản hành chính", maxBlocks), []string{"chia tệp thành nhiều văn bản"}}
		}
	}
	r.decodeLegacy()
	r.sortRemarks()
	return nil
}

// definitions reads the parts that say what properties mean.
func (r *reader) definitions() error {
	var roots [4]*node
	for i, kind := range []string{"settings", "theme", "styles", "numbering"} {
		name := r.relationTargetOf(r.doc.Main, kind)
		root, err := r.tree(name)
		if err != nil {
			return err
		}
		if name != "" && root == nil {
			r.missing(name, kind)
		}
		r.here = Place{File: r.doc.File, Part: name}
		roots[i] = root
		if kind == "settings" && root != nil {
			rels, err := r.relationships(name)
			if err != nil {
				return err
			}
			r.outside(name, rels)
		}
	}
	settings, look, styles, numbering := roots[0], roots[1], roots[2], roots[3]
	r.settings(settings)
	r.readTheme(look, settings)
	r.readStyles(styles)
	r.readNumbering(numbering)
	return nil
}

// content reads the body.
func (r *reader) content() error {
	root, err := r.enter(r.doc.Main)
	if err != nil {
		return err
	}
	body := root.kid("w:body")
	if root.name != "w:document" || body == nil {
		return &fault{IDPackage, fmt.Sprintf("phần «%s» của tệp không phải là nội dung văn bản Word", diag.Clip(r.doc.Main)), resave()}
	}
	r.body(body)
	return nil
}

func (r *reader) allNotes() (err error) {
	if r.doc.Footnotes, err = r.notes(&r.footnotes, "chú thích cuối trang số"); err != nil {
		return err
	}
	r.doc.Endnotes, err = r.notes(&r.endnotes, "chú thích cuối văn bản số")
	return err
}

// main finds the part that holds the body: where the package's relationships say, for some programs name it
// otherwise.
func (r *reader) main() error {
	rels, err := r.relationships("")
	if err != nil {
		return err
	}
	r.relate("", rels)
	for _, rel := range rels {
		if rel.kind == "officeDocument" && !rel.external {
			r.doc.Main = rel.target
		}
	}
	if r.doc.Main == "" {
		r.doc.Main = "word/document.xml"
	}
	if !r.pkg.Has(r.doc.Main) {
		return r.noDocument()
	}
	rels, err = r.relationships(r.doc.Main)
	r.relate(r.doc.Main, rels)
	return err
}

// noDocument says what a package without a document is.
func (r *reader) noDocument() error {
	for _, other := range []struct{ part, what string }{{"xl/workbook.xml", "bảng tính Excel"}, {"ppt/presentation.xml", "bài trình chiếu PowerPoint"},
		{"content.xml", "văn bản OpenDocument (.odt)"}} {
		if r.pkg.Has(other.part) {
			return &fault{IDKind, fmt.Sprintf("tệp là %s, không phải .docx", other.what), []string{"chọn tệp Word, hoặc mở bằng Word rồi lưu lại với loại «Word Document (.docx)»"}}
		}
	}
	return &fault{IDPackage, fmt.Sprintf("tệp thiếu phần «%s» chứa nội dung văn bản", diag.Clip(r.doc.Main)), resave()}
}

// part gives the bytes of a part as UTF-8 and keeps them; nil where there is none.
func (r *reader) part(name string) (*Part, error) {
	if !r.pkg.Has(name) {
		return nil, nil
	}
	for _, p := range r.doc.Parts {
		if !strings.EqualFold(p.Name, name) {
			continue
		}
		if p.Bytes != nil {
			return p, nil
		}
		text, err := r.pkg.Read(name)
		if err != nil {
			return nil, err
		}
		p.Bytes = utf8Of(text)
		return p, nil
	}
	panic("word: a part that is there and not listed: " + name)
}

// tree reads a part as XML; nil where there is none.
func (r *reader) tree(name string) (*node, error) {
	p, err := r.part(name)
	if p == nil || err != nil {
		return nil, err
	}
	root, err := parseTree(p.Bytes, &r.elements)
	switch err {
	case nil:
		return root, nil
	case errDoctype:
		return nil, &fault{IDXML, fmt.Sprintf("phần «%s» của tệp có khai báo DOCTYPE, không an toàn", diag.Clip(name)), resave()}
	case errDeep:
		return nil, &fault{IDSize, fmt.Sprintf("phần «%s» của tệp lồng nhau quá %d cấp", diag.Clip(name), maxDepth), resave()}
	case errElements:
		return nil, &fault{IDSize, fmt.Sprintf("tệp có quá %d phần tử, không phải là văn bản hành chính", maxElements), []string{"chia tệp thành nhiều văn bản"}}
	}
	return nil, &fault{IDXML, fmt.Sprintf("phần «%s» của tệp viết sai, không đọc được", diag.Clip(name)), resave()}
}

// relationship leads from a part to another, or outside.
type relationship struct {
	id, kind, target string // kind is the last word of its type; target is the part's name, or an address outside
	external         bool
}

// relationships reads those of a part; of the package for "".
func (r *reader) relationships(name string) ([]relationship, error) {
	root, err := r.tree(path.Join(path.Dir(name), "_rels", path.Base("/"+name)+".rels"))
	if root == nil || err != nil {
		return nil, err
	}
	var out []relationship
	for _, n := range root.kids {
		rel := relationship{id: n.attr("Id"), kind: path.Base(n.attr("Type")), target: n.attr("Target"), external: n.attr("TargetMode") == "External"}
		if !rel.external {
			if target, ok := strings.CutPrefix(rel.target, "/"); ok {
				rel.target = path.Clean(target)
			} else {
				rel.target = path.Join(path.Dir(name), rel.target)
			}
		}
		out = append(out, rel)
	}
	return out, nil
}
