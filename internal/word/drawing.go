package word

import (
	"cmp"
	"strings"

	"vanban/internal/unit"
)

// drawings reads the DrawingML of a w:drawing.
func (r *reader) drawings(n *node, table *tableContext) []*Shape {
	var out []*Shape
	for _, at := range n.kids {
		if at.name != "wp:inline" && at.name != "wp:anchor" {
			continue
		}
		s := &Shape{Inline: at.name == "wp:inline", Behind: flag(at.attr("behindDoc"))}
		extent := at.kid("wp:extent")
		s.Width, _ = r.measure("wp:extent", extent.attr("cx"), unit.EMU)
		s.Height, _ = r.measure("wp:extent", extent.attr("cy"), unit.EMU)
		described := at.kid("wp:docPr")
		s.Alt, s.Hidden = described.attr("descr"), flag(described.attr("hidden"))
		if !s.Inline {
			s.FromX, s.AlignX, s.X = r.position(at.kid("wp:positionH"))
			s.FromY, s.AlignY, s.Y = r.position(at.kid("wp:positionV"))
		}
		if data := at.find("a:graphic", "a:graphicData"); data != nil {
			for _, k := range data.kids {
				r.graphic(s, k)
			}
		}
		if link := described.kid("a:hlinkClick"); link != nil {
			r.relationTarget(link.attr("r:id"))
		}
		r.settleKind(s)
		out = append(out, s)
	}
	return out
}

func (r *reader) position(n *node) (from, align string, at unit.Length) {
	offset := n.kid("wp:posOffset")
	if offset != nil {
		at, _ = r.measure("wp:posOffset", strings.TrimSpace(offset.text), unit.EMU)
	}
	if a := n.kid("wp:align"); a != nil {
		align = strings.TrimSpace(a.text)
	}
	if choice := n.find("mc:AlternateContent", "mc:Fallback", "wp:posOffset"); choice != nil && offset == nil {
		at, _ = r.measure("wp:posOffset", strings.TrimSpace(choice.text), unit.EMU)
	}
	return n.attr("relativeFrom"), align, at
}

// graphic reads what is drawn into a shape whose place and size are known.
func (r *reader) graphic(s *Shape, n *node) {
	switch n.name {
	case "wps:wsp":
		r.drawnShape(s, n)
	case "pic:pic":
		blip := n.find("pic:blipFill", "a:blip")
		r.picture(s, cmp.Or(r.relationTarget(blip.attr("r:embed")), r.relationTarget(blip.attr("r:link"))))
		r.outline(s, n.kid("pic:spPr"), nil)
	case "wpg:wgp", "wpg:grpSp", "wpc:wpc":
		r.group(s, n)
	case "mc:AlternateContent":
		if choice := chosen(n); choice != nil {
			for _, k := range choice.kids {
				r.graphic(s, k)
			}
		}
	default: // a chart, a diagram: its text lies in parts of its own
		if strings.HasSuffix(n.name, ":chart") || strings.HasSuffix(n.name, ":relIds") {
			r.warn(IDUnread, "chữ trong biểu đồ hoặc sơ đồ SmartArt không được đọc", "xem lại phần chữ ấy bằng Word")
		}
	}
}

func (r *reader) drawnShape(s *Shape, n *node) {
	properties := n.kid("wps:spPr")
	s.Preset = properties.kid("a:prstGeom").attr("prst")
	r.outline(s, properties, n.kid("wps:style"))
	switch {
	case s.Preset == "line", strings.Contains(s.Preset, "Connector"):
		s.Kind = LineShape
	case s.Preset == "rect", s.Preset == "roundRect":
		s.Kind = RectShape
	}
	if content := n.find("wps:txbx", "w:txbxContent"); content != nil {
		s.Blocks = r.boxed(content)
	}
}

