package word

// RemarkKind is what was found in a package beside its text.
type RemarkKind int

// What a package may hold beside text. Nothing of it is ever run, opened or followed.
const (
	RemarkInsertion    RemarkKind = iota // tracked insertions; Detail is the author
	RemarkDeletion                       // tracked deletions; Detail is the author
	RemarkMove                           // tracked moves; Detail is the author
	RemarkFormatChange                   // tracked changes of formatting; Detail is the author
	RemarkComment                        // comments; Detail is the author
	RemarkHidden                         // hidden text; Detail is the text
	RemarkExternal                       // a relationship that leads outside; Detail is its target
	RemarkHyperlink                      // a hyperlink that leads outside; Detail is its target
	RemarkMacro                          // macros
	RemarkObject                         // an embedded object (OLE, ActiveX, a package); Detail is its part or program
	RemarkChunk                          // altChunk: another document that Word would read in; its text is not read here
	RemarkTemplate                       // attachedTemplate; Detail is its target
	RemarkField                          // a field that reaches outside: DDE, INCLUDETEXT, LINK …; Detail is its instruction
	RemarkEmbeddedFont                   // an embedded font; Detail is its name
	RemarkControl                        // content controls (w:sdt); Detail is title or tag
	RemarkMissing                        // a part that is referred to but not there; Detail is its name
	RemarkSubdocument                    // a part of a master document
	RemarkProtected                      // protection against editing; Detail is its kind
	RemarkSignature                      // a digital signature
	RemarkMailMerge                      // a mail-merge source; Detail is its target
	RemarkEquation                       // equations, read as their letters
	RemarkLegacy                         // runs under fonts of an old encoding, read into Unicode; Detail is its name
)

// Remark is something found in a package that is no text of the document: a fact, not yet a finding.
type Remark struct {
	Kind   RemarkKind
	Detail string
	Count  int   // how many of that kind and detail
	Place  Place // of the first; only Part is set where it stands in no paragraph
}
