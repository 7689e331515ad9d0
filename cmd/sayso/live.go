package main

import (
	"errors"

	"sayso/queries/answer"
)

// live opens the store for questions and Gizmo, hands it to fn, and closes it.
func (p *program) live(workers int, fn func(*answer.Live) error) error {
	s, err := p.open()
	if err != nil {
		return err
	}
	parser, err := p.model()
	if err != nil {
		return errors.Join(err, s.Close())
	}
	live := answer.NewLive(s, parser, workers)
	err = fn(live)
	live.Close()
	return errors.Join(err, s.Close())
}
