package store

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"

	"sayso/graph/quadstore"
)

// A ledger entry that is lost, or another than the last, is found when the store is opened.
func TestOpenFindsALostEntry(t *testing.T) {
	for name, value := range map[string][]byte{"gone": nil, "old": []byte(`{"quads":1,"crc":7}`), "broken": []byte("{")} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "store")
			s := reopened(t, nil, dir)
			for _, id := range []string{"1", "2", "3"} {
				a, text := told(id, "Ann|met|meet|Bob|", "Bob|saw|see|Cid|Ann")
				add(t, s, true, a, text)
			}
			if err := s.Remove(ctx, "3"); err != nil {
				t.Fatal(err)
			}
			s = reopened(t, s, dir) // is whole
			err := s.quads.Apply(nil, cayley.IgnoreOpts{}, []quadstore.Pair{{Key: []byte(ledgerPrefix + "2"), Value: value}})
			if err != nil {
				t.Fatal(err)
			}
			closeStore(t, s)
			_, err = Open(dir)
			var corrupt *quadstore.CorruptError
			if !errors.As(err, &corrupt) || corrupt.File != dir || !strings.Contains(err.Error(), "restore a backup") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestStoreIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	s := reopened(t, nil, dir)
	addAll(t, s, extracts(random(1), 3))
	if err := s.Decide(ctx, nil); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, s, dir)
	defer closeStore(t, s)
	files := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		} else {
			files++
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s: mode %o, want %o", name, got, want)
		}
		return nil
	})
	if err != nil || files < 5 {
		t.Errorf("%d files, %v", files, err)
	}
}
