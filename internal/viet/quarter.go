package viet

import "fmt"

// Quarter is three months of a year (quý), N from 1 to 4.
type Quarter struct{ Year, N int }

// First gives the first day of the quarter.
func (q Quarter) First() Date { return Date{q.Year, 3*q.N - 2, 1} }

// Last gives the last day of the quarter.
func (q Quarter) Last() Date { return Date{Year: q.Year, Month: 3 * q.N}.Last() }

// Overlaps tells whether the quarter shares a day with first to last, both included. A blank stands for
// the first day it can mean in first, for the last in last.
func (q Quarter) Overlaps(first, last Date) bool {
	return !q.Last().Before(first.First()) && !last.Last().Before(q.First())
}

// Short gives the number alone, Roman as quarters are numbered: «I».
func (q Quarter) Short() string {
	n, err := Roman(q.N)
	if err != nil || q.N > 4 {
		panic(fmt.Sprintf("viet: no quarter %d in a year", q.N))
	}
	return n
}

// String writes the quarter as documents do: «Quý I/2026».
func (q Quarter) String() string { return fmt.Sprintf("Quý %s/%d", q.Short(), q.Year) }

// Quarters lists the quarters that share a day with from to to, in order, none when to is before from:
// the columns of a timeline. Blanks are taken as [Quarter.Overlaps] takes them.
func Quarters(from, to Date) []Quarter {
	from, to = from.First(), to.Last()
	var out []Quarter
	if to.Before(from) {
		return out
	}
	q, end := quarterOf(from), quarterOf(to)
	for q != end {
		out = append(out, q)
		q.N++
		if q.N > 4 {
			q = Quarter{q.Year + 1, 1}
		}
	}
	return append(out, end)
}

func quarterOf(d Date) Quarter { return Quarter{d.Year, (d.Month + 2) / 3} }
