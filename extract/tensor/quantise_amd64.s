#include "textflag.h"

// The length of x, in CX, is a multiple of 16, zero included.

DATA magnitude<>+0(SB)/4, $0x7fffffff
GLOBL magnitude<>(SB), RODATA|NOPTR, $4

// func absMaxesAVX512(lanes *[16]float32, x []float32)
TEXT ·absMaxesAVX512(SB), NOSPLIT, $0-32
	MOVQ         lanes+0(FP), DI
	MOVQ         x_base+8(FP), SI
	MOVQ         x_len+16(FP), CX
	XORQ         AX, AX
	VPBROADCASTD magnitude<>(SB), Z2
	VMOVUPS      (DI), Z1

loop:
	CMPQ   AX, CX
	JGE    done
	VPANDD (SI)(AX*4), Z2, Z0
	VMAXPS Z0, Z1, Z1
	ADDQ   $16, AX
	JMP    loop

done:
	VMOVUPS Z1, (DI)
	VZEROUPPER
	RET

// func absMaxesAVX2(lanes *[16]float32, x []float32)
TEXT ·absMaxesAVX2(SB), NOSPLIT, $0-32
	MOVQ         lanes+0(FP), DI
	MOVQ         x_base+8(FP), SI
	MOVQ         x_len+16(FP), CX
	XORQ         AX, AX
	VPBROADCASTD magnitude<>(SB), Y4
	VMOVUPS      (DI), Y2
	VMOVUPS      32(DI), Y3

loop:
	CMPQ   AX, CX
	JGE    done
	VANDPS (SI)(AX*4), Y4, Y0
	VANDPS 32(SI)(AX*4), Y4, Y1
	VMAXPS Y0, Y2, Y2
	VMAXPS Y1, Y3, Y3
	ADDQ   $16, AX
	JMP    loop

done:
	VMOVUPS Y2, (DI)
	VMOVUPS Y3, 32(DI)
	VZEROUPPER
	RET

// VCVTPS2DQ rounds to the nearest integer, to the even one between two, as plainQuantise does by adding the rounder.

// func quantiseAVX512(dst []int8, x []float32, factor float32)
TEXT ·quantiseAVX512(SB), NOSPLIT, $0-52
	MOVQ         dst_base+0(FP), DI
	MOVQ         dst_len+8(FP), CX
	MOVQ         x_base+24(FP), SI
	VBROADCASTSS factor+48(FP), Z1
	XORQ         AX, AX

loop:
	CMPQ      AX, CX
	JGE       done
	VMULPS    (SI)(AX*4), Z1, Z0
	VCVTPS2DQ Z0, Z0
	VPMOVSDB  Z0, (DI)(AX*1)
	ADDQ      $16, AX
	JMP       loop

done:
	VZEROUPPER
	RET

// func quantiseAVX2(dst []int8, x []float32, factor float32)
TEXT ·quantiseAVX2(SB), NOSPLIT, $0-52
	MOVQ         dst_base+0(FP), DI
	MOVQ         dst_len+8(FP), CX
	MOVQ         x_base+24(FP), SI
	VBROADCASTSS factor+48(FP), Y2
	XORQ         AX, AX

loop:
	CMPQ         AX, CX
	JGE          done
	VMULPS       (SI)(AX*4), Y2, Y0
	VMULPS       32(SI)(AX*4), Y2, Y1
	VCVTPS2DQ    Y0, Y0
	VCVTPS2DQ    Y1, Y1
	VPACKSSDW    Y1, Y0, Y0
	VPERMQ       $0xD8, Y0, Y0   // packing works by halves of the register: bring the four quarters in order
	VEXTRACTI128 $1, Y0, X1
	VPACKSSWB    X1, X0, X0
	VMOVDQU      X0, (DI)(AX*1)
	ADDQ         $16, AX
	JMP          loop

done:
	VZEROUPPER
	RET
