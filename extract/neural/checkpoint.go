package neural

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Checkpoint is training between two epochs.
type Checkpoint struct {
	Epoch int
	Step  int
	Data  []byte // weights, their average, Adam's mean and square, as float32
}

func (l *learner) checkpoint() Checkpoint {
	size := 0
	for _, numbers := range l.optimiser.numbers() {
		size += 4 * len(numbers)
	}
	c := Checkpoint{Epoch: l.epoch, Step: l.optimiser.step, Data: make([]byte, 0, size)}
	for _, numbers := range l.optimiser.numbers() {
		for _, n := range numbers {
			c.Data = binary.LittleEndian.AppendUint32(c.Data, math.Float32bits(n))
		}
	}
	return c
}

func (l *learner) resume(c Checkpoint) error {
	data := c.Data
	for _, numbers := range l.optimiser.numbers() {
		if len(data) < 4*len(numbers) {
			return fmt.Errorf("resume training: %w", ErrDamaged)
		}
		for i := range numbers {
			numbers[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
		data = data[4*len(numbers):]
	}
	if len(data) > 0 {
		return fmt.Errorf("resume training: %w", ErrDamaged)
	}
	l.epoch, l.optimiser.step = c.Epoch, c.Step
	return nil
}

// numbers returns all that training changes.
func (o *optimiser) numbers() [][]float32 {
	var all [][]float32
	for i := range o.moved {
		all = append(all, o.moved[i].Data, o.averaged[i].Data, o.means[i].Data, o.squares[i].Data)
	}
	return all
}
