package golden

import (
	"io/fs"
	"strings"
)

// newMark stands in the names of what is written for review: «lo-trinh.trang.golden.moi», «lo-trinh.moi.docx».
const newMark = ".moi"

// isNew tells a file that was written for review.
func isNew(name string) bool {
	return strings.HasSuffix(name, ending+newMark) || strings.HasSuffix(name, newMark+".docx") || strings.HasSuffix(name, newMark+".pdf")
}

// Review gives the files, by their paths below the root, in which a person sees what a case has become: each form
// that is another, and the documents themselves.
func Review(r Result, differences []Difference) map[string][]byte {
	out := map[string][]byte{}
	for _, d := range differences {
		out[d.Name+newMark] = []byte(d.Text)
		for _, doc := range r.Documents {
			if strings.HasPrefix(d.Name, doc.Name+".") && !r.Twin {
				out[doc.Name+newMark+".docx"] = doc.DOCX
				out[doc.Name+newMark+".pdf"] = doc.PDF
			}
		}
	}
	return out
}

// Reviewed finds what earlier runs wrote below root for review.
func Reviewed(root fs.FS, results []Result) ([]string, error) {
	ours := map[string]bool{}
	for _, r := range results {
		for _, d := range r.Documents {
			ours[d.Name+newMark+".docx"], ours[d.Name+newMark+".pdf"] = true, true
		}
	}
	var out []string
	err := fs.WalkDir(root, ".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && (ours[file] || strings.HasSuffix(file, ending+newMark)) {
			out = append(out, file)
		}
		return err
	})
	return out, err
}
