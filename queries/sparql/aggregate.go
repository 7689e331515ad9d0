package sparql

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// aggregator is an aggregate of a query, compiled.
type aggregator struct {
	aggregated
	argument evaluated
}

// accumulator is what an aggregate has gathered of one group.
type accumulator struct {
	count  int64
	sum    quad.Value
	best   quad.Value
	text   []string
	size   int
	failed bool            // a value had none: SUM and AVG have none then
	seen   map[string]bool // of DISTINCT
}

// add takes one solution of the group.
func (a *accumulator) add(r *run, row row, g *aggregator) error {
	if g.aggregated.argument == nil {
		return a.addRow(r, row, g)
	}
	if g.function == "COUNT" && g.argument.slot >= 0 && !g.distinct {
		if row[g.argument.slot] != 0 {
			a.count++
		}
		return nil
	}
	if fresh, err := a.fresh(r, row, g); !fresh {
		if err == errType {
			a.failed = true
			return nil
		}
		return err
	}
	if g.function == "COUNT" {
		a.count++
		return nil
	}
	v, err := g.argument.value(r, row)
	if err != nil {
		a.failed = true
		return fatal(err)
	}
	a.count++
	return a.take(r, v, g)
}

// addRow is COUNT(*).
func (a *accumulator) addRow(r *run, row row, g *aggregator) error {
	if g.distinct {
		key := string(appendIDs(nil, row))
		if a.seen[key] {
			return nil
		}
		if err := a.see(r, key); err != nil {
			return err
		}
	}
	a.count++
	return nil
}

// fresh tells whether the argument has a value, which under DISTINCT is a new one.
func (a *accumulator) fresh(r *run, row row, g *aggregator) (bool, error) {
	if !g.distinct && g.function != "COUNT" {
		return true, nil
	}
	id, err := g.argument.id(r, row)
	if err != nil || !g.distinct {
		return err == nil, err
	}
	key := string(appendIDs(nil, []uint64{id}))
	if a.seen[key] {
		return false, nil
	}
	return true, a.see(r, key)
}

func (a *accumulator) see(r *run, key string) error {
	if a.seen == nil {
		a.seen = map[string]bool{}
	}
	a.seen[key] = true
	return r.hold(len(key) + 48)
}

func (a *accumulator) take(r *run, v quad.Value, g *aggregator) error {
	switch g.function {
	case "SUM", "AVG":
		if a.sum == nil {
			a.sum = quad.Int(0)
		}
		sum, err := arithmetic(a.sum, v, add)
		a.failed = a.failed || err != nil
		if err == nil {
			a.sum = sum
		}
	case "MIN":
		if a.best == nil || collate(v, a.best) < 0 {
			a.best = v
		}
	case "MAX":
		if a.best == nil || collate(v, a.best) > 0 {
			a.best = v
		}
	case "SAMPLE":
		if a.best == nil {
			a.best = v
		}
	case "GROUP_CONCAT":
		spelt, err := str(r, []quad.Value{v})
		if err != nil {
			a.failed = true
			return nil
		}
		text := string(spelt.(quad.String))
		a.text = append(a.text, text)
		a.size += len(text)
		return r.hold(len(text) + 16)
	}
	return nil
}

// result is the id of the value of the whole group, 0 where it has none.
func (a *accumulator) result(r *run, g aggregator) (uint64, error) {
	var v quad.Value
	switch g.function {
	case "COUNT":
		v = quad.Int(a.count)
	case "SUM":
		if v = a.sum; v == nil {
			v = quad.Int(0)
		}
	case "AVG":
		if v = quad.Int(0); a.count > 0 && !a.failed {
			v, _ = arithmetic(a.sum, quad.Int(a.count), divide)
		}
	case "GROUP_CONCAT":
		v = quad.String(strings.Join(a.text, g.separator))
	default:
		v = a.best
	}
	if v == nil || a.failed && (g.function == "SUM" || g.function == "AVG") {
		return 0, nil
	}
	return r.id(v)
}
