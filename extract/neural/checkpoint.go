package neural

import (
	"encoding/binary"
	"fmt"
	"math"
)

// state is training between two epochs: how far it is, the weights, their average, Adam's mean and square.
func (l *learner) state() []byte {
	size := 2 * binary.MaxVarintLen64
	for _, numbers := range l.optimiser.numbers() {
		size += 4 * len(numbers)
	}
	state := make([]byte, 0, size)
	state = binary.AppendUvarint(state, uint64(l.epoch))
	state = binary.AppendUvarint(state, uint64(l.optimiser.step))
	for _, numbers := range l.optimiser.numbers() {
		for _, n := range numbers {
			state = binary.LittleEndian.AppendUint32(state, math.Float32bits(n))
		}
	}
	return state
}

// resume goes back to a state.
func (l *learner) resume(data []byte) error {
	for _, number := range []*int{&l.epoch, &l.optimiser.step} {
		n, size := binary.Uvarint(data)
		if size <= 0 {
			return fmt.Errorf("resume training: %w", ErrDamaged)
		}
		*number, data = int(n), data[size:]
	}
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
