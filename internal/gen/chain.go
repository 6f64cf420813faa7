//go:build ignore

package main

import (
	"cmp"
	"log"
	"math"
	"slices"

	"github.com/e95690a0/dateline/internal/speech"
)

// maxTags is the most tags that a model has.
const maxTags = 5

// A chain is a linear chain of tags with its sequences and weights.
type chain struct {
	tags  int
	bits  int
	feats []uint32 // of all elements, one after the other; numbers of rows after number
	ends  []int32  // where the features of each element end
	gold  []uint8
	seqs  []int32 // where each sequence ends, in elements

	stages [2]int // of its sequences

	seed  uint32                    // counts the steps
	names []uint32                  // the feature of each row
	w, g  [][maxTags]float32        // the weights of each row, and the squares of its gradients so far
	sum   [][maxTags]float32        // of the weights after each of the last epochs
	step  [maxTags][maxTags]float32 // the weight of going from the first tag to the second
	stepG [maxTags][maxTags]float32 // the squares of its gradients so far
}

func (c *chain) add(s speech.Sequence) {
	c.stages = s.Stages
	for i, f := range s.Features {
		c.feats = append(c.feats, f...)
		c.ends = append(c.ends, int32(len(c.feats)))
		c.gold = append(c.gold, s.Tags[i])
	}
	c.seqs = append(c.seqs, int32(len(c.ends)))
}

// none stands for a feature too rare to have a row.
const none = math.MaxUint32

// number replaces features by the numbers of their rows, and rare ones by none.
func (c *chain) number() {
	c.names = frequent(c.feats)
	rows := make(map[uint32]uint32, len(c.names))
	for i, n := range c.names {
		rows[n] = uint32(i)
	}
	for i, f := range c.feats {
		c.feats[i] = none
		if r, ok := rows[f]; ok {
			c.feats[i] = r
		}
	}
	c.w = make([][maxTags]float32, len(c.names))
	c.g = make([][maxTags]float32, len(c.names))
	log.Printf("%d elements, %d features", len(c.ends), len(c.names))
}

// frequent returns the features that are seen often enough, in order.
func frequent(feats []uint32) (names []uint32) {
	all := slices.Clone(feats)
	slices.Sort(all)
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		if j-i >= *least {
			names = append(names, all[i])
		}
		i = j
	}
	return names
}

// forbid rules out the steps that no sequence takes.
func (c *chain) forbid() {
	for from := range c.tags {
		for to := range c.tags {
			if !speech.MayFollow(c.tags, uint8(from), uint8(to)) {
				c.step[from][to] = never
			}
		}
	}
}

func (c *chain) learn(name string) {
	for e := range *epochs {
		if e == *epochs/2 {
			c.prune()
		}
		loss := 0.0
		// A fixed stride visits the sequences in a scattered order.
		n, at := len(c.seqs), 0
		for range n {
			at = (at + stride(n)) % n
			from := int32(0)
			if at > 0 {
				from = c.seqs[at-1]
			}
			loss += c.descend(int(from), int(c.seqs[at]))
		}
		log.Printf("%s %d: loss %.4f", name, e, loss/float64(len(c.ends)))
		if e >= *epochs/2 {
			c.note()
		}
	}
	c.settle(float32(*epochs - *epochs/2))
}

// note adds the weights of the rows, as they are after an epoch, to their sums.
func (c *chain) note() {
	if c.sum == nil {
		c.sum = make([][maxTags]float32, len(c.w))
	}
	for row, w := range c.w {
		for t := range w {
			c.sum[row][t] += w[t]
		}
	}
}

// settle makes the weights the mean of those noted, so that the last sequences seen count no more
// than others.
func (c *chain) settle(noted float32) {
	for row, sum := range c.sum {
		for t := range sum {
			c.w[row][t] = sum[t] / noted
		}
	}
}

// stride returns a step that has no divisor in common with n.
func stride(n int) int {
	s := n*5/8 | 1
	for gcd(s, n) != 1 {
		s += 2
	}
	return s
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (c *chain) features(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = c.ends[i-1]
	}
	return c.feats[from:c.ends[i]]
}

// dropped reports whether this step does without feature k of element i of its sequence: one in so
// many, and now and then all after a stage, so that the first ones can tell much by themselves. The
// same steps drop the same features every time.
func (c *chain) dropped(i, k int) bool {
	for n, end := range c.stages {
		if end > 0 && k >= end && c.random(i, -1) < *stop*float64(n+1) {
			return true
		}
	}
	return c.random(i, k) < *drop
}

// random returns a number from 0 to 1, the same for the same feature and step.
func (c *chain) random(i, k int) float64 {
	h := (uint32(i)*0x9E3779B1 ^ uint32(k)*0x85EBCA6B ^ c.seed*0xC2B2AE35) * 0x27D4EB2F
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return float64(h) / (1 << 32)
}

// never is what a tag that cannot be, or a step that is never taken, scores.
const never = -1000

type scores [maxTags]float64

// A lattice is a sequence with the shares that all paths through it have, by their scores.
type lattice struct {
	*chain
	from     int             // the first of its elements
	emit     []scores        // what the features of each element make of its tags: their odds
	odds     [maxTags]scores // of the steps
	fwd, bwd []scores        // shares of the paths up to a tag, and weights of those on from there
	norm     []float64       // what the shares of each element in fwd were divided by
	total    float64         // the logarithm of what all paths score
}

// descend takes one step towards the gold tags of the elements [from, to) and returns the loss.
func (c *chain) descend(from, to int) float64 {
	if from == to {
		return 0
	}
	c.seed++
	l := c.lattice(from, to)
	loss, prev := l.total, uint8(0)
	for i := range l.emit {
		tag := c.gold[from+i]
		loss -= math.Log(l.emit[i][tag] * l.odds[prev][tag])
		l.update(i, prev)
		prev = tag
	}
	return loss
}

