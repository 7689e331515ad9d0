package queries

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func repeated(s Step, n int) *Path {
	p := &Path{}
	for range n {
		p = p.then(s)
	}
	return p
}

func TestValidate(t *testing.T) {
	out := Step{Op: Out}
	inner := repeated(out, MaxSteps)
	for name, c := range map[string]struct {
		path *Path
		ok   bool
	}{
		"empty":                  {&Path{}, true},
		"as long as allowed":     {repeated(out, MaxSteps), true},
		"too long":               {repeated(out, MaxSteps+1), false},
		"as many as allowed":     {repeated(Step{Op: And, Path: inner}, 7), true},
		"too many":               {repeated(Step{Op: And, Path: inner}, 8), false},
		"unknown step":           {repeated(Step{Op: "fly"}, 1), false},
		"and without a path":     {repeated(Step{Op: And}, 1), false},
		"has without predicate":  {repeated(Step{Op: Has}, 1), false},
		"save without tag":       {repeated(Step{Op: Save, Via: viaIRI("p")}, 1), false},
		"back to nothing":        {repeated(Step{Op: Back, Tags: []string{"x"}}, 1), false},
		"back to a tag":          {(&Path{}).then(Step{Op: Tag, Tags: []string{"x"}}).then(Step{Op: Back, Tags: []string{"x"}}), true},
		"unknown value":          {repeated(Step{Op: Is, Values: []Term{{Kind: "thing", Text: "x"}}}, 1), false},
		"no number":              {repeated(Step{Op: Is, Values: []Term{{Kind: Int, Text: "x"}}}, 1), false},
		"empty IRI":              {repeated(Step{Op: Is, Values: []Term{{Kind: IRI}}}, 1), false},
		"filter without filters": {repeated(Step{Op: FilterNodes}, 1), false},
		"unknown filter":         {repeated(Step{Op: FilterNodes, Filters: []Filter{{Op: "near"}}}, 1), false},
		"no regular expression":  {repeated(Step{Op: FilterNodes, Filters: []Filter{{Op: Regex, Value: Term{Kind: String, Text: "("}}}}, 1), false},
	} {
		if err := c.path.Validate(); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever plan comes from elsewhere, it is refused or it runs: nothing panics, and
// it ends when its context does.
func FuzzDecodePath(f *testing.F) {
	for _, p := range []*Path{
		{}, repeated(Step{Op: Both}, 3),
		repeated(Step{Op: Follow, Reverse: true, Path: repeated(Step{Op: Out, Via: viaIRI("follows"), Tags: []string{"p"}}, 2)}, 2),
		{Steps: []Step{{Op: Is, Values: []Term{{Kind: Name, Text: "cool_person"}}}, {Op: In}, {Op: FollowRecursive, Path: repeated(Step{Op: Out}, 1), Tags: []string{"d"}}, {Op: Back, Tags: []string{"d"}}}},
		{Steps: []Step{{Op: LabelContext, Via: viaIRI("smart_graph")}, {Op: Labels}, {Op: Order}, {Op: Skip, Number: 1}, {Op: Limit, Number: 2}}},
		{Steps: []Step{{Op: Or, Path: &Path{}}, {Op: Except, Path: repeated(Step{Op: Has, Via: viaIRI("status")}, 1)}, {Op: Unique}}},
		{Steps: []Step{{Op: FilterNodes, Filters: []Filter{{Op: Like, Value: Term{Text: "a%"}}, {Op: Less, Value: Term{Kind: Int, Text: "3"}}}}}},
	} {
		text, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	g := loadGraph(f, "follows")
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := DecodePath(text)
		if err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		began := time.Now()
		_, _, err = g.Rows(ctx, p, 100)
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("took %v", took)
		}
		if err != nil && strings.HasPrefix(err.Error(), "run query:") {
			t.Errorf("%s: %v", text, err)
		}
	})
}

// A context that ends stops a query wherever it is.
func TestRowsCancelled(t *testing.T) {
	g := loadGraph(t, "follows")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, op := range []Op{Both, Unique, Order, Labels} {
		if _, _, err := g.Rows(ctx, repeated(Step{Op: op}, 3), 1000); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", op, err)
		}
	}
}
