package claim

import "slices"

// repair mends what parsers are known to get wrong in news, before any rule reads the tree.
// The tree is a copy; the parser's own stays as it is. What a trained parser gets right no
// repair touches: the rule tests, on gold parses, hold that.
func (s *sentence) repair() {
	s.mendVerbless()
	s.mendEach((*sentence).mendBackshifted, (*sentence).mendAfterAside, (*sentence).mendMainPremodifier, (*sentence).mendSecondSubject, (*sentence).mendAllThat)
	s.mendEach((*sentence).mendWhose, (*sentence).mendRushHour, (*sentence).mendPleadNot, (*sentence).mendDueTo, (*sentence).mendStopping, (*sentence).mendOutOfStep, (*sentence).mendTornPerfect, (*sentence).mendLateClause, (*sentence).mendTornObject, (*sentence).mendUnchanging, (*sentence).mendGappedPassive, (*sentence).mendPhrasal, (*sentence).mendHeadlineMove, (*sentence).mendFalsePreposition, (*sentence).mendInitials, (*sentence).mendHeadlineClause, (*sentence).mendReducedSubject, (*sentence).mendSaidOfSubject, (*sentence).mendReducedMain, (*sentence).mendUnclosed, (*sentence).mendCalledNear, (*sentence).mendWorkTitle, (*sentence).mendClosingSaying, (*sentence).mendQuantifiedAside, (*sentence).mendAsked, (*sentence).mendAge, (*sentence).mendHiddenClause, (*sentence).mendSubjectList, (*sentence).mendListRoot, (*sentence).mendListedAppositive, (*sentence).mendSubjectConjunct, (*sentence).mendMainBeforeAside)
	s.mendEach((*sentence).mendInvariantPast, (*sentence).mendCompoundSubject, (*sentence).mendHiddenSource, (*sentence).mendQuotedSource, (*sentence).mendShowsNoun, (*sentence).mendSaidInRelative,
		(*sentence).mendNominalContent, (*sentence).mendHowLong, (*sentence).mendQuestioning, (*sentence).mendBareModifier, (*sentence).mendProfessedObject, (*sentence).mendCitedThat, (*sentence).mendDemandedNoun, (*sentence).mendDayAfter, (*sentence).mendWhichDenied)
	s.mendEach((*sentence).mendProfessed, (*sentence).mendQuotedAdjunct, (*sentence).mendNamedPlace, (*sentence).mendUpTo, (*sentence).mendLater, (*sentence).mendHyphenatedPreposition, (*sentence).mendAsleep, (*sentence).mendWearer)
	s.mendEach((*sentence).mendAcronym, (*sentence).mendModalAdverb, (*sentence).mendModalVerb, (*sentence).mendMissing, (*sentence).mendForecast, (*sentence).mendYearOld, (*sentence).mendCompoundGerund, (*sentence).mendBareVerbNoun, (*sentence).mendFinitePremodifier, (*sentence).mendAdverbRoot, (*sentence).mendQuantity, (*sentence).mendLessThanHalf, (*sentence).mendOneAnother)
	s.mendEach((*sentence).mendReducedContent, (*sentence).mendEnclosedConjunct, (*sentence).mendLaterObject, (*sentence).mendPassiveInRelative, (*sentence).mendAlleged, (*sentence).mendArgument, (*sentence).mendDirectedAside)
	s.mendEach((*sentence).mendLeadingTo, (*sentence).mendFarParticiple, (*sentence).mendDragOn, (*sentence).mendKeptInformed, (*sentence).mendFacesUpTo)
	s.mendEach((*sentence).mendInLaw, (*sentence).mendWrongdoing, (*sentence).mendLastThat, (*sentence).mendAtLeast, (*sentence).mendBareInfinitive)
	s.mendEach((*sentence).mendAsideRoot, (*sentence).mendBelieved, (*sentence).mendObjectParticiple, (*sentence).mendClauseAfter, (*sentence).mendToBe, (*sentence).mendBareAppositive, (*sentence).mendConjoinedGerund, (*sentence).mendBareParticiple, (*sentence).mendNearMiss)
	s.mendEach((*sentence).mendButVerb, (*sentence).mendPastConjunct, (*sentence).mendSharedModifier, (*sentence).mendGiven, (*sentence).mendWhichNear, (*sentence).mendWereBorn, (*sentence).mendHoursAfter, (*sentence).mendShown)
	s.mendEach((*sentence).mendBound, (*sentence).mendListedPassive, (*sentence).mendSharedPassive, (*sentence).mendLateSubject, (*sentence).mendEasier, (*sentence).mendPerceived, (*sentence).mendAgentsParticiple, (*sentence).mendConjoinedVerb, (*sentence).mendApposedSource)
	s.mendEach((*sentence).mendContentModifier, (*sentence).mendSplitContent, (*sentence).mendToldClause, (*sentence).mendInsisting)
	s.mendEach((*sentence).mendCalled, (*sentence).mendMade, (*sentence).mendSum, (*sentence).mendCutShort, (*sentence).mendHourBefore, (*sentence).mendFoundGuilty, (*sentence).mendStranded, (*sentence).mendWorth, (*sentence).mendThose, (*sentence).mendMadeDoing)
	s.mendEach((*sentence).mendHyphenatedVerb, (*sentence).mendSaidBefore, (*sentence).mendAdverb)
	s.mendEach((*sentence).mendContentSubject, (*sentence).mendSaidAlso, (*sentence).mendAccording,
		(*sentence).mendNamedVerb, (*sentence).mendPossessor, (*sentence).mendBeing)
	s.mendEach((*sentence).mendIf, (*sentence).mendUnless, (*sentence).mendSaidBecause, (*sentence).mendOwnAbsolute, (*sentence).mendBracketed, (*sentence).mendThatLater, (*sentence).mendSaidConjunct, (*sentence).mendAccused, (*sentence).mendFarFrom, (*sentence).mendExistentialContent,
		(*sentence).mendWereTo, (*sentence).mendGapping, (*sentence).mendNominalClause, (*sentence).mendConjunctObject, (*sentence).mendMore, (*sentence).mendModifierList, (*sentence).mendCompared, (*sentence).mendDescribed, (*sentence).mendNounComplement, (*sentence).mendReducedObject, (*sentence).mendPer, (*sentence).mendDayBefore)
	s.mendEach((*sentence).mendNounContent, (*sentence).mendOpenedGerund, (*sentence).mendGerundCase, (*sentence).mendGerundComplement,
		(*sentence).mendRatherThan, (*sentence).mendNegatedInfinitive, (*sentence).mendDirected, (*sentence).mendLateInfinitive, (*sentence).mendUntil, (*sentence).mendWhether, (*sentence).mendInversion,
		(*sentence).mendDeepContent, (*sentence).mendSaidAside, (*sentence).mendSaidSource, (*sentence).mendReducedAside, (*sentence).mendClauseInPhrase,
		(*sentence).mendReportsNoun, (*sentence).mendCiting, (*sentence).mendConclusion, (*sentence).mendProvided, (*sentence).mendItSays, (*sentence).mendInvertedSource)
	s.mendEach((*sentence).mendApposedRole)
	s.mendTitles()
	s.mendEach(
		(*sentence).mendDoubleSubject, (*sentence).mendTornSubject, (*sentence).mendMadeBetter, (*sentence).mendPastOfPerfect, (*sentence).mendObject, (*sentence).mendGerundNoun,
		(*sentence).mendParticiplePreposition, (*sentence).mendExpletive,
		(*sentence).mendQuality, (*sentence).mendHyphenated, (*sentence).mendBareConjunct, (*sentence).mendInfinitive,
		(*sentence).mendListedVerb, (*sentence).mendFinitePast, (*sentence).mendWho, (*sentence).mendWhoOfPlace, (*sentence).mendDepicted, (*sentence).mendWhich, (*sentence).mendNaming,
		(*sentence).mendAbsolute, (*sentence).mendSecondAbsolute, (*sentence).mendFalsePassive,
		(*sentence).mendAgent, (*sentence).mendBareObject, (*sentence).mendAttachment, (*sentence).mendTimeModifier, (*sentence).mendSaidAgain, (*sentence).mendSaidWhen, (*sentence).mendUrged, (*sentence).mendTold,
	)
	s.mendNounRoot()
	s.mendEach(
		(*sentence).mendSubjectBeforeAside, (*sentence).mendMissingSubject, (*sentence).mendLostSubject,
		(*sentence).mendSaidThat, (*sentence).mendSaidAfter,
	)
	s.mendEach((*sentence).mendFronted, (*sentence).mendSaidToo, (*sentence).mendAdding, (*sentence).mendPortraying, (*sentence).mendPortrayingNoun, (*sentence).mendCausing, (*sentence).mendUnquoted, (*sentence).mendMidway, (*sentence).mendFrontedTime, (*sentence).mendWeeksAfter, (*sentence).mendSecondTime)
}

