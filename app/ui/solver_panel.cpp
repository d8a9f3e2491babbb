#include <algorithm>
#include <array>
#include <string>

#include "app/text/errors.h"
#include "app/text/layer_words.h"
#include "app/text/names.h"
#include "app/text/window.h"
#include "app/ui/arithmetic_sections.h"
#include "app/ui/controls.h"
#include "app/ui/math_text.h"
#include "app/ui/number_range.h"
#include "app/ui/sheet.h"
#include "app/ui/side_panels.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr std::int64_t listed_solutions = 100;
constexpr float size_box_width = 52;
constexpr float row_height = 26;

/// What can be left open, with the letter and the colour that it has everywhere.
struct Solvable {
  Parameter parameter;
  const char* letter;
  Role role;
};
constexpr std::array solvable{
    Solvable{Parameter::kernel_size, "k", Role::kernel_size}, Solvable{Parameter::stride, "s", Role::stride},
    Solvable{Parameter::padding, "p", Role::padding}, Solvable{Parameter::dilation, "d", Role::dilation},
    Solvable{Parameter::output_padding, "o", Role::padding}};

bool is_open(const SolverState& solver, Parameter parameter) {
  return std::ranges::find(solver.free, parameter) != solver.free.end();
}

/// Whether the op has it at all.
bool is_of(Op op, Parameter parameter) {
  return parameter == Parameter::output_padding ? op == Op::conv_transpose2d
                                                : parameter != Parameter::dilation || op != Op::avg_pool2d;
}

SolveQuestion question_of(const Workspace& workspace) {
  const SizedLayer& sized = workspace.sized();
  SolveQuestion question{sized, workspace.solver.output_size.value_or(output_size(sized)), {}};
  for (const Solvable& one : solvable) {
    if (is_open(workspace.solver, one.parameter) && is_of(sized.layer.op, one.parameter)) {
      question.free.push_back(one.parameter);
    }
  }
  return question;
}

/// "Output size [3] × [3] of an input of 7 × 7".
void draw_wanted_size(Ui& ui, Workspace& workspace, const Size& wanted) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui.say(words::output_size));
  const auto box = [&](const char* name, std::int64_t Size::*side, float right) {
    ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + panel_width() - ui.px(right));
    const std::int64_t now = wanted.*side;
    const auto typed = number_box(ui, name, now, ui.px(size_box_width));
    if (!typed) {
      return;
    }
    const Result<double> number = number_in({1, static_cast<double>(max_parameter), true}, *typed, words::output_size);
    workspace.solver.refusal = number ? text::Text() : text::sentence(number.error());
    if (!number) {
      return;
    }
    workspace.solver.output_size = wanted;
    (*workspace.solver.output_size).*side = static_cast<std::int64_t>(number.value());
  };
  box("solver.height", &Size::height, 2 * size_box_width + 16);
  ImGui::SameLine(0, ui.px(4));
  ImGui::TextUnformatted("×");
  box("solver.width", &Size::width, size_box_width);
}

void draw_open_parameters(Ui& ui, Workspace& workspace) {
  draw_note(ui, ui.say(words::solver_free));
  std::vector<Parameter>& free = workspace.solver.free;
  for (const Solvable& one : solvable) {
    if (!is_of(workspace.sized().layer.op, one.parameter)) {
      continue;
    }
    bool open = is_open(workspace.solver, one.parameter);
    badge(ui, one.letter, role_color(ui.palette, one.role));
    ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + ui.px(28));
    const std::string name(text::name(one.parameter));
    if (ImGui::Checkbox((name + "##solver").c_str(), &open)) {
      std::erase(free, one.parameter);
      if (open) {
        free.push_back(one.parameter);
      }
    }
    ui.note_item("solver." + name);
  }
}

/// "k 3×3   s 2×2   p 1×1", of what was open.
MathText solution_text(const SolveQuestion& question, const SizedLayer& solution) {
  MathText text;
  for (const Solvable& one : solvable) {
    if (std::ranges::find(question.free, one.parameter) != question.free.end()) {
      const Size value{parameter_value(solution, one.parameter, Axis::height),
                       parameter_value(solution, one.parameter, Axis::width)};
      text.push_back({text.empty() ? "" : "    "});
      text.push_back({std::string(one.letter) + " ", Role::notes});
      text.push_back({text::size(value), one.role});
    }
  }
  return text;
}

/// One solution, which a click takes.
void draw_solution(Ui& ui, Workspace& workspace, const SizedLayer& solution, const MathText& text, std::size_t number) {
  const std::string name = "solution." + std::to_string(number);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const bool shown = solution.layer == workspace.sized().layer;
  if (ImGui::Selectable(("##" + name).c_str(), shown, ImGuiSelectableFlags_None, {0, ui.px(row_height)})) {
    try_layer(workspace, solution);
  }
  ui.note_item(name);
  const float room = panel_width() - ui.px(20);
  const float shrink = std::min(1.0F, room / std::max(1.0F, math_width(ui, text, {})));
  draw_math(ui, {corner.x + ui.px(4), corner.y + ui.px(2)}, text, {shrink});
}

std::string answer(text::Language language, const SolveQuestion& question, std::int64_t total) {
  const std::string from = text::size(question.given.input_size);
  const std::string to = text::size(question.output_size);
  if (total > 1) {
    return text::filled(language, words::solver_found, total, from, to);
  }
  return text::filled(language, total == 1 ? words::solver_found_one : words::solver_none, from, to);
}

void draw_solutions(Ui& ui, Workspace& workspace, const SolveQuestion& question, const Solutions& solutions) {
  if (const text::Text& refusal = workspace.solver.refusal; refusal.empty()) {
    draw_note(ui, answer(ui.language, question, solutions.total));
  } else {
    draw_warning(ui, ui.shown(ui.say(refusal)), panel_width());
  }
  if (ImGui::BeginChild("solutions", {panel_width(), ImGui::GetContentRegionAvail().y})) {
    for (std::size_t i = 0; i < solutions.layers.size(); ++i) {
      const SizedLayer solution{solutions.layers[i], question.given.input_size};
      draw_solution(ui, workspace, solution, solution_text(question, solution), i);
    }
    if (solutions.total > std::ssize(solutions.layers)) {
      draw_note(ui, text::filled(ui.language, words::and_more, solutions.total - std::ssize(solutions.layers)));
    }
  }
  ImGui::EndChild();
}

}  // namespace

const Solutions& CurrentSolutions::of(const SolveQuestion& question) {
  if (!solutions_ || !(question_ == question)) {
    solutions_ = solve(question, listed_solutions);
    question_ = question;
  }
  return *solutions_;
}

void draw_solver_panel(Ui& ui, Workspace& workspace) {
  const SolveQuestion question = question_of(workspace);
  draw_section_heading(ui, ui.say(words::solver_heading), "");
  draw_wanted_size(ui, workspace, question.output_size);
  draw_open_parameters(ui, workspace);
  ImGui::Dummy({0, ui.px(2)});
  const Solutions solutions = workspace.current_solutions.of(question);
  draw_solutions(ui, workspace, question, solutions);
}

}  // namespace convscope
