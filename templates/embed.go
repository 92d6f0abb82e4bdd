// Package templates holds the built-in templates and layout standards, one folder a standard.
//
// A document type is a file <standard>/<type>.tmpl, a layout standard a file <standard>/standard.yaml,
// and chung.schema.yaml what the data of every type shares. None of it is Go: adding a type or a standard
// is adding a file.
package templates

import "embed"

// Files is the tree of the built-in templates.
//
//go:embed chung.schema.yaml nhan-dang.yaml */*.tmpl */standard.yaml */noi-dung.yaml
var Files embed.FS
