package data

// GapBegins begins what a draft (bản thảo) prints in the place of a value that is missing.
const GapBegins = "[thiếu:"

// Gap is what a draft prints in the place of a missing key: «[thiếu: chu_tri]».
func Gap(key string) string { return GapBegins + " " + key + "]" }
