#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/document/view_names.h"
#include "app/text/window.h"
#include "app/timeline/moment.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

constexpr float line_height = 32;
constexpr float button_gap = 6;
constexpr float full_screen_width = 30;

void draw_buttons(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  const float between = ui.px(button_gap);
  if (icon_button(ui, "first", Icon::first, ui.say(first))) {
    perform(workspace, Command::first_step);
  }
  ImGui::SameLine(0, between);
  if (icon_button(ui, "back", Icon::back, ui.say(back))) {
    perform(workspace, Command::step_back);
  }
  ImGui::SameLine(0, between);
  const bool playing = workspace.playback.playing;
  if (icon_button(ui, "play", playing ? Icon::pause : Icon::play, ui.say(playing ? pause : play), {.primary = true})) {
    perform(workspace, Command::toggle_play);
  }
  ImGui::SameLine(0, between);
  if (icon_button(ui, "forward", Icon::forward, ui.say(forward))) {
    perform(workspace, Command::step_forward);
  }
  ImGui::SameLine(0, between);
  if (icon_button(ui, "last", Icon::last, ui.say(last))) {
    perform(workspace, Command::last_step);
  }
}

/// "step 5 of 9", and under it "tap 7 of 27" while parts are told.
void draw_step(const Ui& ui, Workspace& workspace, const ControlRect& place) {
  const Moment moment = workspace.moment();
  const std::string step = text::window::step_of(ui.language, moment.step + 1, workspace.schedule().steps());
  if (moment.pace == Pace::cell) {
    return draw_fitted_text(ui.fonts.text, ui.palette.text, place, step);
  }
  const float half = place.height / 2;
  const float apart = ui.px(1);
  draw_fitted_text(ui.fonts.text, ui.palette.text, {place.x, place.y - apart, place.width, half}, step);
  const auto part_of = moment.pace == Pace::tap ? text::window::tap_of : text::window::channel_of;
  draw_fitted_text(ui.fonts.note, ui.palette.notes, {place.x, place.y + half + apart, place.width, half},
                   part_of(ui.language, moment.part + 1, moment.parts));
}

/// The track that scrubs: every step is a valid value, so any length of it costs the same.
void draw_scrubber(Ui& ui, Workspace& workspace, float width) {
  const Schedule& schedule = workspace.schedule();
  const std::int64_t ticks = schedule.ticks();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ui.px(line_height);
  ImGui::InvisibleButton("##scrub", {width, height});
  ui.note_item("scrub", TabStop::none);
  const float left = corner.x + ui.px(9);
  const float right = corner.x + width - ui.px(9);
  const float y = std::round(corner.y + height / 2);
  const auto last = static_cast<float>(std::max<std::int64_t>(1, ticks - 1));
  if (ImGui::IsItemActive()) {
    const float share = std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0F, 1.0F);
    go_to(workspace.playback, static_cast<std::int64_t>(std::lround(share * last)), schedule);
  }
  const Moment moment = schedule.at(workspace.playback.position, Motion::smooth);
  const auto tick = static_cast<float>(current_tick(workspace.playback, schedule));
  const float share = std::min(1.0F, (tick + moment.slide) / last);
  const float knob = left + share * (right - left);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddLine({left, y}, {right, y}, packed(ui.palette.edge), ui.px(4));
  draw.AddLine({left, y}, {knob, y}, packed(ui.palette.accent), ui.px(4));
  if (static_cast<float>(ticks) * ui.px(8) < right - left) {
    for (std::int64_t step = 0; step < ticks; ++step) {
      draw.AddCircleFilled({left + (right - left) * static_cast<float>(step) / last, y}, ui.px(2.5F),
                           packed(ui.palette.notes), 12);
    }
  }
  draw.AddCircleFilled({knob, y}, ui.px(9), packed(ui.palette.field), 32);
  draw.AddCircle({knob, y}, ui.px(9), packed(ui.palette.accent), 32, ui.px(3));
}

void draw_speed(Ui& ui, Workspace& workspace, float width) {
  std::vector<std::int64_t> stops;
  for (std::size_t i = 0; i < speeds.size(); ++i) {
    stops.push_back(static_cast<std::int64_t>(i));
  }
  const auto now = std::ranges::lower_bound(speeds, workspace.playback.speed) - speeds.begin();
  const SliderRange range{0, std::ssize(speeds) - 1, stops};
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px((line_height - slider_height) / 2));
  const auto chosen = value_slider(ui, "speed", now, range, ui.palette.accent, width);
  hint(ui, ui.say(text::window::speed_hint));
  if (chosen) {
    workspace.playback.speed = speeds[static_cast<std::size_t>(*chosen)];
  }
}

