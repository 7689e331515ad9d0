package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/eval"
)

func (p *program) evalCalibration() *cobra.Command {
	var from, out string
	c := &cobra.Command{
		Use:   "calibration",
		Short: "compare confidence with what is right, or fit it anew",
		Long: `Calibration fits how likely a claim is right on the development halves of CaRB and BenchIE, ten times, each
time without a tenth of the sentences, and prints how often the claims of that tenth were right for each
tenth of confidence. A claim is right when a tuple of CaRB's gold holds at least half of its words, one
to one, or when one of its wordings is in a cluster of BenchIE. With --out it fits on all sentences and
writes the model, which the next build embeds; do so whenever the parser or the rules have changed.`,
		Example: "  sayso eval calibration\n  sayso eval calibration --out data/models",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, args []string) error {
			b, err := p.judge(c.Context(), from)
			if err != nil {
				return err
			}
			table, scores := b.crossValidate()
			fmt.Fprint(p.stdout, table)
			fmt.Fprintln(p.stdout, "CaRB, cross-validated:", scores)
			if out == "" {
				return nil
			}
			card, err := b.card(from, table, scores)
			if err != nil {
				return err
			}
			return writeModels(out, map[string][]byte{"models/confidence.json": card})
		},
	}
	c.Flags().StringVar(&from, "data", corpora, "folder of the corpora")
	c.Flags().StringVar(&out, "out", "", "folder to write the fitted model to")
	return c
}

// judgement is what the gold of both benchmarks says of the claims of CaRB's sentences.
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

func (p *program) judge(ctx context.Context, from string) (*judgement, error) {
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
	return b, nil
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
		b.judged = append(b.judged, eval.Judged{Features: extract.ConfidenceFeatures(s.trees[c.Tree], c), Right: right[i], Sentence: n})
	}
}

// crossValidate scores each claim by what the sentences of other folds say.
func (b *judgement) crossValidate() (eval.Reliability, eval.CarbScores) {
	confidences, right := make([]float64, len(b.judged)), make([]bool, len(b.judged))
	for i, weights := range eval.CrossValidate(b.judged) {
		model := extract.Confidence{Weights: weights}
		confidences[i], right[i] = model.Of(b.judged[i].Features), b.judged[i].Right
	}
	found := make(map[string][]eval.Extraction)
	for _, t := range b.tuples {
		t.tuple.Confidence = confidences[t.judged]
		found[t.key] = append(found[t.key], t.tuple)
	}
	return eval.Reliable(confidences, right), eval.Carb(b.gold, found)
}

// card is the model with where it comes from.
func (b *judgement) card(from string, table eval.Reliability, scores eval.CarbScores) ([]byte, error) {
	hashes := make(map[string]string)
	for _, name := range []string{carbGold, carbLines, benchieGold, benchieLines} {
		text, err := os.ReadFile(filepath.Join(from, name))
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
		Licence: "CC BY 4.0",
		Corpora: hashes,
		Scores: map[string]float64{
			"claims": float64(table.Claims), "brier": round(table.Brier), "calibration error": round(table.Expected),
			"carb auc": round(scores.AUC), "carb f1": round(scores.F1),
		},
		Weights: eval.FitConfidence(b.judged),
	}, "", "  ")
	return append(text, '\n'), err
}

func round(x float64) float64 { return float64(int(x*1000+.5)) / 1000 }
