package content

// The findings of this package.
const (
	IDWords = "CONTENT-WORDS" // a fault in the file of words to check by

	IDNumberForm  = "SO-SPACING"   // số, ký hiệu with blanks, without its colon or leading zero
	IDNumberYear  = "SO-YEAR"      // a year in the symbol of an administrative document
	IDNumberCode  = "SO-CODE"      // the code of another type, or one that does not exist
	IDPlaceName   = "PLACE-NAME"   // địa danh that needs the word of its level
	IDDateZero    = "DATE-ZERO"    // a zero too few or too many in a date written out
	IDDateReal    = "DATE-REAL"    // a day that does not exist
	IDDateWeekday = "DATE-WEEKDAY" // the day of the week of another date
	IDHoliday     = "DATE-HOLIDAY" // the day of a holiday with a stroke

	IDGroundLaw  = "BASES-LAW"   // a law cited with its number
	IDGroundNone = "BASES-NONE"  // a decision without căn cứ
	IDCiteWord   = "CITE-SO"     // a citation without «số»
	IDCiteFirst  = "CITE-FIRST"  // a document cited short before it is cited in full
	IDCiteAgain  = "CITE-AGAIN"  // a document cited in full again
	IDCiteLater  = "CITE-LATER"  // a document cited that is of a later day
	IDCiteSymbol = "CITE-SYMBOL" // number and symbol of a cited document in pieces

	IDStructure     = "STRUCT-NUM"     // numbers and letters that do not follow one another
	IDReference     = "REF-ARTICLE"    // an article, clause or point that does not exist
	IDLastArticle   = "REF-LAST"       // «Như Điều n» of another article than the last
	IDAppendixLost  = "APPX-REF"       // an appendix that is spoken of and is not there, or the reverse
	IDNote          = "NOTE-DIFFERS"   // «(Kèm theo …)» that names another document
	IDTitleYear     = "TITLE-YEAR"     // the title said again with other figures
	IDTitleEnclosed = "TITLE-ENCLOSED" // the title of what is issued differs by a word
	IDTimeOutside   = "TIME-OUTSIDE"   // a time outside that of the plan
	IDTimeReversed  = "TIME-REVERSED"  // a span of time that ends before it begins
	IDTermDiffers   = "TERM-DIFFERS"   // one congress with two terms of office

	IDSignMark   = "SIGN-MARK"   // T/M, KT without dot
	IDSignDegree = "SIGN-DEGREE" // a degree before the signer's name
	IDSignAuth   = "SIGN-AUTH"   // authority and signature that do not agree
	IDSignName   = "SIGN-NAME"   // a signer's name with small letters or figures
	IDRecipients = "NOINHAN-FORM"
	IDAddressees = "KINHGUI-FORM"
	IDTaskUnit   = "TASK-UNIT" // a unit with a task that is named nowhere else

	IDCapsName     = "CAPS-NAME"      // a name of the list with other capitals
	IDCapsCite     = "CAPS-CITE"      // khoản, điểm, điều, chương in citations
	IDCapsType     = "CAPS-TYPE"      // a document's type in small letters before its number
	IDCapsDay      = "CAPS-DAY"       // days and months in words
	IDCapsUnit     = "CAPS-UNIT"      // the word of a unit before its name or number
	IDCapsSentence = "CAPS-SENTENCE"  // a sentence that begins with a small letter
	IDAbolished    = "ABOLISHED-UNIT" // a unit of a level that is no more
	IDRenamed      = "ABOLISHED-BODY" // a ministry or department that was merged into another

	IDPlaceholder = "TEXT-PLACEHOLDER" // what a merge should have filled
	IDBlank       = "TEXT-BLANK"       // a place left blank in a citation
	IDPunctuation = "PUNCT-SPACE"
	IDBracket     = "PUNCT-BRACKET" // a bracket that is never closed
	IDDecimal     = "NUMBER-DECIMAL"
	IDMoneyWords  = "MONEY-WORDS" // an amount whose figures and words differ
	IDRepeated    = "TEXT-REPEAT" // a word typed twice
	IDTyping      = "TEXT-TYPO"   // letters that make no Vietnamese syllable
	IDMisspelt    = "SPELL-WRONG" // a word that is often written wrong
	IDQuoteMix    = "QUOTE-MIX"   // two kinds of quotation marks
	IDToneMix     = "TONE-MARK-MIX"
	IDSpelling    = "SPELL-MIX" // kỹ and kĩ in one document
	IDAbbr        = "ABBR-UNKNOWN"
	IDNameMix     = "NAME-MIX" // a unit's name and its abbreviation by turns
)
