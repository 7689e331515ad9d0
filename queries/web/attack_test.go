package web

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// attack is what a page in a browser, or a program near it, tries on the server of its visitor.
type attack struct {
	name    string
	request string // method, target and body
	headers string // "Name: value", one a line; Host is the server's own where it is not among them
	want    int
}

const (
	here      = "Host: localhost:64210\n"
	evil      = "Origin: https://attacker.example\nSec-Fetch-Site: cross-site\n"
	quadLine  = "\n\n<urn:x:evil> <urn:x:p> <urn:x:o> ."
	preflight = "Access-Control-Request-Method: POST\nAccess-Control-Request-Headers: authorization,content-type\n"
)

// basic is what a browser adds by itself once its user has typed a token.
var basic = "Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte("me:"+writeToken)) + "\n"

var attacks = []attack{
	// A name that is rebound to this machine: the page is of the server's own origin, as the browser sees it.
	{"rebound name reads", "GET /api/sayso/v1/stats", "Host: attacker.example:64210\n", 421},
	{"rebound name writes", "POST /api/v2/write" + quadLine, "Host: attacker.example:64210\nSec-Fetch-Site: same-origin\n" + basic, 421},
	{"name that begins as ours", "GET /api/sayso/v1/stats", "Host: localhost.attacker.example:64210\n", 421},
	{"name that holds our address", "GET /api/sayso/v1/stats", "Host: 127.0.0.1.attacker.example:64210\n", 421},
	{"name in the place of a user", "GET /api/sayso/v1/stats", "Host: localhost:64210@attacker.example\n", 421},
	{"another port", "GET /api/sayso/v1/stats", "Host: localhost:8080\n", 421},
	{"no port", "GET /api/sayso/v1/stats", "Host: localhost\n", 421},
	{"address of all interfaces", "GET /api/sayso/v1/stats", "Host: 0.0.0.0:64210\n", 421},
	{"address as one number", "GET /api/sayso/v1/stats", "Host: 2130706433:64210\n", 421},
	{"proxy's word for the host", "GET /api/sayso/v1/stats", "Host: attacker.example:64210\nX-Forwarded-Host: localhost:64210\nForwarded: host=localhost:64210\n", 421},
	{"rebound name asks the health", "GET /healthz", "Host: attacker.example:64210\n", 421},

	// A page of another origin sends what browsers send unasked, with the token that they keep.
	{"form as text", "POST /api/v2/write" + quadLine, here + evil + basic + "Content-Type: text/plain\n", 403},
	{"form of fields", "POST /sparql\n\nquery=SELECT+*+{}", here + evil + basic + "Content-Type: application/x-www-form-urlencoded\n", 403},
	{"form with a file", "POST /api/v1/write/file/nquad\n\n--b\r\nContent-Disposition: form-data; name=\"NQuadFile\"; filename=\"a\"\r\n\r\n<urn:x:a> <urn:x:b> <urn:x:c> .\r\n--b--\r\n", here + evil + basic + "Content-Type: multipart/form-data; boundary=b\n", 403},
	{"beacon", "POST /api/v2/delete" + quadLine, here + evil + basic + "Content-Type: text/plain;charset=UTF-8\nSec-Fetch-Mode: no-cors\n", 403},
	{"page on another port of this machine", "POST /api/v2/write" + quadLine, here + "Origin: http://localhost:3000\nSec-Fetch-Site: same-site\n" + basic, 403},
	{"frame in a sandbox", "POST /api/v2/write" + quadLine, here + "Origin: null\n" + basic, 403},
	{"old browser", "POST /api/v2/write" + quadLine, here + "Origin: https://attacker.example\n" + basic, 403},
	{"origin that begins as ours", "POST /api/v2/write" + quadLine, here + "Origin: http://localhost:64210.attacker.example\n" + basic, 403},
	{"our other name", "POST /api/v2/write" + quadLine, here + "Origin: http://127.0.0.1:64210\n" + basic, 403},
	{"script of the page runs Gizmo", "POST /api/v2/query?lang=gizmo\n\ng.V().all()", here + evil, 403},
	{"write by GET", "GET /api/v2/write?quads=%3Curn:x:evil%3E", here + basic, 405},
	{"method in a header", "GET /api/v2/write", here + basic + "X-HTTP-Method-Override: POST\n", 405},
	{"method in the address", "GET /api/v2/write?_method=POST", here + basic, 405},
	{"write with a reader's token", "POST /api/v2/write" + quadLine, here + "Authorization: Bearer " + readToken + "\n", 403},
	{"token in the address", "POST /api/v2/write?token=" + writeToken + "&access_token=" + writeToken + quadLine, here, 401},
	{"token in a cookie", "POST /api/v2/write" + quadLine, here + "Cookie: token=" + writeToken + "\n", 401},
	{"token as the user's name", "POST /api/v2/write" + quadLine, here + "Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte(writeToken+":")) + "\n", 401},

	// A page asks whether it may.
	{"preflight", "OPTIONS /api/v2/write", here + evil + preflight, 405},
	{"preflight of a sandbox", "OPTIONS /api/v2/write", here + "Origin: null\n" + preflight, 405},
	{"preflight into a private network", "OPTIONS /api/v2/write", here + evil + preflight + "Access-Control-Request-Private-Network: true\n", 405},
	{"preflight of a friend's neighbour", "OPTIONS /api/v2/write", here + "Origin: https://friend.example.attacker.example\n" + preflight, 405},
	{"preflight of a friend in clear", "OPTIONS /api/v2/write", here + "Origin: http://friend.example\n" + preflight, 405},
	{"read from another origin", "GET /api/sayso/v1/export?format=json", here + evil, 200}, // and no header lets the page see it
	{"callback", "GET /api/sayso/v1/stats?callback=steal&jsonp=steal", here + evil, 400},
	{"callback of Cayley's", "GET /api/v2/formats?callback=steal&jsonp=steal", here + evil, 200},

	// An address that a page leads its visitor to.
	{"script in the path", "GET /%3Cscript%3Ealert(1)%3C/script%3E", here + "Accept: text/html\n", 404},
	{"script as a query", "GET /q/%3Cscript%3Ealert(1)%3C/script%3E.json", here + "Accept: text/html\n", 404},
	{"script as a format", "GET /api/sayso/v1/export?format=%3Cscript%3E", here + "Accept: text/html\n", 400},
	{"header in a parameter", "GET /api/v2/read?format=x%0d%0aSet-Cookie:%20a=b", here, 400},
	{"path out of the assets", "GET /assets/..%2f..%2f..%2fgo.mod", here, 404},
	{"path out of the queries", "GET /q/..%2f..%2f..%2fetc%2fpasswd.json", here, 404},
	{"redirection elsewhere", "GET //attacker.example/%2f..", here, 0},
	{"upgrade", "GET /api/sayso/v1/stats", here + evil + "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Key: eA==\n", 200},
	{"trace", "TRACE /", here + basic, 405},
}

// TestAttacks: of none comes a write, a word that the page may read, or text that a browser would run.
func TestAttacks(t *testing.T) {
	g := live(t)
	handler := Handler(g, Options{Port: port, Tokens: tokens(t), Origins: []string{"https://friend.example"}})
	if len(attacks) < 30 {
		t.Fatalf("%d attacks", len(attacks))
	}
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			before := g.Version()
			w := send(handler, a.made())
			if a.want != 0 && w.Code != a.want {
				t.Errorf("%d, want %d: %.200s", w.Code, a.want, w.Body)
			}
			if g.Version() != before {
				t.Error("it has written")
			}
			for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Private-Network", "Access-Control-Allow-Headers", "Set-Cookie", "Upgrade"} {
				if got := w.Header().Get(name); got != "" {
					t.Errorf("%s: %s", name, got)
				}
			}
			if to := w.Header().Get("Location"); strings.HasPrefix(to, "//") || strings.Contains(to, "://") {
				t.Errorf("leads to %s", to)
			}
			media := w.Header().Get("Content-Type")
			isLed := w.Code == http.StatusMovedPermanently || w.Code == http.StatusTemporaryRedirect
			if strings.Contains(media, "javascript") || strings.Contains(media, "html") && !isLed && !isExplorer(w) {
				t.Errorf("comes as %s", media)
			}
			if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
				t.Errorf("X-Content-Type-Options: %q", got)
			}
		})
	}
}

