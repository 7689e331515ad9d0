package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// robots is what a host's robots.txt says to us (RFC 9309).
type robots struct {
	rules []robotsRule
	none  bool // nothing may be read
	delay time.Duration
}

type robotsRule struct {
	allow bool
	path  string
}

const longestDelay = 10 * time.Second

// askRobots fetches a host's rules. A host without them lets all be read; one that is not well, nothing.
func (f *fetcher) askRobots(u *url.URL) (*robots, error) {
	p, err := follow(u.Scheme+"://"+u.Host+"/robots.txt", f.get)
	var status *statusError
	switch {
	case err == nil:
		return readRobots(p.body), nil
	case errors.As(err, &status) && status.code < 500:
		return &robots{}, nil
	case errors.As(err, &status):
		return &robots{none: true}, nil
	}
	return nil, fmt.Errorf("robots.txt of %s: %w", u.Host, err)
}

// readRobots takes from a robots.txt the groups for sayso, or those for everybody.
func readRobots(text []byte) *robots {
	var ours, everybodys robots
	var to []*robots
	named, heads := false, false
	lines := bufio.NewScanner(bytes.NewReader(text[:min(len(text), 512<<10)]))
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key != "user-agent" {
			heads = false
			for _, r := range to {
				r.add(key, value)
			}
			continue
		}
		if !heads {
			to = nil
		}
		heads = true
		switch name := strings.ToLower(value); {
		case name == "sayso":
			to, named = append(to, &ours), true
		case name == "*":
			to = append(to, &everybodys)
		}
	}
	if named {
		return &ours
	}
	return &everybodys
}

func (r *robots) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" {
			r.rules = append(r.rules, robotsRule{key == "allow", value})
		}
	case "crawl-delay":
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 {
			r.delay = min(longestDelay, time.Duration(seconds*float64(time.Second)))
		}
	}
}

// allow goes by the longest rule that fits; of two as long, by the one that allows.
func (r *robots) allow(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	longest, allow := -1, !r.none
	for _, rule := range r.rules {
		if n := len(rule.path); (n > longest || n == longest && rule.allow) && rule.fits(path) {
			longest, allow = n, rule.allow
		}
	}
	return allow
}

func (r robotsRule) fits(path string) bool {
	pattern, end := strings.CutSuffix(r.path, "$")
	pattern = strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*")
	if end {
		pattern += "$"
	}
	fits, err := regexp.MatchString("^"+pattern, path)
	return err == nil && fits
}
