package format

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

var gzipMagic = []byte{0x1f, 0x8b}

// Honest dumps shrink to a twentieth or so; a bomb to a thousandth.
const (
	gzipRatio = 100
	gzipGrace = 1 << 20 // bytes that may come out before the ratio counts
)

// Gunzip unpacks what begins as gzip does, and hands on what does not.
func Gunzip(r io.Reader) (io.Reader, error) {
	packed := &counter{r: r}
	b := bufio.NewReader(packed)
	if magic, _ := b.Peek(len(gzipMagic)); !bytes.Equal(magic, gzipMagic) {
		return b, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, fmt.Errorf("gunzip: %w", err)
	}
	return &bounded{packed: packed, plain: &counter{r: z}}, nil
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

type bounded struct{ packed, plain *counter }

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.plain.Read(p)
	if b.plain.n > gzipGrace+gzipRatio*b.packed.n {
		return 0, errors.New("gunzip: unpacks to more than a hundred times its size")
	}
	return n, err
}