// isExplorer tells the explorer's own page, in which nothing is of the request and which runs nothing from elsewhere.
func isExplorer(w *httptest.ResponseRecorder) bool {
	page, err := static.ReadFile("static/index.html")
	return err == nil && bytes.Equal(w.Body.Bytes(), page) && w.Header().Get("Content-Security-Policy") == pagePolicy
}

func (a attack) made() *http.Request {
	line, body, _ := strings.Cut(a.request, "\n\n")
	method, target, _ := strings.Cut(line, " ")
	r := httptest.NewRequest(method, "http://localhost"+target, strings.NewReader(body))
	for header := range strings.Lines(a.headers) {
		name, value, _ := strings.Cut(strings.TrimSpace(header), ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Add(name, value)
	}
	return r
}

// TestSlowClients: who sends a head for ever, or one without end, is hung up on, and keeps nobody from an answer meanwhile.
func TestSlowClients(t *testing.T) {
	t.Parallel()
	l, _, err := Listen(t.Context(), "127.0.0.1:0", nil)
	if err != nil {
		t.Fatal(err)
	}
	g := bare(t)
	served := make(chan error, 1)
	go func() { served <- Serve(t.Context(), l, g, Options{}) }()
	var slow []net.Conn
	for i := range 200 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		fmt.Fprintf(c, "GET /stats HTTP/1.1\r\nHost: %s\r\nX-%d: ", l.Addr(), i)
		slow = append(slow, c)
	}
	response, err := http.Get("http://" + l.Addr().String() + "/api/sayso/v1/stats")
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("beside slow clients: %v %v", response, err)
	}
	response.Body.Close()

	long, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer long.Close()
	fmt.Fprintf(long, "GET /stats HTTP/1.1\r\nHost: %s\r\nX: %s", l.Addr(), strings.Repeat("x", 32<<10))
	if status, _ := bufio.NewReader(long).ReadString('\n'); !strings.Contains(status, "431") {
		t.Errorf("a head of 32 KiB: %q", status)
	}
	for _, c := range slow {
		c.SetReadDeadline(time.Now().Add(30 * time.Second))
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Fatalf("not hung up on: %v", err)
		}
	}
}
