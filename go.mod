module github.com/e95690a0/dateline

go 1.26.0

require golang.org/x/text v0.43.0
