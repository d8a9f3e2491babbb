#!/usr/bin/env bash
# Installs what is missing, builds what has changed, and runs a benchmark of tests/bench/: scripts/bench.sh NAME [FLAG…].
# `frame` takes a part of the scenes' names, and a number of rounds; others take Google Benchmark's flags. The last line
# is "NAME: figure value, figure value, …".
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
names="app $(sed -n 's/^convscope_bench(\([a-z_]*\).*/\1/p' "$top/tests/bench/CMakeLists.txt" | paste -sd ' ')"
name="${1:-}"
if ! [[ -n "$name" && " $names " == *" $name "* ]]; then
  echo "convscope: error: scripts/bench.sh takes the name of a benchmark, one of: $names" >&2
  exit 2
fi
shift
"$top/scripts/setup.sh" run test bench
"$top/scripts/build.sh" release "bench_$name" -DBUILD_TESTING=ON -DCONVSCOPE_BENCH=ON
if [[ "$name" == app ]]; then
  exec python3 "$top/tests/bench/app/app_bench.py" "$top/build/release/app/convscope" \
    "$top/build/release/tests/bench/bare_window" "$@"
fi
exec "$top/build/release/tests/bench/bench_$name" "$@"
