package tensor

import "golang.org/x/sys/cpu"

func detect() []instructions {
	if cpu.ARM64.HasASIMDDP {
		return []instructions{neon, plain}
	}
	return []instructions{plain}
}

func tiles8(t tile8) {
	if variant == plain {
		plainTiles8(t)
		return
	}
	for i := 0; i < t.dst.Rows; i += 2 {
		var sum0, sum1 [panelWidth]int32
		x0, x1 := &t.x[i*t.depth], &t.x[min(i+1, t.dst.Rows-1)*t.depth]
		sdot2(t.depth, x0, x1, &t.w[0], &sum0, &sum1)
		t.store(i, &sum0)
		if i+1 < t.dst.Rows {
			t.store(i+1, &sum1)
		}
	}
}

//go:noescape
func sdot2(depth int, x0, x1, w *int8, sum0, sum1 *[panelWidth]int32)
