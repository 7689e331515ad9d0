// What is between two
// Every claim with one as its subject and the other as its object, either way round.
// param one string: the name of a person, organization, place or thing
// param other string: the name of another
// param limit number = 100: how many claims at most

function from(subject, object) {
	return g.V(subject).in("<rdf:subject>").and(g.V(object).in("<rdf:object>"))
}
showClaims(from(params.one, params.other).or(from(params.other, params.one)), params.limit)
