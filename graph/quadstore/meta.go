package quadstore

import (
	"encoding/binary"
	"fmt"
)

// meta is what each commit leaves behind about the whole store.
type meta struct {
	next    node // the id that the next new value gets
	quads   int64
	nodes   int64
	version uint64
}

const metaSize = 4 * 8

func (m meta) encode() []byte {
	b := make([]byte, 0, metaSize)
	b = binary.BigEndian.AppendUint64(b, uint64(m.next))
	b = binary.BigEndian.AppendUint64(b, uint64(m.quads))
	b = binary.BigEndian.AppendUint64(b, uint64(m.nodes))
	return binary.BigEndian.AppendUint64(b, m.version)
}

func (v *view) meta() (meta, error) {
	b, err := v.get([]byte{metaKey})
	if err != nil {
		return meta{}, err
	}
	return v.decodeMeta(b)
}

func (v *view) decodeMeta(b []byte) (meta, error) {
	if b == nil {
		return meta{next: 1}, nil
	}
	if len(b) != metaSize {
		return meta{}, v.qs.damaged(fmt.Errorf("counts: %w", errValue))
	}
	return meta{
		next:    node(binary.BigEndian.Uint64(b)),
		quads:   int64(binary.BigEndian.Uint64(b[8:])),
		nodes:   int64(binary.BigEndian.Uint64(b[16:])),
		version: binary.BigEndian.Uint64(b[24:]),
	}, nil
}
