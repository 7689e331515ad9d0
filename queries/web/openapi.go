package web

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

type object = map[string]any

// openAPI answers with the table as an OpenAPI 3.1 document.
func (s *server) openAPI(w http.ResponseWriter, _ *http.Request) error {
	return reply(w, describe(s.table))
}

func describe(table []route) object {
	schemas := schemas{}
	paths := object{}
	for _, r := range table {
		path := strings.TrimSuffix(r.path, "{$}")
		if paths[path] == nil {
			paths[path] = object{}
		}
		paths[path].(object)[strings.ToLower(r.method)] = r.operation(schemas)
	}
	schemas.of(problemBody{})
	schemas.of(cayleyErrorBody{})
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title":       "sayso",
			"version":     "1.0.0",
			"description": "Who did what to whom, when, and on whose say-so. Answers come with the words they rest on. Text is from the articles and is to be shown as text, never as markup.",
			"license":     object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
		},
		"servers": []object{{"url": "/"}},
		"tags": []object{
			{"name": "sayso", "description": "Our own API: claims, who makes them, and where they stand"},
			{"name": "cayley", "description": "Cayley's paths, with Cayley's shapes"},
			{"name": "tools", "description": "What other tools open as it stands"},
			{"name": "server", "description": "The server itself"},
		},
		"paths": paths,
		"components": object{
			"schemas": schemas,
			"securitySchemes": object{
				"bearer": object{"type": "http", "scheme": "bearer", "description": "a token of the token file"},
				"basic":  object{"type": "http", "scheme": "basic", "description": "any name, and the token as the password"},
			},
		},
	}
}

func (r route) tag() string {
	switch {
	case strings.HasPrefix(r.path, "/api/sayso/"):
		return "sayso"
	case strings.HasPrefix(r.path, "/api/"), r.path == "/health":
		return "cayley"
	case r.policy.scope == anybody, r.policy.scope == operator:
		return "server"
	}
	return "tools"
}

var notInName = regexp.MustCompile(`[^a-z0-9]+`)

func (r route) operation(schemas schemas) object {
	name := strings.Trim(notInName.ReplaceAllString(strings.ToLower(r.path), "-"), "-")
	if name == "" {
		name = "index"
	}
	o := object{
		"operationId":   strings.ToLower(r.method) + "-" + name,
		"summary":       r.does,
		"tags":          []string{r.tag()},
		"responses":     r.responses(schemas),
		"security":      r.security(),
		"x-codeSamples": []object{{"lang": "shell", "source": r.curl()}},
	}
	if len(r.takes) > 0 {
		o["parameters"] = r.parameters()
	}
	if r.body != nil {
		o["requestBody"] = object{"required": true, "description": r.body.says, "content": object{
			r.body.media: object{"schema": r.body.schema(schemas), "example": r.exampleBody()},
		}}
	}
	return o
}

func (r route) security() []object {
	with := []object{{"bearer": []string{}}, {"basic": []string{}}}
	switch r.policy.scope {
	case anybody:
		return []object{}
	case reader:
		return append([]object{{}}, with...)
	}
	return with
}

func (r route) parameters() []object {
	address, _ := url.Parse(r.exampleAddress())
	var all []object
	for _, p := range r.takes {
		schema := object{"type": string(p.kind)}
		if len(p.options) > 0 {
			schema["enum"] = p.options
		}
		o := object{"name": p.name, "in": "query", "description": p.says, "schema": schema}
		if strings.Contains(r.path, "{"+p.name+"}") {
			o["in"], o["required"] = "path", true
			o["example"] = address.Path[strings.LastIndex(address.Path, "/")+1:]
		} else if p.required {
			o["required"] = true
		}
		if value := address.Query().Get(p.name); value != "" {
			o["example"] = p.example(value)
		}
		all = append(all, o)
	}
	return all
}

func (p param) example(value string) any {
	if n, err := strconv.Atoi(value); err == nil && p.kind == number {
		return n
	}
	return value
}

func (r route) responses(schemas schemas) object {
	all := object{}
	for _, c := range r.gives {
		status := strconv.Itoa(max(c.status, http.StatusOK))
		answer, _ := all[status].(object)
		if answer == nil {
			answer = object{"description": c.says}
			all[status] = answer
		}
		if c.media == "" {
			continue
		}
		content, _ := answer["content"].(object)
		if content == nil {
			content = object{}
			answer["content"] = content
		}
		content[c.media] = object{"schema": c.schema(schemas)}
	}
	media, body := problemType, "problemBody"
	if strings.HasPrefix(r.path, "/api/v") {
		media, body = jsonType, "cayleyErrorBody"
	}
	wrong := object{"description": "what is wrong", "content": object{media: object{"schema": object{"$ref": "#/components/schemas/" + body}}}}
	all["4XX"], all["5XX"] = wrong, wrong
	return all
}

func (c content) schema(schemas schemas) any {
	switch {
	case c.value != nil:
		return schemas.of(c.value)
	case c.media == jsonType:
		return object{}
	}
	return object{"type": "string"}
}

func (r route) exampleAddress() string {
	address, _, _ := strings.Cut(r.example, "\n")
	return address
}

func (r route) exampleBody() string {
	_, body, _ := strings.Cut(r.example, "\n\n")
	return body
}

// curl is the line to type.
func (r route) curl() string {
	line := []string{"curl"}
	if slices.Contains([]scope{writer, operator}, r.policy.scope) {
		line = append(line, `-H "Authorization: Bearer $TOKEN"`)
	}
	if r.body != nil {
		line = append(line, "-H 'Content-Type: "+r.body.media+"'", "--data-binary "+quoted(r.exampleBody()))
	}
	return strings.Join(append(line, quoted("http://127.0.0.1:64210"+r.exampleAddress())), " ")
}

// quoted is a word of a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
