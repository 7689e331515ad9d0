#include "textflag.h"

// SDOT adds to each of the four sums in Vd the four products of bytes of Vn with those of one lane of Vm. The assembler
// has no name for it.
#define SDOT(d, n, m, lane) WORD $(0x4F80E000 | ((lane & 1) << 21) | ((lane >> 1) << 11) | (m << 16) | (n << 5) | d)

// GROUP multiplies four inputs of both rows, a lane of V0 and V1, with those of 32 outputs.
#define GROUP(lane) \
	VLD1.P 64(R3), [V2.B16, V3.B16, V4.B16, V5.B16] \
	VLD1.P 64(R3), [V6.B16, V7.B16, V8.B16, V9.B16] \
	SDOT(16, 2, 0, lane) \
	SDOT(17, 3, 0, lane) \
	SDOT(18, 4, 0, lane) \
	SDOT(19, 5, 0, lane) \
	SDOT(20, 6, 0, lane) \
	SDOT(21, 7, 0, lane) \
	SDOT(22, 8, 0, lane) \
	SDOT(23, 9, 0, lane) \
	SDOT(24, 2, 1, lane) \
	SDOT(25, 3, 1, lane) \
	SDOT(26, 4, 1, lane) \
	SDOT(27, 5, 1, lane) \
	SDOT(28, 6, 1, lane) \
	SDOT(29, 7, 1, lane) \
	SDOT(30, 8, 1, lane) \
	SDOT(31, 9, 1, lane)

// func sdot2(depth int, x0, x1, w *int8, sum0, sum1 *[32]int32)
//
// sdot2 multiplies two rows of activations with a panel of weights. The depth is a multiple of 16 and not zero.
TEXT ·sdot2(SB), NOSPLIT, $0-48
	MOVD depth+0(FP), R0
	MOVD x0+8(FP), R1
	MOVD x1+16(FP), R2
	MOVD w+24(FP), R3
	MOVD sum0+32(FP), R4
	MOVD sum1+40(FP), R5
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	VEOR V24.B16, V24.B16, V24.B16
	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	VEOR V27.B16, V27.B16, V27.B16
	VEOR V28.B16, V28.B16, V28.B16
	VEOR V29.B16, V29.B16, V29.B16
	VEOR V30.B16, V30.B16, V30.B16
	VEOR V31.B16, V31.B16, V31.B16

loop:
	VLD1.P 16(R1), [V0.B16]
	VLD1.P 16(R2), [V1.B16]
	GROUP(0)
	GROUP(1)
	GROUP(2)
	GROUP(3)
	SUBS   $16, R0, R0
	BNE    loop

	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R4)
	VST1   [V20.S4, V21.S4, V22.S4, V23.S4], (R4)
	VST1.P [V24.S4, V25.S4, V26.S4, V27.S4], 64(R5)
	VST1   [V28.S4, V29.S4, V30.S4, V31.S4], (R5)
	RET
