package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// client is one connection that stays open. It does as little as it can, since it runs beside who is measured.
type client struct {
	conn net.Conn
	r    *bufio.Reader
	head string
}

func dial(address string) (*client, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &client{conn, bufio.NewReader(conn), "POST /api/v2/query?lang=gizmo HTTP/1.1\r\nHost: " + address + "\r\n"}, nil
}

func (c *client) close() { c.conn.Close() }

func (c *client) ask(script string) ([]byte, error) {
	if _, err := fmt.Fprintf(c.conn, "%sContent-Length: %d\r\n\r\n%s", c.head, len(script), script); err != nil {
		return nil, err
	}
	r, err := http.ReadResponse(c.r, nil)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", r.Status, body)
	}
	return body, err
}

func query(subject, relation string) string {
	return fmt.Sprintf(`g.V("%s").Out("%s").All()`, subject, relation)
}

// askFor asks questions in an order that the seed gives, until the time is over.
func askFor(address string, asked []question, seed uint64, most time.Duration) (took []time.Duration, err error) {
	c, err := dial(address)
	if err != nil {
		return nil, err
	}
	defer c.close()
	r := rand.New(rand.NewPCG(7, seed))
	for end := time.Now().Add(most); ; {
		q := asked[r.IntN(len(asked))]
		began := time.Now()
		if began.After(end) {
			return took, nil
		}
		body, err := c.ask(query(q.subject, q.relation))
		if err != nil {
			return nil, err
		}
		if !strings.HasPrefix(string(body), `{"result":[{`) {
			return nil, fmt.Errorf("%v answered with %s", q, body)
		}
		took = append(took, time.Since(began))
	}
}

// sorted is an answer whatever order its rows came in.
func sorted(body []byte) ([]byte, error) {
	var a struct{ Result []map[string]any }
	if err := json.Unmarshal(body, &a); err != nil {
		return nil, err
	}
	slices.SortFunc(a.Result, func(x, y map[string]any) int { return strings.Compare(fmt.Sprint(x), fmt.Sprint(y)) })
	return json.Marshal(a.Result)
}
