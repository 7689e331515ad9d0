package mcp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
)

// longestLine bounds what one message may take of memory. It is below the bound of the SDK, which ends the session there.
const longestLine = 8 << 20

// messages is the input of a session without the lines that are no message. Each of those is answered as JSON-RPC 2.0
// wants it, with an error whose id is null, where the SDK would end the session.
type messages struct {
	in   *bufio.Reader
	out  io.Writer
	held []byte // of a line that is a message, what is not read yet
}

func messagesOf(in io.Reader, out io.Writer) *messages {
	return &messages{in: bufio.NewReader(in), out: out}
}

func (m *messages) Read(p []byte) (int, error) {
	for len(m.held) == 0 {
		line, err := m.line()
		if err != nil && len(line) == 0 {
			return 0, err
		}
		if fault := faultOf(line); fault != nil {
			if err := refuseLine(m.out, fault); err != nil {
				return 0, err
			}
			continue
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			m.held = append(line, '\n')
		}
	}
	n := copy(p, m.held)
	m.held = m.held[n:]
	return n, nil
}

// line is the next line, of one that is too long only as much as shows that.
func (m *messages) line() ([]byte, error) {
	var line []byte
	for {
		part, err := m.in.ReadSlice('\n')
		if len(line) <= longestLine {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// faultOf is what is wrong with a line; nil where it is a message or empty. Batches are of earlier versions of the
// protocol than assistants speak, and the SDK ends a session of a later one that sends any.
func faultOf(line []byte) *jsonrpc.Error {
	switch line = bytes.TrimSpace(line); {
	case len(line) == 0:
		return nil
	case len(line) > longestLine:
		return &jsonrpc.Error{Code: jsonrpc.CodeInvalidRequest, Message: fmt.Sprintf("a message has %d bytes at most", longestLine)}
	case !json.Valid(line):
		return &jsonrpc.Error{Code: jsonrpc.CodeParseError, Message: "not JSON: want one JSON-RPC 2.0 message a line"}
	}
	if _, err := jsonrpc.DecodeMessage(line); err != nil {
		return &jsonrpc.Error{Code: jsonrpc.CodeInvalidRequest, Message: "no request: want one JSON-RPC 2.0 message a line, not " + string(line[:min(len(line), 40)])}
	}
	return nil
}

// refuseLine answers what is no request. The SDK has no response whose id is null.
func refuseLine(out io.Writer, fault *jsonrpc.Error) error {
	answer, err := json.Marshal(struct {
		Version string         `json:"jsonrpc"`
		ID      *int           `json:"id"`
		Error   *jsonrpc.Error `json:"error"`
	}{"2.0", nil, fault})
	if err != nil {
		return err
	}
	_, err = out.Write(append(answer, '\n'))
	return err
}

// shared is written to from several sides, a whole line at a time.
type shared struct {
	mu sync.Mutex
	w  io.Writer
}

func (s *shared) Write(line []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(line)
}

// Close leaves open what is written to by others as well, and not closed with a session.
func (*shared) Close() error { return nil }