// outline reads the line around a shape and what fills it; style gives what the shape itself does not say.
func (r *reader) outline(s *Shape, properties, style *node) {
	if properties == nil {
		return
	}
	if fill := properties.kid("a:solidFill"); fill != nil {
		s.Fill = r.drawnColour(fill)
	} else if ref := style.kid("a:fillRef"); ref != nil && ref.attr("idx") != "0" && properties.kid("a:noFill") == nil {
		s.Fill = r.drawnColour(ref)
	}
	line, ref := properties.kid("a:ln"), style.kid("a:lnRef")
	if line.kid("a:noFill") != nil || s.Kind == Picture && line == nil {
		s.NoLine = true
		return
	}
	if index, ok := r.number("a:lnRef", ref.attr("idx"), 0, 1000); ok && ref != nil {
		if index >= 1 && index <= len(r.theme.lines) {
			s.Weight = r.theme.lines[index-1]
		}
		s.NoLine = index == 0 && line == nil
		s.Color = r.drawnColour(ref)
	} else if line == nil {
		s.NoLine = true
		return
	}
	if w, ok := r.measure("a:ln", line.attr("w"), unit.EMU); ok {
		s.Weight = w
	}
	if s.Weight == 0 && !s.NoLine {
		s.Weight = 9525 // Word's default
	}
	if fill := line.kid("a:solidFill"); fill != nil {
		s.Color, s.NoLine = r.drawnColour(fill), false
	}
	if dash := line.kid("a:prstDash").attr("val"); dash != "solid" {
		s.Dash = dash
	}
}

// drawnColour reads a colour of DrawingML; "" where it is not told in figures or by the theme.
func (r *reader) drawnColour(n *node) string {
	if rgb := n.kid("a:srgbClr"); rgb != nil {
		return colour(rgb.attr("val"))
	}
	if scheme := n.kid("a:schemeClr"); scheme != nil {
		return r.theme.colours[scheme.attr("val")]
	}
	if sys := n.kid("a:sysClr"); sys != nil {
		return colour(sys.attr("lastClr"))
	}
	if preset := n.kid("a:prstClr"); preset != nil {
		return namedColour(preset.attr("val"))
	}
	return ""
}

// group reads the shapes of a group, scaled as they are shown.
func (r *reader) group(s *Shape, n *node) {
	s.Kind, s.NoLine = Group, true
	frame := n.find("wpg:grpSpPr", "a:xfrm")
	childX, _ := r.measure("a:chOff", frame.kid("a:chOff").attr("x"), unit.EMU)
	childY, _ := r.measure("a:chOff", frame.kid("a:chOff").attr("y"), unit.EMU)
	childW, _ := r.measure("a:chExt", frame.kid("a:chExt").attr("cx"), unit.EMU)
	childH, _ := r.measure("a:chExt", frame.kid("a:chExt").attr("cy"), unit.EMU)
	for _, k := range n.kids {
		switch k.name {
		case "wps:wsp", "pic:pic", "wpg:grpSp", "mc:AlternateContent":
		default:
			continue
		}
		inner := &Shape{FromX: "group", FromY: "group"}
		x := k.find("wps:spPr", "a:xfrm")
		if x == nil {
			x = k.find("pic:spPr", "a:xfrm")
		}
		if x == nil {
			x = k.find("wpg:grpSpPr", "a:xfrm")
		}
		get := func(element, name string) unit.Length {
			l, _ := r.measure(element, x.kid(element).attr(name), unit.EMU)
			return l
		}
		inner.X, inner.Y = scaled(get("a:off", "x")-childX, s.Width, childW), scaled(get("a:off", "y")-childY, s.Height, childH)
		inner.Width, inner.Height = scaled(get("a:ext", "cx"), s.Width, childW), scaled(get("a:ext", "cy"), s.Height, childH)
		r.graphic(inner, k)
		r.settleKind(inner)
		s.Shapes = append(s.Shapes, inner)
	}
}

// scaled turns a length of a group's own measure into one as shown.
func scaled(l, shown, own unit.Length) unit.Length {
	if own == 0 || shown == own {
		return l
	}
	return unit.Length(float64(l) * float64(shown) / float64(own))
}

// settleKind calls a shape a text box where it holds text, whatever its outline.
func (r *reader) settleKind(s *Shape) {
	for _, p := range Paragraphs(s.Blocks) {
		if !p.Empty() {
			s.Kind = TextBox
			return
		}
	}
}

// boxed reads the text of a box.
func (r *reader) boxed(n *node) []Block {
	if r.boxes >= maxBoxes {
		r.warn(IDUnread, "hộp chữ lồng trong hộp chữ quá sâu, không đọc", "trong Word, đưa chữ ra khỏi hộp chữ")
		return nil
	}
	place := r.here
	fields, deep := r.fields, r.tooDeep
	r.fields, r.tooDeep = nil, 0
	r.boxes++
	c := &container{place: place, phrase: "hộp chữ ở " + place.Phrase, sole: sole(n)}
	c.place.Table, c.place.Cell, c.place.Paragraph = 0, 0, 0
	out := r.blocks(n, c)
	r.boxes--
	r.fields, r.tooDeep, r.here = fields, deep, place
	return out
}

// maxBoxes is how many text boxes may stand in each other. Word allows none; other programs do.
const maxBoxes = 8
