#include "textflag.h"

// Each kernel adds to a tile of dst, some rows by 32 columns, the product of the same rows of activations with a panel of
// weights. The integer sums are exact, so that their order and grouping is free; the scales are then multiplied in one
// by one, first that of the row, as in plainTiles8.
//
// SI, AX, BX rows 0, 4, 8 of the activations; R8 from row to row, R12 three times that
// DI         panel of weights: for each four inputs 128 bytes, four an output
// CX         groups of four inputs left
// R9, R10    scales of the rows, of the outputs
// DX, R11    tile of dst, and the bytes from row to row of it

#define ARGUMENTS \
	MOVQ depth+0(FP), CX     \
	SHRQ $2, CX              \
	MOVQ x+8(FP), SI         \
	MOVQ stride+16(FP), R8   \
	MOVQ xscale+24(FP), R9   \
	MOVQ w+32(FP), DI        \
	MOVQ wscale+40(FP), R10  \
	MOVQ offset+48(FP), R13  \
	MOVQ dst+56(FP), DX      \
	MOVQ down+64(FP), R11

// START begins the sums of a row. VPDPBUSD takes unsigned activations, so 128 is added to each; the offset, -128 times
// the sum of the weights, takes that away again.
#define START(lo, hi) \
	VMOVDQU32 (R13), lo \
	VMOVDQU32 64(R13), hi

// PRODUCT adds the products of four inputs of a row, flipping the sign bit of each, with those of 32 outputs.
#define PRODUCT(inputs, z, w0, w1, lo, hi) \
	VPXORD.BCST inputs, Z7, z \
	VPDPBUSD    w0, z, lo     \
	VPDPBUSD    w1, z, hi

#define STORE(i, lo, hi) \
	VCVTDQ2PS   lo, lo            \
	VCVTDQ2PS   hi, hi            \
	VMULPS.BCST (i*4)(R9), lo, lo \
	VMULPS.BCST (i*4)(R9), hi, hi \
	VMULPS      Z0, lo, lo        \
	VMULPS      Z1, hi, hi        \
	VADDPS      (DX), lo, lo      \
	VADDPS      64(DX), hi, hi    \
	VMOVUPS     lo, (DX)          \
	VMOVUPS     hi, 64(DX)        \
	ADDQ        R11, DX

DATA signs<>+0(SB)/4, $0x80808080
GLOBL signs<>(SB), RODATA|NOPTR, $4

// func dot12avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
TEXT ·dot12avx512(SB), NOSPLIT, $0-72
	ARGUMENTS
	LEAQ         (R8)(R8*2), R12
	LEAQ         (SI)(R8*4), AX
	LEAQ         (SI)(R8*8), BX
	VPBROADCASTD signs<>(SB), Z7
	START(Z8, Z9)
	START(Z10, Z11)
	START(Z12, Z13)
	START(Z14, Z15)
	START(Z16, Z17)
	START(Z18, Z19)
	START(Z20, Z21)
	START(Z22, Z23)
	START(Z24, Z25)
	START(Z26, Z27)
	START(Z28, Z29)
	START(Z30, Z31)

loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	PRODUCT((SI), Z2, Z0, Z1, Z8, Z9)
	PRODUCT((SI)(R8*1), Z3, Z0, Z1, Z10, Z11)
	PRODUCT((SI)(R8*2), Z4, Z0, Z1, Z12, Z13)
	PRODUCT((SI)(R12*1), Z5, Z0, Z1, Z14, Z15)
	PRODUCT((AX), Z6, Z0, Z1, Z16, Z17)
	PRODUCT((AX)(R8*1), Z2, Z0, Z1, Z18, Z19)
	PRODUCT((AX)(R8*2), Z3, Z0, Z1, Z20, Z21)
	PRODUCT((AX)(R12*1), Z4, Z0, Z1, Z22, Z23)
	PRODUCT((BX), Z5, Z0, Z1, Z24, Z25)
	PRODUCT((BX)(R8*1), Z6, Z0, Z1, Z26, Z27)
	PRODUCT((BX)(R8*2), Z2, Z0, Z1, Z28, Z29)
	PRODUCT((BX)(R12*1), Z3, Z0, Z1, Z30, Z31)
	ADDQ      $4, SI
	ADDQ      $4, AX
	ADDQ      $4, BX
	ADDQ      $128, DI
	DECQ      CX
	JNZ       loop

	VMOVUPS (R10), Z0
	VMOVUPS 64(R10), Z1
	STORE(0, Z8, Z9)
	STORE(1, Z10, Z11)
	STORE(2, Z12, Z13)
	STORE(3, Z14, Z15)
	STORE(4, Z16, Z17)
	STORE(5, Z18, Z19)
	STORE(6, Z20, Z21)
	STORE(7, Z22, Z23)
	STORE(8, Z24, Z25)
	STORE(9, Z26, Z27)
	STORE(10, Z28, Z29)
	STORE(11, Z30, Z31)
	VZEROUPPER
	RET

// func dot4avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
TEXT ·dot4avx512(SB), NOSPLIT, $0-72
	ARGUMENTS
	LEAQ         (R8)(R8*2), R12
	VPBROADCASTD signs<>(SB), Z7
	START(Z8, Z9)
	START(Z10, Z11)
	START(Z12, Z13)
	START(Z14, Z15)

loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	PRODUCT((SI), Z2, Z0, Z1, Z8, Z9)
	PRODUCT((SI)(R8*1), Z3, Z0, Z1, Z10, Z11)
	PRODUCT((SI)(R8*2), Z4, Z0, Z1, Z12, Z13)
	PRODUCT((SI)(R12*1), Z5, Z0, Z1, Z14, Z15)
	ADDQ      $4, SI
	ADDQ      $128, DI
	DECQ      CX
	JNZ       loop

	VMOVUPS (R10), Z0
	VMOVUPS 64(R10), Z1
	STORE(0, Z8, Z9)
	STORE(1, Z10, Z11)
	STORE(2, Z12, Z13)
	STORE(3, Z14, Z15)
	VZEROUPPER
	RET

// dot1avx512 keeps four pairs of sums in flight, else it would wait for each.
//
// func dot1avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
TEXT ·dot1avx512(SB), NOSPLIT, $0-72
	ARGUMENTS
	VPBROADCASTD signs<>(SB), Z7
	START(Z8, Z9)
	VPXORD       Z10, Z10, Z10
	VPXORD       Z11, Z11, Z11
	VPXORD       Z12, Z12, Z12
	VPXORD       Z13, Z13, Z13
	VPXORD       Z14, Z14, Z14
	VPXORD       Z15, Z15, Z15

loop:
	PRODUCT((SI), Z2, (DI), 64(DI), Z8, Z9)
	PRODUCT(4(SI), Z3, 128(DI), 192(DI), Z10, Z11)
	PRODUCT(8(SI), Z4, 256(DI), 320(DI), Z12, Z13)
	PRODUCT(12(SI), Z5, 384(DI), 448(DI), Z14, Z15)
	ADDQ $16, SI
	ADDQ $512, DI
	SUBQ $4, CX
	JNZ  loop

	VPADDD  Z10, Z8, Z8
	VPADDD  Z11, Z9, Z9
	VPADDD  Z14, Z12, Z12
	VPADDD  Z15, Z13, Z13
	VPADDD  Z12, Z8, Z8
	VPADDD  Z13, Z9, Z9
	VMOVUPS (R10), Z0
	VMOVUPS 64(R10), Z1
	STORE(0, Z8, Z9)
	VZEROUPPER
	RET

