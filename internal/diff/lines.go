package diff

// Lines gives the lines that only one of two texts has, in order.
func Lines(before, after []string) []Piece {
	steps, _ := edits(before, after)
	var out []Piece
	for _, s := range steps {
		switch s.op {
		case remove:
			out = append(out, Piece{Removed, before[s.a]})
		case insert:
			out = append(out, Piece{Inserted, after[s.b]})
		}
	}
	return out
}
