// Package schema says what the data of a template may hold, checks data against it, and lets others walk it.
//
// A schema is JSON Schema 2020-12 written in YAML, in the head of a template, with «$ref» into shared files.
// One schema serves checking, editor completion ([Schema.JSON]), skeletons, the header row of a workbook and
// template checking (the walk: [Schema.Properties], [Schema.Items], [Schema.Branch]).
//
// Start from [Compile] and [Schema.Validate].
//
// The library judges; the words, places and suggestions are ours. What holds:
//   - Every problem of the data comes at once, with its place, the field's path and title («nhiem_vu[2].chu_tri
//     (Đơn vị chủ trì)», items counted from 1), in Vietnamese only.
//   - A scalar counts as what it looks like (data.Tag); one without a look (data.TagAny) as what the schema asks.
//     A document number may be typed with or without quotes where the schema says «type: [string, integer]».
//   - A key with nothing, or only blanks, behind it counts as left out.
//   - Of «anyOf» and «oneOf», the alternative that fits the shape of the value is spoken of, and no other.
//   - Formats are checked, and are ours alone: ngay (a date, parts may be blank), thoi_ky (a day, month, quarter,
//     half year or year), gio (time of day), so_nguyen (whole number, thousands grouped or not), so_tien (whole
//     amount in đồng).
//
// Words of our own stand on a single value:
//
//	x-mot-dong: true   # a text that stands on one line: a line end in it is refused
//	x-tach: ";"        # a list of names: a cell of a table parts them by line ends and semicolons
//	x-tach: dong       # a list of lines: a cell parts them by line ends as any other list, but without a remark
//	x-co-quan: […]     # what an office may keep once for all its documents; package build reads it
//
// Rules between fields stand on the object that holds them all:
//
//	x-thu-tu-ngay: [tu, den]        # den must not end before tu begins; both ngay or thoi_ky
//	x-khong-truoc:                  # no deadline before the plan's own date
//	  - {truong: "nhiem_vu[].thoi_gian.den", moc: ngay}
//	x-tong:                         # a stated total equals what can be counted
//	  - {truong: so_dai_bieu, dem: thanh_phan.co_mat}                  # the number of items
//	  - {truong: so_dai_bieu, dem: thanh_phan.co_mat, cong: so_nguoi}  # the sum of a field of the items
//	  - {…, cong: so_nguoi, thieu: 1}                                  # what an item without it counts for
//
// A path is keys with dots, and [] behind a key whose value is a list, for each item. Fields left out, and
// values that are wrong in themselves, keep a rule silent: dates are only refused when no reading of a partly
// blank one could be right.
//
// Known gaps: «$id», anchors and dynamic references are refused; of a value that fits none of several
// alternatives of the same shape, the one with the fewest faults is spoken of.
package schema
