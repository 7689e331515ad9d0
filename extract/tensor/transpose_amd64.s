#include "textflag.h"

// func transpose8(dst, src *float32, down, blocks int)
//
// transpose8 writes 8 rows of src, down bytes apart, as 8 columns of dst, whose rows are panelWidth long: 8 values of each
// row a block.
TEXT ·transpose8(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ down+16(FP), R8
	MOVQ blocks+24(FP), CX
	LEAQ (R8)(R8*2), R12
	LEAQ (SI)(R8*4), AX

loop:
	// Rows 0 and 4, 1 and 5, ... share a register: unpacking works by halves.
	VMOVUPS     (SI), X0
	VMOVUPS     (SI)(R8*1), X1
	VMOVUPS     (SI)(R8*2), X2
	VMOVUPS     (SI)(R12*1), X3
	VMOVUPS     16(SI), X4
	VMOVUPS     16(SI)(R8*1), X5
	VMOVUPS     16(SI)(R8*2), X6
	VMOVUPS     16(SI)(R12*1), X7
	VINSERTF128 $1, (AX), Y0, Y0
	VINSERTF128 $1, (AX)(R8*1), Y1, Y1
	VINSERTF128 $1, (AX)(R8*2), Y2, Y2
	VINSERTF128 $1, (AX)(R12*1), Y3, Y3
	VINSERTF128 $1, 16(AX), Y4, Y4
	VINSERTF128 $1, 16(AX)(R8*1), Y5, Y5
	VINSERTF128 $1, 16(AX)(R8*2), Y6, Y6
	VINSERTF128 $1, 16(AX)(R12*1), Y7, Y7

	VUNPCKLPS Y1, Y0, Y8
	VUNPCKHPS Y1, Y0, Y9
	VUNPCKLPS Y3, Y2, Y10
	VUNPCKHPS Y3, Y2, Y11
	VUNPCKLPS Y5, Y4, Y12
	VUNPCKHPS Y5, Y4, Y13
	VUNPCKLPS Y7, Y6, Y14
	VUNPCKHPS Y7, Y6, Y15

	VUNPCKLPD Y10, Y8, Y0
	VUNPCKHPD Y10, Y8, Y1
	VUNPCKLPD Y11, Y9, Y2
	VUNPCKHPD Y11, Y9, Y3
	VUNPCKLPD Y14, Y12, Y4
	VUNPCKHPD Y14, Y12, Y5
	VUNPCKLPD Y15, Y13, Y6
	VUNPCKHPD Y15, Y13, Y7

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 128(DI)
	VMOVUPS Y2, 256(DI)
	VMOVUPS Y3, 384(DI)
	VMOVUPS Y4, 512(DI)
	VMOVUPS Y5, 640(DI)
	VMOVUPS Y6, 768(DI)
	VMOVUPS Y7, 896(DI)
	ADDQ    $32, SI
	ADDQ    $32, AX
	ADDQ    $1024, DI
	DECQ    CX
	JNZ     loop
	VZEROUPPER
	RET
