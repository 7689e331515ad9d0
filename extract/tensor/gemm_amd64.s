#include "textflag.h"

// Each kernel adds to a tile of c, some rows by 32 or 16 columns, the product of the same rows of a with a panel of b.
// Sums stay in registers for the whole depth. All distances are in bytes. The order of the sums is that of the rows of
// b in each kernel, fused multiply-add by fused multiply-add, so that AVX-512 and AVX2 give the same bits.
//
// SI, AX, BX rows 0, 4 (or 3), 8 of a; R8 from row to row of a, R12 three times that; R9 from column to column of a
// DI, R10    panel of b, and from row to row of it
// DX, R11    tile of c, and from row to row of it
// CX         rows of b left

#define ARGUMENTS \
	MOVQ depth+0(FP), CX  \
	MOVQ a+8(FP), SI      \
	MOVQ down+16(FP), R8  \
	MOVQ right+24(FP), R9 \
	MOVQ b+32(FP), DI     \
	MOVQ stride+40(FP), R10 \
	MOVQ c+48(FP), DX     \
	MOVQ cdown+56(FP), R11

// PRODUCT broadcasts one value of a and adds its products with 32 of b, in Z0 and Z1.
#define PRODUCT(value, z, lo, hi) \
	VBROADCASTSS value, z     \
	VFMADD231PS  Z0, z, lo    \
	VFMADD231PS  Z1, z, hi

#define STORE(lo, hi) \
	VADDPS  (DX), lo, lo   \
	VADDPS  64(DX), hi, hi \
	VMOVUPS lo, (DX)       \
	VMOVUPS hi, 64(DX)     \
	ADDQ    R11, DX

// func gemm12avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm12avx512(SB), NOSPLIT, $0-64
	ARGUMENTS
	LEAQ   (R8)(R8*2), R12
	LEAQ   (SI)(R8*4), AX
	LEAQ   (SI)(R8*8), BX
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11
	VPXORD Z12, Z12, Z12
	VPXORD Z13, Z13, Z13
	VPXORD Z14, Z14, Z14
	VPXORD Z15, Z15, Z15
	VPXORD Z16, Z16, Z16
	VPXORD Z17, Z17, Z17
	VPXORD Z18, Z18, Z18
	VPXORD Z19, Z19, Z19
	VPXORD Z20, Z20, Z20
	VPXORD Z21, Z21, Z21
	VPXORD Z22, Z22, Z22
	VPXORD Z23, Z23, Z23
	VPXORD Z24, Z24, Z24
	VPXORD Z25, Z25, Z25
	VPXORD Z26, Z26, Z26
	VPXORD Z27, Z27, Z27
	VPXORD Z28, Z28, Z28
	VPXORD Z29, Z29, Z29
	VPXORD Z30, Z30, Z30
	VPXORD Z31, Z31, Z31

loop:
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	PRODUCT((SI), Z2, Z8, Z9)
	PRODUCT((SI)(R8*1), Z3, Z10, Z11)
	PRODUCT((SI)(R8*2), Z4, Z12, Z13)
	PRODUCT((SI)(R12*1), Z5, Z14, Z15)
	PRODUCT((AX), Z6, Z16, Z17)
	PRODUCT((AX)(R8*1), Z7, Z18, Z19)
	PRODUCT((AX)(R8*2), Z2, Z20, Z21)
	PRODUCT((AX)(R12*1), Z3, Z22, Z23)
	PRODUCT((BX), Z4, Z24, Z25)
	PRODUCT((BX)(R8*1), Z5, Z26, Z27)
	PRODUCT((BX)(R8*2), Z6, Z28, Z29)
	PRODUCT((BX)(R12*1), Z7, Z30, Z31)
	ADDQ    R9, SI
	ADDQ    R9, AX
	ADDQ    R9, BX
	ADDQ    R10, DI
	DECQ    CX
	JNZ     loop

	STORE(Z8, Z9)
	STORE(Z10, Z11)
	STORE(Z12, Z13)
	STORE(Z14, Z15)
	STORE(Z16, Z17)
	STORE(Z18, Z19)
	STORE(Z20, Z21)
	STORE(Z22, Z23)
	STORE(Z24, Z25)
	STORE(Z26, Z27)
	STORE(Z28, Z29)
	STORE(Z30, Z31)
	VZEROUPPER
	RET

// func gemm4avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm4avx512(SB), NOSPLIT, $0-64
	ARGUMENTS
	LEAQ   (R8)(R8*2), R12
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11
	VPXORD Z12, Z12, Z12
	VPXORD Z13, Z13, Z13
	VPXORD Z14, Z14, Z14
	VPXORD Z15, Z15, Z15

