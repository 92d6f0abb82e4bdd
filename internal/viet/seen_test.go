package viet

import (
	"strings"
	"testing"
)

func TestSeen(t *testing.T) {
	const all = "Ủy\u00A0ban\u202Fsố\u200912\u201134/QÐ\u2010UBND\u00AD,\u200B\uFEFF\u202E\u0007\u0085«ư» × ÷ – … ²\tĐ"
	if got, want := strings.Map(Seen, all), "Ủy ban số 12-34/QĐ-UBND, «ư» × ÷ – … ²\tĐ"; got != want {
		t.Errorf("%q is seen as %q, want %q", all, got, want)
	}
}
