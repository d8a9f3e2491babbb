#!/usr/bin/env bash
# Imports point one way (README.md, code map): tests/layering.sh [TOP] names every include that does not and fails.
set -euo pipefail
top="${1:-$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")}"
cd "$top"

# Which folders a folder may include, itself apart. `app` stands for the files directly in app/.
lower="engine app/text"
declare -A may_use=(
  [engine]=""
  [app/text]="engine"
  [app/document]="$lower"
  [app/code]="$lower"
  [app/compute]="$lower app/document"
  [app/timeline]="$lower app/document"
  [app/io]="$lower app/document"
  [app/lesson]="$lower app/document"
  [app/scene]="$lower app/document app/compute app/timeline"
  [app/render]="$lower app/scene"
  [app/export]="$lower app/document app/compute app/timeline app/scene app/render app/io"
  [app/ui]="$lower app/document app/code app/compute app/timeline app/scene app/lesson app/export"
  [app/cli]="$lower app/document app/code app/compute app/timeline app/scene app/lesson app/export app/render app/io"
)
everything="${!may_use[*]}"
may_use[app/platform]="$everything"
may_use[app]="$everything app/platform"

# Which folders may include a library: a pattern of what stands between < and >, then the folders.
library_rules=(
  '(glad/.*|KHR/.*|epoxy/.*|GL/.*|EGL/.*|cairo.*)=app/render'
  '(imgui.*|backends/imgui.*|imstb_.*)=app/ui app/platform'
  'GLFW/.*=app/platform'
  '((libav|libsw)[a-z]+/.*|webp/.*|gif_lib\.h|png\.h)=app/export'
  'stb_.*=app/io'
  'CLI/.*=app/cli app'
)
standard_header='([a-z_0-9]+|[a-z]+intrin\.h)'  # <vector>, and the processor's own for the fast path

problems=0
wrong() {
  printf '%s: %s\n' "$1" "$2"
  problems=$((problems + 1))
}

# Sets $folder to that of a path: engine, app/NAME, or app for what stands directly in app/.
set_folder() {
  folder="${1%%/*}"
  if [[ "$1" =~ ^(app/[^/]+)/ ]]; then folder="${BASH_REMATCH[1]}"; fi
}

# contains WORD LIST
contains() { [[ " $2 " == *" $1 "* ]]; }

# check_own WHERE FOLDER INCLUDED: an include in quotes.
check_own() {
  local folder
  case "$3" in
    embedded/*) return 0 ;;  # written by convscope_embed for this very folder
    engine/* | app/*) set_folder "$3" ;;
    *) wrong "$1" "\"$3\" is not written from the repository's top, or is a library's and belongs in < >" && return 0 ;;
  esac
  if [ "$folder" != "$2" ] && ! contains "$folder" "${may_use[$2]}"; then
    wrong "$1" "$2 may not include \"$3\": it may use only ${may_use[$2]:-the standard library}"
  fi
}

# check_library WHERE FOLDER INCLUDED: an include in angle brackets.
check_library() {
  local rule
  if [ "$2" = engine ] && ! [[ "$3" =~ ^$standard_header$ ]]; then
    wrong "$1" "engine may not include <$3>: it may use only the standard library"
    return 0
  fi
  for rule in "${library_rules[@]}"; do
    if [[ "$3" =~ ^${rule%%=*}$ ]] && ! contains "$2" "${rule#*=}"; then
      wrong "$1" "$2 may not include <$3>: only ${rule#*=} may"
    fi
  done
}

includes=0
while IFS=: read -r file line text; do
  includes=$((includes + 1))
  set_folder "$file"
  if [ -z "${may_use[$folder]+known}" ]; then
    wrong "$file:$line" "the folder $folder is not in tests/layering.sh; say there what it may use"
  elif [[ "$text" =~ \#[[:space:]]*include[[:space:]]*\"([^\"]+)\" ]]; then
    check_own "$file:$line" "$folder" "${BASH_REMATCH[1]}"
  elif [[ "$text" =~ \#[[:space:]]*include[[:space:]]*\<([^\>]+)\> ]]; then
    check_library "$file:$line" "$folder" "${BASH_REMATCH[1]}"
  fi
done < <(grep -rnE --include='*.cpp' --include='*.h' '^[[:space:]]*#[[:space:]]*include' engine app)

if [ "$includes" -eq 0 ]; then wrong "$top" "no include is found in engine/ and app/; is this the repository's top?"; fi
[ "$problems" -eq 0 ]
