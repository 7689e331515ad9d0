package quadstore

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/google/go-cmp/cmp"
)

// model is the naive store: what ours must hold.
type model struct {
	quads   map[quad.Quad]bool
	private map[string]string
}

// apply makes the deltas or, where one cannot be made, none.
func (m *model) apply(deltas []graph.Delta, ignore graph.IgnoreOpts) bool {
	after := maps.Clone(m.quads)
	for _, d := range deltas {
		add := d.Action == graph.Add
		if after[d.Quad] == add && !(add && ignore.IgnoreDup) && !(!add && ignore.IgnoreMissing) {
			return false
		}
		after[d.Quad] = add
		if !add {
			delete(after, d.Quad)
		}
	}
	m.quads = after
	return true
}

// place is where a store is kept that can be left without being closed.
type place interface {
	open(t *testing.T) *QuadStore
	// crash leaves the store as the end of the process or of the machine would.
	crash(t *testing.T, qs *QuadStore)
}

// disk is one whose unsynced writes a crash loses, or a random part of them.
type disk struct {
	fs *vfs.MemFS
	r  *rand.Rand
}

func (d *disk) open(t *testing.T) *QuadStore {
	t.Helper()
	qs, err := openFolder("", options(d.fs))
	if err != nil {
		t.Fatal(err)
	}
	return qs
}

func (d *disk) crash(t *testing.T, qs *QuadStore) {
	left := d.fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: d.r.IntN(101), RNG: d.r})
	closeStore(t, qs)
	d.fs = left
}

// database is a place on the server of TestPostgres. A crash there is the end of all of the store's sessions.
type database struct{ at string }

func (d database) open(t *testing.T) *QuadStore {
	qs := openStore(t, d.at)
	alone(t, qs)
	return qs
}

func (d database) crash(t *testing.T, qs *QuadStore) {
	e := qs.engine.(*postgresEngine)
	mine := `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`
	if _, err := e.pool.Exec(t.Context(), mine, ourName()); err != nil {
		t.Fatal(err)
	}
	if e.writer != nil {
		if err := qs.ApplyDeltas([]graph.Delta{added("lost", "lost", "lost", "")}, graph.IgnoreOpts{}); !errors.Is(err, errLost) {
			t.Errorf("a commit of a session that ended: %v", err)
		}
	}
	qs.Close()
}

// Whatever is added, deleted, replaced and asked, and however often the store is opened again or crashes,
// it holds what a map of quads would.
func TestModel(t *testing.T) {
	for seed := range uint64(modelRounds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			var at place = &disk{vfs.NewCrashableMem(), r}
			if address, ok := emptyDatabase(t); ok {
				at = database{address}
			}
			runModel(t, r, at)
		})
	}
}

func runModel(t *testing.T, r *rand.Rand, at place) {
	m := &model{quads: map[quad.Quad]bool{}, private: map[string]string{}}
	qs := at.open(t)
	for range modelSteps {
		switch r.IntN(12) {
		case 0:
			closeStore(t, qs)
			qs = at.open(t)
		case 1:
			at.crash(t, qs)
			qs = at.open(t)
		case 2:
			m.clear(t, qs)
		case 3:
			m.bulk(t, qs, r)
		case 4:
			m.replace(t, qs, r)
		default:
			m.commit(t, qs, r)
		}
		m.check(t, qs, r)
		if t.Failed() {
			break
		}
	}
	checkIndexes(t, qs)
	closeStore(t, qs)
}

// commit makes random deltas, as one commit with a private key.
func (m *model) commit(t *testing.T, qs *QuadStore, r *rand.Rand) {
	deltas := randomDeltas(r)
	if r.IntN(4) == 0 {
		deltas = deltas[:1+r.IntN(3)] // few enough to succeed where nothing is ignored
	}
	ignore := graph.IgnoreOpts{IgnoreDup: r.IntN(3) > 0, IgnoreMissing: r.IntN(3) > 0}
	key, value := fmt.Sprint("\x80", r.IntN(5)), fmt.Sprint(r.Uint64())
	pair := Pair{Key: []byte(key), Value: []byte(value)}
	if r.IntN(4) == 0 {
		pair.Value = nil
	}
	can := m.apply(deltas, ignore)
	if err := qs.Apply(deltas, ignore, []Pair{pair}); (err == nil) != can {
		t.Errorf("applied: %v, want an error: %v", err, !can)
	}
	switch {
	case can && pair.Value == nil:
		delete(m.private, key)
	case can:
		m.private[key] = value
	}
}

