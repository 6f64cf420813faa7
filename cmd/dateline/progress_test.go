package main

import (
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var b strings.Builder
	start := time.Now().Add(-time.Hour)
	p := progress{w: &b, start: start, shown: start, lines: 7199}
	p.add()
	if got, want := b.String(), "\rdateline: 7200 stories, 2 a second "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.add() // too soon for another
	p.end()
	if got, want := b.String(), "\rdateline: 7200 stories, 2 a second \r\x1b[K"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A short stream, and one that nobody watches, leave no trace.
func TestProgressSilent(t *testing.T) {
	var b strings.Builder
	now := time.Now()
	for _, p := range []progress{{}, {w: &b, start: now, shown: now}} {
		p.add()
		p.end()
	}
	if b.Len() > 0 {
		t.Errorf("got %q", b.String())
	}
}
