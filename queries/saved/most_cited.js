// Who is quoted most
// The sources by how many claims the articles have from them, and in how many articles.
// param limit number = 20: how many sources at most

var sources = {}
g.V("<rdf:Statement>").in("<rdf:type>").tag("claim").out("<prov:wasAttributedTo>").tag("source").back("claim")
	.save("<prov:wasQuotedFrom>", "article").forEach(function (c) {
		var s = sources[c.source] = sources[c.source] || {claims: 0, articles: {}}
		s.claims++
		s.articles[c.article] = true
	})

Object.keys(sources).sort(function (a, b) { return sources[b].claims - sources[a].claims || (a < b ? -1 : 1) })
	.slice(0, params.limit).forEach(function (name) {
		g.emit({source: name, claims: sources[name].claims, articles: Object.keys(sources[name].articles).length})
	})
