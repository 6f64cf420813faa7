// Package browsertest opens the page of dateline -html in a real browser. It is a module of its own,
// for the driver of the browser is no dependency of the library.
//
// Without Chromium its tests are skipped; with REQUIRE_CHROMIUM=1 they fail.
package browsertest
