package format

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Honest dumps shrink to a twentieth or so; a bomb to a thousandth.
const (
	packedRatio = 100
	packedGrace = 1 << 20 // bytes that may come out before the ratio counts
)

// zstdWindow is the most memory that an archive may ask for.
const zstdWindow = 128 << 20

// packing is one way to pack a file, told by how it begins.
type packing struct {
	name, magic, extension string
	unpack                 func(io.Reader) (io.Reader, error)
}

func packings() []packing {
	return []packing{
		{"gzip", "\x1f\x8b", ".gz", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"bzip2", "BZh", ".bz2", func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }},
		{"zstd", "\x28\xb5\x2f\xfd", ".zst", func(r io.Reader) (io.Reader, error) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow))
		}},
	}
}

// Unpack unpacks what begins as gzip, bzip2 or zstd do, and hands on what does not.
func Unpack(r io.Reader) (io.Reader, error) {
	packed := &counter{r: r}
	b := bufio.NewReader(packed)
	for _, p := range packings() {
		if magic, _ := b.Peek(len(p.magic)); !bytes.Equal(magic, []byte(p.magic)) {
			continue
		}
		plain, err := p.unpack(b)
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", p.name, err)
		}
		return &bounded{name: p.name, packed: packed, plain: &counter{r: plain}}, nil
	}
	return b, nil
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

type bounded struct {
	name          string
	packed, plain *counter
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.plain.Read(p)
	switch {
	case b.plain.n > packedGrace+packedRatio*b.packed.n:
		return 0, fmt.Errorf("unpack %s: unpacks to more than a hundred times its size", b.name)
	case err != nil && !errors.Is(err, io.EOF):
		err = fmt.Errorf("unpack %s: %w", b.name, err)
	}
	return n, err
}
