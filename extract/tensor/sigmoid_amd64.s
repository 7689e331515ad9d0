#include "textflag.h"

// The functions of sigmoid.go, operation by operation. Their length is a multiple of 16, zero included. BX points to the
// constants, each 16 times: the bounds come first and are kept in registers, because VMINPS returns its second operand
// for a NaN, and that must be x.

#define UNARY \
	MOVQ dst_base+0(FP), DI \
	MOVQ dst_len+8(FP), CX  \
	MOVQ x_base+24(FP), SI  \
	MOVQ table+48(FP), BX   \
	XORQ AX, AX

// EXP replaces x by its exponential; n, r and y are lost. The constants are log2e, rounder, ln2High, ln2Low, expPoly5 to
// expPoly0 and 1, whose bits, 127<<23, are also the bias of an exponent.
#define EXP(x, n, r, y, high, low) \
	VMINPS x, high, x        \
	VMAXPS x, low, x         \
	VMULPS 128(BX), x, n     \
	VADDPS 192(BX), n, n     \
	VSUBPS 192(BX), n, r     \
	VMULPS 256(BX), r, y     \
	VSUBPS y, x, x           \
	VMULPS 320(BX), r, y     \
	VSUBPS y, x, x           \
	VMULPS 384(BX), x, y     \
	VADDPS 448(BX), y, y     \
	VMULPS x, y, y           \
	VADDPS 512(BX), y, y     \
	VMULPS x, y, y           \
	VADDPS 576(BX), y, y     \
	VMULPS x, y, y           \
	VADDPS 640(BX), y, y     \
	VMULPS x, y, y           \
	VADDPS 704(BX), y, y     \
	VMULPS x, x, r           \
	VMULPS r, y, y           \
	VADDPS x, y, y           \
	VADDPS 768(BX), y, y     \
	VPSLLD $23, n, n         \
	VPADDD 768(BX), n, n     \
	VMULPS n, y, x

// TANH replaces x by its hyperbolic tangent; s, p and q are lost. The constants are tanhP13 to tanhP1, tanhQ6 to tanhQ0.
#define TANH(x, s, p, q, high, low) \
	VMINPS x, high, x        \
	VMAXPS x, low, x         \
	VMULPS x, x, s           \
	VMULPS 128(BX), s, p     \
	VADDPS 192(BX), p, p     \
	VMULPS s, p, p           \
	VADDPS 256(BX), p, p     \
	VMULPS s, p, p           \
	VADDPS 320(BX), p, p     \
	VMULPS s, p, p           \
	VADDPS 384(BX), p, p     \
	VMULPS s, p, p           \
	VADDPS 448(BX), p, p     \
	VMULPS s, p, p           \
	VADDPS 512(BX), p, p     \
	VMULPS p, x, p           \
	VMULPS 576(BX), s, q     \
	VADDPS 640(BX), q, q     \
	VMULPS s, q, q           \
	VADDPS 704(BX), q, q     \
	VMULPS s, q, q           \
	VADDPS 768(BX), q, q     \
	VDIVPS q, p, x

// func expAVX512(dst, x []float32, table *[16]float32)
TEXT ·expAVX512(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Z30
	VMOVUPS 64(BX), Z31

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	EXP(Z0, Z1, Z2, Z3, Z30, Z31)
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func sigmoidAVX512(dst, x []float32, table *[16]float32)
TEXT ·sigmoidAVX512(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Z30
	VMOVUPS 64(BX), Z31
	VMOVUPS 768(BX), Z29   // 1
	VPXORD  Z28, Z28, Z28

loop:
	CMPQ    AX, CX
	JGE     done
	VSUBPS  (SI)(AX*4), Z28, Z0
	EXP(Z0, Z1, Z2, Z3, Z30, Z31)
	VADDPS  Z29, Z0, Z0
	VDIVPS  Z0, Z29, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func tanhAVX512(dst, x []float32, table *[16]float32)
TEXT ·tanhAVX512(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Z30
	VMOVUPS 64(BX), Z31

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	TANH(Z0, Z1, Z2, Z3, Z30, Z31)
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func expAVX2(dst, x []float32, table *[16]float32)
TEXT ·expAVX2(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Y14
	VMOVUPS 64(BX), Y15

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	EXP(Y0, Y1, Y2, Y3, Y14, Y15)
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func sigmoidAVX2(dst, x []float32, table *[16]float32)
TEXT ·sigmoidAVX2(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Y14
	VMOVUPS 64(BX), Y15
	VMOVUPS 768(BX), Y13   // 1
	VXORPS  Y12, Y12, Y12

loop:
	CMPQ    AX, CX
	JGE     done
	VSUBPS  (SI)(AX*4), Y12, Y0
	EXP(Y0, Y1, Y2, Y3, Y14, Y15)
	VADDPS  Y13, Y0, Y0
	VDIVPS  Y0, Y13, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func tanhAVX2(dst, x []float32, table *[16]float32)
TEXT ·tanhAVX2(SB), NOSPLIT, $0-56
	UNARY
	VMOVUPS (BX), Y14
	VMOVUPS 64(BX), Y15

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	TANH(Y0, Y1, Y2, Y3, Y14, Y15)
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET
