package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph/identity"
	"sayso/graph/quadstore"
)

// A backup taken while articles come in is the store of one moment, whole; it may be taken of a process that
// has the store, and with a folder of any length.
func TestBackupWhileWriting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), strings.Repeat("long/", 30), "store")
	s := reopened(t, nil, dir)
	all := extracts(random(3), 24)
	addAll(t, s, all[:4])
	var writer sync.WaitGroup
	writer.Go(func() {
		for _, x := range all[4:] {
			if _, err := s.AddExtracts(ctx, []Extract{x}); err != nil {
				t.Error(err)
			}
		}
	})
	for i := range 3 {
		var near, far bytes.Buffer
		if err := s.Backup(ctx, &near); err != nil {
			t.Fatal(err)
		}
		if err := BackupFrom(ctx, dir, &far); err != nil {
			t.Fatal(err)
		}
		for name, b := range map[string]*bytes.Buffer{"near": &near, "far": &far} {
			restored := restore(t, b.Bytes(), filepath.Join(t.TempDir(), fmt.Sprint(name, i)))
			verified(t, restored)
			if articles, err := restored.Articles(); len(articles) < 4 || err != nil {
				t.Errorf("%s: %d articles, %v", name, len(articles), err)
			}
			closeStore(t, restored)
		}
	}
	writer.Wait()
	closeStore(t, s)
}

func restore(t *testing.T, backup []byte, dir string) *Store {
	t.Helper()
	if _, err := Restore(ctx, bytes.NewReader(backup), dir); err != nil {
		t.Fatal(err)
	}
	return reopened(t, nil, dir)
}

func TestRestoredStoreIsTheSame(t *testing.T) {
	s := reopened(t, nil, filepath.Join(t.TempDir(), "store"))
	addAll(t, s, extracts(random(5), 6))
	load(t, s, randomQuads(loadBatch+2000)...) // of which a restored store is made in bulk
	d := identity.Decision{Kind: identity.Same, A: "e:Anna_Ek", B: "e:Ann_Ek", Why: "as she says"}
	if err := s.Decide(ctx, identity.Decisions{d}); err != nil {
		t.Fatal(err)
	}
	if err := s.Report(Problem{Article: "x", File: "x.txt", Text: "torn"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := s.Backup(ctx, &b); err != nil {
		t.Fatal(err)
	}
	restored := restore(t, b.Bytes(), filepath.Join(t.TempDir(), "restored"))
	if diff := cmp.Diff(lines(t, s), lines(t, restored)); diff != "" {
		t.Error(diff)
	}
	if got, err := restored.Decisions(); len(got) != 1 || got[0].Why != d.Why || err != nil {
		t.Errorf("got %v, %v", got, err)
	}
	if diff := cmp.Diff(private(t, s), private(t, restored)); diff != "" {
		t.Error(diff)
	}
	verified(t, restored)
	if _, err := Restore(ctx, &b, restored.dir); !errors.Is(err, os.ErrExist) {
		t.Errorf("restored over a store: %v", err)
	}
	closeStore(t, restored)
	closeStore(t, s)
}

func private(t *testing.T, s *Store) map[string]string {
	pairs := map[string]string{}
	err := s.see(func(r *reader) error {
		return r.at.Each([]byte(privateKeys), func(key, value []byte) error {
			pairs[string(key)] = string(value)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

// A backup that is cut short or has another bit is refused, and leaves nothing behind.
func TestBrokenBackupIsRefused(t *testing.T) {
	s := memory(t)
	addAll(t, s, extracts(random(5), 3))
	var b bytes.Buffer
	if err := s.Backup(ctx, &b); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	refused := func(name string, backup []byte) {
		_, err := Restore(ctx, bytes.NewReader(backup), filepath.Join(dir, "store"))
		var corrupt *quadstore.CorruptError
		if !errors.Is(err, ErrNoBackup) && !errors.As(err, &corrupt) {
			t.Errorf("%s: got %v", name, err)
		}
		if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
			t.Fatalf("%s: left %v, %v", name, left, err)
		}
	}
	for part := range 8 {
		at := b.Len() * (2*part + 1) / 16
		refused(fmt.Sprint("cut at ", at), b.Bytes()[:at])
		flipped := bytes.Clone(b.Bytes())
		flipped[at] ^= 0x10
		refused(fmt.Sprint("bit at ", at), flipped)
	}
	refused("nothing", nil)
	refused("text", []byte("sayso backup 1\n"))
}
