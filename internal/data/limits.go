package data

// What a file may hold. A secretariat's largest dossier stays far below; a file made to exhaust the machine
// does not get past. The texts of `vanban explain` state these numbers.
const (
	MaxFile   = 16 << 20 // bytes of a file
	MaxScalar = 1 << 20  // bytes of one value
	MaxNodes  = 200_000  // values of a tree, those repeated by aliases counted each time
	MaxDepth  = 64       // lists and maps within one another

	maxLines = 2_000_000 // records of a stream of JSON lines

	// maxMarks bounds the punctuation that can begin a YAML value. The parser builds the whole tree before
	// it can be counted, and a tree is far larger than its text: the text is judged before.
	maxMarks = 3 * MaxNodes

	// maxSame is how many findings of one kind a file gets before the rest is summed up.
	maxSame = 20
)

// What a workbook may hold. Sizes are counted while inflating: what the package says of itself is not believed.
const (
	MaxInflated = 64 << 20 // bytes of all parts read, inflated
	maxParts    = 2000     // entries of the package
	maxXMLDepth = 64
	maxRows     = 1 << 20 // rows of a sheet, as Excel has them
	maxColumns  = 1 << 14
	maxFormats  = 65_000 // looks of cells; Excel has 64,000
	maxMerged   = 50_000 // cells covered by merged ones
	maxHeadings = 1000   // columns of a table
)

// tableLimits are the limits that differ between the workbook of one document and that of many records.
type tableLimits struct {
	inflated int64 // bytes of all parts read, inflated
	token    int   // bytes of one piece of XML
	cells    int   // in all sheets
	text     int   // bytes of the texts of all cells
}

func oneDocument() tableLimits {
	return tableLimits{inflated: MaxInflated, token: MaxInflated, cells: MaxNodes, text: MaxInflated}
}

// manyRecords keeps a workbook of records, packed, under some 250 MB. A hundred thousand minutes with five people
// each stay well below. What a file may inflate to goes by its size, so that a small one is refused soon: real
// workbooks are packed to a tenth or so.
func manyRecords(size int64) tableLimits {
	return tableLimits{inflated: min(2<<30, MaxInflated+100*size), token: 4 << 20, cells: 10_000_000, text: 96 << 20}
}
