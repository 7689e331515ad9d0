package extract

import (
	"bufio"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"sayso/data"
	"sayso/extract/parse"
)

// How many claims must survive a change that changes nothing. The models read a sentence by itself,
// but pronouns and speakers are resolved beyond it, and what "in Leeds" hangs on changes with its place.
const (
	sameUnderOtherMarks   = 0.97
	sameBesideAnother     = 0.97
	sameInTheOtherVoice   = 0.8
	sameWhereTurned       = 0.85
	neighbour             = "The weather was mild."
	openingMarks, closing = "“", "”"
)

// TestOtherMarks writes straight marks for curly ones.
func TestOtherMarks(t *testing.T) {
	straight := strings.NewReplacer(openingMarks, `"`, closing, `"`, "’", "'", "‘", "'")
	model := loadModel(t)
	eachArticle(t, func(t *testing.T, file, text string) {
		want := signatures(read(t, model, file, text), straight.Replace)
		got := signatures(read(t, model, file, straight.Replace(text)), straight.Replace)
		expectKept(t, file, want, got, sameUnderOtherMarks)
	})
}

// TestNeighbour ends each article with a sentence that says something else.
func TestNeighbour(t *testing.T) {
	model := loadModel(t)
	same := func(s string) string { return s }
	eachArticle(t, func(t *testing.T, file, text string) {
		want := signatures(read(t, model, file, text), same)
		got := signatures(read(t, model, file, strings.TrimRight(text, "\n")+"\n\n"+neighbour+"\n"), same)
		expectKept(t, file, want, got, sameBesideAnother)
	})
}

// TestVoices reads each sentence of testdata/voices.txt in both voices.
func TestVoices(t *testing.T) {
	text, err := os.ReadFile("testdata/voices.txt")
	if err != nil {
		t.Fatal(err)
	}
	model := loadModel(t)
	pairs, kept := 0, 0
	for scan := bufio.NewScanner(strings.NewReader(string(text))); scan.Scan(); {
		active, passive, ok := strings.Cut(scan.Text(), "\t")
		if !ok {
			continue
		}
		pairs++
		want, got := statement(t, model, active), statement(t, model, passive)
		if len(want) == 1 && slices.Equal(want, got) {
			kept++
			continue
		}
		t.Logf("%s\n%q\n%s\n%q", active, want, passive, got)
	}
	if pairs < 20 || float64(kept) < sameInTheOtherVoice*float64(pairs) {
		t.Errorf("%d of %d pairs say the same", kept, pairs)
	}
}

// TestTurned turns sentences of testdata/articles by hand to the other voice and reads the articles again.
func TestTurned(t *testing.T) {
	text, err := os.ReadFile("testdata/turned.txt")
	if err != nil {
		t.Fatal(err)
	}
	var turns []string
	for line := range strings.Lines(string(text)) {
		if one, other, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			turns = append(turns, one, other)
		}
	}
	turn := strings.NewReplacer(turns...)
	model := loadModel(t)
	turned := 0
	checkArticles(t, os.DirFS("testdata"), "articles/*.txt", func(t *testing.T, file, article string) {
		other := turn.Replace(article)
		if other == article {
			return
		}
		turned++
		expectKept(t, file, signatures(read(t, model, file, article), strings.ToLower), signatures(read(t, model, file, other), strings.ToLower), sameWhereTurned)
	})
	if turned < 6 {
		t.Errorf("%d articles have a sentence that testdata/turned.txt turns", turned)
	}
}

// statement is what one sentence claims, without the case of its first letter.
func statement(t *testing.T, p *parse.Model, sentence string) []string {
	return signatures(read(t, p, "pair", "Pairs\n\n"+sentence+"\n"), strings.ToLower)
}

// goldNews holds six more articles where the project's shared data are at hand.
const goldNews = "../../shared/gold/news"

// eachArticle checks the sample articles, those written for these tests, and the gold articles where they are.
func eachArticle(t *testing.T, check func(t *testing.T, file, text string)) {
	t.Helper()
	checkArticles(t, data.Articles, "articles/*.txt", check)
	checkArticles(t, os.DirFS("testdata"), "articles/*.txt", check)
	t.Run("gold", func(t *testing.T) {
		if _, err := os.Stat(goldNews); err != nil {
			t.Skipf("the gold articles are not there: %v", err)
		}
		checkArticles(t, os.DirFS(goldNews), "*.txt", check)
	})
}

func checkArticles(t *testing.T, tree fs.FS, pattern string, check func(t *testing.T, file, text string)) {
	t.Helper()
	files, err := fs.Glob(tree, pattern)
	if err != nil || len(files) < 5 {
		t.Fatalf("%s: %d articles, %v", pattern, len(files), err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(tree, file)
		if err != nil {
			t.Fatal(err)
		}
		check(t, file, string(text))
	}
}

func expectKept(t *testing.T, file string, want, got []string, share float64) {
	t.Helper()
	kept := 0
	for _, s := range want {
		if slices.Contains(got, s) {
			kept++
		} else {
			t.Logf("%s: lost %s", file, s)
		}
	}
	if len(want) == 0 || float64(kept) < share*float64(len(want)) {
		t.Errorf("%s: %d of %d claims are kept", file, kept, len(want))
	}
}
