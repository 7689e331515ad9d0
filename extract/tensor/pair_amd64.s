#include "textflag.h"

// Half a unit in the last place of bfloat16 is added, then the low 16 bits are cut off.

// func pairs16(dst *uint32, x, y *float32, n int)
TEXT ·pairs16(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DX
	MOVQ n+24(FP), CX
	MOVL $0x8000, AX
	VPBROADCASTD AX, Z2
	MOVL $0xffff0000, AX
	VPBROADCASTD AX, Z3

loop:
	VPADDD  (SI), Z2, Z0
	VPADDD  (DX), Z2, Z1
	VPSRLD  $16, Z0, Z0
	VPANDD  Z3, Z1, Z1
	VPORD   Z0, Z1, Z0
	VMOVDQU32 Z0, (DI)
	ADDQ    $64, SI
	ADDQ    $64, DX
	ADDQ    $64, DI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// func neighbours8(dst *uint32, x *float32, n int)
TEXT ·neighbours8(SB), NOSPLIT, $0-24
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	MOVL $0x8000, AX
	VPBROADCASTD AX, Z2
	MOVQ $0xffff, AX
	VPBROADCASTQ AX, Z3
	MOVQ $0xffff0000, AX
	VPBROADCASTQ AX, Z4

loop:
	VPADDD  (SI), Z2, Z0
	VPSRLQ  $32, Z0, Z1
	VPSRLQ  $16, Z0, Z0
	VPANDQ  Z3, Z0, Z0
	VPANDQ  Z4, Z1, Z1
	VPORQ   Z0, Z1, Z0
	VPMOVQD Z0, (DI)
	ADDQ    $64, SI
	ADDQ    $32, DI
	SUBQ    $8, CX
	JNZ     loop
	VZEROUPPER
	RET
