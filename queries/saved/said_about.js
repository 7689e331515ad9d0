// What others say about somebody or something
// Every claim about this person, organization, place or thing that an article has from a source.
// param what string: the name of a person, organization, place or thing
// param limit number = 100: how many claims at most

var about = g.V(params.what).in(["<rdf:subject>", "<rdf:object>"]).unique()
showClaims(about.has("<s:voice>"), params.limit)
