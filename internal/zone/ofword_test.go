package zone_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"vanban/internal/word"
	. "vanban/internal/word/wordtest"
	"vanban/internal/zone"
)

// named reads a package and gives what was found, a line «kind: text» each, bodies left out.
func named(t *testing.T, p *Package) (*zone.Found, string) {
	t.Helper()
	d, findings := word.Read("thu.docx", p.Bytes())
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	w := words(t)
	found := zone.Find(zone.OfWord(d, w).Lines, w)
	var out []string
	for _, l := range found.Lines {
		if l.Kind != zone.Body {
			out = append(out, fmt.Sprintf("%s: %s", l.Kind, l.Text))
		}
	}
	return found, strings.Join(out, "\n")
}

func bold(text string) string   { return P(Centred, R(Letters("Times New Roman", 13, "<w:b/>"), text)) }
func middle(text string) string { return P(Centred, R(Letters("Times New Roman", 13, ""), text)) }
func slant(text string) string  { return P(Centred, R(Letters("Times New Roman", 14, "<w:i/>"), text)) }
func plain(text string) string {
	return P(`<w:ind w:firstLine="720"/><w:jc w:val="both"/>`, R(Letters("Times New Roman", 14, ""), text))
}

// The same head in the ways that offices set it.
func heads() map[string]string {
	body, unit1, unit2 := "ỦY BAN NHÂN DÂN", "TỈNH NAM KHÊ", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
	national, motto := "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
	number, date := "Số: 12/KH-SNNMT", "Nam Khê, ngày 05 tháng 3 năm 2026"
	left := middle(body+" "+unit1) + bold(unit2)
	right := bold(national) + bold(motto)
	line := P(Centred, Line(0, 900000))
	return map[string]string{
		"table 2×2":               Table("", []string{left, right}, []string{middle(number), slant(date)}),
		"table 1×2":               Table("", []string{left + line + middle(number), right + line + slant(date)}),
		"table 3×2":               Table("", []string{middle(body + " " + unit1), bold(national)}, []string{bold(unit2), bold(motto)}, []string{middle(number), slant(date)}),
		"table 4×2, a row a line": Table("", []string{middle(body + " " + unit1), bold(national)}, []string{bold(unit2), bold(motto)}, []string{P(""), P("")}, []string{middle(number), slant(date)}),
		"table with a spacer":     Table("", []string{left, P(""), right}, []string{middle(number), P(""), slant(date)}),
		"table with drawn lines":  Table(Bordered, []string{left, right}, []string{middle(number), slant(date)}),
		"lines broken by force":   Table("", []string{bold(body + " " + unit1 + "\n" + unit2), bold(national + "\n" + motto)}, []string{middle(number), slant(date)}),
		"rules of underscores":    Table("", []string{left + middle("_______"), right + middle("_______________")}, []string{middle(number), slant(date)}),
		"rules of hyphens":        Table("", []string{left + middle("-------"), right + middle("————————")}, []string{middle(number), slant(date)}),
		"tabs": P(`<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6800"/></w:tabs>`, T("\t"+body+" "+unit1+"\t"+national)) +
			P("", T("\t"+unit2+"\t"+motto)) + P("", T("\t"+number+"\t"+date)),
		"blanks":        P("", T("   "+body+" "+unit1+"        "+national)) + P("", T(unit2+"              "+motto)) + P("", T("     "+number+"            "+date)),
		"text boxes":    P("", TextBox(left+middle(number)), TextBox(right+slant(date))),
		"VML boxes":     P("", "<w:r>"+VMLTextBox(left+middle(number))+"</w:r>", "<w:r>"+VMLTextBox(right+slant(date))+"</w:r>"),
		"motto first":   right + left + middle(number) + slant(date),
		"in a control":  `<w:sdt><w:sdtContent>` + Table("", []string{left, right}, []string{middle(number), slant(date)}) + `</w:sdtContent></w:sdt>`,
		"runs in parts": strings.ReplaceAll(Table("", []string{left, right}, []string{middle(number), slant(date)}), "Độc lập", "Độc</w:t></w:r><w:r><w:t xml:space=\"preserve\"> lập"),
		"capitals set":  strings.Replace(Table("", []string{left, right}, []string{middle(number), slant(date)}), "<w:b/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr><w:t xml:space=\"preserve\">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/><w:caps/></w:rPr><w:t xml:space=\"preserve\">Cộng hòa xã hội chủ nghĩa Việt Nam", 1),
	}
}

