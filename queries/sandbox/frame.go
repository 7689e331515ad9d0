package sandbox

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"sayso/queries"
)

// message is what parent and child say to each other; Kind tells which fields it has.
type message struct {
	Kind   kind            `json:"kind"`
	Script *queries.Script `json:"script,omitempty"`
	Millis int64           `json:"millis,omitempty"` // of script: how long it may take
	Path   *queries.Path   `json:"path,omitempty"`   // of rows, all, count
	Number int64           `json:"number,omitempty"` // of rows, all: how many; of an answer: the count
	Value  json.RawMessage `json:"value,omitempty"`  // of emit
	Rows   []row           `json:"rows,omitempty"`   // of an answer
	More   bool            `json:"more,omitempty"`   // of an answer: another one follows
	Error  *failure        `json:"error,omitempty"`  // of an answer or the end
}

type kind string

const (
	script kind = "script" // parent to child: run this
	answer kind = "answer" // parent to child, to rows, all and count
	rows   kind = "rows"
	all    kind = "all"
	count  kind = "count"
	emit   kind = "emit" // goes unanswered
	end    kind = "end"
)

type row map[string]queries.Term

// maxFrame bounds what either side reads at once.
const maxFrame = queries.MaxBytes + 1<<20

func write(w io.Writer, m *message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if len(body) > maxFrame {
		return queries.LimitError{Limit: "the query hands over too much at once"}
	}
	if _, err := w.Write(binary.BigEndian.AppendUint32(nil, uint32(len(body)))); err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

func read(r io.Reader) (*message, error) {
	var size [4]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(size[:])
	if n > maxFrame {
		return nil, fmt.Errorf("frame of %d bytes", n)
	}
	// A length is only a promise, so memory follows what really arrives.
	var body bytes.Buffer
	body.Grow(int(min(n, 64<<10)))
	if _, err := io.CopyN(&body, r, int64(n)); err != nil {
		return nil, errors.Join(io.ErrUnexpectedEOF, err)
	}
	var m message
	if err := json.Unmarshal(body.Bytes(), &m); err != nil {
		return nil, fmt.Errorf("read frame: %w", err)
	}
	return &m, nil
}

func toTerms(r queries.Row) row {
	terms := make(row, len(r))
	for tag, v := range r {
		terms[tag] = queries.TermOf(v)
	}
	return terms
}

func (r row) values() (queries.Row, error) {
	values := make(queries.Row, len(r))
	for tag, t := range r {
		v, err := t.Value()
		if err != nil {
			return nil, err
		}
		values[tag] = v
	}
	return values, nil
}
