package claim

import _ "embed"

//go:embed words/intentions.txt
var intentionsText string

// intentions gives the verb or adjective for a noun that governs an infinitive.
var intentions = func() map[string]string {
	all := map[string]string{}
	for _, f := range lines(intentionsText) {
		all[f[0]] = f[1]
	}
	return all
}()

// resolutions are the intentions that once there are a thing of the past: a decision.
var resolutions = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(intentionsText) {
		all[f[0]] = len(f) > 2
	}
	return all
}()

//go:embed words/openings.txt
var openingsText string

// openings are nouns that an infinitive completes: "pressure to accept".
var openings = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range lines(openingsText) {
		all[f[0]] = true
	}
	return all
}()

// takesPurpose tells nouns after which an infinitive belongs to the noun.
func (s *sentence) takesPurpose(noun int) bool {
	return intentions[s.lemma(noun)] != "" || openings[s.lemma(noun)]
}

// intention is the noun above an infinitive that says what its holder meant, decided or
// refused to do; none elsewhere.
func (s *sentence) intention(i int) int {
	first := s.first(i)
	noun := s.above(first)
	if noun < 0 || !s.is(first, "acl", "xcomp", "advcl") || !s.isInfinitive(first) || !s.isNominal(noun) {
		return none
	}
	if intentions[s.lemma(noun)] == "" {
		return none
	}
	return noun
}

// intenders are the holders of the noun above an infinitive: "Kyiv's refusal to sign".
func (s *sentence) intenders(i int) []Phrase {
	noun := s.intention(i)
	if noun == none {
		return nil
	}
	if holder, ok := s.holder(noun); ok {
		return []Phrase{holder}
	}
	return nil
}
