module github.com/e95690a0/dateline

go 1.26.0

require (
	github.com/araddon/dateparse v0.0.0-20210429162001-6b43995a97de
	golang.org/x/text v0.43.0
)
