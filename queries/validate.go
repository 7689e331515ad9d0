package queries

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
)

// What a plan may hold at most.
const (
	MaxText    = 64 << 10 // bytes of a script
	MaxSteps   = 16       // steps of one path
	MaxNodes   = 128      // steps of a plan with all the paths it holds
	maxValues  = 4096     // values of one step
	maxPattern = 1 << 10  // bytes of a regular expression
)

// steps says what each kind of step needs.
var steps = map[Op]func(*Step) error{
	Is: takesAny, None: takesAny, In: takesAny, Out: takesAny, Both: takesAny, Unique: takesAny, Labels: takesAny,
	InPredicates: takesAny, OutPredicates: takesAny, LabelContext: takesAny, Order: takesAny,
	Limit: takesAny, Skip: takesAny, Tag: takesAny,
	Has: needsVia, Save: needsSave, Back: needsTag, SaveInPredicates: needsTag, SaveOutPredicates: needsTag,
	And: needsPath, Or: needsPath, Except: needsPath, Follow: needsPath, FollowRecursive: needsPath,
	FilterNodes: needsFilter,
}

func takesAny(*Step) error { return nil }

func needsVia(s *Step) error {
	if s.Via == nil {
		return errors.New("expected a predicate")
	}
	return nil
}

func needsSave(s *Step) error {
	if err := needsVia(s); err != nil {
		return err
	}
	return needsTag(s)
}

func needsTag(s *Step) error {
	if len(s.Tags) != 1 || s.Tags[0] == "" {
		return errors.New("expected one tag")
	}
	return nil
}

func needsPath(s *Step) error {
	if s.Path == nil {
		return errors.New("expected a path")
	}
	return nil
}

func needsFilter(s *Step) error {
	if len(s.Filters) == 0 {
		return errors.New("expected a filter such as gt(5) or like(\"a%\")")
	}
	return nil
}

// Validate tells whether the path can be run: known steps with what they need, within the limits.
func (p *Path) Validate() error {
	if err := p.validateSteps(); err != nil {
		return err
	}
	return p.validateBack(p.Columns())
}

// validateSteps leaves out what holds only of a path that is whole: the tag that it
// goes back to may be in the path that will follow it.
func (p *Path) validateSteps() error {
	nodes := MaxNodes
	return p.validate(&nodes)
}

func (p *Path) validateBack(tags []string) error {
	for i := range p.Steps {
		s := &p.Steps[i]
		if s.Op == Back && !slices.Contains(tags, s.Tags[0]) {
			return fmt.Errorf("back: no tag %q in the path", s.Tags[0])
		}
		for _, held := range s.paths() {
			if err := held.validateBack(tags); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Path) validate(nodes *int) error {
	if len(p.Steps) > MaxSteps {
		return LimitError{fmt.Sprintf("a path takes at most %d steps", MaxSteps)}
	}
	for i := range p.Steps {
		if *nodes--; *nodes < 0 {
			return LimitError{fmt.Sprintf("a query takes at most %d steps in all", MaxNodes)}
		}
		if err := p.Steps[i].validate(nodes); err != nil {
			return err
		}
	}
	return nil
}

func (s *Step) validate(nodes *int) error {
	needs, ok := steps[s.Op]
	if !ok {
		return fmt.Errorf("unknown step %q", s.Op)
	}
	if err := needs(s); err != nil {
		return fmt.Errorf("%s: %w", s.Op, err)
	}
	if err := s.validateTerms(); err != nil {
		return fmt.Errorf("%s: %w", s.Op, err)
	}
	for _, held := range s.paths() {
		if err := held.validate(nodes); err != nil {
			return err
		}
	}
	return nil
}

func (s *Step) validateTerms() error {
	terms := s.Values
	if s.Via != nil {
		terms = append(terms[:len(terms):len(terms)], s.Via.Values...)
	}
	if len(terms) > maxValues {
		return LimitError{fmt.Sprintf("a step takes at most %d values", maxValues)}
	}
	for _, t := range terms {
		if _, err := t.Value(); err != nil {
			return err
		}
	}
	for _, f := range s.Filters {
		if err := f.validate(); err != nil {
			return err
		}
	}
	return nil
}

func (f Filter) validate() error {
	switch f.Op {
	case Less, LessOrEqual, Greater, GreaterOrEqual:
		_, err := f.Value.Value()
		return err
	case Regex, Like:
		if len(f.Value.Text) > maxPattern {
			return LimitError{fmt.Sprintf("a pattern takes at most %d bytes", maxPattern)}
		}
		_, err := f.pattern()
		return err
	}
	return fmt.Errorf("unknown filter %q", f.Op)
}

// pattern is the regular expression that a regex or like stands for.
func (f Filter) pattern() (*regexp.Regexp, error) {
	if f.Op == Like {
		return regexp.Compile(likePattern(f.Value.Text))
	}
	return regexp.Compile(f.Value.Text)
}