func (c *chain) lattice(from, to int) *lattice {
	n := to - from
	l := &lattice{chain: c, from: from, emit: make([]scores, n), fwd: make([]scores, n),
		bwd: make([]scores, n), norm: make([]float64, n)}
	for p := range l.tags {
		for t := range l.tags {
			l.odds[p][t] = math.Exp(float64(l.step[p][t]))
		}
	}
	for i := range n {
		l.emit[i] = l.oddsAt(i)
	}
	l.forward()
	l.backward()
	return l
}

// oddsAt returns the odds that the features of the element i give its tags. One without any has the
// tag 0.
func (l *lattice) oddsAt(i int) (odds scores) {
	features := l.features(l.from + i)
	for t := 1; t < l.tags && len(features) == 0; t++ {
		odds[t] = never
	}
	for k, f := range features {
		if f == none || l.dropped(i, k) {
			continue
		}
		for t := range l.tags {
			odds[t] += float64(l.w[f][t])
		}
	}
	for t := range l.tags {
		odds[t] = math.Exp(odds[t])
	}
	return odds
}

func (l *lattice) forward() {
	last := scores{1}
	for i := range l.fwd {
		sum := 0.0
		for t := range l.tags {
			for p := range l.tags {
				l.fwd[i][t] += last[p] * l.odds[p][t]
			}
			l.fwd[i][t] *= l.emit[i][t]
			sum += l.fwd[i][t]
		}
		for t := range l.tags {
			l.fwd[i][t] /= sum
		}
		l.norm[i] = sum
		l.total += math.Log(sum)
		last = l.fwd[i]
	}
}

func (l *lattice) backward() {
	n := len(l.bwd)
	l.bwd[n-1] = scores{1, 1, 1, 1, 1}
	for i := n - 2; i >= 0; i-- {
		for t := range l.tags {
			for x := range l.tags {
				l.bwd[i][t] += l.odds[t][x] * l.emit[i+1][x] * l.bwd[i+1][x]
			}
			l.bwd[i][t] /= l.norm[i+1]
		}
	}
}

// shareOf returns the share of the paths that have the tag t at the element i.
func (l *lattice) shareOf(i, t int) float64 { return l.fwd[i][t] * l.bwd[i][t] }

// shareOfStep returns the share of the paths that go from the tag p to t at the element i.
func (l *lattice) shareOfStep(i, p, t int) float64 {
	before := scores{1}
	if i > 0 {
		before = l.fwd[i-1]
	}
	return before[p] * l.odds[p][t] * l.emit[i][t] * l.bwd[i][t] / l.norm[i]
}

// negligible is a gradient too small to update the weights of features by.
const negligible = 1e-3

// update moves the weights at the element i towards its gold tag, after the gold tag prev.
func (l *lattice) update(i int, prev uint8) {
	tag := l.gold[l.from+i]
	var grad [maxTags]float32
	small := true
	for t := range l.tags {
		grad[t] = float32(-l.shareOf(i, t))
		if t == int(tag) {
			grad[t]++
		}
		small = small && grad[t] < negligible && grad[t] > -negligible
	}
	l.updateSteps(i, prev, tag)
	if !small {
		l.updateRows(i, grad)
	}
}

func (l *lattice) updateSteps(i int, prev, tag uint8) {
	for p := range l.tags {
		for t := range l.tags {
			g := float32(-l.shareOfStep(i, p, t))
			if uint8(p) == prev && uint8(t) == tag {
				g++
			}
			if g == 0 || l.step[p][t] <= never/2 {
				continue
			}
			sum := &l.stepG[p][t]
			*sum += g * g
			l.step[p][t] += float32(*rate) * g / (1 + float32(math.Sqrt(float64(*sum))))
		}
	}
}

func (l *lattice) updateRows(i int, grad [maxTags]float32) {
	for k, f := range l.features(l.from + i) {
		if f == none || l.dropped(i, k) {
			continue
		}
		w, g := &l.w[f], &l.g[f]
		for t := range l.tags {
			d := grad[t]
			g[t] += d * d
			w[t] += float32(*rate) * d / float32(math.Sqrt(float64(0.1+g[t])))
		}
	}
}

// prune forgets the features that the model has no slot for; the others learn to do without them.
func (c *chain) prune() {
	taken := make([]bool, 1<<c.bits)
	lost := make([]bool, len(c.names))
	for _, row := range c.heaviest() {
		slot := speech.Slot(c.names[row], c.bits)
		lost[row] = taken[slot]
		taken[slot] = true
	}
	for i, f := range c.feats {
		if f != none && lost[f] {
			c.feats[i] = none
		}
	}
	for row := range c.w {
		if lost[row] {
			c.w[row] = [maxTags]float32{}
		}
	}
}

// heaviest returns the numbers of the rows, those that weigh most first.
func (c *chain) heaviest() []uint32 {
	order := make([]uint32, len(c.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		wider := cmp.Compare(spread(c.w[b][:c.tags]), spread(c.w[a][:c.tags]))
		return cmp.Or(wider, cmp.Compare(c.names[a], c.names[b]))
	})
	return order
}

// spread is how much a row can change the order of the tags.
func spread(w []float32) float32 { return slices.Max(w) - slices.Min(w) }

// pack packs the rows that weigh most.
func (c *chain) pack() speech.Model {
	var rows []speech.Row
	for _, i := range c.heaviest() {
		row := speech.Row{Feature: c.names[i], Weights: c.w[i]}
		for t := range row.Weights {
			row.Weights[t] *= float32(1 - *drop)
		}
		rows = append(rows, row)
	}
	return speech.Pack(c.tags, c.step, rows, c.bits)
}
