package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// A report writes what the sets have come to.
type report struct {
	sets    []measured
	figures []figure
	peers   []peer
}

type measured struct {
	goldSet
	sheet sheet
}

// few is the number of items below which a figure is marked as telling little.
const few = 20

// fill returns the page with the tables between its markers as they are now.
func (r *report) fill(page string) (string, error) {
	for _, block := range []struct {
		name  string
		table func() string
	}{
		{"fields", r.fields}, {"languages", r.languages}, {"peers", r.beside},
		{"sets", r.texts},
	} {
		begin, end := "<!-- begin "+block.name+" -->\n", "<!-- end "+block.name+" -->"
		before, rest, found := strings.Cut(page, begin)
		_, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			return "", fmt.Errorf("the page has no lines %q and %q", strings.TrimSpace(begin), end)
		}
		page = before + begin + block.table() + end + after
	}
	return page, nil
}

// tally returns that of a figure in a set, in all languages; the zero tally for none.
func (r *report) tally(figure, set string) tally {
	for _, m := range r.sets {
		if m.name == set {
			return m.sheet.total(figure)
		}
	}
	return tally{}
}

// short returns the name of a set as people know it.
func (r *report) short(set string) string {
	for _, m := range r.sets {
		if m.name == set {
			return cmp.Or(m.about.short, set)
		}
	}
	return set
}

// fields is the table of the figures that have a set to speak for them.
func (r *report) fields() string {
	var t strings.Builder
	t.WriteString("| what is read | right is | texts | items | precision | recall | F1 |\n")
	t.WriteString("|---|---|---|---|---|---|---|\n")
	for _, f := range r.figures {
		if n := r.tally(f.name, f.set); n.items() > 0 {
			fmt.Fprintf(&t, "| %s | %s | %s | %s |\n", f.name, f.rule, r.short(f.set), f.cells(n))
		}
	}
	return t.String()
}

// cells returns items, precision, recall and F1 of n as cells of a table.
func (f figure) cells(n tally) string {
	if f.recallOnly() {
		return fmt.Sprintf("%d | | %.3f |", n.items(), n.recall())
	}
	return fmt.Sprintf("%d | %.3f | %.3f | %.3f", n.items(), n.precision(), n.recall(), n.f1())
}

// languages is the table of F1 by language, all sets together.
func (r *report) languages() string {
	var columns []figure
	for _, f := range r.figures {
		if f.column != "" {
			columns = append(columns, f)
		}
	}
	sum := sheet{}
	items := map[string]int{}
	for _, m := range r.sets {
		for at, t := range m.sheet {
			sum[at] = sum[at].plus(t)
		}
	}
	for _, f := range columns {
		for at, t := range sum {
			if at.figure == f.name && t.items() > 0 {
				items[at.lang] += t.items()
			}
		}
	}
	var t strings.Builder
	t.WriteString("| language |")
	for _, f := range columns {
		fmt.Fprintf(&t, " %s |", f.column)
	}
	t.WriteString("\n|---|" + strings.Repeat("---|", len(columns)) + "\n")
	langs := slices.SortedFunc(maps.Keys(items), func(a, b string) int {
		return cmp.Or(cmp.Compare(items[b], items[a]), cmp.Compare(a, b))
	})
	for _, l := range langs {
		fmt.Fprintf(&t, "| %s |", languageName(l))
		for _, f := range columns {
			fmt.Fprintf(&t, " %s |", brief(sum[cell{f.name, l}]))
		}
		t.WriteString("\n")
	}
	return t.String()
}

func languageName(tag string) string {
	if tag == "" {
		return "not told"
	}
	return display.English.Languages().Name(language.Make(tag))
}

// brief returns F1 and the number of items, in italics where they are few.
func brief(n tally) string {
	switch s := fmt.Sprintf("%.2f (%d)", n.f1(), n.items()); {
	case n.items() == 0:
		return ""
	case n.items() < few:
		return "*" + s + "*"
	default:
		return s
	}
}

// beside is the table of other programs and us.
func (r *report) beside() string {
	var t strings.Builder
	t.WriteString("| | precision | recall | F1 | |\n|---|---|---|---|---|\n")
	peers := r.measuredPeers()
	for i, p := range peers {
		if i == 0 || p.figure != peers[i-1].figure {
			n := r.tally(p.figure, p.set)
			fmt.Fprintf(&t, "| **%s** (%s) | | | | |\n", p.figure, r.short(p.set))
			fmt.Fprintf(&t, "| **dateline** | %.3f | %.3f | **%.3f** | %d items |\n",
				n.precision(), n.recall(), n.f1(), n.items())
		}
		fmt.Fprintf(&t, "| %s | %s | %s | %.3f | %s |\n",
			p.system, p.precision, p.recall, p.f1, p.note)
	}
	return t.String()
}

// measuredPeers returns those that we have a figure to set beside.
func (r *report) measuredPeers() (list []peer) {
	for _, p := range r.peers {
		if r.tally(p.figure, p.set).items() > 0 {
			list = append(list, p)
		}
	}
	return list
}

// texts is the table of the sets.
func (r *report) texts() string {
	var t strings.Builder
	t.WriteString("| name | file | texts | of | labels |\n|---|---|---|---|---|\n")
	for _, m := range r.sets {
		fmt.Fprintf(&t, "| %s | `%s` | %d | %s | %s |\n",
			r.short(m.name), m.name, len(m.items), m.about.texts, m.about.labels)
	}
	return t.String()
}

// values is every tally by set, figure and language, as tab-separated values.
func (r *report) values() string {
	var t strings.Builder
	t.WriteString("set\tfigure\tlanguage\titems\tright\tfalse\tmissed\tprecision\trecall\tF1\n")
	for _, m := range r.sets {
		cells := slices.SortedFunc(maps.Keys(m.sheet), func(a, b cell) int {
			return cmp.Or(cmp.Compare(a.figure, b.figure), cmp.Compare(a.lang, b.lang))
		})
		for _, at := range cells {
			n := m.sheet[at]
			fmt.Fprintf(&t, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%.4f\t%.4f\t%.4f\n", m.name, at.figure,
				cmp.Or(at.lang, "und"), n.items(), n.right, n.false, n.missed,
				n.precision(), n.recall(), n.f1())
		}
	}
	return t.String()
}
