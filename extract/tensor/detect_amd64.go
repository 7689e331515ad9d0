package tensor

import "golang.org/x/sys/cpu"

// detect returns the variants that the processor can run, the fastest first.
func detect() []instructions {
	x := &cpu.X86
	if !x.HasAVX2 || !x.HasFMA {
		return []instructions{plain}
	}
	if !x.HasAVX512F || !x.HasAVX512BW || !x.HasAVX512DQ || !x.HasAVX512VL || !x.HasAVX512VNNI {
		return []instructions{avx2, plain}
	}
	return []instructions{avx512, avx2, plain}
}
