package main

import (
	"flag"
	"fmt"
	"strings"
)

// shells are those whose completion is known.
const shells = "bash fish zsh"

// printCompletion prints what a shell runs to complete the flags.
func (c *command) printCompletion() int {
	fs := new(command).flags()
	script := ""
	switch c.completion {
	case "bash":
		script = bashCompletion(fs)
	case "fish":
		script = eachFlag(fs, fishFlag)
	case "zsh":
		script = "_dateline() {\n\t_arguments" + eachFlag(fs, zshFlag) +
			" \\\n\t\t'*:file:_files'\n}\ncompdef _dateline dateline\n"
	default:
		fmt.Fprintf(c.stderr, "dateline: shell %q is none of %s\n", c.completion, shells)
		return badUsage
	}
	if _, err := fmt.Fprint(c.stdout, script); err != nil {
		fmt.Fprintf(c.stderr, "dateline: %v\n", err)
		return failed
	}
	return done
}

// eachFlag returns what write makes of each flag: its name, that of its value, which is empty for a
// switch, and what it does in a few plain words.
func eachFlag(fs *flag.FlagSet, write func(name, value, words string) string) string {
	var out strings.Builder
	fs.VisitAll(func(f *flag.Flag) {
		value, words := flag.UnquoteUsage(f)
		words, _, _ = strings.Cut(words, ";")
		out.WriteString(write(f.Name, value, words))
	})
	return out.String()
}

func bashCompletion(fs *flag.FlagSet) string {
	all := eachFlag(fs, func(name, _, _ string) string { return " -" + name })
	valued := eachFlag(fs, func(name, value, _ string) string {
		if value == "" || value == "SHELL" {
			return ""
		}
		return "-" + name + " | "
	})
	return `_dateline() {
	COMPREPLY=()
	case ${COMP_WORDS[COMP_CWORD-1]} in
	-completion) COMPREPLY=($(compgen -W "` + shells + `" -- "$2")) ;;
	` + strings.TrimSuffix(valued, " | ") + `) ;;
	*) [[ $2 != -* ]] || COMPREPLY=($(compgen -W "` + all[1:] + `" -- "$2")) ;;
	esac
}
complete -o default -F _dateline dateline
`
}

func fishFlag(name, value, words string) string {
	line := "complete -c dateline -o " + name
	switch value {
	case "":
	case "SHELL":
		line += " -x -a '" + shells + "'"
	default:
		line += " -x"
	}
	return line + " -d '" + words + "'\n"
}

func zshFlag(name, value, words string) string {
	line := " \\\n\t\t'-" + name + "[" + words + "]"
	switch value {
	case "":
	case "SHELL":
		line += ":SHELL:(" + shells + ")"
	default:
		line += ":" + value + ": "
	}
	return line + "'"
}
