package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// The flags of a component of a composite glyph.
const (
	argsAreWords   = 0x0001
	hasScale       = 0x0008
	moreComponents = 0x0020
	hasXYScale     = 0x0040
	hasTwoByTwo    = 0x0080
)

// outline is the glyph's entry of glyf, empty for a glyph without ink.
func (f *Face) outline(glyph int) []byte {
	start, end := f.offset(glyph), f.offset(glyph+1)
	return f.tables["glyf"][start:end]
}

// offset reads loca, whose length checkGlyphs has checked.
func (f *Face) offset(glyph int) uint64 {
	loca := f.tables["loca"]
	if f.longLoca {
		return uint64(binary.BigEndian.Uint32(loca[4*glyph:]))
	}
	return 2 * uint64(binary.BigEndian.Uint16(loca[2*glyph:]))
}

// checkGlyphs makes sure that every outline lies within glyf.
func (f *Face) checkGlyphs() error {
	size := 2
	if f.longLoca {
		size = 4
	}
	if len(f.tables["loca"]) < size*(f.numGlyphs+1) {
		return errors.New("bảng «loca» bị cắt cụt")
	}
	before := f.offset(0)
	for glyph := range f.numGlyphs {
		end := f.offset(glyph + 1)
		if end < before || end > uint64(len(f.tables["glyf"])) {
			return fmt.Errorf("nét chữ số %d nằm ngoài bảng «glyf»", glyph)
		}
		before = end
	}
	return nil
}

// components calls f with the place of every component's glyph number in a composite outline. It does
// nothing for a simple one.
func components(outline []byte, f func(at int)) error {
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(outline) {
			return errors.New("nét chữ ghép bị cắt cụt")
		}
		flags := binary.BigEndian.Uint16(outline[at:])
		f(at + 2)
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasXYScale != 0:
			at += 4
		case flags&hasTwoByTwo != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			return nil
		}
	}
}
