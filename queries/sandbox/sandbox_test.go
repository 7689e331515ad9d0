package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"sayso/queries"
)

func TestMain(m *testing.M) {
	Main()
	try.Main()
	os.Exit(m.Run())
}

// people is a small graph with a cycle: <alice> follows <bob> follows <carol> follows <alice>.
func people() queries.Graph {
	return queries.Graph{Quads: memstore.New(
		quad.MakeIRI("alice", "follows", "bob", ""),
		quad.MakeIRI("bob", "follows", "carol", ""),
		quad.MakeIRI("carol", "follows", "alice", ""),
		quad.MakeIRI("alice", "likes", "carol", ""),
		quad.Make(quad.IRI("alice"), quad.IRI("age"), quad.Int(41), nil),
	)}
}

func newPool(t testing.TB, n int) *Pool {
	p := NewPool(n)
	t.Cleanup(p.Close)
	return p
}

func TestQuery(t *testing.T) {
	pool := newPool(t, 1)
	for _, c := range []struct{ script, want string }{
		{`g.V("<alice>").out("<follows>").all()`, `[{"id":"<bob>"}]`},
		{`g.V("<alice>").tag("who").out("<age>").all()`, `[{"id":41,"who":"<alice>"}]`},
		{`g.V("<alice>").out("<follows>")`, `[{"id":"<bob>"}]`},
		{`g.V("<nobody>").all()`, `null`},
		{`g.emit(g.V().count())`, `[7]`},
		{`g.V().count() * 2`, `[14]`},
		{`g.V("<bob>").in().forEach(function (d) { g.emit({who: d.id}) })`, `[{"who":"<alice>"}]`},
		{`g.V("<alice>").out().toArray().length`, `[3]`},
		{`g.V("<bob>").out().toValue()`, `["<carol>"]`},
		{`params.who = "x"; g.V(params.who).out("<follows>").all()`, `[{"id":"<carol>"}]`},
		{`params.list.push("x")`, "error: line 1, column 17: Cannot add property 0, object is not extensible\n    params.list.push(\"x\")\n                    ^"},
		{`try { g.V({}) } catch (e) { g.emit("caught") }`, `["caught"]`},
	} {
		s := queries.Script{Text: c.script, Params: map[string]any{"who": "<bob>", "list": []any{}}}
		if got := printed(pool.Query(t.Context(), people(), s, queries.Limits{})); got != c.want {
			t.Errorf("%s: got %s, want %s", c.script, got, c.want)
		}
	}
}

func printed(r queries.Result, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	text, err := json.Marshal(r.Values(queries.Native))
	if err != nil {
		return err.Error()
	}
	return strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(string(text))
}

func TestLimits(t *testing.T) {
	pool := newPool(t, 1)
	for _, c := range []struct {
		script    string
		limits    queries.Limits
		answers   int
		truncated bool
	}{
		{`g.V().all()`, queries.Limits{Rows: 7}, 7, false},
		{`g.V().all()`, queries.Limits{Rows: 6}, 6, true},
		{`g.V().all(); g.V().all()`, queries.Limits{Rows: 9}, 9, true},
		{`g.V().getLimit(3)`, queries.Limits{}, 3, false},
		{`g.V().getLimit(-1)`, queries.Limits{Rows: 5}, 5, true},
		{`for (var i = 0; i < 10; i++) g.emit(i)`, queries.Limits{Rows: 10}, 10, false},
		{`for (var i = 0; i < 11; i++) g.emit(i)`, queries.Limits{Rows: 10}, 10, true},
		{`for (var i = 0; i < 11; i++) g.emit("x".repeat(998))`, queries.Limits{Bytes: 5000}, 5, true},
	} {
		r, err := pool.Query(t.Context(), people(), queries.Script{Text: c.script}, c.limits)
		if err != nil || len(r.Answers) != c.answers || r.Truncated != c.truncated {
			t.Errorf("%s: got %d answers, truncated %v, %v; want %d, %v", c.script, len(r.Answers), r.Truncated, err, c.answers, c.truncated)
		}
	}
}

// An error says where, in whichever process it arose.
func TestErrorPlace(t *testing.T) {
	pool := newPool(t, 1)
	_, err := pool.Query(t.Context(), people(), queries.Script{Text: "var x = 1\n\tg.V().outt()"}, queries.Limits{})
	var query *queries.QueryError
	if !errors.As(err, &query) || query.Line != 2 || !strings.Contains(err.Error(), "did you mean `out`?") {
		t.Errorf("got %v", err)
	}
}

