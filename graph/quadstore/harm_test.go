package quadstore

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A disk may turn over a bit, give a page back as zeros, or cut a file short.
func harm(random *rand.Rand, data []byte) (harmed []byte, what string) {
	at := random.IntN(len(data))
	switch random.IntN(3) {
	case 0:
		data[at] ^= 1 << random.IntN(8)
		return data, "a bit"
	case 1:
		clear(data[at&^4095 : min(len(data), at&^4095+4096)])
		return data, "a page"
	default:
		return data[:at], map[bool]string{true: "all", false: "the end"}[at == 0]
	}
}

// Whatever part of whatever file is not what it was, opening or Check says so and names a file and a remedy; it is
// passed over only in a note that the remedy deletes, in a log or a manifest that is no longer needed and in what Pebble writes anew at each start, and then
// the whole graph is there.
func TestHarmIsNeverSilent(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 10))
	told, passed := 0, 0
	from := [2]string{makeStore(t, false), makeStore(t, true)}
	for i := range harms {
		dir := copyOf(t, from[i%2])
		name, what := harmOne(t, random, dir)
		n, faults, err := openAndCheck(dir)
		var corrupt *CorruptError
		var version *VersionError
		switch {
		case errors.As(err, &corrupt):
			told++
			if !strings.HasPrefix(corrupt.File, dir) || !strings.Contains(corrupt.Error(), "; ") {
				t.Errorf("%s of %s: %q names no file or no remedy", what, name, err)
			}
		case errors.As(err, &version) && filepath.Base(name) == formatFile, err == nil && len(faults) > 0:
			told++
		case err != nil:
			t.Errorf("%s of %s: %T %v", what, name, err, err)
		case n != 20*crashBatch:
			t.Errorf("%s of %s: %d quads, and not a word", what, name, n)
		case strings.HasSuffix(name, ".sst"), filepath.Base(name) == committedFile && what != "all":
			t.Errorf("%s of %s: not a word", what, name)
		default:
			passed++
		}
		os.RemoveAll(dir)
	}
	t.Logf("%d harms: %d told, %d of no consequence", harms, told, passed)
}

func harmOne(t *testing.T, random *rand.Rand, dir string) (name, what string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for {
		name = filepath.Join(dir, entries[random.IntN(len(entries))].Name())
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if random.IntN(10) == 0 {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
			return name, "all"
		}
		if len(data) == 0 {
			continue
		}
		harmed, what := harm(random, data)
		if err := os.WriteFile(name, harmed, 0o600); err != nil {
			t.Fatal(err)
		}
		return name, what
	}
}

func openAndCheck(dir string) (n int, faults []string, err error) {
	qs, err := Open(dir)
	if err != nil {
		return 0, nil, err
	}
	defer qs.Close()
	if faults, err = qs.Check(context.Background()); err != nil || len(faults) > 0 {
		return 0, faults, err
	}
	it := qs.QuadsAllIterator()
	for it.Next(context.Background()) {
		n++
	}
	return n, nil, it.Err()
}

func copyOf(t *testing.T, dir string) string {
	to, err := os.MkdirTemp(t.TempDir(), "harmed")
	if err == nil {
		err = os.CopyFS(to, os.DirFS(dir))
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}
