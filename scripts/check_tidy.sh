#!/usr/bin/env bash
# Runs clang-tidy (.clang-tidy) over engine/ and app/, as a built preset compiles them: scripts/check_tidy.sh [PRESET].
# The tests are left out: they would double the time.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
dir="$top/build/${1:-asan}"
cd "$top"
# Generated sources stand under build/ and are not ours. The pattern is searched for in the whole path.
ours="$(sed 's/[][().*+?^$|{}\\]/\\&/g' <<<"$top")/(engine|app)/"
for version in 16 19; do
  if command -v "run-clang-tidy-$version" >/dev/null; then
    # g++'s own warning options are in the compile commands.
    exec "run-clang-tidy-$version" -quiet -extra-arg=-Wno-unknown-warning-option -p "$dir" -j "$(nproc)" "^$ours"
  fi
done
echo "convscope: error: neither clang-tidy-16 nor clang-tidy-19 is installed; scripts/setup.sh tidy installs one" >&2
exit 1
