package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// manyMinutes writes invented minutes of one page each: «so.xlsx» as `vanban new --nhieu` lays it out, or «so.jsonl».
func manyMinutes(t testing.TB, path string, n int) {
	t.Helper()
	var err error
	if filepath.Ext(path) == ".xlsx" {
		err = manyRows(path, n)
	} else {
		err = manyLines(path, n)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// person gives invented people: many names, so that a workbook has to keep them all.
func person(i int) (name, title string) {
	family := []string{"Lò", "Vàng", "Nông", "Mạc", "Quàng", "Cà", "Hà", "Giàng"}
	middle := []string{"Thị", "Văn", "A", "Thùy", "Công", "Hồng"}
	given := []string{"Sim", "Dơ", "Bế", "Nhàn", "Mây", "Sáng", "Páo", "Dung", "Thụ", "Tuấn", "Nhạn"}
	return fmt.Sprintf("%s %s %s", family[i%8], middle[i/8%6], given[i/48%11]), fmt.Sprintf("Trưởng bản số %d", i%977+1)
}

func manyLines(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := json.NewEncoder(f)
	for i := range n {
		var people []map[string]string
		for j := range 4 {
			name, title := person(i*4 + j)
			people = append(people, map[string]string{"ho_ten": name, "danh_xung": "Ông", "chuc_vu": title})
		}
		if err := out.Encode(map[string]any{
			"mau": "bien-ban", "ten_tep": fmt.Sprintf("bb-%06d", i+1), "so": i%9000 + 1, "ky_hieu": "BB-KT", "ngay": "2026-04-03",
			"co_quan":    map[string]string{"chu_quan": "UBND xã Bản Tầm", "ten": "Phòng Kinh tế"},
			"trich_yeu":  fmt.Sprintf("Cuộc họp phân công khảo sát cơ sở chế biến số %d", i+1),
			"bat_dau":    map[string]string{"gio": "14 giờ", "ngay": "2026-04-03"},
			"ket_thuc":   map[string]string{"gio": "15 giờ 10", "ngay": "2026-04-03"},
			"dia_diem":   fmt.Sprintf("Nhà văn hóa bản số %d", i%977+1),
			"thanh_phan": map[string]any{"co_mat": people}, "chu_tri_hop": people[0], "thu_ky": people[1],
			"dien_bien": []map[string]string{{"nguoi": "Chủ trì", "noi_dung": fmt.Sprintf("Thông báo lịch khảo sát đợt %d của đoàn công tác tỉnh.", i+1)},
				{"nguoi": "Các đại biểu", "noi_dung": "Thống nhất với lịch khảo sát và danh sách cơ sở đã lập."}},
			"ket_luan": "Đoàn khảo sát làm việc đúng lịch đã thông báo", "noi_nhan": []string{"Thành viên dự họp"}, "luu": "VT, Hồ sơ",
		}); err != nil {
			return err
		}
	}
	return f.Close()
}

func manyRows(path string, n int) error {
	f := excelize.NewFile()
	sheet := func(name string, rows int, row func(i int) []any, heads ...any) error {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
		w, err := f.NewStreamWriter(name)
		if err != nil {
			return err
		}
		if err := w.SetRow("A1", heads); err != nil {
			return err
		}
		for i := range rows {
			if err := w.SetRow(fmt.Sprintf("A%d", i+2), row(i)); err != nil {
				return err
			}
		}
		return w.Flush()
	}
	key := func(i int) string { return fmt.Sprintf("bb-%06d", i+1) }
	if err := sheet("Văn bản", n, func(i int) []any {
		chair, chairTitle := person(i * 4)
		scribe, scribeTitle := person(i*4 + 1)
		return []any{key(i), "bien-ban", "UBND xã Bản Tầm", "Phòng Kinh tế", i%9000 + 1, "BB-KT", "2026-04-03", fmt.Sprintf("Cuộc họp phân công khảo sát cơ sở chế biến số %d", i+1),
			"14 giờ", "2026-04-03", "15 giờ 10", "2026-04-03", fmt.Sprintf("Nhà văn hóa bản số %d", i%977+1), chair, "Ông", chairTitle, scribe, "Ông", scribeTitle,
			"Đoàn khảo sát làm việc đúng lịch đã thông báo", "Thành viên dự họp", "VT, Hồ sơ"}
	}, "Tên tệp *", "Mẫu văn bản", "Cơ quan ban hành: Cơ quan chủ quản", "Cơ quan ban hành: Tên cơ quan *", "Số", "Ký hiệu *", "Ngày ban hành", "Trích yếu *",
		"Thời gian bắt đầu: Giờ *", "Thời gian bắt đầu: Ngày *", "Thời gian kết thúc: Giờ *", "Thời gian kết thúc: Ngày *", "Địa điểm *",
		"Chủ trì (chủ tọa): Họ và tên *", "Chủ trì (chủ tọa): Danh xưng", "Chủ trì (chủ tọa): Chức vụ, đơn vị",
		"Thư ký (người ghi biên bản): Họ và tên *", "Thư ký (người ghi biên bản): Danh xưng", "Thư ký (người ghi biên bản): Chức vụ, đơn vị",
		"Kết luận", "Nơi nhận", "Lưu *"); err != nil {
		return err
	}
	if err := sheet("Thành phần tham dự - Có mặt", 4*n, func(i int) []any {
		name, title := person(i)
		return []any{key(i / 4), name, "Ông", title}
	}, "Tên tệp *", "Họ và tên hoặc tên đoàn *", "Danh xưng", "Chức vụ, đơn vị"); err != nil {
		return err
	}
	if err := sheet("Diễn biến", 2*n, func(i int) []any {
		if i%2 == 1 {
			return []any{key(i / 2), "Các đại biểu", "Thống nhất với lịch khảo sát và danh sách cơ sở đã lập."}
		}
		return []any{key(i / 2), "Chủ trì", fmt.Sprintf("Thông báo lịch khảo sát đợt %d của đoàn công tác tỉnh.", i/2+1)}
	}, "Tên tệp *", "Người trình bày", "Nội dung *"); err != nil {
		return err
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return f.SaveAs(path)
}
