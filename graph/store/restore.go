package store

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/klauspost/compress/zstd"

	"sayso/graph/identity"
	"sayso/graph/quadstore"
)

// ErrNoBackup is wrapped by what is said of a file that is no whole backup.
var ErrNoBackup = errors.New("not a whole backup")

// longestPart is what a single quad or key of a backup may take.
const longestPart = 256 << 20

// existsError is fs.ErrExist with words of its own.
type existsError struct{ text string }

func (e *existsError) Error() string { return e.text }
func (e *existsError) Unwrap() error { return fs.ErrExist }

// errCut is what the end of a file comes to before that of the backup.
var errCut = errors.New("it is cut short")

// keyBatch is how many private keys are restored together, keyBytes from how many bytes on it is fewer.
const (
	keyBatch = 1000
	keyBytes = 16 << 20
)

// CheckBackup reads a backup to its end, and tells what it holds.
func CheckBackup(ctx context.Context, r io.Reader) (Contents, error) {
	return readBackup(ctx, r, func(byte, []byte) error { return nil })
}

// Restore makes a new store of a backup. In a folder nothing is there until all is; a database must hold no store.
func Restore(ctx context.Context, r io.Reader, dir string) (held Contents, err error) {
	if quadstore.Remote(dir) {
		return restoreInto(ctx, r, dir)
	}
	dir = filepath.Clean(dir)
	if quadstore.Exists(dir) {
		return held, &existsError{dir + " holds a store already; restore into another folder"}
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return held, err
	}
	making, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".restoring-")
	if err != nil {
		return held, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(making))
		}
	}()
	if held, err = restoreInto(ctx, r, making); err != nil {
		return held, err
	}
	if err = os.Rename(making, dir); err != nil {
		return held, err
	}
	return held, quadstore.SyncFolder(filepath.Dir(dir))
}

func restoreInto(ctx context.Context, r io.Reader, at string) (held Contents, err error) {
	s, err := Open(at)
	if err != nil {
		return held, err
	}
	if s.Version() > 0 {
		return held, errors.Join(&existsError{at + " holds a store already; restore into another database, or schema"}, s.Close())
	}
	held, err = s.restore(ctx, r)
	if err == nil {
		err = s.check()
	}
	return held, errors.Join(err, s.Close())
}

// restore fills an empty store: the graph in bulk, what is kept beside it in batches.
func (s *Store) restore(ctx context.Context, r io.Reader) (held Contents, err error) {
	quads := &loading{store: s}
	defer func() { err = errors.Join(err, quads.close()) }()
	var pairs []quadstore.Pair
	size := 0
	keep := func() error {
		if err := quads.flush(); err != nil {
			return err
		}
		err := s.commit(transaction{pairs: pairs})
		pairs, size = pairs[:0], 0
		return err
	}
	held, err = readBackup(ctx, r, func(kind byte, part []byte) error {
		switch kind {
		case quadPart:
			q, err := quadOf(part)
			if err != nil {
				return err
			}
			return quads.add(q)
		case keyPart:
			key, value, ok := cut(part)
			if !ok {
				return errors.New("a key is cut short")
			}
			pairs = append(pairs, quadstore.Pair{Key: bytes.Clone(key), Value: append([]byte{}, value...)})
			size += len(part)
		case decisionsPart:
			return s.restoreDecisions(string(part))
		}
		if len(pairs) < keyBatch && size < keyBytes {
			return nil
		}
		return keep()
	})
	if err != nil {
		return held, err
	}
	return held, keep()
}

func (s *Store) restoreDecisions(text string) error {
	ds, err := identity.ReadDecisions(strings.NewReader(text))
	if err != nil || len(ds) == 0 {
		return err
	}
	return s.writeDecisions(ds)
}

