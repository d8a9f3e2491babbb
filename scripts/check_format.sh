#!/usr/bin/env bash
# Compares every C++ file with what clang-format makes of it: scripts/check_format.sh [FOLDER], the project unless given.
# Status 0 when all are alike, 1 when some differ (the differences are shown), 77 when it cannot be judged here: other
# versions than the style was written with format some constructs otherwise. Every word goes to standard output, which
# is what CI keeps. The files are those of the folders, not of git's index, which may be behind them or absent.
set -euo pipefail
shopt -s globstar nullglob
readonly version=14
cd "${1:-$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")}"

unjudged() {
  echo "format not checked: $*"
  exit 77
}

words="$(clang-format --version 2>&1)" ||
  unjudged "clang-format does not run ($words); scripts/setup.sh ci installs it"
[[ "$words" =~ version\ ([0-9]+) && "${BASH_REMATCH[1]}" = "$version" ]] ||
  unjudged "this is '$words', the style was written with version $version"
[ -r .clang-format ] || unjudged "$PWD has no .clang-format"

files=({app,engine,tests}/**/*.{cpp,h})
[ "${#files[@]}" -gt 0 ] || unjudged "$PWD has no C++ files"
if clang-format --dry-run -Werror "${files[@]}" >/dev/null 2>&1; then
  echo "clang-format $version: ${#files[@]} files, all as .clang-format says"
  exit 0
fi

# One by one, for the words of what failed.
formatted="$(mktemp)"
trap 'rm -f "$formatted"' EXIT
different=0
for file in "${files[@]}"; do
  if ! clang-format --style=file --assume-filename="$file" <"$file" >"$formatted" 2>&1; then
    echo "$file: clang-format failed: $(cat "$formatted")"
  elif diff -u --label "$file" --label "$file, formatted" "$file" "$formatted"; then
    continue
  fi
  different=$((different + 1))
done
echo "clang-format $version: ${#files[@]} files, $different not as .clang-format says"
[ "$different" -eq 0 ]
