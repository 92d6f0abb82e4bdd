package word

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"vanban/internal/unit"
)

// theme is what the theme part says: faces, colours and widths of lines.
type theme struct {
	major, minor faces
	colours      map[string]string // by the names that properties use: "dark1", "accent1", "text1" …
	lines        []unit.Length     // widths by index from 1
}

type faces struct{ latin, eastAsia, complex string }

// readTheme reads the theme, with the colour map and the languages of the settings.
func (r *reader) readTheme(root, settings *node) {
	elements := root.kid("a:themeElements")
	languages := settings.kid("w:themeFontLang")
	read := func(name string) faces {
		n := elements.find("a:fontScheme", name)
		script := func(lang string) string {
			if n == nil || lang == "" {
				return ""
			}
			for _, k := range n.kids {
				if k.name == "a:font" && k.attr("script") == scriptOf(lang) {
					return k.attr("typeface")
				}
			}
			return ""
		}
		f := faces{n.kid("a:latin").attr("typeface"), n.kid("a:ea").attr("typeface"), n.kid("a:cs").attr("typeface")}
		if f.latin == "" {
			f.latin = script(languages.val())
		}
		if f.eastAsia == "" {
			f.eastAsia = script(languages.attr("w:eastAsia"))
		}
		if f.complex == "" {
			f.complex = script(languages.attr("w:bidi"))
		}
		return f
	}
	r.theme.major, r.theme.minor = read("a:majorFont"), read("a:minorFont")
	r.readColours(elements.kid("a:clrScheme"), settings.kid("w:clrSchemeMapping"))
	if list := elements.find("a:fmtScheme", "a:lnStyleLst"); list != nil {
		for _, n := range list.kids {
			w, _ := r.measure("a:ln", n.attr("w"), unit.EMU)
			r.theme.lines = append(r.theme.lines, w)
		}
	}
}

// scriptOf is the script that themes know a language by.
func scriptOf(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch {
	case base == "vi":
		return "Viet"
	case base == "ja":
		return "Jpan"
	case base == "ko":
		return "Hang"
	case base == "zh" && (strings.HasSuffix(lang, "TW") || strings.HasSuffix(lang, "HK")):
		return "Hant"
	case base == "zh":
		return "Hans"
	case base == "ar":
		return "Arab"
	case base == "he":
		return "Hebr"
	case base == "th":
		return "Thai"
	}
	return ""
}

// face resolves a theme face: "minorHAnsi", "majorEastAsia", "minorBidi" …; "" where the theme names none.
func (t *theme) face(key string) string {
	f := t.minor
	if strings.HasPrefix(key, "major") {
		f = t.major
	}
	switch {
	case strings.HasSuffix(key, "EastAsia"):
		return f.eastAsia
	case strings.HasSuffix(key, "Bidi"):
		return f.complex
	}
	return f.latin
}

func (r *reader) readColours(scheme, mapping *node) {
	r.theme.colours = map[string]string{}
	if scheme == nil {
		return
	}
	slots := map[string]string{}
	for _, n := range scheme.kids {
		if rgb := n.kid("a:srgbClr"); rgb != nil {
			slots[strings.TrimPrefix(n.name, "a:")] = colour(rgb.attr("val"))
		} else if sys := n.kid("a:sysClr"); sys != nil {
			slots[strings.TrimPrefix(n.name, "a:")] = colour(sys.attr("lastClr"))
		}
	}
	short := map[string]string{"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
	slot := func(key string) string {
		if s, ok := short[key]; ok {
			key = s
		}
		return slots[key]
	}
	for key, c := range slots {
		r.theme.colours[key] = c
	}
	for key := range short {
		r.theme.colours[key] = slot(key)
	}
	for _, m := range []struct{ names, key, usual string }{
		{"text1 tx1", "w:t1", "dark1"}, {"background1 bg1", "w:bg1", "light1"},
		{"text2 tx2", "w:t2", "dark2"}, {"background2 bg2", "w:bg2", "light2"},
	} {
		key := mapping.attr(m.key)
		if key == "" {
			key = m.usual
		}
		for _, name := range strings.Fields(m.names) {
			r.theme.colours[name] = slot(key)
		}
	}
}

// elementColour is the colour that an element gives: the theme's before the one by its figures. "" is automatic.
func (r *reader) elementColour(n *node, name string) string {
	if n == nil {
		return ""
	}
	kind := "w:theme"
	if name == "w:val" || name == "w:color" {
		kind = "w:themeColor"
	} else if name == "w:fill" {
		kind = "w:themeFill"
	}
	base := r.theme.colours[n.attr(kind)]
	if base == "" {
		return colour(n.attr(name))
	}
	prefix := strings.TrimSuffix(kind, "Color")
	return tinted(base, n.attr(prefix+"Tint"), n.attr(prefix+"Shade"))
}

// tinted makes a theme colour lighter or darker; the figures are hexadecimal shares of 255.
func tinted(rgb, tint, shade string) string {
	share := func(s string) (float64, bool) {
		n, err := strconv.ParseUint(s, 16, 8)
		return float64(n) / 255, err == nil
	}
	v, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil {
		return rgb
	}
	h, s, l := toHSL(float64(v>>16&255)/255, float64(v>>8&255)/255, float64(v&255)/255)
	if t, ok := share(tint); ok {
		l = l*t + (1 - t)
	}
	if d, ok := share(shade); ok {
		l *= d
	}
	red, green, blue := fromHSL(h, s, l)
	return fmt.Sprintf("%02X%02X%02X", byte(math.Round(red*255)), byte(math.Round(green*255)), byte(math.Round(blue*255)))
}

func toHSL(r, g, b float64) (h, s, l float64) {
	high, low := max(r, g, b), min(r, g, b)
	l = (high + low) / 2
	if high == low {
		return 0, 0, l
	}
	d := high - low
	s = d / (1 - math.Abs(2*l-1))
	switch high {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h / 6, s, l
}

func fromHSL(h, s, l float64) (r, g, b float64) {
	c := (1 - math.Abs(2*l-1)) * s
	channel := func(n float64) float64 {
		k := math.Mod(n+h*12, 12)
		return l - c/2*max(-1, min(k-3, 9-k, 1))
	}
	return channel(0), channel(8), channel(4)
}

// shading is the colour behind text: of a pattern its ground, of a full one its ink.
func (r *reader) shading(n *node) string {
	if n == nil || n.val() == "nil" {
		return ""
	}
	if n.val() == "solid" {
		return r.elementColour(n, "w:color")
	}
	return r.elementColour(n, "w:fill")
}
