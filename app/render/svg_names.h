#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace convscope {

/// Names of the elements in an SVG that is put together from several that Cairo wrote. Cairo counts images through the
/// whole life of a program and all its threads, and letters and clips anew in each file: here they are numbered in the
/// order in which they appear, and letters of one form are one.
class SvgNames {
 public:
  /// Another of Cairo's files follows: its names mean other things.
  void begin_file() { names_.clear(); }

  /// A letter of the file, as Cairo calls it, with the element's content; false: it is the same as an earlier one, and
  /// its element is not needed.
  bool add_letter(std::string_view name, std::string_view content);

  /// The file's text with the new names where names are given and used.
  [[nodiscard]] std::string renamed(std::string_view svg);

 private:
  [[nodiscard]] const std::string& new_name(std::string_view name);

  std::map<std::string, std::string, std::less<>> letters_;  ///< By their content.
  std::map<std::string, std::string, std::less<>> names_;    ///< Of the file.
  std::size_t count_ = 0;
};

}  // namespace convscope
