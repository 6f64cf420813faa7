package main

import (
	"fmt"
	"html"
	"strings"
)

// The measures of the chart, in pixels.
const (
	chartWidth  = 800
	barLeft     = 320 // where bars begin
	barWidth    = 400 // of F1 1
	rowHeight   = 20
	barHeight   = 12
	headHeight  = 34
	chartMargin = 16
)

// The style holds for light and for dark pages.
const chartStyle = `<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.head { font-weight: 600; }
.name { text-anchor: end; }
.ours { fill: #0969da; }
.peer { fill: #afb8c1; }
.line { stroke: #d0d7de; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .ours { fill: #4493f8; }
  .peer { fill: #57606a; }
  .line { stroke: #3d444d; }
}
</style>
`

// A drawing is a chart of bars, drawn from the top down.
type drawing struct {
	body strings.Builder
	y    int
}

// chart draws F1 of the fields, and that of other programs beside ours.
func (r *report) chart() string {
	d := drawing{y: chartMargin}
	d.head("F1 by field")
	for _, f := range r.figures {
		if n := r.tally(f.name, f.set); f.column != "" && n.items() > 0 {
			d.bar("ours", f.column+" ("+r.short(f.set)+")", n.f1())
		}
	}
	peers := r.measuredPeers()
	for i, p := range peers {
		if i == 0 || p.figure != peers[i-1].figure {
			d.head(p.figure + " (" + r.short(p.set) + ")")
			d.bar("ours", "dateline", r.tally(p.figure, p.set).f1())
		}
		d.bar("peer", p.system, p.f1)
	}
	return d.svg()
}

// head begins a group of bars.
func (d *drawing) head(title string) {
	d.y += headHeight
	fmt.Fprintf(&d.body, `<text class="head" x="%d" y="%d">%s</text>`+"\n",
		barLeft, d.y-10, html.EscapeString(title))
}

// bar draws a value from 0 to 1 with its name before it.
func (d *drawing) bar(class, name string, value float64) {
	width := value * barWidth
	baseline := d.y + barHeight - 1
	fmt.Fprintf(&d.body, `<text class="name" x="%d" y="%d">%s</text>`,
		barLeft-8, baseline, html.EscapeString(name))
	fmt.Fprintf(&d.body, `<rect class="%s" x="%d" y="%d" width="%.1f" height="%d"/>`,
		class, barLeft, d.y, width, barHeight)
	fmt.Fprintf(&d.body, `<text x="%.1f" y="%d">%.3f</text>`+"\n", barLeft+width+6, baseline, value)
	d.y += rowHeight
}

func (d *drawing) svg() string {
	height := d.y + chartMargin
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img">`+"\n",
		chartWidth, height)
	out.WriteString("<title>How well dateline reads, and others on the same texts</title>\n")
	out.WriteString(chartStyle)
	for tenth := 0; tenth <= 10; tenth += 5 {
		x := barLeft + barWidth*tenth/10
		fmt.Fprintf(&out, `<line class="line" x1="%d" y1="%d" x2="%d" y2="%d"/>`+"\n",
			x, chartMargin, x, height-chartMargin)
	}
	out.WriteString(d.body.String())
	out.WriteString("</svg>\n")
	return out.String()
}
