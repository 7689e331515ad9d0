// What somebody did
// Every claim whose subject has this name, in the order of the text.
// param who string: the name of a person, organization, place or thing
// param limit number = 100: how many claims at most

showClaims(g.V(params.who).in("<rdf:subject>"), params.limit)
