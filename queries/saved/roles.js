// What somebody is
// The roles and descriptions that articles give somebody: claims with a verb of being or becoming.
// param who string: the name of a person, organization, place or thing
// param limit number = 100: how many claims at most

var being = ["be", "become", "remain", "serve_as", "be_name", "be_appoint", "be_elect"]
var claims = g.V(params.who).in("<rdf:subject>").tag("of")
	.out("<rdf:predicate>").has("<s:lemma>", being).back("of")
showClaims(claims, params.limit)
