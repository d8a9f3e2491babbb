#!/usr/bin/env bash
# Fails, naming the places, when a C++ file is not as .clang-format says. The files are those of the folders, not of
# git's index, which may be behind them (a tree unpacked over an older checkout) or absent (an archive).
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
cd "$top"
find app engine tests \( -name '*.cpp' -o -name '*.h' \) -print0 |
  xargs -0 --no-run-if-empty clang-format --dry-run -Werror 2>&1
