// Package batch makes one document of each of many records, and can go on where it was interrupted.
//
// Start from [Batch.Plan] and [Batch.Run]. A run goes over the records twice: the plan gives every document its
// name, so that two of one name are told before anything is written; then workers make the documents, each
// with a builder of its own. [Collect] puts the manifests of shards together; [Batch.BindPDF] and
// [Batch.BindDOCX] bind all documents into one file for printing.
//
// # The manifest
//
// A file of JSON lines in the output folder, entry.go its form: a head, then a line a document with the lock that
// its files were made from, their hashes, and its findings. Lines are appended as documents are finished, and the
// last line of a name counts; at the end the file is written anew in the order of the records, so that an
// interrupted run that was finished later leaves the same bytes as one that was not.
//
// # Invariants
//
//   - A document is made when its lock has changed, when a file of it is missing, and when it failed before. One
//     that is neither is not rendered.
//   - A file that someone has edited since is kept and named; so is every file of a record that has disappeared.
//   - A file is whole or not there: [Folder.Save] writes all files of a document or none. A document whose files were
//     renamed but whose line was lost is rendered again and found to be the same.
//   - A bad record stops no other. What concerns the table as a whole, or two names, stops all before
//     anything is written.
//   - Memory grows by the names and hashes alone, some 300 bytes a record; a workbook adds its packed cells.
//   - Nothing here sees a file system, clock or terminal: [Folder], [Journal] and [Batch.Progress] do.
//
// # Known gaps
//
//   - Hand edits are found when the record is looked at, not while two programs write at once.
//   - Binding renders every record again, since pages are not kept.
package batch
