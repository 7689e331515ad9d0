// What one affirms and another denies
// Claims of the same subject, verb and object, one of which is negated.
// param limit number = 100: how many pairs at most

var all = g.V("<rdf:Statement>").in("<rdf:type>").save("<rdf:subject>", "subject").save("<rdf:object>", "object")
	.saveOpt("<s:voice>", "voice").save("<prov:wasQuotedFrom>", "article").save("<s:polarity>", "polarity")
	.tag("claim").out("<rdf:predicate>").save("<s:lemma>", "verb").back("claim")
	.out("<oa:hasSelector>").unique().save("<oa:exact>", "quote")

var affirmed = {}, denied = []
all.forEach(function (c) {
	var key = JSON.stringify([c.subject, c.verb, c.object])
	if (c.polarity === "negative") denied.push([key, c])
	else (affirmed[key] = affirmed[key] || []).push(c)
})
var left = params.limit
denied.forEach(function (d) {
	(affirmed[d[0]] || []).forEach(function (c) {
		if (left-- <= 0) return
		g.emit({
			subject: c.subject, verb: c.verb, object: c.object,
			affirmed: c.voice || c.article, "in the words": c.quote,
			denied: d[1].voice || d[1].article, "with the words": d[1].quote
		})
	})
})
