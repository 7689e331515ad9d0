// What happened when
// Every claim about somebody or something whose time the text gives, from early to late.
// param who string: the name of a person, organization, place or thing
// param since date = "": no claim about an earlier day
// param until date = "": no claim about a later day
// param limit number = 100: how many claims at most

var about = g.V(params.who)
var dated = about.in("<rdf:subject>").or(about.in("<rdf:object>")).unique().tag("of").out("<s:time>")
if (params.since) dated = dated.filter(gte(typed(params.since, "xsd:date")))
if (params.until) dated = dated.filter(lte(typed(params.until, "xsd:date")))

withReceipt(dated.order().back("of")).forEach(params.limit, showClaim)
