package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

// mutant is one kind of input that is mutated: how it is typed, and what it may come to.
type mutant struct {
	name  string
	seeds []string
	file  string                                        // its name, which an error must tell
	typed func(dir string, text string) (args []string) // dir holds the file
	goes  string                                        // what is printed of the others in the batch, whatever the mutant does
}

// TestMutatedInputs types mutated texts, graphs, metadata, queries, questions, decisions, backups and arguments: no panic,
// no hang, no internal error; what is refused names its file, and the batch goes on.
func TestMutatedInputs(t *testing.T) {
	dir := t.TempDir()
	base := filepath.Join(dir, "base")
	typing(t, exitOK, "build", "../../data/articles", "--store", base)
	typing(t, exitOK, "backup", filepath.Join(dir, "seed.backup"), "--store", base)
	all := mutants(t, dir, base)
	codes := map[string]int{}
	for i := range mutations {
		random := rand.New(rand.NewPCG(mutationSeed, uint64(i)))
		m := all[i%len(all)]
		at := filepath.Join(dir, fmt.Sprint("case", i))
		text := mutate(random, m.seeds)
		code, out, said := typeMutant(t, m, at, text)
		codes[fmt.Sprintf("%s: exit %d", m.name, code)]++
		if wrong := m.wrong(code, out, said); wrong != "" {
			t.Errorf("case %d, %s: %s\nexit %d, stderr %.600q\ninput %.300q", i, m.name, wrong, code, said, text)
			continue
		}
		os.RemoveAll(at)
		if n := i + 1; n%500 == 0 {
			t.Logf("%d inputs", n)
		}
	}
	for _, line := range slices.Sorted(func(yield func(string) bool) {
		for kind, n := range codes {
			if !yield(fmt.Sprint(kind, ", ", n)) {
				return
			}
		}
	}) {
		t.Log(line)
	}
}

const mutationSeed = 10

// slowest is how long one command may take.
const slowest = 10 * time.Second

