package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// route is one path of the endpoint. The package comment says what is made of it.
type route struct {
	method  string // GET, which HEAD goes with, or POST
	path    string // as http.ServeMux has it: /q/{name}
	does    string // one line, for whoever looks for the right path
	takes   []param
	body    *content // nil: none
	gives   []content
	policy  policy
	example string // path and query, and after a blank line the body
	handle  handler
	rests   func(*http.Request) string // names what a cached answer rests on beside the graph; nil: nothing
}

// handler writes the answer, or returns what is wrong with the request.
type handler func(w http.ResponseWriter, r *http.Request) error

// param is a parameter of the query, or of the path where that has it.
type param struct {
	name     string
	says     string
	kind     kind
	options  []string // what it may be; any text where empty
	required bool
}

type kind string

const (
	text   kind = "string"
	number kind = "integer"
)

// content is a body, of a request or of an answer.
type content struct {
	status int    // of an answer; 0 is 200
	media  string // "" where there is no body
	value  any    // of the type that JSON is made from; nil: not JSON, or of no fixed shape
	says   string
}

func jsonOf(value any, says string) content {
	return content{media: jsonType, value: value, says: says}
}

// policy is what a route asks of a request, and how much it lets it have.
type policy struct {
	scope  scope
	shape  shape
	body   int64         // most bytes of the request's body, unpacked
	time   time.Duration // until an answer must be there
	stream bool          // the answer may be long: time is then how long it may stand still
	cached bool          // as long as the graph is the same, so is the answer
}

// maxBody bounds the body of a query, as Cayley does; longestDocument that of a dump.
const (
	maxBody         = 1 << 20
	longestDocument = 64 << 20
)

// The policies there are.
var (
	open    = policy{scope: anybody, shape: problem, time: Deadline}
	looks   = policy{scope: reader, shape: problem, time: Deadline, cached: true}
	streams = policy{scope: reader, shape: problem, time: 2 * time.Minute, stream: true, cached: true}

	asks = policy{scope: reader, shape: problem, body: maxBody, time: Deadline}

	cayleyAsks    = policy{scope: reader, shape: cayleyError, body: maxBody, time: Deadline}
	cayleyLooks   = policy{scope: reader, shape: cayleyError, time: Deadline}
	cayleyStreams = policy{scope: reader, shape: cayleyError, body: maxBody, time: 15 * time.Second, stream: true}
	cayleyWrites  = policy{scope: writer, shape: cayleyError, body: longestDocument, time: 60 * time.Second}
)

// knows refuses a parameter that a route of our own API does not take. Cayley's paths pass such over, as Cayley does; what
// other tools open does too, since they add their own; a saved query has its own list.
func (r route) knows(given url.Values) error {
	if !strings.HasPrefix(r.path, apiRoot) {
		return nil
	}
	var known []string
	for _, p := range r.takes {
		known = append(known, p.name)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if slices.Contains(known, name) {
			continue
		}
		if len(known) == 0 {
			return fail(http.StatusBadRequest, "there is no parameter %q; this path takes none", name)
		}
		return fail(http.StatusBadRequest, "there is no parameter %q; this path takes %s", name, strings.Join(known, ", "))
	}
	return nil
}

// server answers from one graph. Its handlers are its methods.
type server struct {
	graph   Graph
	options Options
	table   []route
	state   states
	counts  counts
	turns   *turns // of what is answered without a sandbox
	scripts *turns
	started time.Time

	deciding sync.Mutex // on who is who, one after another
}

func newServer(g Graph, o Options) *server {
	s := &server{graph: g, options: o, turns: newTurns(mostRunning), started: time.Now()}
	s.table = s.routes()
	return s
}

// routes is the whole endpoint.
func (s *server) routes() []route {
	var all []route
	for _, list := range [][]route{
		s.apiRoutes(),
		s.analysisRoutes(),
		s.identityRoutes(),
		s.savedRoutes(),
		s.cayleyRoutes(),
		s.cayleyWriteRoutes(),
		s.sparqlRoutes(),
		s.gephiRoutes(),
		s.stateRoutes(),
		s.documentRoutes(),
		s.originalRoutes(),
		s.explorerRoutes(),
	} {
		all = append(all, list...)
	}
	return all
}
