package importer

import (
	"fmt"
	"slices"
	"strings"

	"vanban/internal/data"
	"vanban/internal/diag"
	"vanban/internal/viet"
	"vanban/internal/zone"
)

// signer is a signatory being read.
type signer struct {
	pos   diag.Pos
	at    place
	lines []zone.Labelled // quyền hạn, chức vụ
	role  *zone.Labelled
	name  *zone.Labelled
}

// place is where a signature stands in its row.
type place struct {
	side   zone.Side
	column int
}

// order is how many columns stand left of the place.
func (p place) order() int {
	if p.side == zone.Right {
		return max(1, p.column)
	}
	return 0
}

// signatures reads ô 7: each signatory's lines of authority and post, and the name under them.
func (d *reading) signatures() {
	for _, l := range d.found.Of(d.part, zone.Signed) {
		d.report(diag.Info, IDOutside, l.Pos, fmt.Sprintf("«%s» ghi thay cho chữ ký nên không được nhập", l.Text))
	}
	signers := d.signers()
	if len(signers) == 0 {
		return
	}
	if roles := roleKeys(d.doc.Target); len(roles) > 0 {
		d.byRole(signers, roles)
		return
	}
	if !d.takes("ky") {
		d.noPlace(d.part, zone.Signatory, zone.Name)
		return
	}
	var out []*data.Node
	for _, s := range d.leadFirst(signers) {
		out = append(out, d.signature(s))
	}
	d.put("ky", list(out))
}

// leadFirst puts of two signatories side by side the one first who stands where the standard has the first.
func (d *reading) leadFirst(signers []*signer) []*signer {
	right := d.Standard.Signature.Lead == "phai"
	for i := 0; i+1 < len(signers); i += 2 {
		if a, b := signers[i].at.order(), signers[i+1].at.order(); a < b && right || a > b && !right {
			signers[i], signers[i+1] = signers[i+1], signers[i]
		}
	}
	return signers
}

// signers gathers the lines of each signatory, column by column.
func (d *reading) signers() []*signer {
	var out []*signer
	open := map[place]*signer{}
	waiting := 0 // the first signatory whose name was not read yet
	p := d.found.Parts[d.part]
	for i := p.From; i < p.To; i++ {
		switch d.found.Lines[i].Kind {
		case zone.Signatory, zone.Role, zone.Name:
		default:
			continue
		}
		l := d.found.Lines[i]
		if l.Part != d.part {
			continue
		}
		d.amongRecipients(i)
		at := place{l.Side, l.Column}
		s := open[at]
		if l.Kind == zone.Name && l.Side == zone.Whole {
			for waiting < len(out) && out[waiting].name != nil {
				waiting++
			}
			if waiting < len(out) { // alone on its line: nothing stands beside it to tell its column
				s = out[waiting]
			}
		} else if l.Kind == zone.Signatory && l.Side == zone.Whole && s == nil && len(out) == 1 && out[0].name == nil {
			s = out[0]
		}
		if s == nil || s.name != nil && (l.Kind != zone.Signatory || d.opensSigner(i)) || s.role != nil && l.Kind == zone.Role {
			s = &signer{pos: l.Pos, at: at}
			open[at] = s
			out = append(out, s)
		}
		switch l.Kind {
		case zone.Name:
			s.name = &l
		case zone.Role:
			s.role = &l
		default:
			s.lines = append(s.lines, l)
		}
	}
	return out
}

// amongRecipients says of a body in capitals between two recipients that it was taken for the signatory's: programs that
// sign leave such lines, too.
func (d *reading) amongRecipients(i int) {
	l := d.found.Lines[i]
	if i == 0 || i+1 >= len(d.found.Lines) || l.Kind != zone.Signatory || !d.Words.UnitBegins(l.Text) {
		return
	}
	if above, below := d.found.Lines[i-1].Kind, d.found.Lines[i+1].Kind; above == zone.Recipient && (below == zone.Recipient || below == zone.File) {
		d.report(diag.Warning, IDDoubt, l.Pos, "dòng in hoa này đứng giữa các nơi nhận, được hiểu là của người ký", "so với bản gốc; không phải thì xóa khỏi khóa «ky» trong dữ liệu nhập ra")
	}
}

