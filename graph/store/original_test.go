package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"sayso/graph/quadstore"
)

// An original stands as long as an article was taken from it, once for all of them.
func TestOriginals(t *testing.T) {
	s := memory(t)
	page := bytes.Repeat([]byte("<p>The mayor praised the crew.</p>"), 1000)
	random := rand.New(rand.NewPCG(1, 2))
	a, b, c := extract(random, "a"), extract(random, "b"), extract(random, "c")
	a.Original, b.Original = page, page
	addAll(t, s, []Extract{a, b, c})
	for _, id := range []string{"a", "b"} {
		if got, err := s.Original(id); err != nil || !bytes.Equal(got, page) {
			t.Errorf("original of %s: %d bytes, %v", id, len(got), err)
		}
	}
	if _, err := s.Original("c"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if n := originals(t, s, func(value []byte) {
		if len(value) > len(page)/10 {
			t.Errorf("kept in %d bytes of %d", len(value), len(page))
		}
	}); n != 1 {
		t.Errorf("%d originals of one page", n)
	}
	verified(t, s)

	var backup bytes.Buffer
	if err := s.Backup(ctx, &backup); err != nil {
		t.Fatal(err)
	}
	restored := restore(t, backup.Bytes(), filepath.Join(t.TempDir(), "restored"))
	defer closeStore(t, restored)
	if got, err := restored.Original("a"); err != nil || !bytes.Equal(got, page) {
		t.Errorf("restored: %d bytes, %v", len(got), err)
	}
	if err := s.Remove(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Original("b"); err != nil || !bytes.Equal(got, page) {
		t.Errorf("that another article has: %d bytes, %v", len(got), err)
	}
	b.Original = []byte("another page")
	addAll(t, s, []Extract{b})
	if got, err := s.Original("b"); string(got) != "another page" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	b.Original = nil
	addAll(t, s, []Extract{b})
	if n := originals(t, s, func([]byte) {}); n != 0 {
		t.Errorf("%d originals are left of articles that are gone", n)
	}
	verified(t, s)
}

func TestVerifyFindsOriginals(t *testing.T) {
	for want, value := range map[string][]byte{
		"what its text was taken from is missing":            nil,
		"what its text was taken from is not what was kept":  {0xff, 0xff},
		"what its text was taken from is not what was kept ": mustSqueeze(t, "another page"),
	} {
		s := memory(t)
		a := extract(rand.New(rand.NewPCG(1, 2)), "a")
		a.Original = []byte("page")
		addAll(t, s, []Extract{a})
		if err := s.commit(transaction{pairs: []quadstore.Pair{{Key: originalKey(Sum(a.Original)), Value: value}}}); err != nil {
			t.Fatal(err)
		}
		faults, err := s.Verify(ctx)
		if err != nil || len(faults) != 1 || faults[0].Article != "a" || faults[0].Text+" " != want && faults[0].Text != want {
			t.Errorf("%+v, %v, want %s", faults, err, want)
		}
	}
}

func mustSqueeze(t *testing.T, text string) []byte {
	t.Helper()
	b, err := squeeze([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func originals(t *testing.T, s *Store, fn func(value []byte)) (n int) {
	t.Helper()
	err := s.quads.Each([]byte(originalPrefix), func(_, value []byte) error {
		n++
		fn(value)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
