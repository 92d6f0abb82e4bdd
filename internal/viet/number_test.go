package viet

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestGroup(t *testing.T) {
	cases := []struct{ in, want string }{
		{"0", "0"},
		{"5", "5"},
		{"05", "5"},
		{"999", "999"},
		{"1000", "1.000"},
		{"1234567", "1.234.567"},
		{"1234567.5", "1.234.567,5"},
		{"1.234.567,5", "1.234.567,5"},
		{"1234567,50", "1.234.567,50"},
		{"1.234", "1.234"},
		{"1,234", "1,234"},
		{"1.5", "1,5"},
		{"0.234", "0,234"},
		{"1234.567", "1.234,567"},
		{"1.2345", "1,2345"},
		{"-1234", "-1.234"},
		{"−1.234", "-1.234"},
		{"+12", "12"},
		{"-0", "0"},
		{"-0,5", "-0,5"},
		{" 120000000 ", "120.000.000"},
		{"1" + strings.Repeat("0", 30), "1" + strings.Repeat(".000", 10)},
	}
	for _, c := range cases {
		if got, err := Group(c.in); got != c.want || err != nil {
			t.Errorf("Group(%q) = %q, %v, want %q", c.in, got, err, c.want)
		}
	}
}

func TestGroupRefusesWhatCannotBeTold(t *testing.T) {
	for _, in := range []string{
		"", " ", "-", "abc", "12a", "1e6", "1 234", "٣", "1,234.5", "1,234,567", "1.23.456", "01.234", "0.123.456",
		"1.2,5", "12.", ".5", ",5", "5,", "1..000", "--5", "5-",
	} {
		got, err := Group(in)
		var refusal *NumberError
		if !errors.As(err, &refusal) {
			t.Errorf("Group(%q) = %q, %v, want a NumberError", in, got, err)
			continue
		}
		if refusal.Input != in || refusal.Reason == "" || refusal.Hint == "" {
			t.Errorf("Group(%q): incomplete refusal %+v", in, refusal)
		}
	}
}

func TestWords(t *testing.T) {
	cases := []struct {
		n    int64
		want string
	}{
		{0, "không"}, {5, "năm"},
		{10, "mười"}, {11, "mười một"}, {14, "mười bốn"}, {15, "mười lăm"},
		{20, "hai mươi"}, {21, "hai mươi mốt"}, {24, "hai mươi tư"}, {25, "hai mươi lăm"},
		{101, "một trăm linh một"}, {104, "một trăm linh bốn"}, {105, "một trăm linh năm"},
		{110, "một trăm mười"}, {115, "một trăm mười lăm"},
		{1005, "một nghìn không trăm linh năm"},
		{2026, "hai nghìn không trăm hai mươi sáu"},
		{10015, "mười nghìn không trăm mười lăm"},
		{1050000, "một triệu không trăm năm mươi nghìn"},
		{1000001, "một triệu không trăm linh một"},
		{1234567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"},
		{31421555, "ba mươi mốt triệu bốn trăm hai mươi mốt nghìn năm trăm năm mươi lăm"},
		{54000000000000, "năm mươi tư nghìn tỷ"},
		{1000000000, "một tỷ"},
		{1000000005, "một tỷ không trăm linh năm"},
		{1000000000000000, "một triệu tỷ"},
		{1000000000000000000, "một tỷ tỷ"},
		{-5, "âm năm"},
		{math.MinInt64, "âm chín tỷ tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ " +
			"tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám"},
	}
	for _, c := range cases {
		if got := Words(c.n, WordOptions{}); got != c.want {
			t.Errorf("Words(%d) = %q, want %q", c.n, got, c.want)
		}
	}
	if got, want := Words(1005, WordOptions{Ngan: true, Le: true}), "một ngàn không trăm lẻ năm"; got != want {
		t.Errorf("southern reading = %q, want %q", got, want)
	}
}

func TestWordsTellNumbersApart(t *testing.T) {
	seen := map[string]int64{}
	for _, step := range []int64{1, 999, 1000, 1000000, 1000000000, 1000000000000, 1000000000000000} {
		for i := range int64(2000) {
			n := i * step
			words := Words(n, WordOptions{})
			if other, ok := seen[words]; ok && other != n {
				t.Fatalf("%d and %d are both read %q", other, n, words)
			}
			seen[words] = n
		}
	}
}

func TestWordsBig(t *testing.T) {
	cases := []struct{ in, want string }{
		{"12,5", "mười hai phẩy năm"},
		{"12.5", "mười hai phẩy năm"},
		{"3,14", "ba phẩy một bốn"},
		{"-0,05", "âm không phẩy không năm"},
		{"1.234", "một nghìn hai trăm ba mươi tư"},
		{"05", "năm"},
		{"1" + strings.Repeat("0", 27), "một tỷ tỷ tỷ"},
		{"1" + strings.Repeat("0", 30), "một nghìn tỷ tỷ tỷ"},
		{"1000000001000000000", "một tỷ tỷ không trăm linh một tỷ"},
	}
	for _, c := range cases {
		if got, err := WordsBig(c.in, WordOptions{}); got != c.want || err != nil {
			t.Errorf("WordsBig(%q) = %q, %v, want %q", c.in, got, err, c.want)
		}
	}
	for _, in := range []string{"", "mười", strings.Repeat("9", 37), "0," + strings.Repeat("1", 37)} {
		if got, err := WordsBig(in, WordOptions{}); err == nil {
			t.Errorf("WordsBig(%q) = %q, want an error", in, got)
		}
	}
}

func TestMoney(t *testing.T) {
	cases := []struct{ in, want string }{
		{"120000000", "Một trăm hai mươi triệu đồng"},
		{"120.000.000", "Một trăm hai mươi triệu đồng"},
		{"-500000", "Âm năm trăm nghìn đồng"},
		{"0", "Không đồng"},
	}
	for _, c := range cases {
		if got, err := Money(c.in, WordOptions{}); got != c.want || err != nil {
			t.Errorf("Money(%q) = %q, %v, want %q", c.in, got, err, c.want)
		}
	}
	if got, err := Money("1,2,3", WordOptions{}); err == nil {
		t.Errorf("Money of no number = %q", got)
	}
}
