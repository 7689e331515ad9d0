// Who met whom
// Every meeting, call or talk between two that the articles tell of as a fact.
// param who string = "": only those of this person, organization or place
// param limit number = 100: how many claims at most

var meeting = ["meet", "meet_with", "talk_with", "talk_to", "speak_with", "speak_to", "negotiate_with", "host", "visit", "call"]
var claims = params.who
	? g.V(params.who).in(["<rdf:subject>", "<rdf:object>"]).unique()
	: g.V("<rdf:Statement>").in("<rdf:type>")
claims = claims.has("<s:polarity>", "positive").has("<s:modality>", "asserted")
	.tag("met").out("<rdf:predicate>").has("<s:lemma>", meeting).back("met")
showClaims(claims, params.limit)
