package quadstore

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// crashDir names the variable that makes the test binary the process that is to be killed.
const crashDir = "QUADSTORE_CRASH_DIR"

const crashBatch = 200

// commitForever commits batch after batch, and prints the number of each once it is durable.
func commitForever(dir string) {
	qs, err := Open(dir)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for n := 0; ; n++ {
		if err := qs.ApplyDeltas(crashDeltas(n), graph.IgnoreOpts{}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

func crashDeltas(batch int) []graph.Delta {
	deltas := make([]graph.Delta, crashBatch)
	for i := range deltas {
		deltas[i] = added(fmt.Sprintf("s%d", batch), "p", fmt.Sprintf("o%d", i), fmt.Sprintf("batch%d", batch))
	}
	return deltas
}

func TestKilledProcessLeavesWholeBatches(t *testing.T) {
	for round := range 3 {
		at := empty(t)
		durable := killCommitter(t, at, time.Duration(20+60*round)*time.Millisecond)
		checkBatches(t, at, durable)
	}
}

// killCommitter kills a committing process a while after its first commit, and returns the last batch that it reported.
func killCommitter(t *testing.T, dir string, after time.Duration) int {
	c := exec.Command(os.Args[0], "-test.run=none")
	c.Env = append(os.Environ(), crashDir+"="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	last := -1
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if last == -1 {
			time.AfterFunc(after, func() { c.Process.Kill() })
		}
		if _, err := fmt.Sscan(lines.Text(), &last); err != nil {
			t.Fatal(lines.Text())
		}
	}
	c.Wait()
	return last
}

func checkBatches(t *testing.T, dir string, durable int) {
	qs := openStore(t, dir)
	defer closeStore(t, qs)
	alone(t, qs)
	batches := int(qs.Version())
	if batches <= durable {
		t.Errorf("%d batches after a kill, %d were durable", batches, durable+1)
	}
	stats, err := qs.Stats(context.Background(), true)
	if err != nil || stats.Quads.Size != int64(batches*crashBatch) {
		t.Errorf("%d quads in %d batches of %d, %v", stats.Quads.Size, batches, crashBatch, err)
	}
	for n := range batches {
		size, err := qs.QuadIteratorSize(context.Background(), quad.Label, qs.ValueOf(quad.IRI(fmt.Sprintf("batch%d", n))))
		if err != nil || size != (graph.Size{Size: crashBatch, Exact: true}) {
			t.Fatalf("batch %d: %v, %v", n, size, err)
		}
	}
	checkIndexes(t, qs)
}

// alone waits until the server has seen that the one who wrote is gone, and has done with its last commit.
func alone(t *testing.T, qs *QuadStore) {
	var err error
	for range 200 {
		if err = qs.engine.lock(); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal(err)
}
