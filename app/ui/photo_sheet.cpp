#include "app/ui/photo_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/document_edits.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;
using Fit = PhotoWish::Fit;

constexpr float number_width = 90;
constexpr std::int64_t longest_side = 4096;

void draw_side(Ui& ui, const char* name, std::int64_t& side) {
  if (const auto typed = number_box(ui, name, side, ui.px(number_width))) {
    if (const auto number = typed_value(*typed)) {
      side = std::clamp<std::int64_t>(std::llround(*number), 1, longest_side);
    }
  }
}

/// The file's own size, as far as it can be taken.
bool fits(const Size& size) { return std::max(size.height, size.width) <= longest_side; }

void draw_fit(Ui& ui, const PhotoQuestion& question, PhotoWish& wish) {
  const std::array<Choice, 3> fits_of{
      Choice{"photo.own_size",
             text::filled(ui.language, words::photo_own_size, question.size.width, question.size.height),
             {}},
      Choice{"photo.scaled", ui.say(words::photo_scaled), {}},
      Choice{"photo.cropped", ui.say(words::photo_cropped), {}}};
  if (const auto chosen = segmented(ui, fits_of, static_cast<std::size_t>(wish.fit), {})) {
    wish.fit = static_cast<Fit>(*chosen);
  }
  ImGui::BeginDisabled(wish.fit == Fit::own_size);
  draw_side(ui, "photo.width", wish.size.width);
  ImGui::SameLine();
  ImGui::TextUnformatted("\u00d7");
  ImGui::SameLine();
  draw_side(ui, "photo.height", wish.size.height);
  ImGui::EndDisabled();
}

void draw_colors(Ui& ui, const PhotoQuestion& question, PhotoWish& wish) {
  if (question.grey) {
    return;
  }
  const std::array<Choice, 2> colors{Choice{"photo.rgb", ui.say(words::photo_rgb), {}},
                                     Choice{"photo.grey", ui.say(words::photo_grey), {}}};
  if (const auto chosen = segmented(ui, colors, wish.grey ? 1 : 0, {})) {
    wish.grey = *chosen == 1;
  }
}

}  // namespace

void ask_about_photo(Workspace& workspace, const FileRequest& request, const PhotoQuestion& question) {
  FilesState& files = workspace.files;
  const Size& input = workspace.document.sized.input_size;
  files.photo = question;
  files.photo_wish = {.fit = fits(question.size) ? Fit::own_size : Fit::scaled, .size = input, .grey = question.grey};
  if (!fits(question.size)) {
    const double shrink =
        static_cast<double>(longest_side) / static_cast<double>(std::max(question.size.height, question.size.width));
    const auto shrunk = [shrink](std::int64_t side) {
      return std::max<std::int64_t>(1, std::llround(static_cast<double>(side) * shrink));
    };
    files.photo_wish.size = {shrunk(question.size.height), shrunk(question.size.width)};
  }
  files.waiting = request;
  files.sheet = FileSheet::photo;
  files.message = {};
}

void draw_photo_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  begin_sheet(ui, ui.say(words::photo_title));
  draw_note_line(ui, files.waiting ? files.waiting->path.string().c_str() : "");
  draw_fit(ui, files.photo, files.photo_wish);
  draw_colors(ui, files.photo, files.photo_wish);
  const std::array<Choice, 2> buttons{Choice{"photo.ok", ui.say(words::open), {}},
                                      Choice{"photo.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, buttons, FirstFocus::first_button);
  end_sheet();
  if (!pressed) {
    return;
  }
  files.sheet = FileSheet::none;
  if (*pressed == 0 && files.waiting) {
    files.request = files.waiting;
    files.request->photo = files.photo_wish;
  }
  files.waiting.reset();
}

}  // namespace convscope