func typeMutant(t *testing.T, m mutant, dir, text string) (code int, out, said string) {
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, m.file)), 0o700); err != nil {
		t.Fatal(err)
	}
	if m.file != "" {
		if err := os.WriteFile(filepath.Join(dir, m.file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := m.typed(dir, text)
	type end struct {
		code      int
		out, said string
	}
	done := make(chan end, 1)
	go func() {
		var out, said bytes.Buffer
		code := -1
		defer func() {
			if p := recover(); p != nil {
				fmt.Fprintf(&said, "panic: %v\n%s", p, debug.Stack())
			}
			done <- end{code, out.String(), said.String()}
		}()
		code = run(args, strings.NewReader(text), &out, &said)
	}()
	select {
	case e := <-done:
		return e.code, e.out, e.said
	case <-time.After(6 * slowest): // a busy machine
		panic(fmt.Sprintf("hangs: %q", args))
	}
}

func (m mutant) wrong(code int, out, said string) string {
	switch {
	case code == -1:
		return "panic"
	case code == exitInternal || code > exitNothing:
		return "an internal error"
	case code != exitOK && code != exitNothing && strings.TrimSpace(said) == "":
		return "not a word"
	case m.file != "" && code != exitOK && !strings.Contains(said, m.file):
		return "its file is not named"
	case !strings.Contains(out, m.goes) && code != exitUsage:
		return "the batch did not go on"
	case strings.ContainsAny(strings.ReplaceAll(said, "\n", ""), "\x00\x1b\x07\u202e"):
		return "a terminal would obey what is said"
	}
	for _, bad := range []string{"runtime error", "goroutine ", "%!", "interface conversion", "reflect"} {
		if strings.Contains(said, bad) {
			return "speaks of " + bad
		}
	}
	return ""
}

func mutants(t *testing.T, dir, base string) []mutant {
	read := func(patterns ...string) (texts []string) {
		for _, pattern := range patterns {
			names, err := filepath.Glob(pattern)
			if err != nil || len(names) == 0 {
				t.Fatalf("no %s: %v", pattern, err)
			}
			for _, name := range names {
				b, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, string(b))
			}
		}
		return texts
	}
	articles := read("../../data/articles/*.txt")
	export := func(format string) []string {
		out, _ := typing(t, exitOK, "export", "--store", base, "--format", format)
		return []string{out[:min(len(out), 4000)], out}
	}
	inStore := func(dir string, args ...string) []string {
		return append(args, "--quiet", "--store", filepath.Join(dir, "store"))
	}
	load := func(file string, flags ...string) func(dir, text string) []string {
		return func(dir, _ string) []string {
			return append(inStore(dir, "load", filepath.Join(dir, file)), flags...)
		}
	}
	on := func(args ...string) func(dir, text string) []string {
		return func(_, text string) []string { return append(args, "--store", base, "--", text) }
	}
	return []mutant{
		{name: "text", seeds: articles, file: "mutant.txt", goes: "harbour", typed: func(dir, _ string) []string {
			lay(t, filepath.Join(dir, "whole.txt"), "Anna Lindqvist reopened the harbour of Malmo.")
			return []string{"extract", dir, "--format", "jsonl"}
		}},
		{name: "N-Quads", seeds: export("nquads"), file: "mutant.nq", typed: load("mutant.nq")},
		{name: "N-Quads, lenient", seeds: export("nquads"), file: "mutant.nq", typed: load("mutant.nq", "--lenient")},
		{name: "JSON-LD", seeds: export("jsonld"), file: "mutant.jsonld", typed: load("mutant.jsonld")},
		{name: "NDJSON", seeds: export("ndjson"), file: "mutant.ndjson", typed: load("mutant.ndjson")},
		{name: "JSON", seeds: export("json"), file: "mutant.json", typed: load("mutant.json")},
		{name: "metadata", seeds: append(read("../../data/articles/metadata.csv"), "path,title,published\nwhole.txt,\"A, b\",2025-03-12\n"), file: "metadata.csv", typed: func(dir, _ string) []string {
			lay(t, filepath.Join(dir, "whole.txt"), "Anna Lindqvist reopened the harbour of Malmo.")
			return []string{"extract", dir, "--format", "nquads"}
		}},
		{name: "Gizmo", seeds: read("../../queries/saved/*.js"), typed: on("query", "--timeout", "1s", "--limit", "20")},
		{name: "SPARQL", seeds: []string{
			"SELECT ?who (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?who p:ordered|p:led ?what } OPTIONAL { ?what rdfs:label ?l } FILTER(?n > 1 && regex(?l, \"a.*\", \"i\")) } GROUP BY ?who ORDER BY DESC(?n) LIMIT 3",
			"CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . MINUS { ?s a ?t } BIND(STRLEN(STR(?o)) AS ?x) VALUES ?p { p:led } }",
		}, typed: on("query", "--lang", "sparql", "--timeout", "1s", "--limit", "20")},
		{name: "question", seeds: []string{"Who ordered the suspension of intelligence sharing?", "When did Ratcliffe announce the pause?",
			"Where and why did Marco Rubio meet Zelensky according to the White House in March 2025?"}, typed: on("ask", "--format", "json")},
		{name: "decisions", seeds: []string{"same e:Donald_Trump e:Marco_Rubio\napart e:Kyiv e:Ukraine\n", "# said\nsplit e:Kyiv 003 e:Kyiv-2\n"}, file: "store/decisions.txt", typed: func(dir, _ string) []string {
			lay(t, filepath.Join(dir, "whole.txt"), "Anna Lindqvist reopened the harbour of Malmo.")
			return inStore(dir, "build", filepath.Join(dir, "whole.txt"))
		}},
		{name: "backup", seeds: read(filepath.Join(dir, "seed.backup")), file: "mutant.backup", typed: func(dir, _ string) []string {
			return inStore(dir, "restore", filepath.Join(dir, "mutant.backup"))
		}},
		{name: "arguments", seeds: []string{"ask --format table Who led the talks", "show Marco Rubio", "path Rubio Zelensky --limit 3", "timeline Trump --format csv",
			"why 000/9 --format table", "compare 000 002", "entities --candidates", "run who_did_what --param who=Trump", "export --format gexf", "query --limit 10 g.V().all()",
			"conflicts --format jsonl", "problems", "stats", "merge e:Kyiv e:Ukraine --dry-run", "parse -", "extract - --date 2025-03-12", "completion bash", "queries"},
			typed: func(_, text string) []string { return append(safeArguments(text), "--store", base) }},
	}
}

// safeArguments are words of a text, but for the commands that wait or write elsewhere.
func safeArguments(text string) []string {
	args := strings.Fields(strings.ReplaceAll(text, "\x00", ""))
	if len(args) > 40 {
		args = args[:40]
	}
	for i, a := range args {
		if slices.Contains([]string{"serve", "train", "eval", "review", "restore", "backup", "save", "demo"}, a) || strings.HasPrefix(a, "--store") {
			args[i] = "stats"
		}
	}
	return args
}

func lay(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// hostileParts are put into what is mutated.
var hostileParts = []string{"\x00", "\xff\xfe", "\x1b[31m", "\u202e", "\ufeff", "\r\n", "\n", "\"", "'", "\\", "<", ">", "{", "}", "[", "]", "(", ")", "_:", "@", "^^", "..", "--", "-1", "0", "1e999",
	"99999999999999999999", "NaN", "null", "=cmd|' /C calc'!A0", "]]>", "&#0;", "%00", "../../../etc/passwd", "🚀", "é", "e\u0301", strings.Repeat("a", 70_000), strings.Repeat("(", 3000), strings.Repeat("[", 3000), strings.Repeat("A b. ", 500)}

// mutate makes one to three changes to one of the seeds.
func mutate(random *rand.Rand, seeds []string) string {
	text := []byte(seeds[random.IntN(len(seeds))])
	for range 1 + random.IntN(3) {
		a := random.IntN(len(text) + 1)
		b := min(len(text), a+1+random.IntN(40))
		switch random.IntN(7) {
		case 0:
			if a < len(text) {
				text[a] ^= 1 << random.IntN(8)
			}
		case 1:
			text = slices.Delete(text, a, b)
		case 2:
			text = slices.Insert(text, a, slices.Clone(text[a:b])...)
		case 3:
			text = text[:a]
		case 4:
			other := seeds[random.IntN(len(seeds))]
			from := random.IntN(len(other) + 1)
			text = slices.Insert(text, a, []byte(other[from:min(len(other), from+200)])...)
		default:
			text = slices.Insert(text, a, []byte(hostileParts[random.IntN(len(hostileParts))])...)
		}
	}
	return string(text)
}
