package quadstore

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// loadDir names the variable that makes the test binary a process that loads in bulk and is to be killed.
const loadDir = "QUADSTORE_LOAD_DIR"

const crashLoad = 10_000

// loadAndWait says where it is, so that it can be killed there.
func loadAndWait(dir string) {
	if err := loadCrash(dir); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("loaded")
	time.Sleep(time.Minute)
}

func loadCrash(dir string) error {
	qs, err := Open(dir)
	if err != nil {
		return err
	}
	b, err := qs.Bulk()
	if err != nil {
		return err
	}
	b.links.most = 1000
	fmt.Println("begun")
	for i := range crashLoad {
		if err := b.Add(made(fmt.Sprint("s", i), "p", fmt.Sprint("o", i%100), "l")); err != nil {
			return err
		}
	}
	fmt.Println("added")
	return errors.Join(b.Commit(), b.Close())
}

// A load that is killed has loaded all or nothing, and what it leaves in the folder is swept up at the next opening.
func TestKilledLoadLeavesAllOrNothing(t *testing.T) {
	for _, kill := range []struct {
		at    string
		after time.Duration
	}{{"begun", 0}, {"begun", 5 * time.Millisecond}, {"added", 0}, {"added", 10 * time.Millisecond}, {"added", 25 * time.Millisecond}, {"loaded", 0}} {
		t.Run(fmt.Sprint(kill.at, kill.after), func(t *testing.T) {
			at := empty(t)
			said := killLoader(t, at, kill.at, kill.after)
			qs := openStore(t, at)
			defer closeStore(t, qs)
			alone(t, qs)
			stats, err := qs.Stats(context.Background(), true)
			n := stats.Quads.Size
			if err != nil || n != 0 && n != crashLoad || n == 0 && slices.Contains(said, "loaded") {
				t.Errorf("%d quads of %d after %q: %v", n, crashLoad, said, err)
			}
			if left, _ := filepath.Glob(filepath.Join(at, loadPrefix+"*")); len(left) > 0 {
				t.Errorf("left %q", left)
			}
			apply(t, qs, added("a", "b", "c", ""))
			checkIndexes(t, qs)
		})
	}
}

// killLoader kills a loading process a while after it has said a word, and returns what it has said.
func killLoader(t *testing.T, dir, word string, after time.Duration) (said []string) {
	c := exec.Command(os.Args[0], "-test.run=none")
	c.Env = append(os.Environ(), loadDir+"="+dir, "TMPDIR="+t.TempDir())
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		said = append(said, lines.Text())
		if lines.Text() == word {
			time.AfterFunc(after, func() { c.Process.Kill() })
		}
	}
	c.Wait()
	if !slices.Contains(said, word) {
		t.Fatalf("said %q, not %q", said, word)
	}
	return said
}

// What a load that was cut short has left goes at the next opening, and nothing else does.
func TestLeftoversOfALoadAreSwept(t *testing.T) {
	dir := t.TempDir()
	qs := openStore(t, dir)
	apply(t, qs, added("a", "b", "c", ""))
	closeStore(t, qs)
	for _, name := range []string{loadPrefix + "table-3", loadPrefix + "12/values", loadPrefix + "12/links-0", decisionsFile} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700), os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	qs = openStore(t, dir)
	defer closeStore(t, qs)
	if left, _ := filepath.Glob(filepath.Join(dir, loadPrefix+"*")); len(left) > 0 {
		t.Errorf("left %q", left)
	}
	if _, err := os.Stat(filepath.Join(dir, decisionsFile)); err != nil {
		t.Error(err)
	}
	if got := allQuads(t, qs); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}
