package parse

import (
	"strings"

	"sayso/graph/identity"
)

// joinFirms makes one organisation of the names on both sides of "&": Marks & Fenton. Two persons in full, and two
// names that the lists know, stay two.
func joinFirms(words []Word, classes []int) {
	titleCase := isTitleCase(words)
	for i := 1; i+1 < len(words); i++ {
		if words[i].Text != "&" || !isNamed(words[i-1], classes[i-1]) || !isNamed(words[i+1], classes[i+1]) || isInside(classes[i+1]) {
			continue
		}
		from, to := nameBefore(words, classes, i), nameAfter(words, classes, i+1)
		isFirm := classes[from] == classB("ORG") || classes[i+1] == classB("ORG")
		if titleCase && !isFirm || isParty(words[from:i], classes[from]) || isParty(words[i+1:to], classes[i+1]) {
			continue
		}
		setName(classes, from, to, classB("ORG"))
	}
}

// isNamed tells a capitalised word that is part of a name, whether the network has found it or not. A letter names no firm: D & D.
func isNamed(w Word, class int) bool {
	return isCapital(w.Text) && len(w.Text) > 1 && (class != outside || strings.HasPrefix(w.XPOS, "NN"))
}

// nameBefore is where the name that ends before a word begins.
func nameBefore(words []Word, classes []int, end int) int {
	from := end - 1
	for from > 0 && (isInside(classes[from]) || classes[from] == outside && classes[from-1] == outside && words[from-1].XPOS == "NNP" && isCapital(words[from-1].Text)) {
		from--
	}
	return from
}

// nameAfter is where the name that begins at a word ends.
func nameAfter(words []Word, classes []int, from int) int {
	to := from + 1
	for to < len(words) && (isInside(classes[to]) || classes[from] == outside && classes[to] == outside && words[to].XPOS == "NNP" && isCapital(words[to].Text)) {
		to++
	}
	return to
}

// isParty tells what is somebody by itself: a person's name of two words, or one that the lists know.
func isParty(words []Word, class int) bool {
	_, known := identity.Lookup(joined(words))
	return known || class == classB("PER") && len(words) > 1
}

// tieFirms makes the words of a firm's name one phrase, where "&" was taken to coordinate two.
func tieFirms(words []Word) {
	for i := range words {
		if words[i].Text != "&" || words[i].Name != "I-ORG" || words[i].Relation != "cc" {
			continue
		}
		first, second := topOfName(words, i-1), words[i].Head
		coordinated := words[second].Head == first || words[first].Relation == "conj" && words[second].Head == words[first].Head
		if words[second].Relation == "conj" && coordinated && second > i {
			tie(words, first, second, i)
		}
	}
}

// topOfName is the word that the part of a name that ends at a word hangs by.
func topOfName(words []Word, end int) int {
	from := end
	for from > 0 && strings.HasPrefix(words[from].Name, "I-") {
		from--
	}
	top := end
	for range words {
		if head := words[top].Head; head >= from && head <= end {
			top = head
		}
	}
	return top
}

// tie hangs the second part of a name and the sign between the two on the first, and what the second bore too.
func tie(words []Word, first, second, sign int) {
	words[second].Head, words[second].Relation = first, "flat"
	words[sign].Head, words[sign].Relation = first, "flat"
	for j := range words {
		if words[j].Head == second && words[j].Name != "I-ORG" {
			words[j].Head = first
		}
	}
}