loop:
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	PRODUCT((SI), Z2, Z8, Z9)
	PRODUCT((SI)(R8*1), Z3, Z10, Z11)
	PRODUCT((SI)(R8*2), Z4, Z12, Z13)
	PRODUCT((SI)(R12*1), Z5, Z14, Z15)
	ADDQ    R9, SI
	ADDQ    R10, DI
	DECQ    CX
	JNZ     loop

	STORE(Z8, Z9)
	STORE(Z10, Z11)
	STORE(Z12, Z13)
	STORE(Z14, Z15)
	VZEROUPPER
	RET

// func gemm2avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm2avx512(SB), NOSPLIT, $0-64
	ARGUMENTS
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11

loop:
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	PRODUCT((SI), Z2, Z8, Z9)
	PRODUCT((SI)(R8*1), Z3, Z10, Z11)
	ADDQ    R9, SI
	ADDQ    R10, DI
	DECQ    CX
	JNZ     loop

	STORE(Z8, Z9)
	STORE(Z10, Z11)
	VZEROUPPER
	RET

// func gemm1avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm1avx512(SB), NOSPLIT, $0-64
	ARGUMENTS
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9

loop:
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	PRODUCT((SI), Z2, Z8, Z9)
	ADDQ    R9, SI
	ADDQ    R10, DI
	DECQ    CX
	JNZ     loop

	STORE(Z8, Z9)
	VZEROUPPER
	RET

#define PRODUCT2(value, y, lo, hi) \
	VBROADCASTSS value, y      \
	VFMADD231PS  Y0, y, lo     \
	VFMADD231PS  Y1, y, hi

#define STORE2(lo, hi) \
	VADDPS  (DX), lo, lo   \
	VADDPS  32(DX), hi, hi \
	VMOVUPS lo, (DX)       \
	VMOVUPS hi, 32(DX)     \
	ADDQ    R11, DX

#define STORE4(s0, s1, s2, s3) \
	VADDPS  (DX), s0, s0   \
	VADDPS  32(DX), s1, s1 \
	VADDPS  64(DX), s2, s2 \
	VADDPS  96(DX), s3, s3 \
	VMOVUPS s0, (DX)       \
	VMOVUPS s1, 32(DX)     \
	VMOVUPS s2, 64(DX)     \
	VMOVUPS s3, 96(DX)

// gemm6avx2 covers 16 columns only: its registers hold no more sums.
//
// func gemm6avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm6avx2(SB), NOSPLIT, $0-64
	ARGUMENTS
	LEAQ   (R8)(R8*2), R12
	LEAQ   (SI)(R12*1), AX
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11
	VXORPS Y12, Y12, Y12
	VXORPS Y13, Y13, Y13
	VXORPS Y14, Y14, Y14
	VXORPS Y15, Y15, Y15

loop:
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	PRODUCT2((SI), Y2, Y4, Y5)
	PRODUCT2((SI)(R8*1), Y3, Y6, Y7)
	PRODUCT2((SI)(R8*2), Y2, Y8, Y9)
	PRODUCT2((AX), Y3, Y10, Y11)
	PRODUCT2((AX)(R8*1), Y2, Y12, Y13)
	PRODUCT2((AX)(R8*2), Y3, Y14, Y15)
	ADDQ    R9, SI
	ADDQ    R9, AX
	ADDQ    R10, DI
	DECQ    CX
	JNZ     loop

	STORE2(Y4, Y5)
	STORE2(Y6, Y7)
	STORE2(Y8, Y9)
	STORE2(Y10, Y11)
	STORE2(Y12, Y13)
	STORE2(Y14, Y15)
	VZEROUPPER
	RET

// func gemm2avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm2avx2(SB), NOSPLIT, $0-64
	ARGUMENTS
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11

loop:
	VMOVUPS (DI), Y0
	VMOVUPS     32(DI), Y1
	VMOVUPS     64(DI), Y12
	VMOVUPS     96(DI), Y13
	PRODUCT2((SI), Y2, Y4, Y5)
	VFMADD231PS Y12, Y2, Y6
	VFMADD231PS Y13, Y2, Y7
	PRODUCT2((SI)(R8*1), Y3, Y8, Y9)
	VFMADD231PS Y12, Y3, Y10
	VFMADD231PS Y13, Y3, Y11
	ADDQ        R9, SI
	ADDQ        R10, DI
	DECQ        CX
	JNZ         loop

	STORE4(Y4, Y5, Y6, Y7)
	ADDQ R11, DX
	STORE4(Y8, Y9, Y10, Y11)
	VZEROUPPER
	RET

// func gemm1avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)
TEXT ·gemm1avx2(SB), NOSPLIT, $0-64
	ARGUMENTS
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

loop:
	VBROADCASTSS (SI), Y2
	VFMADD231PS  (DI), Y2, Y4
	VFMADD231PS  32(DI), Y2, Y5
	VFMADD231PS  64(DI), Y2, Y6
	VFMADD231PS  96(DI), Y2, Y7
	ADDQ         R9, SI
	ADDQ         R10, DI
	DECQ         CX
	JNZ          loop

	STORE4(Y4, Y5, Y6, Y7)
	VZEROUPPER
	RET
