
// showClaims answers with the claims that a path leads to, each with the words it
// rests on and the voice that says so: the article's own where it quotes nobody.
function showClaims(claims, limit) {
	withReceipt(claims.unique()).forEach(limit, showClaim)
}

function withReceipt(claims) {
	var quote = g.M().save("<rdf:subject>", "subject")
		.save("<rdf:predicate>", "relation")
		.save("<rdf:object>", "object")
		.save("<prov:wasQuotedFrom>", "article")
		.saveOpt("<s:voice>", "voice")
		.saveOpt("<s:time>", "when")
		.tag("claim").out("<oa:hasSelector>").save("<oa:exact>", "quote").back("claim")
	return claims.follow(quote)
}

function showClaim(c) {
	g.emit({
		subject: c.subject,
		relation: c.relation,
		object: c.object,
		voice: c.voice || c.article,
		quote: c.quote,
		when: c.when || null,
		claim: c.claim
	})
}
