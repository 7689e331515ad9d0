package eval

import "math"

// prf sums up precision and recall as two fractions.
type prf struct{ right, guessed, found, gold float64 }

func (s *prf) add(t prf) {
	s.right += t.right
	s.guessed += t.guessed
	s.found += t.found
	s.gold += t.gold
}

func (s prf) precision() float64 { return share(s.right, s.guessed) }

func (s prf) recall() float64 { return share(s.found, s.gold) }

func (s prf) f1() float64 { return share(2*s.precision()*s.recall(), s.precision()+s.recall()) }

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// muc counts the links that a chain needs and those that the other side's chains give it (Vilain et al. 1995).
func muc(gold, guess []chain) (s prf) {
	s.found, s.gold = links(gold, guess)
	s.right, s.guessed = links(guess, gold)
	return s
}

func links(chains, others []chain) (found, all float64) {
	of := owners(others)
	for _, c := range chains {
		parts := map[int]bool{}
		alone := 0
		for m := range c {
			if i, ok := of[m]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		found += float64(len(c) - len(parts) - alone)
		all += float64(len(c) - 1)
	}
	return found, all
}

func owners(chains []chain) map[int]int {
	of := map[int]int{}
	for i, c := range chains {
		for m := range c {
			of[m] = i
		}
	}
	return of
}

// bCubed asks of each mention how much of its chain is right (Bagga and Baldwin 1998).
func bCubed(gold, guess []chain) (s prf) {
	s.found, s.gold = shares(gold, guess)
	s.right, s.guessed = shares(guess, gold)
	return s
}

func shares(chains, others []chain) (found, all float64) {
	of := owners(others)
	for _, c := range chains {
		with := map[int]float64{}
		for m := range c {
			if i, ok := of[m]; ok {
				with[i]++
			}
		}
		for _, n := range with {
			found += n * n / float64(len(c))
		}
		all += float64(len(c))
	}
	return found, all
}

// ceafe aligns the chains of both sides one to one as well as it can be done (Luo 2005, phi 4).
func ceafe(gold, guess []chain) prf {
	weights := make([][]float64, len(gold))
	for i, g := range gold {
		weights[i] = make([]float64, len(guess))
		for j, h := range guess {
			weights[i][j] = 2 * float64(shared(g, h)) / float64(len(g)+len(h))
		}
	}
	best := assign(weights)
	return prf{right: best, found: best, guessed: float64(len(guess)), gold: float64(len(gold))}
}

func shared(a, b chain) (n int) {
	for m := range a {
		if b[m] {
			n++
		}
	}
	return n
}

// assign returns the greatest sum of weights with at most one in each row and column (Kuhn 1955, with potentials).
func assign(weights [][]float64) float64 {
	if len(weights) == 0 || len(weights[0]) == 0 {
		return 0
	}
	if len(weights) > len(weights[0]) {
		weights = transposed(weights)
	}
	rows, columns := len(weights), len(weights[0])
	u, v := make([]float64, rows+1), make([]float64, columns+1)
	match, way := make([]int, columns+1), make([]int, columns+1)
	for i := 1; i <= rows; i++ {
		match[0] = i
		j0 := 0
		least := make([]float64, columns+1)
		used := make([]bool, columns+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for match[j0] != 0 {
			used[j0] = true
			i0, j1, delta := match[j0], 0, math.Inf(1)
			for j := 1; j <= columns; j++ {
				if used[j] {
					continue
				}
				if cost := -weights[i0-1][j-1] - u[i0] - v[j]; cost < least[j] {
					least[j], way[j] = cost, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= columns; j++ {
		if match[j] > 0 {
			sum += weights[match[j]-1][j-1]
		}
	}
	return sum
}

func transposed(m [][]float64) [][]float64 {
	t := make([][]float64, len(m[0]))
	for j := range t {
		for i := range m {
			t[j] = append(t[j], m[i][j])
		}
	}
	return t
}
