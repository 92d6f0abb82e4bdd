package word

import (
	"strings"

	"vanban/internal/unit"
)

// vml reads the shapes of a w:pict or w:object.
func (r *reader) vml(n *node, table *tableContext) []*Shape {
	var out []*Shape
	for _, k := range n.kids {
		if s := r.vmlShape(k); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// vmlShape reads one shape; nil for what draws nothing.
func (r *reader) vmlShape(n *node) *Shape {
	s := &Shape{Preset: strings.TrimPrefix(n.name, "v:")}
	switch n.name {
	case "v:line", "v:polyline":
		s.Kind = LineShape
	case "v:rect", "v:roundrect":
		s.Kind = RectShape
	case "v:group":
		s.Kind = Group
	case "v:shape":
		switch _, number, _ := strings.Cut(n.attr("type"), "_t"); number {
		case "20", "32", "33", "34", "35", "36", "37", "38", "39", "40":
			s.Kind = LineShape
		case "75":
			s.Kind = Picture
		}
	case "v:oval", "v:arc", "v:curve", "v:image":
	default:
		return nil
	}
	style := vmlStyle(n.attr("style"))
	r.vmlPlace(s, n, style)
	r.vmlLine(s, n)
	for _, k := range n.kids {
		switch k.name {
		case "v:textbox":
			if content := k.kid("w:txbxContent"); content != nil {
				s.Blocks = append(s.Blocks, r.boxed(content)...)
			}
		case "v:imagedata":
			r.picture(s, r.relationTarget(k.attr("r:id")))
		case "v:textpath":
			s.Alt = k.attr("string")
		default:
			if s.Kind == Group {
				if inner := r.vmlShape(k); inner != nil {
					s.Shapes = append(s.Shapes, inner)
				}
			}
		}
	}
	if s.Kind == Group {
		r.scaleGroup(s, n)
	}
	r.settleKind(s)
	return s
}

func vmlStyle(s string) map[string]string {
	out := map[string]string{}
	for _, part := range strings.Split(s, ";") {
		if key, value, ok := strings.Cut(part, ":"); ok {
			out[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return out
}

// pixel is VML's unit where none is written.
const pixel = 9525 * unit.EMU

func (r *reader) vmlPlace(s *Shape, n *node, style map[string]string) {
	get := func(key string) unit.Length {
		if v := style[key]; v != "" && v != "auto" && !strings.HasSuffix(v, "%") {
			l, _ := r.measure("style", v, pixel)
			return l
		}
		return 0
	}
	s.Width, s.Height = get("width"), get("height")
	s.X, s.Y = get("margin-left")+get("left"), get("margin-top")+get("top")
	s.Inline = style["position"] != "absolute"
	s.Hidden = style["visibility"] == "hidden"
	s.Behind = strings.HasPrefix(style["z-index"], "-")
	if !s.Inline {
		s.FromX, s.FromY = vmlFrom(style["mso-position-horizontal-relative"], "column"), vmlFrom(style["mso-position-vertical-relative"], "paragraph")
		s.AlignX, s.AlignY = vmlAlign(style["mso-position-horizontal"]), vmlAlign(style["mso-position-vertical"])
	}
	if from, to := n.attr("from"), n.attr("to"); n.name == "v:line" && from != "" {
		fx, fy, _ := strings.Cut(from, ",")
		tx, ty, _ := strings.Cut(to, ",")
		x1, _ := r.measure("v:line", fx, pixel)
		y1, _ := r.measure("v:line", fy, pixel)
		x2, _ := r.measure("v:line", tx, pixel)
		y2, _ := r.measure("v:line", ty, pixel)
		s.X, s.Y, s.Width, s.Height = s.X+min(x1, x2), s.Y+min(y1, y2), max(x1, x2)-min(x1, x2), max(y1, y2)-min(y1, y2)
	}
}

func vmlFrom(v, usual string) string {
	switch v {
	case "", "text":
		return usual
	case "char":
		return "character"
	}
	return v
}

func vmlAlign(v string) string {
	if v == "absolute" {
		return ""
	}
	return v
}

func (r *reader) vmlLine(s *Shape, n *node) {
	s.Weight = unit.Pt * 3 / 4
	if w := n.attr("strokeweight"); w != "" {
		s.Weight, _ = r.measure("strokeweight", w, unit.EMU)
	}
	s.Color = namedColour(n.attr("strokecolor"))
	stroke := n.kid("v:stroke")
	if dash := stroke.attr("dashstyle"); dash != "solid" {
		s.Dash = dash
	}
	stroked := n.attr("stroked")
	s.NoLine = stroked != "" && !flag(stroked) || stroke != nil && stroke.attr("on") != "" && !flag(stroke.attr("on")) || s.Kind == Picture || s.Kind == Group
	if s.NoLine {
		s.Weight = 0
	}
	if filled := n.attr("filled"); filled == "" || flag(filled) {
		s.Fill = namedColour(n.attr("fillcolor"))
	}
	if flag(n.attr("o:hr")) {
		s.Kind = LineShape
	}
}

// namedColour reads a colour of VML: "#rgb", "#rrggbb", or one of the names of HTML.
func namedColour(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), " ")
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		return colour(hex)
	}
	switch strings.ToLower(s) {
	case "black":
		return "000000"
	case "white":
		return "FFFFFF"
	case "red":
		return "FF0000"
	case "blue":
		return "0000FF"
	case "green":
		return "008000"
	case "yellow":
		return "FFFF00"
	case "gray", "grey":
		return "808080"
	case "silver":
		return "C0C0C0"
	case "maroon":
		return "800000"
	case "navy":
		return "000080"
	}
	return ""
}

// scaleGroup turns the measures of a group's shapes, which are its own, into lengths as shown.
func (r *reader) scaleGroup(s *Shape, n *node) {
	pair := func(name string, x, y unit.Length) (unit.Length, unit.Length) {
		a, b, ok := strings.Cut(n.attr(name), ",")
		if !ok {
			return x, y
		}
		one, _ := r.measure(name, a, pixel)
		two, _ := r.measure(name, b, pixel)
		return one, two
	}
	ownW, ownH := pair("coordsize", 1000*pixel, 1000*pixel)
	ownX, ownY := pair("coordorigin", 0, 0)
	for _, inner := range s.Shapes {
		inner.X, inner.Y = scaled(inner.X-ownX, s.Width, ownW), scaled(inner.Y-ownY, s.Height, ownH)
		inner.Width, inner.Height = scaled(inner.Width, s.Width, ownW), scaled(inner.Height, s.Height, ownH)
		inner.FromX, inner.FromY = "group", "group"
	}
}
