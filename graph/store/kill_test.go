package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// killDir names the variable that makes the test binary the process that is to be killed.
const killDir = "STORE_KILL_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killDir); dir != "" {
		if err := beKilled(dir); err != nil {
			fmt.Println("error:", err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// killArticles is how many articles the process goes round in; killQuads how many quads a load has.
const (
	killArticles = 40
	killQuads    = 300
)

// beKilled builds and loads for ever, round after round where the last process was stopped, and
// tells each thing once it is acknowledged.
func beKilled(dir string) error {
	s, err := Open(dir)
	if err != nil {
		return err
	}
	fmt.Println("open")
	all := extracts(random(11), killArticles)
	s.Begin()
	for round := 0; ; round++ {
		for i, x := range all {
			known, err := s.Reading(x.Article.ID)
			if err != nil {
				return err
			}
			x.Stamp = fmt.Sprintf("round-%06d", round)
			if known.Stamp >= x.Stamp {
				continue
			}
			if round%2 == 1 {
				y := *x.Article
				y.Claims = y.Claims[:1]
				x.Article = &y
			}
			if _, err := s.AddExtracts(ctx, []Extract{x}); err != nil {
				return err
			}
			fmt.Println("article", x.Article.ID, x.Stamp)
			if i%8 == 0 {
				if _, err := s.Load(ctx, yielding(killLoad(round*killArticles+i), nil)); err != nil {
					return err
				}
				fmt.Println("load", round*killArticles+i)
			}
		}
		if err := s.Renumber(ctx); err != nil {
			return err
		}
		s.Begin()
	}
}

func killLoad(n int) []quad.Quad {
	quads := make([]quad.Quad, killQuads)
	for i := range quads {
		quads[i] = quad.MakeIRI(fmt.Sprint("urn:s", i), "urn:p", fmt.Sprint("urn:o", n), fmt.Sprint("urn:load", n))
	}
	return quads
}

// Nothing that was acknowledged is lost by a kill, the store opens, and it is whole.
func TestKilledWhileBuildingAndLoading(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	random := random(13)
	lines := 0
	for n := range kills {
		told := killed(t, dir, random)
		lines += len(told)
		holds(t, dir, told)
		if t.Failed() {
			t.Fatalf("after kill %d", n+1)
		}
	}
	t.Logf("%d kills, %d acknowledgements", kills, lines)

	// What a process that is left alone makes of the rest is what it would have made of all.
	got, want := finished(t, dir), finished(t, filepath.Join(t.TempDir(), "other"))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// killed starts the process, kills it some time after it has opened the store, and returns what it has acknowledged.
func killed(t *testing.T, dir string, random *rand.Rand) (told []string) {
	c := exec.Command(os.Args[0], "-test.run=none")
	c.Env = append(os.Environ(), killDir+"="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	after := time.Duration(random.IntN(400_000)) * time.Microsecond
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Error(lines.Text())
		}
		if lines.Text() == "open" {
			time.AfterFunc(after, func() { c.Process.Kill() })
			continue
		}
		told = append(told, lines.Text())
	}
	c.Wait()
	return told
}

func holds(t *testing.T, dir string, told []string) {
	t.Helper()
	s := reopened(t, nil, dir)
	defer closeStore(t, s)
	verified(t, s)
	for _, line := range told {
		if id, stamp, ok := strings.Cut(strings.TrimPrefix(line, "article "), " "); ok && strings.HasPrefix(line, "article ") {
			if known := reading(t, s, id); known.Stamp < stamp {
				t.Errorf("%s is acknowledged, and the store has %+v", line, known)
			}
			continue
		}
		var n, have int
		if _, err := fmt.Sscanf(line, "load %d", &n); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		for _, err := range s.Select(ctx, Match{Label: []quad.Value{quad.IRI(fmt.Sprint("urn:load", n))}}) {
			if err != nil {
				t.Fatal(err)
			}
			have++
		}
		if have != killQuads {
			t.Errorf("%s is acknowledged, and the store has %d of its quads", line, have)
		}
	}
}

// finished is the graph of the articles once a build that is not stopped has gone through them.
func finished(t *testing.T, dir string) (graph []string) {
	s := reopened(t, nil, dir)
	defer closeStore(t, s)
	s.Begin()
	addAll(t, s, extracts(random(11), killArticles))
	verified(t, s)
	for _, line := range lines(t, s) {
		if !strings.Contains(line, "urn:load") {
			graph = append(graph, line)
		}
	}
	return graph
}
