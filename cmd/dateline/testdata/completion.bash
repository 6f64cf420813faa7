_dateline() {
	COMPREPLY=()
	case ${COMP_WORDS[COMP_CWORD-1]} in
	-completion) COMPREPLY=($(compgen -W "bash fish zsh" -- "$2")) ;;
	-country | -lang | -outlet | -published) ;;
	*) [[ $2 != -* ]] || COMPREPLY=($(compgen -W "-caption -completion -country -html -json -jsonl -lang -outlet -published -version" -- "$2")) ;;
	esac
}
complete -o default -F _dateline dateline
