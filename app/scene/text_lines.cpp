#include <algorithm>

#include "app/scene/text_width.h"

namespace convscope {
namespace {

constexpr float widest_note = 150;  ///< Pixels at scale 1.

/// Where a text is best broken: at the space nearest its middle; its end when it has none.
std::size_t middle_space(const std::string& text) {
  const std::size_t before = text.rfind(' ', text.size() / 2);
  const std::size_t behind = text.find(' ', text.size() / 2);
  if (before == std::string::npos || behind == std::string::npos) {
    return std::min(before, std::min(behind, text.size()));
  }
  return text.size() / 2 - before < behind - text.size() / 2 ? before : behind;
}

}  // namespace

std::vector<std::string> note_lines(const std::string& note, float size) {
  const std::size_t end = text_width(note, size) > widest_note ? middle_space(note) : note.size();
  std::vector<std::string> lines{note.substr(0, end)};
  if (end < note.size()) {
    lines.push_back(note.substr(end + 1));
  }
  return lines;
}

}  // namespace convscope
