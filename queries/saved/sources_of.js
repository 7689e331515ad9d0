// On whose say-so
// The voices that speak of somebody or something, and how many claims each makes.
// param what string: the name of a person, organization, place or thing

var about = g.V(params.what)
var claims = about.in("<rdf:subject>").or(about.in("<rdf:object>")).unique()
	.save("<prov:wasQuotedFrom>", "article").saveOpt("<s:voice>", "voice")

var counts = {}
claims.forEach(function (c) {
	var voice = c.voice || c.article
	counts[voice] = (counts[voice] || 0) + 1
})
Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a] }).forEach(function (voice) {
	g.emit({voice: voice, claims: counts[voice]})
})
