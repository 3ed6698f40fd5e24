# bash completion for newsparse
_newsparse() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} commands="analyze sentences quotes credits convert"
  [[ $current == = ]] && current=
  [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}
  case $previous in
    --format | -f) COMPREPLY=($(compgen -W "text json ndjson jsonld ninjs html" -- "$current")) && return ;;
    --input | -i) COMPREPLY=($(compgen -W "auto text html ndjson" -- "$current")) && return ;;
    --offsets) COMPREPLY=($(compgen -W "byte codepoint utf16" -- "$current")) && return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")) && return ;;
    --engine) COMPREPLY=($(compgen -W "native icu" -- "$current")) && return ;;
    --encoding) COMPREPLY=($(compgen -W "UTF-8 UTF-16 windows-1250 windows-1251 windows-1252 ISO-8859-2 KOI8-R GB18030 Big5 Shift_JIS EUC-JP EUC-KR" -- "$current")) && return ;;
    --lang | -l | --jobs | -j) return ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "--format= --color= --offsets= --explain --input= --encoding= --lang= --strict --pack=
      --engine= --min-confidence= --whole-quotes --tile --jobs= --help --usage --version" -- "$current"))
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return
  fi
  local word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ " $commands " == *" $word "* ]] && compopt -o filenames && COMPREPLY=($(compgen -f -- "$current")) && return
  done
  COMPREPLY=($(compgen -W "$commands" -- "$current"))
}
complete -F _newsparse newsparse
