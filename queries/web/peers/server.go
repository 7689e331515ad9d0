package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// build makes both programs: ours as this checkout has it, and Cayley's command as go.mod has it.
func build(dir string) error {
	for _, b := range []struct{ in, name, pkg string }{
		{"../../..", "sayso", "./cmd/sayso"},
		{".", "cayley", "github.com/cayleygraph/cayley/cmd/cayley"},
	} {
		if err := run(b.in, "go", "build", "-o", filepath.Join(dir, b.name), b.pkg); err != nil {
			return err
		}
	}
	return nil
}

func run(dir, program string, args ...string) error {
	c := exec.Command(program, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %v: %w\n%s", program, args, err, out)
	}
	return nil
}

// server is a program that serves the graph, and how it did.
type server struct {
	name    string
	address string
	process *exec.Cmd
	took    []time.Duration // of each query
	rates   []float64       // queries a second, of each round
}

// start loads the graph into a store: ours, or one of Cayley's backends by its name; and serves it.
func start(dir, name, graph string, port int) (*server, error) {
	s := &server{name: name, address: fmt.Sprintf("127.0.0.1:%d", port)}
	place := filepath.Join(dir, name+".store")
	program := filepath.Join(dir, "cayley")
	load := []string{"load", "--init", "-d", name, "-a", place, "-i", graph}
	serve := []string{"http", "-d", name, "-a", place, "--host", s.address}
	switch name {
	case "sayso":
		program = filepath.Join(dir, "sayso")
		load = []string{"load", "--store", place, graph}
		serve = []string{"serve", "--store", place, "--address", s.address}
	case "memstore":
		load, serve = nil, []string{"http", "-i", graph, "--host", s.address}
	}
	if load != nil {
		if err := run(dir, program, load...); err != nil {
			return nil, err
		}
	}
	s.process = exec.Command(program, serve...)
	s.process.Dir = dir
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	return s, s.wait()
}

// wait returns when the server answers.
func (s *server) wait() (err error) {
	for range 300 {
		var c *client
		if c, err = dial(s.address); err == nil {
			_, err = c.ask(query("<urn:nobody>", "<urn:nothing>"))
			c.close()
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

func (s *server) stop() {
	s.process.Process.Signal(syscall.SIGTERM)
	s.process.Wait()
}

// ask has four clients ask for some time, and keeps what each query took.
func (s *server) ask(asked []question, seed uint64, most time.Duration) error {
	const clients = 4
	type outcome struct {
		took []time.Duration
		err  error
	}
	done := make(chan outcome)
	for i := range clients {
		go func() {
			took, err := askFor(s.address, asked, seed*clients+uint64(i), most)
			done <- outcome{took, err}
		}()
	}
	var failed error
	n := 0
	for range clients {
		o := <-done
		s.took = append(s.took, o.took...)
		n += len(o.took)
		if o.err != nil {
			failed = o.err
		}
	}
	s.rates = append(s.rates, float64(n)/most.Seconds())
	return failed
}

func (s *server) perSecond() float64 {
	sum := 0.0
	for _, r := range s.rates {
		sum += r
	}
	return sum / float64(len(s.rates))
}

// within is the time in milliseconds in which so many of a hundred queries were answered.
func (s *server) within(percent int) float64 {
	slices.Sort(s.took)
	return float64(s.took[len(s.took)*percent/100].Microseconds()) / 1000
}

// agree tells whether all servers answer the same to some of the questions.
func agree(all []*server, asked []question) error {
	var first [][]byte
	for _, s := range all {
		c, err := dial(s.address)
		if err != nil {
			return err
		}
		defer c.close()
		var answers [][]byte
		for i := 0; i < len(asked); i += max(1, len(asked)/200) {
			body, err := c.ask(query(asked[i].subject, asked[i].relation))
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			same, err := sorted(body)
			if err != nil {
				return fmt.Errorf("%s: %w: %s", s.name, err, body)
			}
			answers = append(answers, same)
		}
		if first == nil {
			first = answers
		}
		if !slices.EqualFunc(first, answers, bytes.Equal) {
			return fmt.Errorf("%s answers another thing than %s", s.name, all[0].name)
		}
	}
	fmt.Fprintf(os.Stderr, "%d answers the same from each\n", len(first))
	return nil
}
