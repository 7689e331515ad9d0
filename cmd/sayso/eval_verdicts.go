package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"sayso/extract"
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/eval"
	"sayso/extract/parse"
)

// The verdicts of readers, and the treebanks that hold the texts of the first.
const (
	judgedTexts = "judged_dev.tsv"
	judgedNews  = "judged.tsv"
	ewtDev      = "treebank/en_ewt-ud-dev.conllu"
	gumDev      = "treebank/gum-open-dev.conllu"
)

// judgedTexts judges the claims of texts in treebanks, one group a text.
func (p *program) judgedTexts(ctx context.Context, name, from string) ([]eval.Judged, error) {
	verdicts, err := readGold("", name, eval.ReadVerdicts)
	if err != nil {
		return nil, err
	}
	of := map[string][]eval.Verdict{}
	for _, v := range verdicts {
		of[v.Of] = append(of[v.Of], v)
	}
	model, err := p.model()
	if err != nil {
		return nil, err
	}
	var all []eval.Judged
	group := 0
	for _, treebank := range []string{gumDev, ewtDev} {
		texts, err := treebankTexts(filepath.Join(from, treebank), func(id string) bool { return of[id] != nil })
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d, err := document.Read(t.ID, []byte(t.Text), document.Metadata{})
			if err != nil {
				return nil, err
			}
			all = append(all, judgedOf(d, model, of[t.ID], group)...)
			group++
		}
	}
	p.say("%d of %d verdicts of %s fit a claim of today", len(all), len(verdicts), name)
	return all, nil
}

func treebankTexts(name string, wanted func(string) bool) ([]eval.TreebankText, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	texts, err := eval.ReadTreebankTexts(f, wanted)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return texts, nil
}

// judgedNews judges the claims of the six news articles.
func (p *program) judgedNews(ctx context.Context, name, gold string) ([]eval.Judged, error) {
	verdicts, err := readGold("", name, eval.ReadVerdicts)
	if err != nil {
		return nil, err
	}
	found, err := p.sources([]string{filepath.Join(gold, "news")}, "")
	if err != nil {
		return nil, err
	}
	model, err := p.model()
	if err != nil {
		return nil, err
	}
	var all []eval.Judged
	found = slices.DeleteFunc(found, source.beside)
	for group, s := range slices.Collect(p.naming(nil).expand(ctx, found)) {
		d, err := s.read()
		if err != nil {
			return nil, err
		}
		all = append(all, judgedOf(d, model, verdicts, group)...)
	}
	return all, ctx.Err()
}

// judgedOf are the claims of a document on which there is a verdict.
func judgedOf(d *document.Document, model *parse.Model, verdicts []eval.Verdict, group int) []eval.Judged {
	trees := extract.Trees(d, model)
	claims := claim.Find(d, trees)
	var all []eval.Judged
	for n, c := range claims {
		if right, judged := eval.Judge(d, claims, n, verdicts); judged {
			all = append(all, eval.Judged{Features: extract.ConfidenceFeatures(trees[c.Tree], c), Right: right, Group: group})
		}
	}
	return all
}
