// What somebody says
// Every claim that an article has from this source, whoever the claim is about.
// param who string: the name of the source
// param limit number = 100: how many claims at most

// A voice is attributed to its source too, but only a claim is a statement.
var claims = g.V(params.who).in("<prov:wasAttributedTo>").has("<rdf:type>", "<rdf:Statement>")
showClaims(claims, params.limit)
