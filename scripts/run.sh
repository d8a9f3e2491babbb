#!/usr/bin/env bash
# Installs what is missing, builds what has changed, and runs ConvScope: scripts/run.sh [what `convscope` takes].
# Only the program writes on standard output.
set -euo pipefail
top="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
"$top/scripts/setup.sh" run
"$top/scripts/build.sh" release convscope
exec "$top/build/release/app/convscope" "$@"