// opensSigner tells whether a post in capitals has a name of its own below it in its column: that of another signatory,
// not one more of the signatory above.
func (d *reading) opensSigner(i int) bool {
	const near = 12
	l := d.found.Lines[i]
	for _, next := range d.found.Lines[i+1 : min(i+1+near, d.found.Parts[d.part].To)] {
		if next.Part == d.part && next.Side == l.Side && next.Column == l.Column && next.Kind == zone.Name {
			return l.Text == viet.Upper(l.Text)
		}
	}
	return false
}

// signature writes one signatory. The first line is quyền hạn where it speaks for a body («TM. ỦY BAN NHÂN DÂN»);
// a line in small letters right above the name is ô 7b's.
func (d *reading) signature(s *signer) *data.Node {
	out := &data.Node{Kind: data.Map, Pos: s.pos}
	add := func(key string, n *data.Node) {
		if n != nil {
			out.Fields = append(out.Fields, data.Field{Key: key, KeyPos: n.Pos, Value: n})
		}
	}
	lines := s.lines
	if s.role != nil { // a role that the template has no place of its own for
		lines = append([]zone.Labelled{*s.role}, lines...)
	}
	var below *zone.Labelled
	if n := len(lines); n > 1 && d.standsBelow(lines[n-2], lines[n-1]) {
		below, lines = &lines[n-1], lines[:n-1]
	}
	if len(lines) > 1 && d.Words.Collective(lines[0].Text) {
		add("quyen_han", scalar(lines[0].Pos, lines[0].Text))
		lines = lines[1:]
	}
	add("chuc_vu", list(scalars(lines)))
	if below != nil {
		add("chuc_vu_khac", scalar(below.Pos, below.Text))
	}
	if s.name != nil {
		add("ho_ten", scalar(s.name.Pos, s.name.Text))
	} else {
		d.report(diag.Error, IDMissing, s.pos, "không thấy họ tên người ký dưới các dòng chức vụ", "ghi khóa «ho_ten» của người ký trong dữ liệu nhập ra")
	}
	return out
}

// above is how many of a signatory's lines stand above the signature.
func (d *reading) above(s *signer) int {
	n := len(s.lines)
	if n > 1 && d.standsBelow(s.lines[n-2], s.lines[n-1]) {
		n--
	}
	return n
}

// standsBelow tells a line of ô 7b: in small letters, or with the room for the signature above it, as has the post of who
// signs for a committee. Under «KT. GIÁM ĐỐC» stands the signatory's own post, wherever it is set.
func (d *reading) standsBelow(above, l zone.Labelled) bool {
	if l.Text != viet.Upper(l.Text) {
		return true
	}
	if d.Words.OnBehalf(above.Text) {
		return false
	}
	if l.Look.Known {
		return l.Gap || l.Pair > 0 && l.Pair != above.Pair
	}
	return l.Gap && !d.gappy && d.Words.Post(above.Text) && d.Words.Post(l.Text)
}

// gaps tells a text that has blank lines between most of its lines: one says nothing then.
func (im *importing) gaps(part int) bool {
	p := im.found.Parts[part]
	n := 0
	for _, l := range im.found.Lines[p.From:p.To] {
		if l.Gap {
			n++
		}
	}
	return n*2 > p.To-p.From
}

// roleKeys are the keys of the template that hold a name signed by a role (x-vai), by role.
func roleKeys(t Target) map[string]string {
	out := map[string]string{}
	for _, p := range t.Template.Schema.Properties() {
		if role := p.Schema.Extension("x-vai"); role != "" {
			out[role] = p.Key
		}
	}
	return out
}

