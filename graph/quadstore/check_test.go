package quadstore

import (
	"context"
	"strings"
	"testing"
)

// Whatever key of a graph is gone or not what it was, Check has something to say.
func TestCheckFindsEachKeyThatIsGone(t *testing.T) {
	deltas := crashDeltas(1)[:6]
	var keys []string
	qs := openMemory(t)
	apply(t, qs, deltas...)
	if faults, err := qs.Check(context.Background()); len(faults) > 0 || err != nil {
		t.Fatalf("a whole store: %q, %v", faults, err)
	}
	c := newKeys(&qs.view, nil)
	for c.next() {
		keys = append(keys, string(c.key))
	}
	if len(keys) < 4*len(deltas) {
		t.Fatalf("%d keys", len(keys))
	}
	for _, key := range keys {
		if key[0] == metaKey {
			continue
		}
		qs := openMemory(t)
		apply(t, qs, deltas...)
		if err := qs.engine.commit(must(qs.view.get([]byte{metaKey})), func(w writable) error { return w.remove([]byte(key)) }); err != nil {
			t.Fatal(err)
		}
		faults, err := qs.Check(context.Background())
		if len(faults) == 0 || err != nil {
			t.Errorf("without %q: %q, %v", key, faults, err)
		}
		if key[0] == 'v' && !strings.Contains(strings.Join(faults, "; "), "missing") {
			t.Errorf("without %q: %q", key, faults)
		}
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}
