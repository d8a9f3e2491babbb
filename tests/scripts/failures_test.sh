#!/usr/bin/env bash
# scripts/failures.py over a report of ctest's: one test that failed, one that passed, one that was skipped.
set -euo pipefail
top="$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..")"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cat >"$folder/CMakeLists.txt" <<'LIST'
cmake_minimum_required(VERSION 3.25)
project(small NONE)
enable_testing()
add_test(NAME good COMMAND "${CMAKE_COMMAND}" -E echo "good words")
add_test(NAME bad COMMAND sh -c "echo first words; echo last words; exit 3")
add_test(NAME left_out COMMAND sh -c "echo its reason; exit 77")
set_tests_properties(left_out PROPERTIES SKIP_RETURN_CODE 77)
LIST

# report CTEST-OPTION…: runs the tests; their report is $folder/tests.xml.
report() {
  cmake -S "$folder" -B "$folder/build" >/dev/null
  ctest --test-dir "$folder/build" --output-junit "$folder/tests.xml" "$@" >/dev/null 2>&1 || true
}

report
expected=$'FAILED bad\n    last words'
found="$("$top/scripts/failures.py" "$folder/tests.xml" 1)"
[ "$found" = "$expected" ] || { printf 'expected:\n%s\nfound:\n%s\n' "$expected" "$found" && exit 1; }

report -R good
! found="$("$top/scripts/failures.py" "$folder/tests.xml")" || { echo "named without a failure: $found" && exit 1; }
! found="$("$top/scripts/failures.py" "$folder/none.xml")" || { echo "named without a report: $found" && exit 1; }
[[ "$found" == "no report"* ]] || { echo "without a report it said: $found" && exit 1; }
