// Peers loads one news-shaped graph into Cayley's stock stores, into ours and into Oxigraph, and asks them the same.
//
//	cd graph/quadstore/peers
//	go run . -quads 1000000 sayso bolt leveldb memstore oxigraph
//
// Each store runs in a process of its own, one after the other; what counts is the ratio of figures of one run. Oxigraph
// (WASM, in memory) needs node and, once, "npm install --prefix PLACE oxigraph" with $NODE_PATH=PLACE/node_modules.
// It is a module of its own because Cayley's key-value stores need older versions than ours does.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// result is what one store did.
type result struct {
	Store   string
	Load    float64 // seconds, the fastest way
	Durable float64 // seconds, in commits of 10,000; 0 where nothing is durable
	Open    float64 // milliseconds, of what was loaded
	Disk    int64
	Memory  int64 // bytes, at most, of the whole process
	Answers map[string]answer
}

func main() {
	quads := flag.Int("quads", 1_000_000, "how many quads")
	only := flag.String("only", "", "run one store on the file named by the first argument, and print the result as JSON")
	durable := flag.Bool("durable", true, "load in durable commits too")
	flag.Parse()
	err := error(nil)
	if *only != "" {
		err = one(*only, flag.Arg(0), *durable)
	} else {
		err = all(*quads, flag.Args(), *durable)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func all(quads int, stores []string, durable bool) error {
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "graph.nq")
	if err := generate(file, quads); err != nil {
		return err
	}
	var results []result
	for _, store := range stores {
		r, err := run(store, file, durable)
		if err != nil {
			return fmt.Errorf("%s: %w", store, err)
		}
		results = append(results, r)
		fmt.Fprintf(os.Stderr, "%s: loaded in %.1f s\n", store, r.Load)
	}
	printTable(quads, results)
	return nil
}

// run runs one store in a process of its own.
func run(store, file string, durable bool) (r result, err error) {
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	c := exec.Command(self, "-only", store, fmt.Sprintf("-durable=%v", durable), file)
	if store == "oxigraph" {
		c = exec.Command("node", "oxigraph.cjs", file)
	}
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return r, err
	}
	err = json.Unmarshal(out, &r)
	r.Memory = c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	return r, err
}

// one measures a store in this process.
func one(store, file string, durable bool) error {
	text, err := os.ReadFile(file + ".json")
	if err != nil {
		return err
	}
	var q questions
	if err := json.Unmarshal(text, &q); err != nil {
		return err
	}
	r := result{Store: store}
	if durable && store != "memstore" {
		if r.Durable, err = durably(store, file); err != nil {
			return err
		}
	}
	dir, err := os.MkdirTemp(filepath.Dir(file), store)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	dir = filepath.Join(dir, "store")
	qs, err := open(store, dir)
	if err != nil {
		return err
	}
	took, err := load(qs, file, false)
	if err != nil {
		return err
	}
	r.Load = took.Seconds()
	if store == "sayso" {
		if err := qs.Close(); err != nil {
			return err
		}
		start := time.Now()
		if qs, err = open(store, dir); err != nil {
			return err
		}
		r.Open = float64(time.Since(start).Microseconds()) / 1000
	}
	r.Disk = size(dir)
	r.Answers = ask(qs, q)
	return errors.Join(json.NewEncoder(os.Stdout).Encode(r), qs.Close())
}

func durably(store, file string) (seconds float64, err error) {
	dir, err := os.MkdirTemp(filepath.Dir(file), store)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	qs, err := open(store, filepath.Join(dir, "store"))
	if err != nil {
		return 0, err
	}
	took, err := load(qs, file, true)
	return took.Seconds(), errors.Join(err, qs.Close())
}

func printTable(quads int, results []result) {
	row := func(name string, cell func(result) string) {
		fmt.Printf("| %-24s |", name)
		for _, r := range results {
			fmt.Printf(" %18s |", cell(r))
		}
		fmt.Println()
	}
	row(fmt.Sprintf("%d quads", quads), func(r result) string { return r.Store })
	row("---", func(result) string { return "---:" })
	row("load, s", func(r result) string { return fmt.Sprintf("%.2f", r.Load) })
	row("in durable 10k, s", func(r result) string { return fmt.Sprintf("%.2f", r.Durable) })
	row("open, ms", func(r result) string { return fmt.Sprintf("%.1f", r.Open) })
	row("disk, MB", func(r result) string { return fmt.Sprintf("%.1f", float64(r.Disk)/1e6) })
	row("memory at most, MB", func(r result) string { return fmt.Sprintf("%.0f", float64(r.Memory)/1e6) })
	for _, name := range shapes {
		row(name+", ms", func(r result) string {
			return fmt.Sprintf("%.3f (%d rows)", r.Answers[name].Micros/1000, r.Answers[name].Rows)
		})
	}
}
