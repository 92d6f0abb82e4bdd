package check

// The ids of the findings of this package.
const (
	IDNone      = "CHECK-NONE"   // a standard that says nothing of checking
	IDRule      = "CHECK-RULE"   // a standard that names a rule that there is not
	IDKindOther = "CHECK-KIND"   // no document of this standard
	IDKindDate  = "CHECK-BEFORE" // from before the standard
	IDZone      = "CHECK-ZONE"   // components that were not recognised

	IDPaper          = "PAGE-SIZE"
	IDMargins        = "MARGINS"
	IDOrientation    = "ORIENTATION"
	IDNumberFirst    = "PAGENUM-FIRST"
	IDNumberPlace    = "PAGENUM-POS"
	IDNumberForm     = "PAGENUM-FORM"
	IDNumberAppendix = "PAGENUM-APPX"

	IDFont  = "FONT-NAME"
	IDColor = "TEXT-COLOR"
	IDNFD   = "UNICODE-NFD"

	IDNationalText  = "QH-TEXT"
	IDNationalWrap  = "QH-WRAP"
	IDNationalStyle = "QH-STYLE"
	IDMottoText     = "TN-DASH"
	IDMottoStyle    = "TN-STYLE"
	IDMottoLine     = "TN-LINE"
	IDIssuerLine    = "ISSUER-LINE"
	IDTitleLine     = "TITLE-LINE"
	IDLineForm      = "LINE-FORM" // a line made of underscores or underlined letters
	IDSuperior      = "SUPERIOR-BOLD"
	IDIssuerStyle   = "ISSUER-STYLE"
	IDShortName     = "ORG-ABBR"
	IDNumberStyle   = "SO-STYLE"
	IDDateStyle     = "DATE-STYLE"
	IDDateForm      = "DATE-FORM"
	IDHeaderRow     = "HEADER-ALIGN"
	IDTitleStyle    = "TITLE-STYLE"
	IDLetterSubject = "CV-SUBJECT"

	IDGroundsStyle   = "BASES-STYLE"
	IDGroundsMark    = "BASES-MARK"
	IDDivision       = "CHAP-STYLE"
	IDArticle        = "DIEU-STYLE"
	IDBodyAlign      = "BODY-ALIGN"
	IDBodyIndent     = "BODY-INDENT"
	IDBodyGap        = "BODY-SPACING"
	IDBodyLine       = "BODY-LINE"
	IDBodySize       = "BODY-SIZE"
	IDSizeMix        = "SIZE-MIX"
	IDEndMark        = "END-MARK"
	IDAddresseeStyle = "KINHGUI-STYLE"

	IDMark            = "MARK-STYLE"   // độ khẩn, phạm vi lưu hành
	IDContact         = "LIENHE-STYLE" // địa chỉ … at the foot of page 1
	IDSignStyle       = "SIGN-STYLE"
	IDSignSplit       = "SIGN-SPLIT"
	IDSignImage       = "DUP-SIGN-IMAGE"
	IDRecipientsStyle = "NOINHAN-STYLE"
	IDAppendixLabel   = "APPX-NUM"
	IDAppendixNote    = "APPX-NOTE"
	IDAppendixStyle   = "APPX-STYLE"

	IDEmptyPage = "EMPTY-PAGES"
	IDBlanks    = "BLANKS"
	IDTable     = "TABLE-HDR"

	IDLeftChanges  = "LEFT-CHANGES"
	IDLeftComments = "LEFT-COMMENTS"
	IDLeftHidden   = "LEFT-HIDDEN"
	IDLeftLinks    = "LEFT-LINKS"
	IDLeftMacros   = "LEFT-MACROS"
)
