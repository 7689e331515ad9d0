package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/eval"
)

func (p *program) evalCalibration() *cobra.Command {
	var from, verdicts, gold, out string
	c := &cobra.Command{
		Use:   "calibration",
		Short: "compare confidence with what is right, or fit it anew",
		Long: `Calibration fits how likely a reader is to call a claim right, on the claims that one has judged of texts of the
treebanks' development parts, and on the development halves of CaRB and BenchIE, where a claim is right when a
tuple of CaRB's gold holds at least half of its words, one to one, or when one of its wordings is in a cluster of
BenchIE. It does so ten times, each time without a tenth of the articles and sentences, and prints for each tenth of
confidence how often the judged claims left out were right, and what several floors would leave out; then the same for
the judged claims of the six news articles, on which nothing is fitted. With --out it fits on all but those and
writes the model, which the next build embeds; do so whenever the parser or the rules have changed.`,
		Example: "  sayso eval calibration\n  sayso eval calibration --out data/models",
		Args:    exactly(),
		RunE: func(c *cobra.Command, args []string) error {
			b, err := p.judge(c.Context(), from, filepath.Join(verdicts, judgedTexts))
			if err != nil {
				return err
			}
			news, err := p.judgedNews(c.Context(), filepath.Join(verdicts, judgedNews), gold)
			if err != nil {
				return err
			}
			m := b.fit(news)
			fmt.Fprint(p.stdout, m)
			if out == "" {
				return nil
			}
			card, err := b.card(from, verdicts, m)
			if err != nil {
				return err
			}
			return writeModels(out, map[string][]byte{"models/confidence.json": card})
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().StringVar(&verdicts, "verdicts", "data/gold", "folder of the verdicts of readers")
	c.Flags().StringVar(&gold, "gold", "../shared/gold", "folder of the gold, with the six news articles")
	c.Flags().StringVar(&out, "out", "", "folder to write the fitted model to")
	return c
}

// judgement is what the gold of both benchmarks says of the claims of CaRB's sentences, and after those what a reader said
// of the claims of articles.
type judgement struct {
	gold   map[string][]eval.Extraction
	judged []eval.Judged
	tuples []foundTuple // one for each judged claim that has one
}

// foundTuple is the n-ary tuple of a judged claim.
type foundTuple struct {
	key    string // of its sentence
	judged int
	tuple  eval.Extraction
}

func (p *program) judge(ctx context.Context, from, verdicts string) (*judgement, error) {
	carb, err := readGold(from, carbGold, eval.ReadCarbGold)
	if err != nil {
		return nil, err
	}
	clusters, err := p.clusters(from)
	if err != nil {
		return nil, err
	}
	sentences, err := p.benchmark(ctx, from, carbLines)
	if err != nil {
		return nil, err
	}
	b := &judgement{gold: carb}
	for n, s := range sentences {
		b.add(n, s, clusters[eval.CarbKey(s.document.Text)])
	}
	read, err := p.judgedTexts(ctx, verdicts, from)
	b.judged = append(b.judged, read...)
	return b, err
}

// clusters reads BenchIE's gold by the key of its sentences.
func (p *program) clusters(from string) (map[string][]eval.Cluster, error) {
	gold, err := readGold(from, benchieGold, eval.ReadBenchieGold)
	if err != nil {
		return nil, err
	}
	lines, err := benchmarkLines(from, benchieLines)
	if err != nil {
		return nil, err
	}
	byKey := make(map[string][]eval.Cluster)
	for _, line := range lines {
		d, err := line.read()
		if err != nil {
			return nil, err
		}
		byKey[eval.CarbKey(d.Text)] = gold[d.ID]
	}
	return byKey, nil
}

// add judges the claims of one sentence.
func (b *judgement) add(n int, s sentenceTuples, clusters []eval.Cluster) {
	key := eval.CarbKey(s.document.Text)
	right := make([]bool, len(s.claims))
	for j, ok := range eval.CarbRight(b.gold[key], extractions(s.nary)) {
		right[s.nary[j].Claim] = right[s.nary[j].Claim] || ok
	}
	for _, t := range s.binary {
		if eval.BenchieRight(clusters, triple(t)) {
			right[t.Claim] = true
		}
	}
	for _, t := range s.nary {
		b.tuples = append(b.tuples, foundTuple{key, len(b.judged) + t.Claim, extractions([]claim.Tuple{t})[0]})
	}
	for i, c := range s.claims {
		b.judged = append(b.judged, eval.Judged{Features: extract.ConfidenceFeatures(s.trees[c.Tree], c), Right: right[i], Benchmark: true, Group: n})
	}
}

// calibrated is the model with how good it is on claims that it was not fitted on.
type calibrated struct {
	model      extract.Confidence
	read, news scored
	carb       eval.CarbScores
	benchmarks eval.Reliability
}

// scored are the judged claims of some articles, each with the confidence of a model that has not seen it.
type scored struct {
	eval.Reliability
	Floors []eval.Floor
}

func score(confidences []float64, right []bool) scored {
	return scored{eval.Reliable(confidences, right), eval.Floors(confidences, right)}
}

// fit fits the model and scores it: by cross-validation on what it is fitted on, and on the news as it is.
func (b *judgement) fit(news []eval.Judged) calibrated {
	f := calibrated{model: extract.Confidence{Weights: eval.FitConfidence(b.judged)}}
	var confidences, ofNews []float64
	var right, rightNews []bool
	benchmark := 0
	for i, weights := range eval.CrossValidate(b.judged) {
		model := extract.Confidence{Weights: weights}
		confidences = append(confidences, model.Of(b.judged[i].Features))
		right = append(right, b.judged[i].Right)
		if b.judged[i].Benchmark {
			benchmark++
		}
	}
	for _, j := range news {
		ofNews, rightNews = append(ofNews, f.model.Of(j.Features)), append(rightNews, j.Right)
	}
	found := make(map[string][]eval.Extraction)
	for _, t := range b.tuples {
		t.tuple.Confidence = confidences[t.judged]
		found[t.key] = append(found[t.key], t.tuple)
	}
	f.benchmarks = eval.Reliable(confidences[:benchmark], right[:benchmark])
	f.read, f.news = score(confidences[benchmark:], right[benchmark:]), score(ofNews, rightNews)
	f.carb = eval.Carb(b.gold, found)
	return f
}

func (f calibrated) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Claims of the treebanks' texts, cross-validated over articles:\n%s", f.read)
	fmt.Fprintf(&b, "\nClaims of the six news articles, on which nothing is fitted:\n%s", f.news)
	fmt.Fprintf(&b, "\nCaRB, cross-validated over sentences: %s; Brier %.3f\n", f.carb, f.benchmarks.Brier)
	return b.String()
}

func (s scored) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%-9s %7s %6s %11s\n", s.Reliability, "floor", "out", "wrong", "wrong above")
	for _, f := range s.Floors {
		fmt.Fprintf(&b, "%-9.2f %7d %6d %10.1f%%\n", f.At, f.Out, f.Wrong, 100*f.WrongAbove)
	}
	return b.String()
}

