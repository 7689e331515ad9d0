package tensor

import "slices"

var variant = variants[0]

// Variant returns the name of the variant in use: avx512, avx2 or plain.
func Variant() string { return variant }

// Variants returns the names of those that this processor can run, the fastest first.
func Variants() []string { return slices.Clone(variants) }

// Force uses the named variant from now on and returns a function that undoes it. It is for tests: nothing else may run
// in this package meanwhile. It panics if the processor cannot run the variant.
func Force(name string) (undo func()) {
	if !slices.Contains(variants, name) {
		panic("tensor: no variant " + name)
	}
	was := variant
	variant = name
	return func() { variant = was }
}
