package document

import "unicode/utf8"

const stride = 256

// Offset converts an offset in bytes to one in code points.
func (d *Document) Offset(offset int) int {
	offset = max(0, min(offset, len(d.Text)))
	if d.points == nil {
		return utf8.RuneCountInString(d.Text[:offset])
	}
	near := offset / stride
	return d.points[near] + starts(d.Text[near*stride:offset])
}

func pointsAtStrides(text string) []int {
	points := make([]int, 1, len(text)/stride+1)
	for at := stride; at <= len(text); at += stride {
		points = append(points, points[len(points)-1]+starts(text[at-stride:at]))
	}
	return points
}

// starts counts the code points that start in s; s may cut one in two.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
