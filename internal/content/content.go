// Package content checks what the text of an official document says: spelling of numbers and dates, citations,
// references, capitals, signatures, recipients, wording. How a document looks is no matter of it.
//
// The rules work on a [Text]: passages with their component, number and place, in parts (the document, what is
// issued with it, its appendices). [Document] makes one from a document of the pipeline, [Zoned] from the lines
// of a Word file whose components package zone has told. Where vanban prints a mark or word itself, rules about
// it are not asked.
//
// The vocabulary that the rules go by is data: noi-dung.yaml beside the standard, see [Vocabulary]. A list that
// the file leaves out takes its rule away, so that a standard has the rules that are its own.
//
// What holds: a rule that is not sure is silent. The same slip in many places is one finding, with the number
// of its places and the first of them. Time is linear in the text.
//
// Start from [Document], [Zoned] and wholePart, onePassage, wholeText, which name the rules.
//
// Known gaps: nothing is known of the language beside its words, so capitals are judged where words or figures
// around them leave no doubt; proper names are not known at all. Of tables only the texts of the cells are read, not
// what stands in which column. Layout is package check's, with it the marks of căn cứ, which it can mend.
package content

import (
	"maps"
	"slices"

	"vanban/internal/diag"
	"vanban/internal/doc"
	"vanban/internal/standard"
	"vanban/internal/zone"
)

// Document checks a document of the pipeline.
func Document(d *doc.Document, s *standard.Standard, v *Vocabulary) diag.List {
	return Check(fromDocument(d, s), s, v)
}

// Cells gives the texts of the table that a line of a source stands for, by the line's Ref.
type Cells func(ref int) []zone.Line

// Zoned checks the lines of a Word file. Without cells nothing is said of the texts in tables.
func Zoned(f *zone.Found, cells Cells, s *standard.Standard, v *Vocabulary) diag.List {
	return Check(fromZones(f, cells, s), s, v)
}

// Check checks a text by the rules that a vocabulary gives words to.
func Check(t *Text, s *standard.Standard, v *Vocabulary) diag.List {
	c := &checker{text: t, std: s, words: v, groups: map[string]*group{}}
	c.learn()
	for i := range t.Parts {
		c.part, c.passage = &t.Parts[i], nil
		c.wholePart()
		c.article = ""
		for j := range c.part.Passages {
			c.at = j
			c.passage = &c.part.Passages[j]
			if c.passage.Kind == Article {
				c.article = c.passage.Number
			}
			c.onePassage()
		}
	}
	c.passage = nil
	c.wholeText()
	return c.settled()
}

// checker is one run of Check.
type checker struct {
	text  *Text
	std   *standard.Standard
	words *Vocabulary

	part    *Part
	at      int // index of passage in its part
	passage *Passage
	tokens  []token // of passage
	article string  // the number of the điều that the passage stands in

	docTypes     *list // names of document types
	holidayNames *list
	synonyms     *list                // names of units and their abbreviations
	spellings    map[string][2]string // key of a word that is spelt two ways → the word
	explains     bool                 // the text speaks of places to be filled in, as a manual does
	renamed      *list                // bodies that have another name now
	misspellings *list                // words that are written wrong

	found  diag.List
	groups map[string]*group
	seen   memory
}

// wholePart asks the rules that see a part at once.
func (c *checker) wholePart() {
	c.number()
	c.placeDate()
	c.grounds()
	c.addressees()
	c.numbering()
	c.signature()
	c.recipients()
	c.note()
	c.periods()
	c.taskUnits()
	c.quotation()
}

// onePassage asks the rules that see one passage at a time.
func (c *checker) onePassage() {
	c.placeholders()
	c.tokens = tokenize(c.passage.Text)
	c.dates()
	c.spans()
	c.deadlines()
	c.citations()
	c.symbols()
	c.references()
	c.punctuation()
	c.decimals()
	c.money()
	c.quotes()
	if !c.passage.upper() {
		c.phrases()
		c.citedCapitals()
		c.unitCapitals()
		c.secondCapitals()
		c.lawCapitals()
		c.people()
		c.abolished()
		c.sentences()
		c.typing()
		c.misspelt()
		c.ranks()
		c.holidays()
		c.tones()
		c.abbreviations()
		c.named()
	}
}

// wholeText asks the rules that can only speak when all has been seen.
func (c *checker) wholeText() {
	c.citedTwice()
	c.appendixMentions()
	c.titles()
	c.toneMix()
	c.quoteMix()
	c.mistyped()
	c.unexplained()
	c.nameMix()
}

// memory is what has been seen of a text.
type memory struct {
	cited      map[string]*cited // by number and symbol
	citedOrder []string
	outlines   map[*Part]outline
	terms      map[string]string // congress → its term of office

	oldTones, newTones, spellings places
	straight, curly               places // quotation marks
	typos                         places
	spelt                         map[string]bool // word → it may be right
	abbreviations, explained      places
	names                         places // of units, in full and in short
	explainedName                 bool   // a short name stands in brackets behind the full one
}

// learn makes the lists that come from the standard.
func (c *checker) learn() {
	c.docTypes = &list{byFirst: map[string][]int{}}
	for _, k := range slices.Sorted(maps.Keys(c.std.Types)) {
		c.docTypes.add(c.std.Types[k].Common)
	}
	for _, p := range c.words.list("loai_khac").phrases {
		c.docTypes.add(p.text)
	}
	c.holidayNames = c.words.keysOf("ngay_le")
	c.synonyms = &list{byFirst: map[string][]int{}}
	for _, pair := range c.words.pairs("cung_nghia") {
		c.synonyms.add(pair[0])
		c.synonyms.add(pair[1])
	}
	c.explains = c.explainsPlaces()
	c.renamed, c.misspellings = c.words.keysOf("doi_ten"), c.words.keysOf("hay_sai")
	c.spellings = map[string][2]string{}
	for _, pair := range c.words.pairs("chinh_ta_doi") {
		for _, w := range pair {
			c.spellings[key(w)] = [2]string{w}
		}
	}
}
