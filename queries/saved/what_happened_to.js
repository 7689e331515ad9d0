// What was done to somebody or something
// Every claim whose object has this name.
// param what string: the name of a person, organization, place or thing
// param limit number = 100: how many claims at most

showClaims(g.V(params.what).in("<rdf:object>"), params.limit)
