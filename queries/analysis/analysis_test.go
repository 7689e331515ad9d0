package analysis

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

var rewrite = flag.Bool("rewrite", false, "write the answers that the files of testdata get")

// TestAnalysis reads articles of claims, "subject | relation | lemma | object | more", and asks the questions that
// begin with ">"; below each stands what comes back.
func TestAnalysis(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := answered(t, string(text))
			if *rewrite {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(text), got); diff != "" && !*rewrite {
				t.Error(diff)
			}
		})
	}
}

// answered is the file with the present answers below its questions.
func answered(t *testing.T, text string) string {
	var out strings.Builder
	var claims []graph.Claim
	var articles []graph.Article
	asked := false
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, ">"):
			asked = true
			fmt.Fprintf(&out, "%s\n%s", line, ask(t, New(claims, articles), strings.Split(strings.TrimPrefix(line, "> "), " ")))
			continue
		case asked && strings.HasPrefix(line, "  "):
			continue
		case strings.HasPrefix(line, "article "):
			fields := strings.Fields(line)
			articles = append(articles, graph.Article{ID: fields[1], Published: fields[2], Outlet: strings.Join(fields[3:], " ")})
		case strings.Contains(line, " | "):
			article := articles[len(articles)-1].ID
			claims = append(claims, readClaim(line, article, len(claims)+1))
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}

func readClaim(line, article string, n int) graph.Claim {
	fields := strings.Split(line, " | ")
	c := graph.Claim{
		ID: fmt.Sprintf("c:%s/%d", article, n), Document: article, Quote: line, Sentence: line, Start: 1000 * n, End: 1000*n + 10, Subject: readNode(fields[0]),
		Predicate: graph.Predicate{ID: graph.RelationIRI(fields[1]), Name: fields[1], Lemma: fields[2]},
		Polarity:  graph.Positive, Modality: graph.Asserted, Confidence: 0.8, Rule: "test",
	}
	if fields[3] != "-" {
		object := readNode(fields[3])
		c.Object = &object
	}
	for _, more := range fields[4:] {
		key, value, _ := strings.Cut(more, "=")
		switch key {
		case "not":
			c.Polarity = graph.Negative
		case "future":
			c.Modality = graph.Future
		case "time":
			c.Time = &graph.Time{Value: value, Precision: "day", Text: value}
		case "says":
			c.Attribution = &graph.Attribution{Source: readNode(value), Cue: "said"}
		default:
			node := readNode(value)
			c.Arguments = append(c.Arguments, graph.Argument{Role: key, Text: node.Name, ID: node.ID})
		}
	}
	return c
}

// readNode reads "Anna Holm" as a person, "*Reuters" as an organisation, "the talks" as a thing, and "#4 million euros" as a quantity;
// "Star [the ferry Star]" has the mention that the brackets hold.
func readNode(text string) graph.Node {
	if name, mention, ok := strings.Cut(strings.TrimSuffix(text, "]"), " ["); ok {
		n := readNode(name)
		n.Mention = mention
		return n
	}
	switch {
	case strings.HasPrefix(text, "#"):
		return graph.Node{Name: text[1:], Type: graph.Quantity}
	case strings.HasPrefix(text, "*"):
		return graph.Node{ID: graph.EntityIRI(text[1:]), Name: text[1:], Type: graph.Organization}
	case strings.ToLower(text) == text:
		return graph.Node{ID: graph.EntityIRI(text), Name: text, Type: graph.Thing}
	}
	return graph.Node{ID: graph.EntityIRI(text), Name: text, Type: graph.Person}
}

func ask(t *testing.T, g *Graph, words []string) string {
	var out strings.Builder
	switch words[0] {
	case "path":
		paths := g.Path(refs(words[1]), refs(words[2]), 4)
		writePath(&out, "shortest", paths.Shortest)
		writePath(&out, "best", paths.Best)
	case "conflicts":
		for _, c := range g.Conflicts(refs(words[1:]...)) {
			fmt.Fprintf(&out, "  %s %s\n", c.Status, c.Kind)
			for _, s := range c.Sides {
				fmt.Fprintf(&out, "    %s · %s\n", s.Text, claimsOf(s.Claims))
			}
		}
	case "timeline":
		line := g.Timeline(refs(words[1]), strings.Join(words[2:], " "))
		for _, m := range append(line.Dated, line.Undated...) {
			fmt.Fprintf(&out, "  %s %s · %s · %d\n", or(m.Time, "undated"), m.Text, claimsOf(m.Claims), m.Origins)
		}
	case "compare":
		a, b := source(t, g, words[1]), source(t, g, words[2])
		c := g.Compare(a, b)
		for _, s := range c.Both {
			fmt.Fprintf(&out, "  both: %s · %s · %s\n", s.Text, claimsOf(s.A), claimsOf(s.B))
		}
		fmt.Fprintf(&out, "  only %s: %s\n  only %s: %s\n  differ: %d\n", a.Kind, claimsOf(c.OnlyA), b.Kind, claimsOf(c.OnlyB), len(c.Differs))
	case "why":
		w, ok := g.Why(graph.Ref(words[1]))
		fmt.Fprintf(&out, "  %v %q %s says %v · same %s · against %s · %d\n", ok, w.Before+"[…]"+w.After, w.Text, w.Says, claimsOf(w.Same), claimsOf(w.Against), w.Origins)
	default:
		t.Fatalf("unknown question %v", words)
	}
	return or(out.String(), "  nothing\n")
}

func source(t *testing.T, g *Graph, name string) Source {
	s, ok := g.Source(strings.ReplaceAll(name, "_", " "), refs(name))
	if !ok {
		t.Fatalf("no source %s", name)
	}
	return s
}

func refs(names ...string) []graph.Ref {
	var all []graph.Ref
	for _, name := range names {
		all = append(all, graph.EntityIRI(name))
	}
	return all
}

func writePath(out *strings.Builder, name string, p *Path) {
	if p == nil {
		return
	}
	fmt.Fprintf(out, "  %s %.2f:", name, p.Strength)
	for _, h := range p.Hops {
		fmt.Fprintf(out, " %s -[%s %.2f]-> %s", h.From.Name, claimsOf(h.Claims), h.Strength, h.To.Name)
	}
	out.WriteString("\n")
}

func claimsOf(cites []Cite) string {
	var ids []string
	for _, c := range cites {
		ids = append(ids, strings.TrimPrefix(string(c.Claim), "c:"))
	}
	return strings.Join(ids, " ")
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
