package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sayso/graph/store"
)

// mixed writes articles made of the paragraphs of the sample articles, below a headline of theirs. An article depends on
// its number alone, so there is no end of them, and the first ones are the same whatever their count.
func mixed(t *testing.T, dir string, from, to int) {
	t.Helper()
	headlines, paragraphs := sampleParagraphs(t)
	for n := from; n < to; n++ {
		random := rand.New(rand.NewPCG(mixSeed, uint64(n)))
		text := headlines[random.IntN(len(headlines))] + "\n"
		for _, i := range random.Perm(len(paragraphs))[:8+random.IntN(8)] {
			text += "\n" + paragraphs[i] + "\n"
		}
		folder := filepath.Join(dir, fmt.Sprintf("%03d", n/1000))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		lay(t, filepath.Join(folder, fmt.Sprintf("%03d.txt", n%1000)), text)
	}
}

const mixSeed = 1000

func sampleParagraphs(t *testing.T) (headlines, paragraphs []string) {
	t.Helper()
	names, err := filepath.Glob("../../data/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
		headlines = append(headlines, lines[0])
		for _, line := range lines[1:] {
			if line = strings.TrimSpace(line); len(line) > 60 {
				paragraphs = append(paragraphs, line)
			}
		}
	}
	return headlines, paragraphs
}

// TestMixedArticles builds a thousand articles (60 in the short run) twice, and once more into another store: the second time
// there is nothing to do, the graphs are the same, and what a build holds in memory does not grow with what it has read.
func TestMixedArticles(t *testing.T) {
	dir := t.TempDir()
	mixed(t, filepath.Join(dir, "news"), 0, mixedArticles)
	kept := filepath.Join(dir, "store")
	said, series := buildWatched(t, filepath.Join(dir, "news"), kept)
	if want := fmt.Sprintf("%d new or changed, 0 as before", mixedArticles); !strings.Contains(said, want) {
		t.Fatalf("want %q: %s", want, said)
	}
	first := exportSum(t, kept)
	said, _ = buildWatched(t, filepath.Join(dir, "news"), kept)
	if want := fmt.Sprintf("0 new or changed, %d as before", mixedArticles); !strings.Contains(said, want) || exportSum(t, kept) != first {
		t.Errorf("built again, want %q: %s", want, said)
	}
	if mixedArticles < 1000 {
		return
	}
	buildWatched(t, filepath.Join(dir, "news"), filepath.Join(dir, "other"))
	if exportSum(t, filepath.Join(dir, "other")) != first {
		t.Error("another store of the same articles is not the same graph")
	}
	var tenths []int
	for part := range slices.Chunk(series, max(1, len(series)/10)) {
		tenths = append(tenths, slices.Max(part))
	}
	t.Logf("RSS in MB, the most of each tenth of the build: %v", tenths)
	third := len(tenths) / 3
	if middle, last := slices.Max(tenths[third:2*third]), slices.Max(tenths[2*third:]); last > middle*13/10 {
		t.Errorf("memory grows: %d MB in the middle third, %d in the last", middle, last)
	}
}

// buildWatched builds in a process of its own, and gives what it says and, where the system tells, its memory in MB a second.
func buildWatched(t *testing.T, news, kept string) (said string, series []int) {
	t.Helper()
	var out strings.Builder
	build := exec.Command("sayso", "build", news, "--store", kept)
	build.Stderr = &out
	if err := build.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- build.Wait() }()
	for second := time.NewTicker(time.Second); ; {
		select {
		case err := <-done:
			second.Stop()
			if err != nil {
				t.Fatalf("%v: %s", err, out.String())
			}
			return out.String(), series
		case <-second.C:
			series = append(series, residentMB(build.Process.Pid))
		}
	}
}

// residentMB is 0 where the system does not tell.
func residentMB(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	kB := 0
	fmt.Sscan(after, &kB)
	return kB >> 10
}

func exportSum(t *testing.T, kept string) string {
	t.Helper()
	out, _ := typing(t, exitOK, "export", "--store", kept)
	return store.Sum([]byte(out))
}
