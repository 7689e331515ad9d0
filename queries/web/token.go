package web

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// scope is what a token lets its bearer do; a route asks for one.
type scope string

const (
	anybody scope = "anybody" // asks for no token, ever
	reader  scope = "read"
	writer  scope = "write" // and read
	// operator is who has any token, also on loopback, where reading takes none.
	operator scope = "operate"
)

// shortestToken leaves no token that could be guessed.
const shortestToken = 16

// Tokens are the tokens of a token file, by their hash, so that looking one up tells nothing of the others.
type Tokens map[[sha256.Size]byte]scope

// ReadTokenFile reads a file of lines such as "write 6f1c…": what the bearer may do, and the token. A line
// that begins with # says nothing. Others than its owner must not be able to read the file.
func ReadTokenFile(name string) (Tokens, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	state, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if state.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("token file %s: others can read it; chmod 600 %s", name, name)
	}
	tokens, err := readTokens(f)
	if err != nil {
		return nil, fmt.Errorf("token file %s: %w", name, err)
	}
	return tokens, nil
}

func readTokens(r io.Reader) (Tokens, error) {
	tokens := Tokens{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		s := scope(fields[0])
		switch {
		case len(fields) != 2 || s != reader && s != writer:
			return nil, fmt.Errorf(`line %d: want "read TOKEN" or "write TOKEN"`, n)
		case len(fields[1]) < shortestToken:
			return nil, fmt.Errorf("line %d: a token of fewer than %d characters can be guessed", n, shortestToken)
		}
		tokens[sha256.Sum256([]byte(fields[1]))] = s
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(tokens) == 0 {
		return nil, fmt.Errorf("it holds no token")
	}
	return tokens, nil
}

// scopeOf is what the request's token lets it do: one of Authorization: Bearer, or the password of Basic, which is
// what tools send that know only http://name:password@host.
func (t Tokens) scopeOf(r *http.Request) (s scope, given bool) {
	token, given := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !given {
		_, token, given = r.BasicAuth()
	}
	return t[sha256.Sum256([]byte(token))], given
}

// admit tells whether the request may use a route of a scope.
func (o Options) admit(r *http.Request, wanted scope) error {
	if wanted == anybody || wanted == reader && !o.Open {
		return nil
	}
	has, given := o.Tokens.scopeOf(r)
	switch {
	case has == writer, has == wanted, has == reader && wanted == operator:
		return nil
	case len(o.Tokens) == 0:
		return fail(http.StatusForbidden, "this server was started without --token-file: it is read-only, and tells no metrics")
	case has == "" && given:
		return fail(http.StatusUnauthorized, "the token is not known")
	case has == "":
		return fail(http.StatusUnauthorized, "a token is wanted: Authorization: Bearer …")
	}
	return fail(http.StatusForbidden, "the token is for reading only")
}
