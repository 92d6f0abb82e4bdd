package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"

	"vanban/internal/build"
)

// Shard is one of several parts of the work; the zero value is all of it.
type Shard struct{ K, N int } // K of N, from 1

// has tells whether a document is of this shard.
func (s Shard) has(key string) bool { return s.N <= 1 || s.of(key) == s.K-1 }

// of gives the shard of a document, from 0. It depends on the name alone: on any machine, in any order of records.
func (s Shard) of(key string) int {
	sum := sha256.Sum256([]byte(key))
	return int(binary.BigEndian.Uint64(sum[:8]) % uint64(s.N))
}

// maxShards is more parts than any engine starts; the head of a manifest has a share for each.
const maxShards = 10_000

// ParseShard reads what [Shard.String] writes.
func ParseShard(text string) (Shard, bool) {
	if text == "" {
		return Shard{}, true
	}
	before, after, _ := strings.Cut(text, "/")
	k, errK := strconv.Atoi(before)
	n, errN := strconv.Atoi(after)
	return Shard{k, n}, errK == nil && errN == nil && 1 <= k && k <= n && n <= maxShards
}

// String writes «k/n», and nothing for all of the work.
func (s Shard) String() string {
	if s.N <= 1 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.K, s.N)
}

// shares tell what each shard of a work is made from: the sum of the hashes of its documents. Every shard writes all of
// them down as it sees them; those that were made from one work agree.
type shares []atomic.Uint64

func (b *Batch) newShares() shares {
	if b.Shard.N <= 1 {
		return nil
	}
	return make(shares, b.Shard.N)
}

// add takes up one document, by its key and what it is made from. Several goroutines may do so at once.
func (s shares) add(of Shard, key, source string) {
	if s == nil {
		return
	}
	sum := sha256.Sum256([]byte(key + "\n" + source))
	s[of.of(key)].Add(binary.BigEndian.Uint64(sum[:8]))
}

// texts are the shares as a manifest has them.
func (s shares) texts() []string {
	var out []string
	for i := range s {
		out = append(out, fmt.Sprintf("%016x", s[i].Load()))
	}
	return out
}

// source says all that a document is made from and into, and where its record stands among the others.
func (b *Batch) source(j build.Job, n int) string {
	if b.Shard.N <= 1 || j.Template == nil {
		return ""
	}
	builder := build.Builder{Fonts: b.Fonts}
	lock := builder.Lock(j, b.Version)
	return fmt.Sprintf("%d %t %t %s %s %s %s %s %s", n, b.DOCX, b.PDF, b.Created, lock.Version, lock.Data, lock.Template, lock.Standard, lock.Fonts)
}
