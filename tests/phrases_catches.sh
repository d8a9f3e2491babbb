#!/usr/bin/env bash
# tests/phrases.py can fail: an unused phrase, one given twice, an unreadable one, and a text that stands in a source are
# named.
set -euo pipefail
here="$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
tree="$(mktemp -d)"
trap 'rm -rf "$tree"' EXIT
failed=0

right() {
  mkdir -p "$tree/app/text" "$tree/app/ui" "$tree/app/scene"
  printf 'PHRASE(used, "Used", "쓰임")\nCOUNTED(two, "{} thing", "{} things", "{}개")\n' >"$tree/app/text/phrases.inc"
  printf 'PHRASE(kernel, "kernel", "커널")\n' >"$tree/app/text/picture_phrases.inc"
  printf 'PHRASE(broken, "It is broken", "고장")\n' >"$tree/app/text/message_phrases.inc"
  printf 'PHRASE(no_groups, "{} has no groups", "{}에는 그룹이 없음")\n' >"$tree/app/text/code_phrases.inc"
  printf 'PHRASE(quit, "exit", "종료")\n' >"$tree/app/text/synonyms.inc"
  printf 'draw(text::window::used, window::two, "a.name", "##b", "Ctrl+Z");  // "A remark."\n' >"$tree/app/ui/draw.cpp"
  printf 'add("label kernel", text::picture::kernel);\nfail(text::message::broken);\ncomment(text::code::no_groups);\nfind(text::also::quit);\n' >"$tree/app/scene/add.cpp"
}

# expect_refused FILE LINE WORDS: the line added to a tree that is right.
expect_refused() {
  local output
  right
  printf '%s\n' "$2" >>"$tree/$1"
  if output="$("$here/phrases.py" "$tree")" || [[ "$output" != *"$3"* ]]; then
    echo "the line $2 in $1 is not refused with \"$3\": $output"
    failed=1
  fi
}

right
"$here/phrases.py" "$tree"
expect_refused app/text/phrases.inc 'PHRASE(unused, "Unused", "안 쓰임")' "nobody uses unused"
expect_refused app/text/phrases.inc 'FLAGGED(unused, "--unused", "Unused", "안 쓰임")' "nobody uses unused"
expect_refused app/text/synonyms.inc 'PHRASE(unused, "Unused", "안 쓰임")' "nobody uses unused"
expect_refused app/text/picture_phrases.inc 'PHRASE(used, "Used", "쓰임")' "nobody uses used"
expect_refused app/text/phrases.inc 'PHRASE(used, "Again", "다시")' "used stands there twice"
expect_refused app/text/message_phrases.inc '  PHRASE(used2, "Indented", "들여")' "does not begin its line"
expect_refused app/ui/draw.cpp 'say("Save the file");' '"Save the file" stands not in the catalogue'
expect_refused app/ui/draw.cpp 'say("저장");' '"저장" stands not in the catalogue'
expect_refused app/ui/draw.cpp 'if (ImGui::Button("close")) {' '"close" stands not in the catalogue'
expect_refused app/ui/draw.cpp 'Choice choice{"look.flat", "flat", {}};' '"flat" stands not in the catalogue'
expect_refused app/scene/add.cpp 'add("padded to 9");' '"padded to 9" stands not in the catalogue'
expect_refused app/text/labels.cpp 'return "never read";' '"never read" stands not in the catalogue'
exit "$failed"
