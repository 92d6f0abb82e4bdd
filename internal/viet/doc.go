// Package viet holds what vanban knows of Vietnamese text: letters and tones, dates and periods, numbers
// in figures and in words, Roman numerals and list letters, dictionary order, and characters that look
// like one thing and are another.
//
// Start from [Fold] (are these two words the same, however carelessly typed?), [ParseDate] (what day did the
// user mean?) and [ReadText] (what does this file say, whatever encoding it is in?).
//
// What always holds:
//
//   - Functions are pure: no clock, no locale, no time zone, no state. The same text gives the same answer.
//   - No string makes a function panic, and the work grows with the length of the text, never faster.
//   - Text that is given back is in NFC, and is never cut inside a letter and its marks.
//   - What cannot be read for certain is an error, never a guess. The errors are [*DateError] and
//     [*NumberError]; their Reason and Hint are Vietnamese, ready to stand in a finding.
//
// The conventions are those of the appendices of Decree 30/2020/NĐ-CP where it speaks (dates: Phụ lục I,
// phần II, mục 4; letters of points: mục 6), and general office practice where it is silent (money in
// words, quarters).
//
// Known gaps: [CompareNames] takes the last word of a name for the given name, which is wrong for some
// names of ethnic minorities; [Words] knows cardinal numbers only (no «thứ nhất»). Of the old encodings
// TCVN3, VNI for Windows and Windows-1258 are known, not VISCII, VPS, BK HCM or VIQR. In TCVN3 without its
// fonts the first letter of a sentence that begins with a toned vowel («ủy ban») stays small, since only the
// font told that it was a capital.
package viet
