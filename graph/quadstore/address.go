package quadstore

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// Remote tells whether a store's address is that of a database, postgres://…, and not a folder.
func Remote(at string) bool {
	return strings.HasPrefix(at, "postgres://") || strings.HasPrefix(at, "postgresql://")
}

var passwords = []string{"password", "sslpassword"}

// CheckAddress refuses what cannot be a store's address, and one with a password in it, which whoever
// lists the processes of the machine could read. No error of it shows the password.
func CheckAddress(at string) error {
	if !Remote(at) {
		return nil
	}
	u, err := url.Parse(at)
	if err != nil {
		return errors.New("the store's address is no URL; want postgres://USER@HOST/DATABASE")
	}
	_, secret := u.User.Password()
	if secret {
		u.User = url.UserPassword(u.User.Username(), "***")
	}
	query := u.Query()
	for _, name := range passwords {
		if query.Has(name) {
			secret = true
			query.Set(name, "***")
			u.RawQuery = query.Encode()
		}
	}
	if !secret {
		return nil
	}
	shown := strings.ReplaceAll(u.String(), "%2A%2A%2A", "***")
	return fmt.Errorf("%s has a password in it, which others on this machine can see; "+
		"leave it out and put it in $PGPASSWORD or in ~/.pgpass", shown)
}
