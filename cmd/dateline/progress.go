package main

import (
	"fmt"
	"io"
	"time"
)

// progressEvery is how often the progress line changes.
const progressEvery = 500 * time.Millisecond

// A progress counts the lines of a stream and, on a terminal, tells how many there have been.
type progress struct {
	w            io.Writer // nil where nobody looks
	start, shown time.Time
	lines        int
}

func (c *command) newProgress() progress {
	if !isTerminal(c.stderr) {
		return progress{}
	}
	now := time.Now()
	return progress{w: c.stderr, start: now, shown: now}
}

// add counts a line.
func (p *progress) add() {
	p.lines++
	if p.w == nil || time.Since(p.shown) < progressEvery {
		return
	}
	p.shown = time.Now()
	rate := float64(p.lines) / p.shown.Sub(p.start).Seconds()
	fmt.Fprintf(p.w, "\rdateline: %d stories, %.0f a second ", p.lines, rate)
}

// end clears the line, if there is one.
func (p *progress) end() {
	if p.w != nil && p.shown != p.start {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
