package extract

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sayso/extract/document"
	"sayso/graph"
	"sayso/graph/identity"
)

var rewrite = flag.Bool("rewrite", false, "write what is found into the testdata")

// TestArticle reads whole articles with the real models: a change of model or rule shows as a diff.
func TestArticle(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("testdata holds no articles")
	}
	model, confidence := loadModel(t), loadConfidence(t)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("want an article and its claims: %v", err)
			}
			article, claims := archive.Files[0], &archive.Files[1]
			d, err := document.Read("story", article.Data, document.Metadata{Published: time.Date(2024, 5, 8, 0, 0, 0, 0, time.UTC)})
			if err != nil {
				t.Fatal(err)
			}
			a := Article(d, model, confidence)
			identity.New().Assign([]*graph.Article{a})
			got := describe(a)
			if *rewrite {
				claims.Data = got
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(claims.Data), string(got)); diff != "" {
				t.Errorf("claims differ (-want +got):\n%s", diff)
			}
		})
	}
}

// describe writes claims for a reader, one a line: subject | relation | object | the rest, where it says something.
func describe(a *graph.Article) []byte {
	var b bytes.Buffer
	for _, c := range a.Claims {
		object := ""
		if c.Object != nil {
			object = c.Object.Name
		}
		fmt.Fprintf(&b, "%s | %s | %s", c.Subject.Name, c.Predicate.Name, object)
		for _, arg := range c.Arguments {
			fmt.Fprintf(&b, " | %s: %s", arg.Role, arg.Text)
		}
		if c.Time != nil {
			fmt.Fprintf(&b, " | when %s", c.Time.Value)
		}
		if c.Polarity == graph.Negative {
			b.WriteString(" | negative")
		}
		if c.Modality != graph.Asserted {
			fmt.Fprintf(&b, " | %s", c.Modality)
		}
		for at := c.Attribution; at != nil; at = at.Of {
			fmt.Fprintf(&b, " | %s by %s", at.Cue, at.Source.Name)
		}
		fmt.Fprintf(&b, " [%s]\n", c.Rule)
	}
	return b.Bytes()
}
