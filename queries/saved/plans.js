// What somebody will do, means to do or must do
// Every claim about the future of somebody or something: announced, planned or due.
// param who string: the name of a person, organization, place or thing
// param limit number = 100: how many claims at most

showClaims(g.V(params.who).in("<rdf:subject>").has("<s:modality>", ["future", "planned", "obligatory"]), params.limit)
