package data

import (
	"maps"
	"slices"
	"strings"

	"vanban/internal/diag"
)

// labelled reads a sheet of labels and values. A list may go on in the rows below its label.
func (st *sheetTable) labelled() record {
	rec := record{node: &Node{Kind: Map, Pos: st.g.rows[0].cells[0].pos}}
	var list *Node // the list that rows without a label go on with
	started := false
	empty := map[int]diag.Pos{} // of labels without a value
	notes := st.notes()
	for _, r := range st.g.rows {
		label, has := st.g.own(r.n, st.labelCol)
		valueCol := st.labelCol + 1
		for has && st.g.merged[[2]int{r.n, valueCol}] == label {
			valueCol++
		}
		value, filled := st.g.own(r.n, valueCol)
		if !has {
			switch {
			case filled && list != nil:
				st.beside(r, valueCol, notes)
				goOn(list, st.g.use(value, Column{Kind: Text}))
			case filled && started:
				st.g.s.errorAt(IDRow, value.pos, []string{"ghi tên dữ liệu ở ô bên trái, hoặc xóa ô này"}, "giá trị «%s» không có tên ở ô bên trái", diag.Clip(value.text))
			}
			continue
		}
		leaf, known := st.heads.find(label.text)
		list = nil
		switch {
		case known:
			st.beside(r, valueCol, notes)
			if !filled {
				if st.g.sheet { // a line of CSV has no cells to name
					empty[leaf] = st.g.place(r.n, valueCol)
				}
				break
			}
			list = st.put(rec.node, leaf, label, st.g.use(value, st.heads.leaves[leaf].col))
		case !known && filled && started:
			st.g.s.errorAt(IDColumn, label.pos, st.suggest(label.text), "«%s» không có trong mẫu", diag.Clip(label.text))
		case !known && notes.heading != r.n:
			st.g.s.add(diag.Diagnostic{ID: IDRow, Severity: diag.Info, Pos: label.pos, Message: "bỏ qua dòng đề mục «" + diag.Clip(label.text) + "»"})
		}
		started = started || known
	}
	for _, leaf := range slices.Sorted(maps.Keys(empty)) {
		setEmpty(rec.node, st.heads.leaves[leaf].path, empty[leaf])
	}
	return rec
}

// put sets a labelled value, and gives it back when it is a list that may go on.
func (st *sheetTable) put(doc *Node, leaf int, label cell, value *Node) *Node {
	l := st.heads.leaves[leaf]
	if !setPath(doc, l.path, label.pos, value) {
		st.g.s.errorAt(IDDuplicate, label.pos, []string{"giữ một dòng, bỏ dòng kia"}, "«%s» có ở hai dòng", diag.Clip(label.text))
		return nil
	}
	if l.col.Kind == List {
		return value
	}
	return nil
}

// goOn adds an item to a list; what looked like a single text becomes the first item.
func goOn(list, item *Node) {
	if list.Kind == Text {
		first := *list
		*list = Node{Kind: List, Pos: first.Pos, Items: []*Node{&first}}
	}
	list.Items = append(list.Items, item)
}

// noteColumns are the columns of a sheet of labels that hold explanations for whoever fills it in, and the row
// of their headings; 0 where there is none.
type noteColumns struct {
	heading int
	cols    map[int]bool
}

// notes finds the columns headed as notes, above the first label.
func (st *sheetTable) notes() noteColumns {
	out := noteColumns{cols: map[int]bool{}}
	for _, r := range st.g.rows {
		if label, ok := st.g.own(r.n, st.labelCol); ok {
			if _, known := st.heads.find(label.text); known {
				break
			}
		}
		for _, c := range r.cells {
			if c.col > st.labelCol+1 && isNoteTitle(fold(c.text)) {
				out.heading, out.cols[c.col] = r.n, true
			}
		}
	}
	return out
}

// isNoteTitle tells the heading of a column that explains.
func isNoteTitle(folded string) bool {
	for _, title := range []string{"ghi chu", "giai thich", "huong dan", "chu thich", "chu giai"} {
		if folded == title || strings.HasPrefix(folded, title+" ") {
			return true
		}
	}
	return false
}

// beside reports what stands right of a value: it would not be read. In a workbook a column that is headed as
// notes may; in a CSV file it is mostly the rest of a value with a comma in it.
func (st *sheetTable) beside(r gridRow, valueCol int, notes noteColumns) {
	for _, c := range r.cells {
		if c.col <= valueCol || st.g.sheet && notes.cols[c.col] {
			continue
		}
		hints := []string{"mỗi mục của một danh sách ghi ở một dòng, ngay dưới ô giá trị",
			"nếu là cột ghi chú, ghi «Ghi chú» ở đầu cột, trên dòng dữ liệu đầu tiên"}
		if !st.g.sheet {
			hints = []string{"giá trị có dấu ngăn cách thì đặt cả giá trị trong dấu nháy kép \"",
				"nhiều mục thì mỗi mục một dòng, ô tên để trống"}
		}
		st.g.s.errorAt(IDColumn, c.pos, hints, "ô «%s» đứng sau ô giá trị nên không được đọc", diag.Clip(c.text))
	}
}
