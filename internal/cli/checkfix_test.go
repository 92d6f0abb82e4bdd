package cli

import (
	"testing"

	"vanban/internal/diag"
)

// TestCompareFixed: what is still wrong by another figure, or in fewer places, is left.
func TestCompareFixed(t *testing.T) {
	finding := func(id, message string) diag.Diagnostic { return diag.Diagnostic{ID: id, Message: message} }
	before := diag.List{finding("MARGINS", "lề trái 10 mm, phải từ 30 đến 35 mm"), finding("BODY-SIZE", "chữ nội dung cỡ 11: 5 chỗ (đoạn 3)"),
		finding("TN-DASH", "tiêu ngữ dùng gạch dài")}
	after := diag.List{finding("MARGINS", "lề trái 12,5 mm, phải từ 30 đến 35 mm"), finding("BODY-SIZE", "chữ nội dung cỡ 12: 2 chỗ (đoạn 9)")}
	gone, left := compare(before, after)
	if len(gone) != 1 || gone[0].ID != "TN-DASH" || len(left) != 2 {
		t.Errorf("mended %v, left %v", gone, left)
	}
}
