#!/usr/bin/env bash
# Installs the Debian packages that are missing: scripts/setup.sh [LIST…], a LIST being a name in scripts/packages/
# (`run` when none is given). Does nothing when all are there. Standard output stays empty.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
export DEBIAN_FRONTEND=noninteractive

say() { printf 'convscope: %s\n' "$*" >&2; }

# fail MESSAGE…: one line, then every package that the lists name, and an end.
fail() {
  say "error: $*"
  say "ConvScope needs these packages of Debian 12 or 13, or what corresponds to them:"
  printf '  %s\n' "${wanted[@]}" >&2
  exit 1
}

# The lines of the lists without comments; a line may name alternatives: "a | b".
read_lists() {
  local list
  for list in "$@"; do
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$top/scripts/packages/$list.txt"
  done
}

# Prints those wanted of which no alternative is installed.
missing_of() {
  local line name installed
  # shellcheck disable=SC2068  # a line is split at its alternatives
  installed=" $(dpkg-query --show --showformat='${db:Status-Status}:${Package} ' ${@//|/ } 2>/dev/null || true)"
  for line in "$@"; do
    for name in ${line//|/ }; do
      if [[ "$installed" == *" installed:$name "* ]]; then continue 2; fi
    done
    printf '%s\n' "$line"
  done
}

# The first alternative that apt could install; the first of all when it knows none, for apt's own message.
choose() {
  local name
  for name in ${1//|/ }; do
    if [ -n "$(apt-cache madison "$name" 2>/dev/null)" ]; then
      printf '%s\n' "$name"
      return
    fi
  done
  printf '%s\n' "${1%%|*}"
}

# as_root COMMAND…: output goes to the log, which is shown when the command fails.
as_root() {
  "${become_root[@]}" "$@" </dev/null >>"$log" 2>&1
}

mapfile -t wanted < <(read_lists "${@:-run}")

os_release="${CONVSCOPE_OS_RELEASE:-/etc/os-release}"
# shellcheck disable=SC1090
system="$( (. "$os_release" && printf '%s %s' "${ID:-}" "${ID_LIKE:-}") 2>/dev/null || true)"
case " $system " in
  *" debian "*) ;;
  *) fail "this system is not Debian, so setup cannot install for you; install the packages yourself, then build with:" \
          "cmake --preset release && cmake --build --preset release" ;;
esac
for tool in apt-get dpkg-query; do
  command -v "$tool" >/dev/null || fail "$tool is not found, so setup cannot install anything here"
done

mapfile -t missing < <(missing_of "${wanted[@]}")
[ "${#missing[@]}" -gt 0 ] || exit 0
if [ "${system%% *}" != debian ]; then
  fail "this system is like Debian but is not, so setup leaves it alone; install what is missing: ${missing[*]}"
fi

become_root=(env)
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail "${#missing[@]} packages are missing and only root may install them: install sudo or run" \
                                     "as root: apt-get install ${missing[*]}"
  sudo -v || fail "sudo was refused; ask an administrator to run: apt-get install ${missing[*]}"
  become_root=(sudo env)
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
say "installing ${#missing[@]} missing packages; the first time takes a few minutes"
if ! as_root apt-get update; then
  cat "$log" >&2
  fail "apt-get update failed (its words are above); check the network and /etc/apt/sources.list, then try again"
fi
chosen=()
for line in "${missing[@]}"; do
  chosen+=("$(choose "$line")")
done
if ! as_root DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    -o DPkg::Lock::Timeout=120 "${chosen[@]}"; then
  cat "$log" >&2
  fail "apt-get install failed (its words are above); mend what it names, then try again"
fi
say "packages are installed"