func (m *model) held() []quad.Quad {
	return slices.SortedFunc(maps.Keys(m.quads), func(a, b quad.Quad) int { return slices.Compare([]byte(a.NQuad()), []byte(b.NQuad())) })
}

// replace puts quads in the place of some that are there, as a changed article does.
func (m *model) replace(t *testing.T, qs *QuadStore, r *rand.Rand) {
	var deltas []graph.Delta
	for _, q := range m.held() {
		if r.IntN(4) > 0 {
			continue
		}
		deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Delete})
		q.Object = quad.String(fmt.Sprint(r.IntN(50)))
		deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Add})
	}
	ignore := graph.IgnoreOpts{IgnoreDup: true}
	m.apply(deltas, ignore)
	if err := qs.ApplyDeltas(deltas, ignore); err != nil {
		t.Error(err)
	}
}

func (m *model) clear(t *testing.T, qs *QuadStore) {
	var deltas []graph.Delta
	for _, q := range m.held() {
		deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Delete})
	}
	m.apply(deltas, graph.IgnoreOpts{})
	if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
		t.Error(err)
	}
}

func (m *model) bulk(t *testing.T, qs *QuadStore, r *rand.Rand) {
	b, err := qs.Bulk()
	if len(m.quads) > 0 {
		if !errors.Is(err, ErrNotEmpty) {
			t.Errorf("bulk into %d quads: %v", len(m.quads), err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	b.links.most = 10
	keep := r.IntN(3) > 0
	for _, d := range randomDeltas(r) {
		if err := b.Add(d.Quad); err != nil {
			t.Error(err)
		}
		m.quads[d.Quad] = keep
	}
	if keep {
		err = b.Commit()
	} else {
		clear(m.quads)
	}
	if err := errors.Join(err, b.Close()); err != nil {
		t.Error(err)
	}
}

// check asks for a random pattern, for all private keys and for the counts.
func (m *model) check(t *testing.T, qs *QuadStore, r *rand.Rand) {
	var match Match
	wanted := func(quad.Quad) bool { return true }
	only := func(in *[]quad.Value, d quad.Direction, v quad.Value) {
		*in = []quad.Value{v}
		before := wanted
		wanted = func(q quad.Quad) bool { return before(q) && q.Get(d) == v }
	}
	if r.IntN(2) == 0 {
		only(&match.Subject, quad.Subject, randomNode(r))
	}
	if r.IntN(2) == 0 {
		only(&match.Predicate, quad.Predicate, randomPredicate(r))
	}
	if r.IntN(3) == 0 {
		only(&match.Object, quad.Object, randomNode(r))
	}
	if r.IntN(3) == 0 {
		only(&match.Label, quad.Label, quad.IRI(fmt.Sprint("l", 1+r.IntN(2))))
	}
	var got, want []string
	for q, err := range qs.Select(t.Context(), match) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, q.NQuad())
	}
	for q := range m.quads {
		if wanted(q) {
			want = append(want, q.NQuad())
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v: %s", match, diff)
	}
	stats, err := qs.Stats(t.Context(), true)
	if err != nil || stats.Quads.Size != int64(len(m.quads)) {
		t.Errorf("%d quads, want %d: %v", stats.Quads.Size, len(m.quads), err)
	}
	private := map[string]string{}
	if err := qs.Each([]byte{Private}, func(key, value []byte) error {
		private[string(key)] = string(value)
		return nil
	}); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(m.private, private); diff != "" {
		t.Error(diff)
	}
}
