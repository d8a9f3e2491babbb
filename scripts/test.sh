#!/usr/bin/env bash
# Installs what is missing, builds what has changed, and runs every test: scripts/test.sh [PRESET [CTEST-OPTION…]].
# PRESET is `release` unless given. The last line is "N passed, N failed[, N skipped]"; the status is 0 when all passed.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
preset="${1:-release}"
shift $(($# > 0 ? 1 : 0))
"$top/scripts/setup.sh" run test
"$top/scripts/build.sh" "$preset" all -DBUILD_TESTING=ON

cd "$top"
results="$top/build/$preset/tests.xml"
rm -f "$results"
status=0
ctest --preset "$preset" -j2 --output-junit "$results" "$@" || status=$?

# count NAME: an attribute of the report's <testsuite>.
count() { sed -n "/<testsuite /,/>/s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$results" | head -n 1; }
if [ ! -f "$results" ] || [ -z "$(count tests)" ]; then
  echo "convscope: error: ctest wrote no report; its words are above" >&2
  exit 1
fi
failed="$(count failures)"
skipped=$(($(count skipped) + $(count disabled)))
passed=$(($(count tests) - failed - skipped))
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi  # ctest itself failed
[ "$failed" -eq 0 ] || "$top/scripts/failures.py" "$results" 5 || true
line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ]
