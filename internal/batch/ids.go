package batch

// The findings of this package.
const (
	IDName     = "BATCH-NAME"     // two documents of one name
	IDRenamed  = "BATCH-RENAMED"  // a name that was changed to be one of a file
	IDEdited   = "BATCH-EDITED"   // a file that someone has edited since
	IDGone     = "BATCH-GONE"     // files of a record that is not there any more
	IDTarget   = "BATCH-TARGET"   // a link or folder where a file should be written
	IDBusy     = "BATCH-BUSY"     // a file that is open in another program
	IDManifest = "BATCH-MANIFEST" // a manifest that cannot be read
	IDShard    = "BATCH-SHARD"    // manifests that are not all shards of one work
	IDBind     = "BATCH-BIND"     // what cannot be bound into one file
)