// PRODUCT2 adds the products of four inputs of a row with those of 8 outputs: VPMADDUBSW takes unsigned inputs, so each
// sign moves from the input to the weight. Two products of at most 127·127 stay within an int16. Y15 holds ones.
#define PRODUCT2(inputs, magnitudes, sum) \
	VPSIGNB    inputs, Y12, Y13      \
	VPMADDUBSW Y13, magnitudes, Y13  \
	VPMADDWD   Y15, Y13, Y13         \
	VPADDD     Y13, sum, sum

#define STORE2(i, at, sum) \
	VBROADCASTSS (i*4)(R9), Y8      \
	VCVTDQ2PS    sum, sum           \
	VMULPS       Y8, sum, sum       \
	VMULPS       at(R10), sum, sum  \
	VADDPS       at(DX), sum, sum   \
	VMOVUPS      sum, at(DX)

// func dot2avx2(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
TEXT ·dot2avx2(SB), NOSPLIT, $0-72
	ARGUMENTS
	VPCMPEQW Y15, Y15, Y15
	VPABSW   Y15, Y15
	VPXOR    Y0, Y0, Y0
	VPXOR    Y1, Y1, Y1
	VPXOR    Y2, Y2, Y2
	VPXOR    Y3, Y3, Y3
	VPXOR    Y4, Y4, Y4
	VPXOR    Y5, Y5, Y5
	VPXOR    Y6, Y6, Y6
	VPXOR    Y7, Y7, Y7

loop:
	VPBROADCASTD (SI), Y8
	VPBROADCASTD (SI)(R8*1), Y9
	VPABSB       Y8, Y10
	VPABSB       Y9, Y11
	VMOVDQU      (DI), Y12
	PRODUCT2(Y8, Y10, Y0)
	PRODUCT2(Y9, Y11, Y4)
	VMOVDQU      32(DI), Y12
	PRODUCT2(Y8, Y10, Y1)
	PRODUCT2(Y9, Y11, Y5)
	VMOVDQU      64(DI), Y12
	PRODUCT2(Y8, Y10, Y2)
	PRODUCT2(Y9, Y11, Y6)
	VMOVDQU      96(DI), Y12
	PRODUCT2(Y8, Y10, Y3)
	PRODUCT2(Y9, Y11, Y7)
	ADDQ         $4, SI
	ADDQ         $128, DI
	DECQ         CX
	JNZ          loop

	STORE2(0, 0, Y0)
	STORE2(0, 32, Y1)
	STORE2(0, 64, Y2)
	STORE2(0, 96, Y3)
	ADDQ R11, DX
	STORE2(1, 0, Y4)
	STORE2(1, 32, Y5)
	STORE2(1, 64, Y6)
	STORE2(1, 96, Y7)
	VZEROUPPER
	RET

// func dot1avx2(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
TEXT ·dot1avx2(SB), NOSPLIT, $0-72
	ARGUMENTS
	VPCMPEQW Y15, Y15, Y15
	VPABSW   Y15, Y15
	VPXOR    Y0, Y0, Y0
	VPXOR    Y1, Y1, Y1
	VPXOR    Y2, Y2, Y2
	VPXOR    Y3, Y3, Y3

loop:
	VPBROADCASTD (SI), Y8
	VPABSB       Y8, Y10
	VMOVDQU      (DI), Y12
	PRODUCT2(Y8, Y10, Y0)
	VMOVDQU      32(DI), Y12
	PRODUCT2(Y8, Y10, Y1)
	VMOVDQU      64(DI), Y12
	PRODUCT2(Y8, Y10, Y2)
	VMOVDQU      96(DI), Y12
	PRODUCT2(Y8, Y10, Y3)
	ADDQ         $4, SI
	ADDQ         $128, DI
	DECQ         CX
	JNZ          loop

	STORE2(0, 0, Y0)
	STORE2(0, 32, Y1)
	STORE2(0, 64, Y2)
	STORE2(0, 96, Y3)
	VZEROUPPER
	RET