// A hostile script ends in time, tells why, and leaves the pool fit for the next query.
func TestHostile(t *testing.T) {
	const limit = 500 * time.Millisecond
	pool := newPool(t, 1)
	for name, script := range map[string]string{
		"endless loop":          `while (true) {}`,
		"loop that catches":     `while (true) { try { g.V().all() } catch (e) {} }`,
		"endless emit":          `while (true) { g.emit("x") }`,
		"cyclic emit":           `var a = {}; a.a = a; g.emit(a)`,
		"emit nested deeply":    `var a = []; for (var i = 0; i < 1e6; i++) a = [a]; g.emit(a)`,
		"object as predicate":   `g.V().out({}).all()`,
		"object as node":        `g.V({"id": "<alice>"}).all()`,
		"long string":           `'a'.repeat(2 ** 30)`,
		"filled array":          `new Array(2 ** 28).fill("x")`,
		"growing array":         `var a = []; while (true) a.push(new Array(1000).fill(1))`,
		"growing string":        `var s = "x"; while (true) s += s`,
		"sorting":               `var a = []; for (var i = 0; i < 3e6; i++) a.push(Math.random()); a.sort()`,
		"backtracking":          `/^(?=(a+)+$)\1b/.test("a".repeat(40)); /(a+)+(?!a)b/.test("a".repeat(40))`,
		"deep recursion":        `function f() { return f() + 1 } f()`,
		"big numbers":           `var n = 3n; while (true) n = n * n`,
		"path too long":         `var p = g.V(); for (var i = 0; i < 28; i++) p = p.out(); p.all()`,
		"path in itself":        `var p = g.V(); for (var i = 0; i < 28; i++) p = p.and(p); p.all()`,
		"exponential path":      `var m = g.M().both().both().both().both().both().both().both().both(); g.V().follow(m).follow(m).follow(m).count()`,
		"endless count":         `while (true) g.V().both().both().both().count()`,
		"source maps":           "//# sourceMappingURL=file:///etc/passwd\ng.emit(1",
		"nested parentheses":    strings.Repeat("(", 60_000),
		"too long":              strings.Repeat(" ", queries.MaxText+1),
		"proxies":               `g.V(new Proxy([], {get: function () { while (true) {} }})).all()`,
		"getter of Go values":   `g.V(iri("alice").__proto__.constructor.constructor("while(true){}")()).all()`,
		"list that never ends":  `g.V({length: 1e9}).all()`,
		"changed prototypes":    `Object.prototype.toJSON = function () { while (true) {} }; g.emit({})`,
		"callback that throws":  `g.V().forEach(function () { throw new Error("no") })`,
		"regular expression":    `g.V().filter(regex("(".repeat(100))).all()`,
		"thrown cycle":          `var e = {}; e.e = e; throw e`,
		"thrown with no string": `throw {toString: function () { while (true) {} }}`,
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			result, err := pool.Query(t.Context(), people(), queries.Script{Text: script}, queries.Limits{Time: limit})
			took := time.Since(began)
			if took > patience {
				t.Errorf("took %v", took)
			}
			if err == nil && !result.Truncated {
				t.Errorf("no error, and %d answers", len(result.Answers))
			}
			t.Logf("%v: %v", took.Round(time.Millisecond), err)
			honest(t, pool)
		})
	}
}

func honest(t *testing.T, pool *Pool) {
	t.Helper()
	result, err := pool.Query(t.Context(), people(), queries.Script{Text: `g.V("<alice>").out("<follows>").all()`}, queries.Limits{})
	if err != nil || len(result.Answers) != 1 {
		t.Errorf("honest query after it: %d answers, %v", len(result.Answers), err)
	}
}

// The parent holds no more after hostile scripts than before.
func TestHostileLeavesParent(t *testing.T) {
	pool := newPool(t, 2)
	before := heap()
	for range 5 {
		_, _ = pool.Query(t.Context(), people(), queries.Script{Text: `while (true) g.emit("x".repeat(1e5))`}, queries.Limits{Time: 200 * time.Millisecond})
	}
	if after := heap(); after > before+32<<20 {
		t.Errorf("heap grew from %d to %d", before, after)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestClientLeaves(t *testing.T) {
	pool := newPool(t, 1)
	honest(t, pool)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	began := time.Now()
	_, err := pool.Query(ctx, people(), queries.Script{Text: `while (true) {}`}, queries.Limits{Time: 10 * time.Second})
	if took := time.Since(began); took > patience || !errors.Is(err, context.Canceled) {
		t.Errorf("took %v: %v", took, err)
	}
	honest(t, pool)
}

func TestBusy(t *testing.T) {
	pool := newPool(t, 1)
	ctx, cancel := context.WithCancel(t.Context())
	results := make(chan error, 1+maxWaiting)
	for range 1 + maxWaiting {
		go func() {
			_, err := pool.Query(ctx, people(), queries.Script{Text: `while (true) {}`}, queries.Limits{Time: 10 * time.Second})
			results <- err
		}()
	}
	for len(pool.waiting) < cap(pool.waiting) {
		time.Sleep(time.Millisecond)
	}
	if _, err := pool.Query(ctx, people(), queries.Script{Text: `1`}, queries.Limits{}); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want %v", err, ErrBusy)
	}
	cancel()
	for range 1 + maxWaiting {
		<-results
	}
	honest(t, pool)
}

// A child does not outlive its parent, not even in a call that nothing can interrupt.
// patience tells what has ended from what runs on, however busy the machine; how fast it ends is measured elsewhere.
const patience = 8 * time.Second

func TestChildEndsWithParent(t *testing.T) {
	w, err := start()
	if err != nil {
		t.Fatal(err)
	}
	s := queries.Script{Text: `/^(?=(a+)+$)\1b/.test("a".repeat(60))`}
	if err := w.say(&message{Kind: script, Script: &s, Millis: 60_000}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	if err := w.in.Close(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- w.process.Wait() }()
	select {
	case <-ended:
	case <-time.After(patience):
		t.Error("child still runs")
		w.kill()
	}
}