// byRole puts each name under the key of its role: by the label above it, else by its place from left to right.
func (d *reading) byRole(signers []*signer, keys map[string]string) {
	places := d.Standard.Layouts[d.doc.Target.Template.Head.Layout].Signers
	taken := map[string]bool{}
	for i, s := range signers {
		if s.name == nil || i >= len(places) {
			d.report(diag.Error, IDNoPlace, s.pos, "chữ ký này không có chỗ trong mẫu, hoặc không có họ tên", "ghi người ký vào dữ liệu nhập ra")
			continue
		}
		role := ""
		for _, place := range places {
			if s.role != nil && viet.Fold(place.Label) == viet.Fold(s.role.Text) {
				role = place.Role
			}
		}
		if role == "" {
			role = places[i].Role
		}
		if key := keys[role]; key != "" && !taken[role] {
			taken[role] = true
			d.set(key, s.name.Pos, s.name.Text)
		} else {
			d.report(diag.Error, IDNoPlace, s.pos, fmt.Sprintf("mẫu không nhận thêm chữ ký của «%s»", s.name.Text), "ghi người ký vào nội dung")
		}
	}
}

// recipients reads ô 9b and 12. «Như Điều n» and «Như trên» are the layout's own.
func (d *reading) recipients() {
	var items []*data.Node
	layout := d.Standard.Layouts[d.doc.Target.Template.Head.Layout]
	var own []string
	if len(d.found.Of(d.part, zone.Addressee)) > 0 && d.takes("kinh_gui") {
		own = append(slices.Clone(d.Words.Phrases("nhu_tren_khac")), d.Standard.Addressees.FirstLine)
	}
	if layout != nil && layout.AsArticle {
		own = append(own, strings.TrimSpace(strings.SplitN(d.Standard.Recipients.AsArticle, "{", 2)[0]))
	}
	var files []*data.Node
	for _, l := range d.found.Of(d.part, zone.Label) {
		for item := range strings.SplitSeq(l.Value, "; ") { // all behind the label: «Nơi nhận: Sở Nội vụ; Lưu: VT.»
			item = strings.TrimRight(strings.TrimLeft(item, "- "), " ;.,")
			if file, ok := d.Words.FileCopy(item); ok {
				files = append(files, scalar(l.Pos, file))
			} else if item != "" {
				items = append(items, scalar(l.Pos, item))
			}
		}
	}
	var parts []string // of the last item: its lines, which belong together with their marks where it goes on
	finish := func() {
		if len(parts) > 1 {
			items[len(items)-1].Text = strings.TrimRight(strings.Join(parts, " "), " ;.,")
		}
		parts = nil
	}
	for _, l := range d.found.Of(d.part, zone.Recipient) {
		d.scan(l.Line)
		if !strings.HasPrefix(l.Text, "-") && !strings.HasPrefix(l.Text, "–") && !strings.HasPrefix(l.Text, "+") && len(items) > 0 && l.Doubt != "" {
			if parts == nil {
				parts = []string{items[len(items)-1].Text}
			}
			parts = append(parts, l.Text)
			continue
		}
		finish()
		items = append(items, scalar(l.Pos, l.Value))
		parts = []string{l.Value + strings.TrimPrefix(l.Text[max(0, strings.LastIndex(l.Text, l.Value)):], l.Value)}
	}
	finish()
	kept := items[:0]
	for _, n := range items {
		if d.ownLine(n.Text, own) {
			continue
		}
		kept = append(kept, n)
	}
	if d.takes("noi_nhan") {
		to := always(kept)
		if to == nil && len(items) > 0 { // only those that the layout prints
			to = &data.Node{Kind: data.List, Pos: items[0].Pos}
		}
		d.put("noi_nhan", to)
	} else {
		d.noPlace(d.part, zone.Recipient)
	}
	for _, file := range d.found.Of(d.part, zone.File) {
		if file.Value != "" { // «Lưu.», without where, is reported as missing
			files = append(files, scalar(file.Pos, file.Value))
		}
	}
	if len(files) > 0 {
		d.putOr("luu", files[0], zone.File)
	}
	d.putOr("nguoi_soan", d.joined(d.part, zone.Drafter), zone.Drafter)
	d.putOr("lien_he", list(scalars(d.found.Of(d.part, zone.Contact))), zone.Contact)
}

