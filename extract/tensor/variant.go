package tensor

import "slices"

var (
	variants = detect()
	variant  = variants[0]
)

// Variant returns the name of the variant in use: avx512, avx2, neon or plain.
func Variant() string { return variant.String() }

// Variants returns the names of those that this processor can run, the fastest first.
func Variants() []string {
	names := make([]string, len(variants))
	for i, v := range variants {
		names[i] = v.String()
	}
	return names
}

// Force uses the named variant from now on and returns a function that undoes it. It is for tests: nothing else may run
// in this package meanwhile. It panics if the processor cannot run the variant.
func Force(name string) (undo func()) {
	i := slices.Index(Variants(), name)
	if i < 0 {
		panic("tensor: no variant " + name)
	}
	was := variant
	variant = variants[i]
	return func() { variant = was }
}

type instructions uint8

const (
	plain instructions = iota
	avx2
	avx512 // what Ice Lake and Zen 4 have: float32, bytes and VNNI
	neon   // with dot products, for int8 only
)

func (i instructions) String() string {
	return [...]string{"plain", "avx2", "avx512", "neon"}[i]
}
