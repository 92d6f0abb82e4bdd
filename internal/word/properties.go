package word

// Properties are the document's properties, as written.
type Properties struct {
	Title, Subject, Creator, Keywords, Description string
	LastModifiedBy, Revision, Created, Modified    string
	Category, Status, Language                     string
	Application, AppVersion, Company, Manager      string
	Template                                       string
	Pages                                          string // as the program counted that saved it last
	Custom                                         []Property
}

// Property is a property of the user's own.
type Property struct{ Name, Value string }

// Part is a part of the package.
type Part struct {
	Name  string
	Bytes []byte // in UTF-8; nil for parts that are never read: pictures, fonts, programs
}
