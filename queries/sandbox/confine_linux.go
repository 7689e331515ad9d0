package sandbox

import "syscall"

// confine bounds what this process can take. RLIMIT_DATA counts what is written to;
// RLIMIT_AS would count what Go's runtime merely reserves.
func confine(memory uint64) error {
	limits := map[int]uint64{
		syscall.RLIMIT_DATA:  memory,
		syscall.RLIMIT_CORE:  0,
		syscall.RLIMIT_FSIZE: 0,
	}
	for resource, most := range limits {
		if err := syscall.Setrlimit(resource, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return err
		}
	}
	return nil
}
