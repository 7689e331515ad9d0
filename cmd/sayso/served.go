package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sayso/graph/quadstore"
)

// addressFile stands in the folder of a store that is served, and says by which process and where.
const addressFile = "ADDRESS"

// tellAddress says to who comes after us where we serve, until the function is called that it returns. That it cannot
// be said, as in a database, is no reason not to serve.
func (p *program) tellAddress(at net.Addr) (forget func()) {
	if !quadstore.Exists(p.dir) {
		return func() {}
	}
	name := filepath.Join(p.dir, addressFile)
	_ = os.WriteFile(name, fmt.Appendf(nil, "%d http://%s\n", os.Getpid(), at), 0o600)
	return func() { _ = os.Remove(name) }
}

// served says, where a server holds the store, what to do instead of the command.
func (p *program) served(err error) string {
	var locked *quadstore.LockedError
	if !errors.As(err, &locked) {
		return ""
	}
	text, _ := os.ReadFile(filepath.Join(p.dir, addressFile))
	var pid int
	var at string
	if n, _ := fmt.Sscanf(string(text), "%d %s", &pid, &at); n != 2 || pid != locked.PID {
		return ""
	}
	return fmt.Sprintf(", which serves it at %s; %s", at, p.instead(at, pid))
}

// instead is the line that has the server at an address do what the command would, or else why it cannot.
func (p *program) instead(at string, pid int) string {
	stop := fmt.Sprintf("stop the server (kill %d)", pid)
	if p.command == nil {
		return stop
	}
	if path := answering(p.command, p.args); path != "" {
		return "ask there: curl '" + at + path + "'"
	}
	const post = "POST, with a token to write: curl -H 'Authorization: Bearer TOKEN' "
	switch p.command.Name() {
	case "serve":
		return "ask there, or " + stop
	case "query":
		return fmt.Sprintf("ask there: curl --data-binary '@%s' %s", p.args[0], postedQuery(p.command, at))
	case "mcp", "verify", "problems":
		return "no address there does what " + p.command.Name() + " does: " + stop + ", or use a copy: sayso backup, then sayso restore"
	case "load":
		return stop + ", or " + post + "--data-binary @FILE.nq '" + at + "/api/v2/write'"
	case "merge", "apart", "split":
		return stop + ", or " + post + "-d '" + decisionLines[p.command.Name()] + "' '" + at + apiPath + "identity'"
	case "undo":
		return stop + ", or " + post + "-d 'LAST DECISION' '" + at + apiPath + "identity/undo', of which the last is among: curl '" + at + apiPath + "identity'"
	}
	return "for sayso " + p.command.Name() + ", " + stop
}

// decisionLines are what a server is told where a command decides who is who.
var decisionLines = map[string]string{"merge": "same e:A e:B", "apart": "apart e:A e:B", "split": "split e:A document ID"}

const apiPath = "/api/sayso/v1/"

// answering is the path, with its query, at which a server answers what the command would; "" where there is none.
func answering(c *cobra.Command, args []string) string {
	arg := func(i int) string { return append(args, "", "")[i] }
	flag := func(name string) string { return c.Flags().Lookup(name).Value.String() }
	switch c.Name() {
	case "ask":
		if arg(0) == "-" {
			return ""
		}
		return address(apiPath+"ask", "q", arg(0), "article", flag("article"))
	case "show":
		return address(apiPath+"entity", "name", arg(0))
	case "stats":
		return apiPath + "stats"
	case "path":
		return address(apiPath+"path", "from", arg(0), "to", arg(1), "hops", flag("hops"))
	case "conflicts":
		return address(apiPath+"conflicts", "entity", arg(0))
	case "timeline":
		return address(apiPath+"events", "entity", arg(0), "relation", flag("relation"))
	case "compare":
		return address(apiPath+"compare", "a", arg(0), "b", arg(1))
	case "why":
		return address(apiPath+"claim", "id", string(claimNamed(arg(0))))
	case "export":
		return address(apiPath+"export", "format", flag("format"))
	case "article":
		if flag("original") == "true" {
			return address(apiPath+"original", "id", arg(0))
		}
		return address(apiPath+"article", "id", arg(0))
	case "entities":
		if flag("candidates") == "true" || flag("settle") == "true" {
			return ""
		}
		return address(apiPath+"entities", "q", arg(0))
	case "run", "queries":
		return savedAddress(c, arg(0))
	case "query":
		if _, err := os.Stat(arg(0)); err == nil || arg(0) == "-" {
			return ""
		}
		if flag("lang") == "sparql" {
			return address("/sparql", "query", arg(0))
		}
		return address(apiPath+"query", "q", arg(0))
	}
	return ""
}

// savedAddress is where a server runs a saved query.
func savedAddress(c *cobra.Command, name string) string {
	params, _ := c.Flags().GetStringArray("param")
	var given []string
	for _, p := range params {
		key, value, _ := strings.Cut(p, "=")
		given = append(given, key, value)
	}
	return address("/q/"+name+".json", given...)
}

// postedQuery is where a server takes a query that is a file, as curl is told so.
func postedQuery(c *cobra.Command, at string) string {
	if c.Flags().Lookup("lang").Value.String() == "sparql" {
		return "-H 'Content-Type: application/sparql-query' '" + at + "/sparql'"
	}
	return "'" + at + "/api/v2/query?lang=gizmo'"
}

// address is a path with the parameters that have a value, by name and value in turns.
func address(path string, given ...string) string {
	mark := "?"
	for i := 0; i+1 < len(given); i += 2 {
		if given[i+1] != "" {
			path += mark + given[i] + "=" + url.QueryEscape(given[i+1])
			mark = "&"
		}
	}
	return path
}