// ownLine tells a recipient that the layout prints itself.
func (d *reading) ownLine(text string, own []string) bool {
	folded := viet.Fold(text)
	for _, words := range own {
		start := viet.Fold(words)
		if start != "" && (folded == start || strings.HasPrefix(folded, start+" ")) {
			return true
		}
	}
	return false
}

// wordOffice is the keyword of a schema that tells which parts of an office file may hold a key.
const wordOffice = "x-co-quan"

// missing reports the keys that the template demands and the source does not have.
func (d *reading) missing() {
	for _, p := range d.doc.Target.Template.Schema.Properties() {
		if p.Required && d.root.Field(p.Key) == nil {
			cure := fmt.Sprintf("ghi khóa «%s» vào dữ liệu nhập ra", p.Key)
			if slices.Contains(p.Schema.Phrases(wordOffice), "mac_dinh") {
				cure += ", hoặc dưới «mac_dinh:» của tệp co-quan.yaml đặt cạnh đó"
			}
			d.report(diag.Error, IDMissing, d.root.Pos, fmt.Sprintf("không thấy %s trong văn bản gốc", viet.Lower(p.Schema.Title())), cure)
		}
	}
}

// doubts passes on what the recognition of lines was not sure of, and numbers and dashes left out.
func (d *reading) doubts(first, end int) {
	for i := first; i < end; i++ {
		p := d.found.Parts[i]
		for _, l := range d.found.Lines[p.From:p.To] {
			switch {
			case l.Part != i:
			case l.Kind == zone.Outside:
				d.report(diag.Warning, IDOutside, l.Pos, d.called(l.Line)+" không nhận ra là thành phần nào nên không được nhập", "nếu là của văn bản, ghi vào dữ liệu nhập ra")
			case l.Kind == zone.PageNumber:
				d.report(diag.Info, IDPage, l.Pos, fmt.Sprintf("số «%s» đứng một mình được hiểu là số trang và bỏ đi", l.Text))
			case l.Kind == zone.Rule:
				d.report(diag.Info, IDRule, l.Pos, fmt.Sprintf("dòng kẻ «%s» được bỏ đi: thể thức tự kẻ", diag.Clip(l.Text)))
			case l.Doubt != "":
				d.report(diag.Warning, IDDoubt, l.Pos, l.Doubt, "so với bản gốc, sửa trong dữ liệu nhập ra nếu sai")
			}
		}
	}
}

// outside reports the lines around the documents.
func (im *importing) outside() {
	for _, l := range im.found.Lines {
		if l.Part >= 0 {
			continue
		}
		switch l.Kind {
		case zone.Rule, zone.PageNumber:
			im.report(diag.Info, IDRule, l.Pos, fmt.Sprintf("dòng «%s» ở ngoài văn bản, không được nhập", diag.Clip(l.Text)))
		default:
			why := " được hiểu là của trang tin, không thuộc văn bản, nên không được nhập"
			if l.Look.Known { // no page of a portal, but a Word file
				why = " ở ngoài các phần nhận ra của văn bản nên không được nhập"
			}
			im.report(diag.Warning, IDOutside, l.Pos, im.called(l.Line)+why,
				"nếu là của văn bản, ghi vào dữ liệu nhập ra")
		}
	}
}

// called names a line that is left out, a table with the words of all its cells.
func (im *importing) called(l zone.Line) string {
	if !l.Table || im.Table == nil {
		return fmt.Sprintf("dòng «%s»", diag.Clip(l.Text))
	}
	_, plain := im.Table(l)
	const most = 400
	if r := []rune(plain); len(r) > most {
		plain = string(r[:most]) + "…"
	}
	return fmt.Sprintf("bảng «%s»", plain)
}
