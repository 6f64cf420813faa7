_dateline() {
	_arguments \
		'-caption[take the whole text for the caption of one picture]' \
		'-completion[print what completes the flags in SHELL]:SHELL:(bash fish zsh)' \
		'-country[the paper is at home in the country CC]:CC: ' \
		'-html[print a page for a browser]' \
		'-json[print the Article as JSON]' \
		'-jsonl[read a JSON object a line and print one a line]' \
		'-lang[the text is in the language TAG]:TAG: ' \
		'-outlet[the paper itself is NAME]:NAME: ' \
		'-published[the story was published on DATE]:DATE: ' \
		'-version[print the version]' \
		'*:file:_files'
}
compdef _dateline dateline
