package parse

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"

	"github.com/klauspost/compress/zstd"
)

// magic opens every model file; its digit changes with the layout.
const magic = "sayso model 1\n"

var errDamaged = errors.New("damaged model file")

// archive writes the parts of a model one after the other.
type archive struct{ buf bytes.Buffer }

func (a *archive) number(n int) { a.buf.Write(binary.AppendUvarint(nil, uint64(n))) }

func (a *archive) text(s string) {
	a.number(len(s))
	a.buf.WriteString(s)
}

func (a *archive) texts(list []string) {
	a.number(len(list))
	for _, s := range list {
		a.text(s)
	}
}

func (a *archive) perceptron(p *perceptron) {
	a.texts(p.classes)
	a.number(len(p.packed))
	for _, q := range p.packed {
		a.buf.WriteByte(byte(q))
	}
}

// bytes returns the model file: the same parts give the same bytes.
func (a *archive) bytes() ([]byte, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderCRC(true))
	if err != nil {
		return nil, err
	}
	return enc.EncodeAll(a.buf.Bytes(), []byte(magic)), enc.Close()
}

// unarchive reads the parts back; after the first error it yields zero values.
type unarchive struct {
	rest []byte
	err  error
}

// openModel reads models/NAME.bin.
func openModel(name string, read func(path string) ([]byte, error)) (*unarchive, error) {
	path := "models/" + name + ".bin"
	file, err := read(path)
	if err != nil {
		return nil, fmt.Errorf("%w; run `sayso train`", err)
	}
	rest, err := decompress(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w; run `sayso train`", path, err)
	}
	return &unarchive{rest: rest}, nil
}

func decompress(file []byte) ([]byte, error) {
	body, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, errDamaged
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	return dec.DecodeAll(body, nil)
}

func (u *unarchive) number() int {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 {
		u.err = errDamaged
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

// block reads a length and so many bytes.
func (u *unarchive) block() []byte {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.err = errDamaged
	}
	if u.err != nil {
		return nil
	}
	b := u.rest[:n:n]
	u.rest = u.rest[n:]
	return b
}

func (u *unarchive) text() string { return string(u.block()) }

func (u *unarchive) texts() []string {
	n := u.number()
	if n < 0 || n > len(u.rest) {
		u.err = errDamaged
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = u.text()
	}
	return list
}

func (u *unarchive) perceptron() *perceptron {
	classes := u.texts()
	packed := u.block()
	rows := len(packed) - len(classes)
	if u.err == nil && (rows <= 0 || rows&(rows-1) != 0) {
		u.err = errDamaged
	}
	if u.err != nil {
		return nil
	}
	return newPerceptron(classes, unsafe.Slice((*int8)(unsafe.Pointer(&packed[0])), len(packed)))
}
