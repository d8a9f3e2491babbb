#!/usr/bin/env bash
# scripts/check_format.sh over small trees, with a pretended clang-format that wants four spaces for a tab.
set -euo pipefail
top="$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..")"
fake="$(mktemp -d)"
trap 'rm -rf "$fake"' EXIT
mkdir -p "$fake/bin" "$fake/tree/app/a b" "$fake/tree/engine" "$fake/tree/tests" "$fake/tree/build"
export FAKE="$fake"
failed=0

cat >"$fake/bin/clang-format" <<'FAKE'
#!/bin/sh
case "$1" in
  --version) cat "$FAKE/version" ;;
  --dry-run) shift 2; ! grep -q "$(printf '\t')" "$@" ;;
  *) sed "s/$(printf '\t')/    /" ;;
esac
FAKE
chmod +x "$fake/bin/clang-format"

# expect STATUS WORDS: what the script ends with, and something it says.
expect() {
  local status=0 output
  output="$(PATH="$fake/bin:$PATH" "$top/scripts/check_format.sh" "$fake/tree" 2>/dev/null)" || status=$?
  if [ "$status" -ne "$1" ] || [[ "$output" != *"$2"* ]]; then
    printf 'expected status %s and "%s"; it was %s and:\n%s\n' "$1" "$2" "$status" "$output"
    failed=1
  fi
}

echo 'Debian clang-format version 14.0.6' >"$fake/version"
expect 77 'has no .clang-format'
touch "$fake/tree/.clang-format"
expect 77 'has no C++ files'
printf 'int a;\n' >"$fake/tree/app/a b/c.cpp"
printf 'int b;\n' >"$fake/tree/engine/d.h"
printf '\tint unread;\n' >"$fake/tree/build/e.cpp"
expect 0 '2 files, all as'
printf '\tint b;\n' >"$fake/tree/engine/d.h"
expect 1 '+    int b;'
expect 1 '2 files, 1 not as'
echo 'clang-format version 19.1.7' >"$fake/version"
expect 77 'written with version 14'
printf '#!/bin/sh\nexit 1\n' >"$fake/bin/clang-format"
expect 77 'clang-format does not run'
exit "$failed"