func rest() string {
	return bold("KẾ HOẠCH") + bold("Phòng, chống cháy rừng mùa khô năm 2026") + plain("Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;") +
		plain("Sở Nông nghiệp và Môi trường ban hành Kế hoạch như sau:") + plain("I. MỤC ĐÍCH, YÊU CẦU") + plain("1. Chủ động phát hiện sớm cháy rừng.")
}

func tails() map[string]string {
	list := P("", R("<w:b/><w:i/>", "Nơi nhận:")) + P("", T("- Ủy ban nhân dân tỉnh (để báo cáo);")) + P("", T("- Lưu: VT, KL."))
	sign := bold("KT. GIÁM ĐỐC") + bold("PHÓ GIÁM ĐỐC") + P("") + P("") + bold("Lò Văn Thạch")
	return map[string]string{
		"table 1×2": Table("", []string{list, sign}),
		"table 2×2": Table("", []string{P("", R("<w:b/><w:i/>", "Nơi nhận:")), bold("KT. GIÁM ĐỐC") + bold("PHÓ GIÁM ĐỐC")},
			[]string{P("", T("- Ủy ban nhân dân tỉnh (để báo cáo);")) + P("", T("- Lưu: VT, KL.")), P("") + bold("Lò Văn Thạch")}),
		"tabs":             P("", T("Nơi nhận:\tKT. GIÁM ĐỐC")) + P("", T("- Ủy ban nhân dân tỉnh (để báo cáo);\tPHÓ GIÁM ĐỐC")) + P("", T("- Lưu: VT, KL.")) + P("", T("\tLò Văn Thạch")),
		"below each other": sign + list,
		"text boxes":       P("", TextBox(list), TextBox(sign)),
	}
}

// TestHeadsOfEveryStyle: whatever way a head is set, the same components are found in it.
func TestHeadsOfEveryStyle(t *testing.T) {
	want := []string{"cơ quan chủ quản: ỦY BAN NHÂN DÂN TỈNH NAM KHÊ", "cơ quan ban hành: SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"tiêu ngữ: Độc lập - Tự do - Hạnh phúc", "số, ký hiệu: Số: 12/KH-SNNMT", "địa danh và thời gian: Nam Khê, ngày 05 tháng 3 năm 2026"}
	slices.Sort(want)
	for name, head := range heads() {
		for _, decomposed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, decomposed %v", name, decomposed), func(t *testing.T) {
				body := head + rest() + tails()["table 1×2"]
				if decomposed {
					body = norm.NFD.String(body)
				}
				_, got := named(t, New(body))
				before, after, found := strings.Cut(got, "\ntên loại: KẾ HOẠCH\n")
				if !found {
					t.Fatalf("no type's name:\n%s", got)
				}
				var lines []string
				for _, l := range strings.Split(before, "\n") {
					if !strings.HasPrefix(l, "dòng kẻ: ") {
						lines = append(lines, l)
					}
				}
				slices.Sort(lines)
				if strings.Join(lines, "\n") != strings.Join(want, "\n") {
					t.Errorf("found\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
				}
				if !strings.HasPrefix(after, "trích yếu: Phòng, chống cháy rừng mùa khô năm 2026\ncăn cứ: Căn cứ Luật Lâm nghiệp") {
					t.Errorf("behind the type's name:\n%s", after)
				}
			})
		}
	}
}

