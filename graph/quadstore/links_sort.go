package quadstore

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// packed is a quad's four ids in the order of an index, each below 1<<32.
type packed struct{ high, low uint64 }

func comparePacked(a, b packed) int {
	if c := cmp.Compare(a.high, b.high); c != 0 {
		return c
	}
	return cmp.Compare(a.low, b.low)
}

const packedSize = 16

// pack brings the ids of a quad into the order of an index.
func (x index) pack(ids [4]uint32) packed {
	return packed{
		uint64(ids[x.order[0]-1])<<32 | uint64(ids[x.order[1]-1]),
		uint64(ids[x.order[2]-1])<<32 | uint64(ids[x.order[3]-1]),
	}
}

func (p packed) appendKey(key []byte) []byte {
	key = binary.BigEndian.AppendUint64(key, p.high>>32)
	key = binary.BigEndian.AppendUint64(key, p.high&0xffff_ffff)
	key = binary.BigEndian.AppendUint64(key, p.low>>32)
	return binary.BigEndian.AppendUint64(key, p.low&0xffff_ffff)
}

// linkSorter sorts quads by every index in bounded memory: what does not fit is kept sorted in files, and merged.
type linkSorter struct {
	dir    string
	most   int // links held
	links  [][4]uint32
	spills int
}

// heldLinks is how many quads are held, 16 MB of them.
const heldLinks = 1 << 20

func (s *linkSorter) add(ids [4]uint32) error {
	s.links = append(s.links, ids)
	if len(s.links) < s.most {
		return nil
	}
	return s.spill()
}

func (s *linkSorter) spill() error {
	for _, x := range indexes {
		if err := s.spillIndex(x); err != nil {
			return fmt.Errorf("load: %w", err)
		}
	}
	s.spills++
	s.links = s.links[:0]
	return nil
}

func (s *linkSorter) sorted(x index) []packed {
	all := make([]packed, len(s.links))
	for i, ids := range s.links {
		all[i] = x.pack(ids)
	}
	slices.SortFunc(all, comparePacked)
	return all
}

func (s *linkSorter) file(x index, n int) string {
	return filepath.Join(s.dir, fmt.Sprintf("%c-%d", x.prefix, n))
}

func (s *linkSorter) spillIndex(x index) error {
	f, err := os.Create(s.file(x, s.spills))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<18)
	var b [packedSize]byte
	for _, p := range s.sorted(x) {
		binary.BigEndian.PutUint64(b[:], p.high)
		binary.BigEndian.PutUint64(b[8:], p.low)
		if _, err := w.Write(b[:]); err != nil {
			break // Flush gives it again
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// write gives the keys of an index in order, each once, and counts them.
func (s *linkSorter) write(x index, put func(key, value []byte) error) (n int64, err error) {
	m, err := s.merge(x)
	if err != nil {
		return 0, err
	}
	defer m.close()
	key := append(make([]byte, 0, linkKeySize), x.prefix)
	last := packed{}
	for {
		p, ok, err := m.next()
		if err != nil || !ok {
			return n, err
		}
		if p == last {
			continue
		}
		last = p
		n++
		if err := put(p.appendKey(key[:1]), nil); err != nil {
			return n, err
		}
	}
}

// merger gives the smallest of what its sources begin with. There are few sources, so it looks at all.
type merger struct {
	held    []packed
	sources []*source
}

// source is a sorted file and what it begins with.
type source struct {
	file  *os.File
	from  *bufio.Reader
	first packed
}

func (s *linkSorter) merge(x index) (*merger, error) {
	m := &merger{held: s.sorted(x)}
	for n := range s.spills {
		f, err := os.Open(s.file(x, n))
		if err != nil {
			m.close()
			return nil, err
		}
		m.sources = append(m.sources, &source{file: f, from: bufio.NewReaderSize(f, 1<<18)})
		if _, err := m.advance(n); err != nil {
			m.close()
			return nil, err
		}
	}
	return m, nil
}

func (m *merger) next() (p packed, ok bool, err error) {
	least := -1
	for i, s := range m.sources {
		if s.from != nil && (least < 0 || comparePacked(s.first, m.sources[least].first) < 0) {
			least = i
		}
	}
	switch {
	case len(m.held) > 0 && (least < 0 || comparePacked(m.held[0], m.sources[least].first) <= 0):
		p, m.held = m.held[0], m.held[1:]
		return p, true, nil
	case least < 0:
		return p, false, nil
	}
	p, err = m.advance(least)
	return p, err == nil, err
}

// advance returns what a source began with, and reads what it begins with now.
func (m *merger) advance(i int) (p packed, err error) {
	s := m.sources[i]
	p = s.first
	var b [packedSize]byte
	_, err = io.ReadFull(s.from, b[:])
	if err == io.EOF {
		s.from = nil
		return p, nil
	}
	s.first = packed{binary.BigEndian.Uint64(b[:]), binary.BigEndian.Uint64(b[8:])}
	return p, err
}

func (m *merger) close() {
	for _, s := range m.sources {
		s.file.Close()
	}
}
