#include "textflag.h"

// Maps over vectors whose length, in CX, is a multiple of 16, zero included: one AVX-512 register or two of AVX2 at a
// time. Products and sums are rounded apart, as in plain.go.

#define BINARY \
	MOVQ dst_base+0(FP), DI \
	MOVQ dst_len+8(FP), CX  \
	MOVQ x_base+24(FP), SI  \
	MOVQ y_base+48(FP), DX  \
	XORQ AX, AX

// func addAVX512(dst, x, y []float32)
TEXT ·addAVX512(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VADDPS  (DX)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func mulAVX512(dst, x, y []float32)
TEXT ·mulAVX512(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VMULPS  (DX)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func addMulAVX512(dst, x, y []float32)
TEXT ·addMulAVX512(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VMULPS  (DX)(AX*4), Z0, Z0
	VADDPS  (DI)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func addAVX2(dst, x, y []float32)
TEXT ·addAVX2(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VADDPS  (DX)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func mulAVX2(dst, x, y []float32)
TEXT ·mulAVX2(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VMULPS  (DX)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func addMulAVX2(dst, x, y []float32)
TEXT ·addMulAVX2(SB), NOSPLIT, $0-72
	BINARY

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VMULPS  (DX)(AX*4), Y0, Y0
	VADDPS  (DI)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func axpyAVX512(y []float32, a float32, x []float32)
TEXT ·axpyAVX512(SB), NOSPLIT, $0-56
	MOVQ         y_base+0(FP), DI
	MOVQ         y_len+8(FP), CX
	VBROADCASTSS a+24(FP), Z1
	MOVQ         x_base+32(FP), SI
	XORQ         AX, AX

loop:
	CMPQ    AX, CX
	JGE     done
	VMULPS  (SI)(AX*4), Z1, Z0
	VADDPS  (DI)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func axpyAVX2(y []float32, a float32, x []float32)
TEXT ·axpyAVX2(SB), NOSPLIT, $0-56
	MOVQ         y_base+0(FP), DI
	MOVQ         y_len+8(FP), CX
	VBROADCASTSS a+24(FP), Y1
	MOVQ         x_base+32(FP), SI
	XORQ         AX, AX

loop:
	CMPQ    AX, CX
	JGE     done
	VMULPS  (SI)(AX*4), Y1, Y0
	VADDPS  (DI)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func dotsAVX512(lanes *[16]float32, x, y []float32)
TEXT ·dotsAVX512(SB), NOSPLIT, $0-56
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	MOVQ    y_base+32(FP), DX
	XORQ    AX, AX
	VMOVUPS (DI), Z1

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VMULPS  (DX)(AX*4), Z0, Z0
	VADDPS  Z0, Z1, Z1
	ADDQ    $16, AX
	JMP     loop

done:
	VMOVUPS Z1, (DI)
	VZEROUPPER
	RET

// func dotsAVX2(lanes *[16]float32, x, y []float32)
TEXT ·dotsAVX2(SB), NOSPLIT, $0-56
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	MOVQ    y_base+32(FP), DX
	XORQ    AX, AX
	VMOVUPS (DI), Y1
	VMOVUPS 32(DI), Y3

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VMOVUPS 32(SI)(AX*4), Y2
	VMULPS  (DX)(AX*4), Y0, Y0
	VMULPS  32(DX)(AX*4), Y2, Y2
	VADDPS  Y0, Y1, Y1
	VADDPS  Y2, Y3, Y3
	ADDQ    $16, AX
	JMP     loop

done:
	VMOVUPS Y1, (DI)
	VMOVUPS Y3, 32(DI)
	VZEROUPPER
	RET

// func sumsAVX512(lanes *[16]float32, x []float32)
TEXT ·sumsAVX512(SB), NOSPLIT, $0-32
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	XORQ    AX, AX
	VMOVUPS (DI), Z1

loop:
	CMPQ   AX, CX
	JGE    done
	VADDPS (SI)(AX*4), Z1, Z1
	ADDQ   $16, AX
	JMP    loop

done:
	VMOVUPS Z1, (DI)
	VZEROUPPER
	RET

// func sumsAVX2(lanes *[16]float32, x []float32)
TEXT ·sumsAVX2(SB), NOSPLIT, $0-32
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	XORQ    AX, AX
	VMOVUPS (DI), Y1
	VMOVUPS 32(DI), Y2

loop:
	CMPQ   AX, CX
	JGE    done
	VADDPS (SI)(AX*4), Y1, Y1
	VADDPS 32(SI)(AX*4), Y2, Y2
	ADDQ   $16, AX
	JMP    loop

done:
	VMOVUPS Y1, (DI)
	VMOVUPS Y2, 32(DI)
	VZEROUPPER
	RET

// func maxesAVX512(lanes *[16]float32, x []float32)
TEXT ·maxesAVX512(SB), NOSPLIT, $0-32
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	XORQ    AX, AX
	VMOVUPS (DI), Z1

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VMAXPS  Z1, Z0, Z1
	ADDQ    $16, AX
	JMP     loop

done:
	VMOVUPS Z1, (DI)
	VZEROUPPER
	RET

// func maxesAVX2(lanes *[16]float32, x []float32)
TEXT ·maxesAVX2(SB), NOSPLIT, $0-32
	MOVQ    lanes+0(FP), DI
	MOVQ    x_base+8(FP), SI
	MOVQ    x_len+16(FP), CX
	XORQ    AX, AX
	VMOVUPS (DI), Y1
	VMOVUPS 32(DI), Y3

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VMOVUPS 32(SI)(AX*4), Y2
	VMAXPS  Y1, Y0, Y1
	VMAXPS  Y3, Y2, Y3
	ADDQ    $16, AX
	JMP     loop

done:
	VMOVUPS Y1, (DI)
	VMOVUPS Y3, 32(DI)
	VZEROUPPER
	RET
