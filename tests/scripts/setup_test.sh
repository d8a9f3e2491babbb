#!/usr/bin/env bash
# scripts/setup.sh against a pretended system: a folder of false dpkg-query, apt-get and apt-cache, and an os-release.
set -euo pipefail
top="$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../..")"
fake="$(mktemp -d)"
trap 'rm -rf "$fake"' EXIT
mkdir "$fake/bin"
export CONVSCOPE_OS_RELEASE="$fake/os-release" FAKE="$fake"
failed=0

# A package is installed unless $fake/missing names it; apt-get notes its arguments and ends with $fake/apt-status.
cat >"$fake/bin/dpkg-query" <<'FAKE'
#!/bin/sh
for name; do
  case "$name" in -*) continue ;; esac
  grep -qxF "$name" "$FAKE/missing" || printf 'installed:%s ' "$name"
done
FAKE
cat >"$fake/bin/apt-get" <<'FAKE'
#!/bin/sh
echo "$@" >>"$FAKE/apt-calls"
echo "words of apt-get"
exit "$(cat "$FAKE/apt-status")"
FAKE
printf '#!/bin/sh\n[ "$2" = clang-tidy-16 ] || echo "$2"\n' >"$fake/bin/apt-cache"
printf '#!/bin/sh\n[ "$1" = -v ] || exec "$@"\n' >"$fake/bin/sudo"
chmod +x "$fake"/bin/*

# setup ID ARGUMENT…: runs it on a system of that ID; leaves $status, $output (standard error) and apt's calls.
setup() {
  printf 'ID=%s\n' "$1" >"$fake/os-release"
  shift
  : >"$fake/apt-calls"
  status=0
  stdout="$(PATH="$fake/bin:$PATH" "$top/scripts/setup.sh" "$@" 2>"$fake/stderr")" || status=$?
  output="$(cat "$fake/stderr")"
}

# expect WHAT COMMAND…
expect() {
  local what="$1"
  shift
  if ! "$@"; then
    printf 'not so: %s\nstatus %s, standard output "%s", standard error:\n%s\napt-get was called with:\n%s\n' \
      "$what" "$status" "$stdout" "$output" "$(cat "$fake/apt-calls")"
    failed=1
  fi
}
says() { [[ "$output" == *"$1"* ]]; }
calls() { diff -u - "$fake/apt-calls"; }

echo 0 >"$fake/apt-status"
: >"$fake/missing"
setup debian run test
expect "nothing missing: status 0" [ "$status" -eq 0 ]
expect "nothing missing: silent" [ -z "$output$stdout" ]
expect "nothing missing: apt-get is left alone" calls </dev/null

printf 'cmake\nxdotool\n' >"$fake/missing"
setup debian run test
expect "only what is missing is installed" calls <<'END'
update
install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 cmake xdotool
END
expect "installed: status 0" [ "$status" -eq 0 ]
expect "installed: standard output is empty" [ -z "$stdout" ]

setup debian run
expect "packages of the tests are left out" calls <<'END'
update
install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 cmake
END

printf 'clang-tidy-16\nclang-tidy-19\n' >"$fake/missing"
setup debian tidy
expect "of alternatives the one is taken that the system has" calls <<'END'
update
install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 clang-tidy-19
END
printf 'clang-tidy-16\n' >"$fake/missing"
setup debian tidy
expect "one alternative is enough" calls </dev/null

echo cmake >"$fake/missing"
echo 100 >"$fake/apt-status"
setup debian run
expect "apt-get fails: status 1" [ "$status" -eq 1 ]
expect "apt-get fails: its words are shown" says "words of apt-get"
expect "apt-get fails: it is said" says "convscope: error: apt-get update failed"

for id in fedora ""; do
  : >"$fake/missing"
  setup "$id" run
  expect "not Debian ('$id'): status 1" [ "$status" -eq 1 ]
  expect "not Debian ('$id'): it is said" says "this system is not Debian"
  expect "not Debian ('$id'): the packages are named" says "  libimgui-dev"
  expect "not Debian ('$id'): standard output is empty" [ -z "$stdout" ]
done

echo cmake >"$fake/missing"
setup 'ubuntu
ID_LIKE=debian' run
expect "like Debian: status 1" [ "$status" -eq 1 ]
expect "like Debian: what is missing is named" says "install what is missing: cmake"
expect "like Debian: apt-get is left alone" calls </dev/null
: >"$fake/missing"
setup 'ubuntu
ID_LIKE=debian' run
expect "like Debian, nothing missing: status 0" [ "$status" -eq 0 ]

exit "$failed"
