#!/usr/bin/env bash
# Fails, naming the places, when a tracked C++ file is not as .clang-format says.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
cd "$top"
git -c safe.directory="$top" ls-files -z '*.cpp' '*.h' | xargs -0 --no-run-if-empty clang-format --dry-run -Werror