func TestTailsOfEveryStyle(t *testing.T) {
	want := []string{"nơi nhận: Nơi nhận:", "nơi nhận: - Ủy ban nhân dân tỉnh (để báo cáo);", "nơi lưu: - Lưu: VT, KL.", "quyền hạn, chức vụ người ký: KT. GIÁM ĐỐC",
		"quyền hạn, chức vụ người ký: PHÓ GIÁM ĐỐC", "họ tên người ký: Lò Văn Thạch"}
	slices.Sort(want)
	for name, tail := range tails() {
		t.Run(name, func(t *testing.T) {
			_, got := named(t, New(heads()["table 2×2"]+rest()+tail))
			_, after, _ := strings.Cut(got, "căn cứ: ")
			lines := strings.Split(after, "\n")[1:]
			slices.Sort(lines)
			if strings.Join(lines, "\n") != strings.Join(want, "\n") {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// TestPapersOfOffices: what else is met in files of real offices, each with what must be found.
func TestPapersOfOffices(t *testing.T) {
	head, tail := heads()["table 2×2"], tails()["table 1×2"]
	plan := func(between string) *Package { return New(head + between + tail) }
	framed := P(`<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>`, `<w:fldSimple w:instr="PAGE">`+T("2")+`</w:fldSimple>`)
	for _, c := range []struct {
		name string
		p    *Package
		want []string // among the lines found
		not  []string
	}{
		{"letter, V/v under the number", New(Table("", []string{middle("UBND TỈNH NAM KHÊ") + bold("SỞ NỘI VỤ"), bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + bold("Độc lập - Tự do - Hạnh phúc")},
			[]string{middle("Số: 45/SNV-CCVC") + middle("V/v cử công chức dự") + middle("lớp bồi dưỡng") + middle("nghiệp vụ văn thư"), slant("Nam Khê, ngày 12 tháng 6 năm 2026")}) +
			middle("Kính gửi: Văn phòng Ủy ban nhân dân tỉnh.") + plain("Sở Nội vụ cử công chức dự lớp.") + tail),
			[]string{"trích yếu: V/v cử công chức dự", "trích yếu: lớp bồi dưỡng", "trích yếu: nghiệp vụ văn thư", "địa danh và thời gian: Nam Khê, ngày 12 tháng 6 năm 2026", "kính gửi: Kính gửi: Văn phòng Ủy ban nhân dân tỉnh."}, nil},
		{"letter, V/v behind the date", New(Table("", []string{bold("SỞ NỘI VỤ") + middle("Số: 45/SNV-CCVC"), bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + bold("Độc lập - Tự do - Hạnh phúc") + slant("Nam Khê, ngày 12 tháng 6 năm 2026")},
			[]string{middle("V/v cử công chức\ndự lớp bồi dưỡng"), P("")}) + middle("Kính gửi:") + plain("- Văn phòng Ủy ban nhân dân tỉnh;") + plain("- Sở Tài chính.") + plain("Sở Nội vụ cử công chức dự lớp.") + tail),
			[]string{"trích yếu: V/v cử công chức", "trích yếu: dự lớp bồi dưỡng", "kính gửi: - Sở Tài chính."}, nil},
		{"draft mark in a text box", New(P("", TextBox(middle("DỰ THẢO"))) + head + rest() + tail), []string{"chữ dự thảo: DỰ THẢO", "tên loại: KẾ HOẠCH"}, nil},
		{"urgency in a box of the older kind", New(strings.Replace(head, "<w:r>", "<w:r>"+VMLTextBox(bold("HỎA TỐC"))+"</w:r><w:r>", 1) + rest() + tail), []string{"độ khẩn: HỎA TỐC", "số, ký hiệu: Số: 12/KH-SNNMT"}, nil},
		{"a framed page number", New(head + rest() + framed + plain("2. Hạn chế thiệt hại.") + tail), []string{"số trang: 2"}, nil},
		{"number and day left blank", New(strings.NewReplacer("Số: 12/KH", "Số:       /KH", "ngày 05 tháng 3", "ngày      tháng 3").Replace(head) + rest() + tail),
			[]string{"số, ký hiệu: Số: /KH-SNNMT", "địa danh và thời gian: Nam Khê, ngày tháng 3 năm 2026"}, nil},
		{"an enclosure behind, with a head of its own", New(head + strings.Replace(rest(), "KẾ HOẠCH", "QUYẾT ĐỊNH", 1) + tail + P(`<w:pageBreakBefore/>`) + head + bold("QUY CHẾ") + bold("Phối hợp chữa cháy rừng") +
			slant("(Kèm theo Quyết định số 12/QĐ-SNNMT ngày 05 tháng 3 năm 2026)") + plain("Điều 1. Phạm vi điều chỉnh") + plain("Quy chế này quy định việc phối hợp.")),
			[]string{"tên loại: QUYẾT ĐỊNH", "tên loại: QUY CHẾ", "trích yếu: Phối hợp chữa cháy rừng"}, nil},
		{"an appendix across, on Letter paper", New(head + rest() + tail + P(SectPr("")) + bold("Phụ lục I") + bold("PHÂN CÔNG NHIỆM VỤ") + slant("(Kèm theo Kế hoạch số 12/KH-SNNMT ngày 05 tháng 3 năm 2026)") +
			Table(Bordered, []string{bold("STT"), bold("Nhiệm vụ")}, []string{bold("I"), bold("CÔNG TÁC CHUẨN BỊ")}, []string{P("", T("1")), P("", T("Rà soát vùng trọng điểm"))}) +
			`<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>`),
			[]string{"phụ lục: Phụ lục I", "phụ lục: PHÂN CÔNG NHIỆM VỤ"}, []string{"I", "CÔNG TÁC CHUẨN BỊ"}},
		{"a heading numbered by Word", func() *Package {
			p := plan(bold("KẾ HOẠCH") + bold("Trồng rừng") + plain("Sở ban hành Kế hoạch như sau:") + P(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, R("<w:b/>", "MỤC ĐÍCH")) + plain("Trồng mới 500 ha."))
			p.Numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
			return p
		}(), []string{"nội dung: I. MỤC ĐÍCH"}, nil},
		{"minutes of three signatures", New(head + bold("BIÊN BẢN") + bold("Kiểm phiếu bầu trưởng bản") + plain("Hội nghị bắt đầu lúc 8 giờ 00 ngày 05 tháng 3 năm 2026.") + plain("Hội nghị kết thúc lúc 10 giờ 00 cùng ngày.") +
			Table("", []string{bold("THƯ KÝ") + P("") + bold("Lò Thị Mai"), bold("CHỦ TỌA") + P("") + bold("Hoàng Văn Páo")})),
			[]string{"vai người ký: THƯ KÝ", "vai người ký: CHỦ TỌA", "họ tên người ký: Lò Thị Mai", "họ tên người ký: Hoàng Văn Páo"}, nil},
		{"tracked changes and hidden text", New(head + bold("KẾ HOẠCH") + P(Centred, R("<w:b/>", "Phòng cháy"), `<w:del w:author="a"><w:r><w:delText> cũ</w:delText></w:r></w:del><w:ins w:author="a">`+R("<w:b/>", " rừng")+`</w:ins>`, R("<w:vanish/>", " bí mật")) + plain("Sở ban hành Kế hoạch như sau:") + tail),
			[]string{"trích yếu: Phòng cháy rừng"}, nil},
		{"the contact at the foot of the first page", func() *Package {
			p := New(head + rest() + tail + SectPr(`<w:footerReference w:type="first" r:id="f1"/><w:titlePg/>`))
			p.Footers = map[string]string{"f1": P("", T("Địa chỉ: số 5, phường Bản Mạ, tỉnh Nam Khê; điện thoại: 0200 000 000"))}
			return p
		}(), []string{"thông tin liên hệ: Địa chỉ: số 5, phường Bản Mạ, tỉnh Nam Khê; điện thoại: 0200 000 000"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, _ := named(t, c.p)
			got := map[string]bool{}
			var all strings.Builder
			for _, l := range found.Lines {
				got[fmt.Sprintf("%s: %s", l.Kind, l.Text)] = true
				fmt.Fprintf(&all, "  %s: %s (phần %d)\n", l.Kind, l.Text, l.Part)
			}
			for _, line := range c.want {
				if !got[line] {
					t.Errorf("not found: %s\n%s", line, all.String())
				}
			}
			for _, l := range found.Lines {
				if slices.Contains(c.not, l.Text) {
					t.Errorf("a line of its own: %s", l.Text)
				}
			}
		})
	}
}
