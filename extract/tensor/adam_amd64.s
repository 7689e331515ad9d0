#include "go_asm.h"
#include "textflag.h"

// Adam's step, in the order of plainAdam. The length is a multiple of 16, zero included.

#define STEP \
	MOVQ s+0(FP), BX            \
	MOVQ w_base+8(FP), DI       \
	MOVQ w_len+16(FP), CX       \
	MOVQ g_base+32(FP), SI      \
	MOVQ mean_base+56(FP), R8   \
	MOVQ square_base+80(FP), R9 \
	XORQ AX, AX

// func adamAVX512(s *adamStep, w, g, mean, square []float32)
TEXT ·adamAVX512(SB), NOSPLIT, $0-104
	STEP
	VBROADCASTSS adamStep_keep1(BX), Z16
	VBROADCASTSS adamStep_take1(BX), Z17
	VBROADCASTSS adamStep_keep2(BX), Z18
	VBROADCASTSS adamStep_take2(BX), Z19
	VBROADCASTSS adamStep_rate(BX), Z20
	VBROADCASTSS adamStep_root(BX), Z21
	VBROADCASTSS adamStep_eps(BX), Z22
	VBROADCASTSS adamStep_decay(BX), Z23

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Z0
	VMULPS  (R8)(AX*4), Z16, Z1
	VMULPS  Z17, Z0, Z3
	VADDPS  Z3, Z1, Z1
	VMULPS  (R9)(AX*4), Z18, Z2
	VMULPS  Z19, Z0, Z3
	VMULPS  Z0, Z3, Z3
	VADDPS  Z3, Z2, Z2
	VMOVUPS Z1, (R8)(AX*4)
	VMOVUPS Z2, (R9)(AX*4)
	VMULPS  Z21, Z2, Z2
	VSQRTPS Z2, Z2
	VADDPS  Z22, Z2, Z2
	VMULPS  Z20, Z1, Z1
	VDIVPS  Z2, Z1, Z1
	VMULPS  (DI)(AX*4), Z23, Z0
	VSUBPS  Z1, Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ    $16, AX
	JMP     loop

done:
	VZEROUPPER
	RET

// func adamAVX2(s *adamStep, w, g, mean, square []float32)
TEXT ·adamAVX2(SB), NOSPLIT, $0-104
	STEP
	VBROADCASTSS adamStep_keep1(BX), Y8
	VBROADCASTSS adamStep_take1(BX), Y9
	VBROADCASTSS adamStep_keep2(BX), Y10
	VBROADCASTSS adamStep_take2(BX), Y11
	VBROADCASTSS adamStep_rate(BX), Y12
	VBROADCASTSS adamStep_root(BX), Y13
	VBROADCASTSS adamStep_eps(BX), Y14
	VBROADCASTSS adamStep_decay(BX), Y15

loop:
	CMPQ    AX, CX
	JGE     done
	VMOVUPS (SI)(AX*4), Y0
	VMULPS  (R8)(AX*4), Y8, Y1
	VMULPS  Y9, Y0, Y3
	VADDPS  Y3, Y1, Y1
	VMULPS  (R9)(AX*4), Y10, Y2
	VMULPS  Y11, Y0, Y3
	VMULPS  Y0, Y3, Y3
	VADDPS  Y3, Y2, Y2
	VMOVUPS Y1, (R8)(AX*4)
	VMOVUPS Y2, (R9)(AX*4)
	VMULPS  Y13, Y2, Y2
	VSQRTPS Y2, Y2
	VADDPS  Y14, Y2, Y2
	VMULPS  Y12, Y1, Y1
	VDIVPS  Y2, Y1, Y1
	VMULPS  (DI)(AX*4), Y15, Y0
	VSUBPS  Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ    $8, AX
	JMP     loop

done:
	VZEROUPPER
	RET
