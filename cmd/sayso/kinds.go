package main

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// otherKinds are the files that are passed over since nothing reads their kind, by the ends of their names.
type otherKinds struct {
	names []string // of the first
	n     int
	kinds map[string]*sameKind
}

type sameKind struct {
	first string // its name
	n     int
}

const mostListed = 6

// take counts a file of such a kind, and is false of what else was read.
func (o *otherKinds) take(r reading) bool {
	if kindOf(r.err) != otherKind {
		return false
	}
	if o.kinds == nil {
		o.kinds = map[string]*sameKind{}
	}
	file := r.source.name[strings.LastIndexAny(r.source.name, `:/\`)+1:]
	end := strings.ToLower(path.Ext(file))
	if o.kinds[end] == nil {
		o.kinds[end] = &sameKind{first: r.source.name}
	}
	o.n++
	o.kinds[end].n++
	if len(o.names) < mostListed {
		o.names = append(o.names, plain(r.source.name))
	}
	return true
}

// tellOthers says in one line which files were passed over.
func (p *program) tellOthers(o otherKinds) {
	verb := "are"
	if o.n == 1 {
		verb = "is"
	}
	if o.n > 0 {
		p.say("%s %s not of a kind that is read: %s", count(o.n, "file"), verb, o.list())
	}
}

// list names a few files, or of many how many there are of a kind, the rare kinds first.
func (o otherKinds) list() string {
	if o.n <= mostListed {
		return strings.Join(o.names, ", ")
	}
	ends := slices.SortedFunc(maps.Keys(o.kinds), func(a, b string) int {
		if n := o.kinds[a].n - o.kinds[b].n; n != 0 {
			return n
		}
		return strings.Compare(o.kinds[a].first, o.kinds[b].first)
	})
	var list []string
	for _, end := range ends[:min(mostListed, len(ends))] {
		switch k := o.kinds[end]; {
		case k.n == 1:
			list = append(list, plain(k.first))
		case end == "":
			list = append(list, fmt.Sprintf("%d without extension", k.n))
		default:
			list = append(list, fmt.Sprintf("%d %s", k.n, plain(end)))
		}
	}
	if len(ends) > mostListed {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}
