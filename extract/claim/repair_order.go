package claim

// mendings are what repair does, in its order, for some build on what others have put right. Each goes over the whole sentence
// before the next begins.
var mendings = []func(*sentence){
	(*sentence).mendVerbless,
	each(
		(*sentence).mendBackshifted, (*sentence).mendAfterAside, (*sentence).mendMainPremodifier, (*sentence).mendSecondSubject, (*sentence).mendAllThat,
	),
	each(
		(*sentence).mendWhose, (*sentence).mendRushHour, (*sentence).mendPleadNot, (*sentence).mendDueTo, (*sentence).mendStopping,
		(*sentence).mendOutOfStep, (*sentence).mendTornPerfect, (*sentence).mendLateClause, (*sentence).mendTornObject, (*sentence).mendUnchanging,
		(*sentence).mendGappedPassive, (*sentence).mendPhrasal, (*sentence).mendHeadlineMove, (*sentence).mendFalsePreposition, (*sentence).mendInitials,
		(*sentence).mendHeadlineClause, (*sentence).mendReducedSubject, (*sentence).mendSaidOfSubject, (*sentence).mendReducedMain,
		(*sentence).mendUnclosed, (*sentence).mendCalledNear, (*sentence).mendWorkTitle, (*sentence).mendClosingSaying, (*sentence).mendQuantifiedAside,
		(*sentence).mendAsked, (*sentence).mendAge, (*sentence).mendHiddenClause, (*sentence).mendSubjectList, (*sentence).mendListRoot,
		(*sentence).mendListedAppositive, (*sentence).mendSubjectConjunct, (*sentence).mendMainBeforeAside,
	),
	each(
		(*sentence).mendInvariantPast, (*sentence).mendCompoundSubject, (*sentence).mendHiddenSource, (*sentence).mendQuotedSource,
		(*sentence).mendShowsNoun, (*sentence).mendSaidInRelative, (*sentence).mendNominalContent, (*sentence).mendHowLong, (*sentence).mendQuestioning,
		(*sentence).mendBareModifier, (*sentence).mendProfessedObject, (*sentence).mendCitedThat, (*sentence).mendDemandedNoun, (*sentence).mendDayAfter,
		(*sentence).mendWhichDenied,
	),
	each(
		(*sentence).mendProfessed, (*sentence).mendQuotedAdjunct, (*sentence).mendNamedPlace, (*sentence).mendUpTo, (*sentence).mendLater,
		(*sentence).mendHyphenatedPreposition, (*sentence).mendAsleep, (*sentence).mendWearer,
	),
	each(
		(*sentence).mendAcronym, (*sentence).mendModalAdverb, (*sentence).mendModalVerb, (*sentence).mendMissing, (*sentence).mendForecast,
		(*sentence).mendYearOld, (*sentence).mendCompoundGerund, (*sentence).mendBareVerbNoun, (*sentence).mendFinitePremodifier,
		(*sentence).mendAdverbRoot, (*sentence).mendQuantity, (*sentence).mendLessThanHalf, (*sentence).mendOneAnother,
	),
	each(
		(*sentence).mendReducedContent, (*sentence).mendEnclosedConjunct, (*sentence).mendLaterObject, (*sentence).mendPassiveInRelative,
		(*sentence).mendAlleged, (*sentence).mendArgument, (*sentence).mendDirectedAside,
	),
	each(
		(*sentence).mendLeadingTo, (*sentence).mendFarParticiple, (*sentence).mendDragOn, (*sentence).mendKeptInformed, (*sentence).mendFacesUpTo,
	),
	each(
		(*sentence).mendInLaw, (*sentence).mendWrongdoing, (*sentence).mendLastThat, (*sentence).mendAtLeast, (*sentence).mendBareInfinitive,
	),
	each(
		(*sentence).mendAsideRoot, (*sentence).mendBelieved, (*sentence).mendObjectParticiple, (*sentence).mendClauseAfter, (*sentence).mendToBe,
		(*sentence).mendBareAppositive, (*sentence).mendConjoinedGerund, (*sentence).mendBareParticiple, (*sentence).mendNearMiss,
	),
	each(
		(*sentence).mendButVerb, (*sentence).mendPastConjunct, (*sentence).mendSharedModifier, (*sentence).mendGiven, (*sentence).mendWhichNear,
		(*sentence).mendWereBorn, (*sentence).mendHoursAfter, (*sentence).mendShown,
	),
	each(
		(*sentence).mendBound, (*sentence).mendListedPassive, (*sentence).mendSharedPassive, (*sentence).mendLateSubject, (*sentence).mendEasier,
		(*sentence).mendPerceived, (*sentence).mendAgentsParticiple, (*sentence).mendConjoinedVerb, (*sentence).mendApposedSource,
	),
	each(
		(*sentence).mendContentModifier, (*sentence).mendSplitContent, (*sentence).mendToldClause, (*sentence).mendInsisting,
	),
	each(
		(*sentence).mendCalled, (*sentence).mendMade, (*sentence).mendSum, (*sentence).mendCutShort, (*sentence).mendHourBefore,
		(*sentence).mendFoundGuilty, (*sentence).mendStranded, (*sentence).mendWorth, (*sentence).mendThose, (*sentence).mendMadeDoing,
	),
	each(
		(*sentence).mendHyphenatedVerb, (*sentence).mendSaidBefore, (*sentence).mendAdverb,
	),
	each(
		(*sentence).mendContentSubject, (*sentence).mendSaidAlso, (*sentence).mendAccording, (*sentence).mendNamedVerb, (*sentence).mendPossessor,
		(*sentence).mendBeing,
	),
	each(
		(*sentence).mendIf, (*sentence).mendUnless, (*sentence).mendSaidBecause, (*sentence).mendOwnAbsolute, (*sentence).mendBracketed,
		(*sentence).mendThatLater, (*sentence).mendSaidConjunct, (*sentence).mendAccused, (*sentence).mendFarFrom, (*sentence).mendExistentialContent,
		(*sentence).mendWereTo, (*sentence).mendGapping, (*sentence).mendNominalClause, (*sentence).mendConjunctObject, (*sentence).mendMore,
		(*sentence).mendModifierList, (*sentence).mendCompared, (*sentence).mendDescribed, (*sentence).mendNounComplement, (*sentence).mendReducedObject,
		(*sentence).mendPer, (*sentence).mendDayBefore,
	),
	each(
		(*sentence).mendNounContent, (*sentence).mendOpenedGerund, (*sentence).mendGerundCase, (*sentence).mendGerundComplement,
		(*sentence).mendRatherThan, (*sentence).mendNegatedInfinitive, (*sentence).mendDirected, (*sentence).mendLateInfinitive, (*sentence).mendUntil,
		(*sentence).mendWhether, (*sentence).mendInversion, (*sentence).mendDeepContent, (*sentence).mendSaidAside, (*sentence).mendSaidSource,
		(*sentence).mendReducedAside, (*sentence).mendClauseInPhrase, (*sentence).mendReportsNoun, (*sentence).mendCiting, (*sentence).mendConclusion,
		(*sentence).mendProvided, (*sentence).mendItSays, (*sentence).mendInvertedSource,
	),
	each(
		(*sentence).mendApposedRole,
	),
	(*sentence).mendTitles,
	each(
		(*sentence).mendDoubleSubject, (*sentence).mendTornSubject, (*sentence).mendMadeBetter, (*sentence).mendPastOfPerfect, (*sentence).mendObject,
		(*sentence).mendGerundNoun, (*sentence).mendParticiplePreposition, (*sentence).mendExpletive, (*sentence).mendQuality, (*sentence).mendHyphenated,
		(*sentence).mendBareConjunct, (*sentence).mendInfinitive, (*sentence).mendListedVerb, (*sentence).mendFinitePast, (*sentence).mendWho,
		(*sentence).mendWhoOfPlace, (*sentence).mendDepicted, (*sentence).mendWhich, (*sentence).mendNaming, (*sentence).mendAbsolute,
		(*sentence).mendSecondAbsolute, (*sentence).mendFalsePassive, (*sentence).mendAgent, (*sentence).mendBareObject, (*sentence).mendAttachment,
		(*sentence).mendTimeModifier, (*sentence).mendSaidAgain, (*sentence).mendSaidWhen, (*sentence).mendUrged, (*sentence).mendTold,
	),
	(*sentence).mendNounRoot,
	each(
		(*sentence).mendSubjectBeforeAside, (*sentence).mendMissingSubject, (*sentence).mendLostSubject, (*sentence).mendSaidThat,
		(*sentence).mendSaidAfter,
	),
	each(
		(*sentence).mendFronted, (*sentence).mendSaidToo, (*sentence).mendAdding, (*sentence).mendPortraying, (*sentence).mendPortrayingNoun,
		(*sentence).mendCausing, (*sentence).mendUnquoted, (*sentence).mendMidway, (*sentence).mendFrontedTime, (*sentence).mendWeeksAfter,
		(*sentence).mendSecondTime,
	),
}

// each tries mendings on every word, in their order.
func each(mendings ...func(*sentence, int)) func(*sentence) {
	return func(s *sentence) {
		for i := range s.words {
			for _, mend := range mendings {
				mend(s, i)
			}
		}
	}
}
