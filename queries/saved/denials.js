// What is denied
// Every claim that says that something is not so, by an article or by somebody in it.
// param who string = "": only what this person, organization or thing is said not to do, or denies
// param limit number = 100: how many claims at most

var claims = params.who
	? g.V(params.who).in(["<rdf:subject>", "<prov:wasAttributedTo>"]).unique().has("<rdf:type>", "<rdf:Statement>")
	: g.V("<rdf:Statement>").in("<rdf:type>")
showClaims(claims.has("<s:polarity>", "negative"), params.limit)