// card is the model with where it comes from.
func (b *judgement) card(from, verdicts string, f calibrated) ([]byte, error) {
	hashes := make(map[string]string)
	for name, folder := range map[string]string{carbGold: from, carbLines: from, benchieGold: from, benchieLines: from, ewtDev: from, gumDev: from, judgedTexts: verdicts} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(text)
		hashes[name] = hex.EncodeToString(sum[:])
	}
	text, err := json.MarshalIndent(struct {
		Model   string             `json:"model"`
		Licence string             `json:"licence"`
		Corpora map[string]string  `json:"corpora"`
		Scores  map[string]float64 `json:"scores"`
		Weights map[string]float64 `json:"weights"`
	}{
		Model:   "models/confidence.json",
		Licence: "CC BY-SA 4.0",
		Corpora: hashes,
		Scores: map[string]float64{
			"read claims": float64(f.read.Claims), "read brier": round(f.read.Brier), "read calibration error": round(f.read.Expected), "read auc": round(f.read.AUC),
			"news claims": float64(f.news.Claims), "news brier": round(f.news.Brier), "news calibration error": round(f.news.Expected), "news auc": round(f.news.AUC),
			"carb auc": round(f.carb.AUC), "carb f1": round(f.carb.F1),
		},
		Weights: f.model.Weights,
	}, "", "  ")
	return append(text, '\n'), err
}

func round(x float64) float64 { return float64(int(x*1000+.5)) / 1000 }