// mendEach tries mendings on every word, in their order.
func (s *sentence) mendEach(mendings ...func(*sentence, int)) {
	for i := range s.words {
		for _, mend := range mendings {
			mend(s, i)
		}
	}
}

// move hangs a word elsewhere, unless that would close a circle.
func (s *sentence) move(i, head int, relation string) bool {
	if i == head || head >= 0 && s.within(head, i) {
		return false
	}
	s.words[i].Head, s.words[i].Relation = head, relation
	s.link()
	return true
}

// rearrange lets a mending set heads freely and takes it back where the result is no tree.
func (s *sentence) rearrange(mend func()) {
	before := slices.Clone(s.words)
	mend()
	if !s.isTree() {
		s.words = before
	}
	s.link()
}

// handOver hangs on a word, within a rearrangement, what another has before a limit.
func (s *sentence) handOver(from, to, limit int) {
	for _, d := range s.dependents(from) {
		if d < limit && d != to {
			s.words[d].Head = to
		}
	}
}

// isTree tells that every word reaches the root.
func (s *sentence) isTree() bool {
	for i := range s.words {
		steps := 0
		for j := i; j >= 0; j = s.above(j) {
			if steps++; steps > len(s.words) {
				return false
			}
		}
	}
	return true
}

// root is the head of the sentence.
func (s *sentence) root() int {
	for i := range s.words {
		if s.above(i) < 0 {
			return i
		}
	}
	return none
}

// isFiniteClause tells a finite verb or copular predicate.
func (s *sentence) isFiniteClause(i int) bool {
	if s.isFinite(i) && s.upos(i) == "VERB" {
		return true
	}
	for _, a := range s.auxiliaries(i) {
		if s.isFinite(a) || s.tag(a) == "MD" {
			return true
		}
	}
	passive := s.child(i, "aux:pass")
	return passive != none && s.tag(passive) != "VBG" && !s.isInfinitive(i)
}

func (s *sentence) isComma(i int) bool { return i >= 0 && i < len(s.words) && s.form(i) == "," }

// isMark tells a comma, dash, bracket or quotation mark.
func (s *sentence) isMark(i int) bool {
	return i >= 0 && i < len(s.words) && s.upos(i) == "PUNCT" && s.form(i) != "-"
}

// quotationMarks open or close direct speech.
var quotationMarks = []string{"“", "”", "\"", "``", "''", "«", "»"}

func (s *sentence) isQuotationMark(i int) bool {
	return i >= 0 && i < len(s.words) && slices.Contains(quotationMarks, s.form(i))
}
