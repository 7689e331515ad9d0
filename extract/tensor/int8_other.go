//go:build !amd64 && !arm64

package tensor

func detect() []instructions { return []instructions{plain} }

func tiles8(t tile8) { plainTiles8(t) }
