package identity

import (
	"strings"

	"sayso/graph"
)

// standFor links a seat of government to the country, or the union, that an article means by it: where the seat says or
// decides something. The seat stays the place that it is.
func standFor(a *graph.Article) {
	countries := map[string]graph.Ref{}
	for _, e := range a.Entities {
		if k, ok := Lookup(e.Name); ok && e.Named && world().seated[k.Name] {
			countries[k.Name] = e.ID
		}
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		country := countries[seatOf(*e)]
		if country != "" && country != e.ID && acts(a.Claims, e.ID) {
			e.StandsFor = country
		}
	}
}

// AddSeated enters into an article, before anybody knows who is who, the countries that it means by a seat of government
// and does not name. They have no mention.
func AddSeated(a *graph.Article, local func(int) graph.Ref) {
	named := map[string]bool{}
	for _, e := range a.Entities {
		if k, ok := Lookup(e.Name); ok && e.Named {
			named[k.Name] = true
		}
	}
	for _, e := range a.Entities {
		country := seatOf(e)
		if country == "" || named[country] || !acts(a.Claims, e.ID) {
			continue
		}
		named[country] = true
		k, _ := Lookup(country)
		a.Entities = append(a.Entities, graph.Entity{ID: local(len(a.Entities)), Name: country, Type: k.Type, Named: true})
	}
}

// seatOf returns the country whose government sits in a place.
func seatOf(e graph.Entity) string {
	if !e.Named || e.Type == graph.Person {
		return ""
	}
	if country := world().seats[Fold(e.Name)]; country != "" {
		return country
	}
	k, ok := Lookup(e.Name)
	if !ok {
		return ""
	}
	return world().capitalOf[k.Name]
}

// acts reports whether claims have a thing say or decide what only a government can.
func acts(claims []graph.Claim, id graph.Ref) bool {
	for _, c := range claims {
		verb, _, _ := strings.Cut(c.Predicate.Lemma, "_")
		if c.Subject.ID == id && world().acts[verb] {
			return true
		}
		for at := c.Attribution; at != nil; at = at.Of {
			if at.Source.ID == id {
				return true
			}
		}
	}
	return false
}
