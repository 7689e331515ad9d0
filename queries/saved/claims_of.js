// What an article claims
// Every claim of one article, in the order of the text.
// param article string: the article's ID, as sayso stats lists it
// param limit number = 1000: how many claims at most

showClaims(g.V(iri("a:" + params.article)).in("<prov:wasQuotedFrom>").has("<rdf:type>", "<rdf:Statement>"), params.limit)
