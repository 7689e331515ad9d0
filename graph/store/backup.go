package store

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/klauspost/compress/zstd"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// A backup is a zstd stream: a line, then parts, each a kind, its length and so many bytes, the last of which
// sums up the others. It knows nothing of the engine from which it was taken.
const (
	backupHead = "sayso backup 1\n"

	quadPart      = 'q' // its four values, each after its length
	keyPart       = 'k' // a private key after its length, and the value
	decisionsPart = 'd'
	endPart       = 'e'
)

// privateKeys begins every private key of the store.
const privateKeys = "\x80"

// Contents is what a backup holds.
type Contents struct {
	Articles int    `json:"articles"`
	Quads    int64  `json:"quads"`
	Keys     int    `json:"keys"`
	CRC      uint32 `json:"crc"` // of all that stands before
}

// Backup writes the store as it stands now, whatever is written to it meanwhile.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	state, decided, err := s.freeze()
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	defer state.Close()
	b, err := newBackup(w)
	if err != nil {
		return err
	}
	err = b.whole(ctx, &reader{state}, decided)
	if err = errors.Join(err, b.close()); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	return nil
}

// freeze holds the present state, and the decisions that go with it.
func (s *Store) freeze() (*quadstore.Snapshot, string, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	ds, err := s.Decisions()
	if err != nil {
		return nil, "", err
	}
	state, err := s.quads.Snapshot()
	return state, ds.String(), err
}

type backup struct {
	zip  *zstd.Encoder
	out  *bufio.Writer
	crc  hash.Hash32
	held Contents
	part []byte
}

func newBackup(w io.Writer) (*backup, error) {
	zip, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	b := &backup{zip: zip, crc: crc32.New(crc32.MakeTable(crc32.Castagnoli))}
	b.out = bufio.NewWriter(io.MultiWriter(zip, b.crc))
	_, err = b.out.WriteString(backupHead)
	return b, err
}

func (b *backup) close() error { return errors.Join(b.out.Flush(), b.zip.Close()) }

func (b *backup) whole(ctx context.Context, r *reader, decided string) error {
	it := r.at.QuadsAllIterator()
	defer it.Close()
	for it.Next(ctx) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.quad(r.at.Quad(it.Result())); err != nil {
			return err
		}
	}
	if err := errors.Join(it.Err(), ctx.Err()); err != nil {
		return err
	}
	if err := r.at.Each([]byte(privateKeys), b.key); err != nil {
		return err
	}
	if err := b.write(decisionsPart, []byte(decided)); err != nil {
		return err
	}
	return b.end()
}

func (b *backup) quad(q quad.Quad) error {
	if !q.IsValid() {
		return errors.New("a quad has lost a value; sayso verify tells more")
	}
	b.part = b.part[:0]
	for _, d := range quad.Directions {
		var value []byte
		if v := q.Get(d); v != nil {
			var err error
			if value, err = pquads.MarshalValue(v); err != nil {
				return err
			}
		}
		b.part = append(binary.AppendUvarint(b.part, uint64(len(value))), value...)
	}
	if q.Predicate == graph.RDFType && q.Object == graph.ArticleType {
		b.held.Articles++
	}
	b.held.Quads++
	return b.write(quadPart, b.part)
}

func (b *backup) key(key, value []byte) error {
	if string(key) == decisionsKey {
		return nil // decisions are a part of their own
	}
	b.held.Keys++
	b.part = append(binary.AppendUvarint(b.part[:0], uint64(len(key))), key...)
	b.part = append(b.part, value...)
	return b.write(keyPart, b.part)
}

func (b *backup) write(kind byte, part []byte) error {
	head := binary.AppendUvarint([]byte{kind}, uint64(len(part)))
	if _, err := b.out.Write(head); err != nil {
		return err
	}
	_, err := b.out.Write(part)
	return err
}

func (b *backup) end() error {
	if err := b.out.Flush(); err != nil {
		return err
	}
	b.held.CRC = b.crc.Sum32()
	last, err := json.Marshal(b.held)
	if err != nil {
		return err
	}
	return b.write(endPart, last)
}
