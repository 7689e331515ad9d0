package tensor

// The plain variant of each kernel. The float32 conversions keep the compiler from fusing a product with a sum, which
// it may do on arm64 and on amd64 v3, and which the assembly does not do.

func plainAdd(dst, x, y []float32) {
	for i := range dst {
		dst[i] = x[i] + y[i]
	}
}

func plainMul(dst, x, y []float32) {
	for i := range dst {
		dst[i] = x[i] * y[i]
	}
}

func plainAddMul(dst, x, y []float32) {
	for i := range dst {
		dst[i] += float32(x[i] * y[i])
	}
}

func plainAxpy(y []float32, a float32, x []float32) {
	for i := range y {
		y[i] += float32(a * x[i])
	}
}

// plainDots adds to each lane the products of its column: lane l takes x[l]·y[l], x[l+16]·y[l+16] and so on.
func plainDots(lanes *[16]float32, x, y []float32) {
	for len(x) >= 16 {
		u, v := (*[16]float32)(x), (*[16]float32)(y)
		for l := range lanes {
			lanes[l] += float32(u[l] * v[l])
		}
		x, y = x[16:], y[16:]
	}
}

func plainSums(lanes *[16]float32, x []float32) {
	for len(x) >= 16 {
		u := (*[16]float32)(x)
		for l := range lanes {
			lanes[l] += u[l]
		}
		x = x[16:]
	}
}

func plainMaxes(lanes *[16]float32, x []float32) {
	for len(x) >= 16 {
		u := (*[16]float32)(x)
		for l := range lanes {
			lanes[l] = max(lanes[l], u[l])
		}
		x = x[16:]
	}
}
