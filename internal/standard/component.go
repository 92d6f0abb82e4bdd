package standard

// The components that the rules of this package speak of by name.
const (
	componentHeader     = "dau_trang"
	componentNote       = "ghi_chu"
	componentBody       = "noi_dung"
	componentSignature  = "chu_ky_noi_nhan"
	componentSignatures = "nguoi_ky_noi_nhan"
)

// Components are the names that an order (thu_tu) may hold beside the standard's own words. Package compose
// draws each of them.
func Components() []string {
	return []string{
		componentHeader,      // the two columns at the head
		"ten_loai",           // tên loại
		"trich_yeu",          // trích yếu
		"trich_yeu_kem_theo", // trích yếu above a «(Kèm theo …)», which has the rule
		"tham_quyen",         // thẩm quyền ban hành
		"can_cu",             // căn cứ
		"kinh_gui",           // kính gửi
		componentNote,        // the line that ties an enclosure to its document
		componentBody,        // the text
		componentSignature,   // one signature with the recipients beside it
		componentSignatures,  // the places to sign of a layout, the recipients below them
	}
}

// HeaderComponents are the names that a column of a header (dau_trang) may hold beside the standard's own
// words. Package compose draws each of them.
func HeaderComponents() []string {
	return []string{"chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu_cong_van", "do_khan", "luu_hanh"}
}
