#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/document/document.h"
#include "app/text/text.h"

namespace convscope {

/// What becomes of a photograph: at its own size, scaled until it covers a size, or its middle cut to one.
struct PhotoWish {
  enum class Fit { own_size, scaled, cropped };
  Fit fit = Fit::own_size;
  Size size{};  ///< Of scaled and cropped.
  bool grey = false;
};

/// A photograph's file that waits for a wish.
struct PhotoQuestion {
  Size size;          ///< Its own.
  bool grey = false;  ///< Whether it has no colours.
};

/// What the user wants of files; app/platform/files.h does it.
struct FileRequest {
  enum class Kind { new_session, open, open_sample, save, restore, forget_left, tidy_recent, quit };
  Kind kind = Kind::new_session;
  std::filesystem::path path{};      ///< Of open, save, restore.
  std::string sample{};              ///< Its name.
  std::optional<PhotoWish> photo{};  ///< Of open, where it is a photograph; without it one asks.
  bool changes_lost = false;         ///< Whether the user has agreed to lose unsaved changes, or (save) another's.
  bool from_sheet = false;           ///< The sheet that asked for its path stays open until it is done.
};

/// Whether it puts another document in the place of this one, or ends it.
[[nodiscard]] constexpr bool leaves_document(FileRequest::Kind kind) {
  return kind == FileRequest::Kind::new_session || kind == FileRequest::Kind::quit;
}

/// The question that lies over the window.
enum class FileSheet { none, open, save, replace, unsaved, uses, left_work, photo };

/// One of the things that an opened array can be.
struct ArrayUse {
  text::Text label;  ///< "the input (1, 3, 8, 8)"
  Document document;
};

/// Where the document comes from, and what is going on about files.
struct FilesState {
  std::filesystem::path path;                 ///< The session file; empty: it has none yet.
  std::vector<std::filesystem::path> recent;  ///< The newest first.
  std::vector<std::string> samples;           ///< Pictures that come with the program.
  FileSheet sheet = FileSheet::none;
  std::string typed;                   ///< The path in the sheet.
  std::filesystem::path folder;        ///< Where it begins if it begins nowhere: the one that was shown first.
  bool type_again = false;             ///< The keyboard goes back to that.
  bool awaited = false;                ///< What the sheet has asked for is being done.
  text::Text message;                  ///< What came of the last request; empty: nothing to say.
  bool failed = false;                 ///< Whether the message is an error.
  std::optional<FileRequest> request;  ///< To be done now.
  std::optional<FileRequest> waiting;  ///< To be done when the question about unsaved changes is answered.
  std::vector<ArrayUse> uses;          ///< To choose from.
  PhotoQuestion photo;                 ///< Of the file in `waiting`.
  PhotoWish photo_wish;                ///< As far as it is chosen.
  std::filesystem::path left_work;     ///< What a crashed program has left.
  bool busy = false;                   ///< A file is being read or written.
};

}  // namespace convscope