// readBackup calls fn with each part, and holds them against what the end says.
func readBackup(ctx context.Context, r io.Reader, fn func(kind byte, part []byte) error) (held Contents, err error) {
	zip, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return held, fmt.Errorf("%w: %w", ErrNoBackup, err)
	}
	defer zip.Close()
	in := &summed{r: bufio.NewReader(zip)}
	head := make([]byte, len(backupHead))
	switch err := in.full(head); {
	case errors.Is(err, errCut):
		return held, fmt.Errorf("%w: %w", ErrNoBackup, err)
	case err != nil, string(head) != backupHead:
		return held, fmt.Errorf("%w: it does not begin as one of this sayso does", ErrNoBackup)
	}
	for {
		if err := ctx.Err(); err != nil {
			return held, err
		}
		sum := in.sum
		kind, part, err := in.part()
		if err != nil {
			return held, fmt.Errorf("%w: %w", ErrNoBackup, err)
		}
		switch kind {
		case quadPart:
			held.Quads++
		case keyPart:
			held.Keys++
		case decisionsPart:
		case endPart:
			held.CRC = sum
			return checkEnd(part, held)
		default:
			return held, fmt.Errorf("%w: a part of kind %q", ErrNoBackup, kind)
		}
		if err := fn(kind, part); err != nil {
			return held, err
		}
	}
}

// checkEnd holds what was read against what was written.
func checkEnd(part []byte, found Contents) (Contents, error) {
	var noted Contents
	if err := json.Unmarshal(part, &noted); err != nil {
		return found, fmt.Errorf("%w: its end does not decode", ErrNoBackup)
	}
	if noted.Quads != found.Quads || noted.Keys != found.Keys || noted.CRC != found.CRC {
		return found, fmt.Errorf("%w: %d quads and %d keys with checksum %x, written were %d and %d with %x", ErrNoBackup,
			found.Quads, found.Keys, found.CRC, noted.Quads, noted.Keys, noted.CRC)
	}
	return noted, nil
}

// summed sums up what is read.
type summed struct {
	r    *bufio.Reader
	sum  uint32
	held []byte
}

func (s *summed) full(p []byte) error {
	switch _, err := io.ReadFull(s.r, p); {
	case err == io.EOF, err == io.ErrUnexpectedEOF:
		return errCut
	case err != nil:
		return err
	}
	s.sum = crc32.Update(s.sum, crc32.MakeTable(crc32.Castagnoli), p)
	return nil
}

// ReadByte makes summed an io.ByteReader.
func (s *summed) ReadByte() (byte, error) {
	var one [1]byte
	err := s.full(one[:])
	return one[0], err
}

func (s *summed) part() (kind byte, part []byte, err error) {
	if kind, err = s.ReadByte(); err != nil {
		return kind, nil, err
	}
	n, err := binary.ReadUvarint(s)
	if err != nil {
		return kind, nil, err
	}
	if n > longestPart {
		return kind, nil, fmt.Errorf("a part of %d bytes", n)
	}
	// Grown as it is read: a length that is not true takes no memory.
	s.held = s.held[:0]
	for left := int(n); left > 0; left = int(n) - len(s.held) {
		from := len(s.held)
		s.held = slices.Grow(s.held, min(left, 1<<16))
		s.held = s.held[:min(int(n), cap(s.held))]
		if err := s.full(s.held[from:]); err != nil {
			return kind, nil, err
		}
	}
	return kind, s.held, nil
}

// cut takes what stands after its length from the front.
func cut(part []byte) (first, rest []byte, ok bool) {
	n, size := binary.Uvarint(part)
	if size <= 0 || n > uint64(len(part)-size) {
		return nil, nil, false
	}
	return part[size : size+int(n)], part[size+int(n):], true
}

func quadOf(part []byte) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		value, rest, ok := cut(part)
		if !ok {
			return q, fmt.Errorf("%w: a quad is cut short", ErrNoBackup)
		}
		part = rest
		if len(value) == 0 {
			continue
		}
		v, err := valueOf(value)
		if err != nil {
			return q, fmt.Errorf("%w: %w", ErrNoBackup, err)
		}
		q.Set(d, v)
	}
	return q, nil
}

func valueOf(data []byte) (v quad.Value, err error) {
	defer func() {
		if cause := recover(); cause != nil { // the library's answer to a value of no kind
			err = fmt.Errorf("%v", cause)
		}
	}()
	return pquads.UnmarshalValue(data)
}