std::array<Choice, paces.size()> pace_choices(const Ui& ui) {
  using namespace text::window;
  return {Choice{"pace.cell", ui.say(by_cell), ui.say(by_cell_brief)},
          Choice{"pace.channel", ui.say(by_channel), ui.say(by_channel_brief)},
          Choice{"pace.tap", ui.say(by_tap), ui.say(by_tap_brief)}};
}

std::array<Choice, looks.size()> look_choices(const Ui& ui) {
  using namespace text::window;
  return {Choice{"flat", ui.say(flat), {}}, Choice{"oblique", ui.say(oblique), {}}, Choice{"stack", ui.say(stack), {}}};
}

void draw_pace(Ui& ui, Workspace& workspace, bool brief) {
  View view = workspace.document.view;
  const auto chosen =
      segmented(ui, pace_choices(ui), static_cast<std::size_t>(view.pace), {.height = line_height, .brief = brief});
  hint(ui, ui.say(text::window::pace_hint));
  if (chosen) {
    view.pace = paces[*chosen].value;
    change_view(workspace, view);
  }
}

void draw_looks(Ui& ui, Workspace& workspace) {
  View view = workspace.document.view;
  if (const auto chosen =
          segmented(ui, look_choices(ui), static_cast<std::size_t>(view.look), {.height = line_height})) {
    view.look = looks[*chosen].value;
    change_view(workspace, view);
  }
}

/// Left edges and widths along the strip. They follow from the window's width alone, so that a longer number pushes
/// nothing along; where room is short, words go before controls do.
struct Places {
  float label = 0;
  float label_width = 0;
  float scrub = 0;
  float scrub_width = 0;
  float speed_words = 0;
  float speed_words_width = 0;  ///< 0: there is no room for them.
  float speed = 0;
  float speed_width = 0;
  float pace = 0;
  bool brief = false;
  float look = 0;
  float full_screen = 0;
};

Places places_of(const Ui& ui, float left, float width) {
  const float gap = ui.px(width >= ui.px(1200) ? 16 : 10);
  Places places;
  places.brief = width < ui.px(1500);
  places.full_screen = left + width - ui.px(full_screen_width);
  places.look = places.full_screen - gap / 2 - segmented_width(ui, look_choices(ui), false);
  places.pace = places.look - gap - segmented_width(ui, pace_choices(ui), places.brief);
  places.speed_width = ui.px(width >= ui.px(1200) ? 72 : 64);
  places.speed = places.pace - gap - places.speed_width;
  places.speed_words_width = width >= ui.px(1200) ? ui.px(94) : 0;
  places.speed_words = places.speed - places.speed_words_width;
  places.label = left + 5 * ui.px(36) + 4 * ui.px(button_gap) + gap;
  places.label_width = ui.px(width >= ui.px(1500) ? 170 : width >= ui.px(1200) ? 124 : 104);
  places.scrub = places.label + places.label_width + gap / 2;
  places.scrub_width = std::max(ui.px(60), places.speed_words - gap - places.scrub);
  return places;
}

}  // namespace

void draw_transport(Ui& ui, Workspace& workspace) {
  const ImVec2 corner = ImGui::GetCursorPos();
  const ImVec2 screen = ImGui::GetCursorScreenPos();
  const Places places = places_of(ui, corner.x, ImGui::GetContentRegionAvail().x);
  const float across = screen.x - corner.x;
  const auto go = [&](float left) { ImGui::SetCursorPos({left, corner.y}); };
  draw_buttons(ui, workspace);
  draw_step(ui, workspace, {places.label + across, screen.y, places.label_width, ui.px(line_height)});
  go(places.scrub);
  draw_scrubber(ui, workspace, places.scrub_width);
  if (places.speed_words_width > 0) {
    draw_fitted_text(ui.fonts.text, ui.palette.text,
                     {places.speed_words + across, screen.y, places.speed_words_width, ui.px(line_height)},
                     text::window::speed(ui.language, workspace.playback.speed));
  }
  go(places.speed);
  draw_speed(ui, workspace, places.speed_width);
  go(places.pace);
  draw_pace(ui, workspace, places.brief);
  go(places.look);
  draw_looks(ui, workspace);
  go(places.full_screen);
  if (icon_button(ui, "full_screen", Icon::full_screen, ui.say(text::window::full_screen_hint),
                  {.size = {full_screen_width, line_height}, .framed = false})) {
    perform(workspace, Command::toggle_full_screen);
  }
}

}  // namespace convscope
