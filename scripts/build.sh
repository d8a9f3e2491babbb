#!/usr/bin/env bash
# Configures and builds what has changed: scripts/build.sh PRESET TARGET [CMAKE-OPTION…]. Silent when nothing has;
# the log is shown only when something fails. Standard output stays empty.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
preset="$1"
target="$2"
shift 2
dir="$top/build/$preset"
log="$dir/build.log"

say() { printf 'convscope: %s\n' "$*" >&2; }

# quietly COMMAND…
quietly() {
  if ! "$@" </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    say "error: the build of '$preset' failed (its words are above); mend what it names, or delete $dir if it is stale"
    exit 1
  fi
}

# Whether the folder is configured for this place, with these options.
configured() {
  local option name
  [ -f "$dir/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$dir/CMakeCache.txt" || return 1
  for option in "$@"; do
    name="${option%%=*}"
    grep -qE "^${name#-D}:[A-Z]+=${option#*=}\$" "$dir/CMakeCache.txt" || return 1
  done
}

mkdir -p "$dir"
exec 9>"$dir/.lock"
flock 9  # a second run waits for the first one's build
cd "$top"

if ! configured "$@"; then
  say "configuring '$preset'"
  fresh=()
  grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$dir/CMakeCache.txt" || fresh=(--fresh)
  quietly cmake --preset "$preset" "${fresh[@]}" "$@"
fi
if ! ninja -C "$dir" -n "$target" 2>/dev/null | grep -q 'no work to do'; then
  say "building '$preset'; the first time takes a few minutes"
  quietly cmake --build "$dir" --target "$target" --parallel "$(nproc)" -- --quiet
fi
