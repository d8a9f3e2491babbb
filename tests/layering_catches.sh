#!/usr/bin/env bash
# tests/layering.sh can fail: each wrong include, put into a tree that is right, is named.
set -euo pipefail
here="$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
tree="$(mktemp -d)"
trap 'rm -rf "$tree"' EXIT
failed=0

# expect_refused FILE INCLUDE
expect_refused() {
  local output
  mkdir -p "$tree/$(dirname "$1")"
  printf '#pragma once\n\n#include %s\n' "$2" >"$tree/$1"
  if output="$("$here/layering.sh" "$tree")" || [[ "$output" != "$1:3: "* ]]; then
    echo "$1 with #include $2 is not refused: $output"
    failed=1
  fi
  rm "$tree/$1"
}

mkdir -p "$tree/engine" "$tree/app/render" "$tree/app/scene"
printf '#include <vector>\n#include "engine/layer.h"\n' >"$tree/engine/right.cpp"
printf '#include <glad/gl.h>\n#include "app/scene/scene.h"\n#include "embedded/render.h"\n' >"$tree/app/render/right.cpp"
"$here/layering.sh" "$tree"

expect_refused engine/wrong.h '"app/scene/scene.h"'
expect_refused engine/wrong.h '<fmt/format.h>'
expect_refused engine/wrong.h '<nlohmann/json.hpp>'
expect_refused app/scene/wrong.h '"app/render/canvas.h"'
expect_refused app/scene/wrong.h '<cairo.h>'
expect_refused app/render/wrong.h '"app/document/document.h"'
expect_refused app/render/wrong.h '<imgui.h>'
expect_refused app/export/wrong.h '<cairo-ft.h>'
expect_refused app/ui/wrong.h '<glad/gl.h>'
expect_refused app/ui/wrong.h '<GLFW/glfw3.h>'
expect_refused app/cli/wrong.h '"app/ui/panel.h"'
expect_refused app/cli/wrong.h '<backends/imgui_impl_glfw.h>'
expect_refused app/main.cpp '<imgui.h>'
expect_refused app/document/wrong.h '"document.h"'
expect_refused app/document/wrong.h '"../text/result.h"'
expect_refused app/unknown/wrong.h '<vector>'
exit "$failed"
