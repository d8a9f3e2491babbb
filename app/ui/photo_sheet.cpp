#include "app/ui/photo_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/file_message.h"
#include "app/ui/number_range.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;
using Fit = PhotoWish::Fit;

constexpr float number_width = 90;
constexpr float warning_width = 520;
constexpr std::int64_t longest_side = 4096;

void draw_side(Ui& ui, FilesState& files, const char* control, const text::Phrase& name, std::int64_t& side) {
  if (const auto typed = number_box(ui, control, side, ui.px(number_width))) {
    const Result<double> number = number_in({1, static_cast<double>(longest_side), true}, *typed, name);
    files.failed = !number;
    files.message = number ? text::Text() : text::sentence(number.error());
    side = number ? static_cast<std::int64_t>(number.value()) : side;
  }
}

/// The file's own size, as far as it can be taken.
bool fits(const Size& size) { return std::max(size.height, size.width) <= longest_side; }

void draw_fit(Ui& ui, FilesState& files) {
  const PhotoQuestion& question = files.photo;
  PhotoWish& wish = files.photo_wish;
  const std::array<Choice, 3> fits_of{
      Choice{"photo.own_size",
             text::filled(ui.language, words::photo_own_size, question.size.width, question.size.height),
             {}},
      Choice{"photo.scaled", ui.say(words::photo_scaled), {}},
      Choice{"photo.cropped", ui.say(words::photo_cropped), {}}};
  if (const auto chosen = segmented(ui, fits_of, static_cast<std::size_t>(wish.fit), {})) {
    wish.fit = static_cast<Fit>(*chosen);
    files.message = {};
  }
  const bool own_size = wish.fit == Fit::own_size;
  ImGui::BeginDisabled(own_size);
  ImGui::BeginGroup();
  draw_side(ui, files, "photo.width", text::picture::width, wish.size.width);
  ImGui::SameLine();
  ImGui::TextUnformatted("\u00d7");
  ImGui::SameLine();
  draw_side(ui, files, "photo.height", text::picture::height, wish.size.height);
  ImGui::EndGroup();
  ImGui::EndDisabled();
  if (own_size) {
    hint_disabled(ui, ui.say(words::own_size_chosen));
  }
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
  draw_fit(ui, files);
  draw_colors(ui, files.photo, files.photo_wish);
  draw_sheet_warning(ui, ui.say(sheet_message(files)), ui.px(warning_width));
  const std::array<Choice, 2> buttons{Choice{"photo.ok", ui.say(words::open), {}},
                                      Choice{"photo.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, buttons, FirstFocus::first_button);
  end_sheet();
  if (!pressed) {
    return;
  }
  files.sheet = FileSheet::none;
  files.message = {};
  if (*pressed == 0 && files.waiting) {
    files.request = files.waiting;
    files.request->photo = files.photo_wish;
  }
  files.waiting.reset();
}

}  // namespace convscope
