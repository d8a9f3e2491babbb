#include "app/export/formula_lines.h"

#include <gtest/gtest.h>

#include "app/export/captions.h"
#include "app/scene/text_width.h"

namespace convscope {
namespace {

using Lines = std::vector<std::string>;

constexpr float size = 10;
float room_for(const std::string& text) { return text_width(text, size) + 0.1F; }  // For rounding.

TEST(FormulaLines, AreOneWhereThereIsRoom) {
  const std::string formula = "out[0, 1, 0] = 1 · 2 + 3 · −1 = −1";
  EXPECT_EQ(formula_lines(formula, size, room_for(formula)), Lines{formula});
  EXPECT_EQ(formula_lines("", size, 100), Lines{""});
}

TEST(FormulaLines, BreakBetweenTermsAndBeforeTheResult) {
  EXPECT_EQ(formula_lines("out[0, 1, 0] = 1 · 2 + 3 · −1 + 4 · 5 = 19", size, room_for("out[0, 1, 0] = 1 · 2 ")),
            (Lines{"out[0, 1, 0] = 1 · 2", "+ 3 · −1 + 4 · 5 = 19"}));
  EXPECT_EQ(formula_lines("out[0, 1, 0] = max(1, 2, 3, 4) = 4", size, room_for("out[0, 1, 0] = max(1,")),
            (Lines{"out[0, 1, 0] = max(1,", "2, 3, 4) = 4"}));
  EXPECT_EQ(formula_lines("out[0, 1, 0] = 1 · 2 + 3 · 4 = 12345678", size, room_for("out[0, 1, 0] = 1 · 2 + 3 · 4")),
            (Lines{"out[0, 1, 0] = 1 · 2 + 3 · 4", "= 12345678"}));
  EXPECT_EQ(formula_lines("in[0, 0] = 1: 2 → [0, 1], 3 → [0, 2]", size, room_for("in[0, 0] = 1: 2 → [0, 1],")),
            (Lines{"in[0, 0] = 1: 2 → [0, 1],", "3 → [0, 2]"}));
}

TEST(FormulaLines, LeaveOutTheLastTermsWhereEvenTheseAreTooFew) {
  const std::string sum = "out[0, 1, 0] = 1 + 2 + 3 + 4 + 5 + 6 = 21";
  EXPECT_EQ(formula_lines(sum, size, room_for("out[0, 1, 0] = 1 + 2 + … = 21"), 1),
            Lines{"out[0, 1, 0] = 1 + 2 + … = 21"});
  EXPECT_EQ(formula_lines(sum, size, room_for("out[0, 1, 0] = … = 21"), 1), Lines{"out[0, 1, 0] = … = 21"});
  const std::string largest = "out[0, 1, 0] = max(1, 2, 3, 4, 5) = 5";
  EXPECT_EQ(formula_lines(largest, size, room_for("out[0, 1, 0] = max(1, …) = 5"), 1),
            Lines{"out[0, 1, 0] = max(1, …) = 5"});
  EXPECT_EQ(formula_lines(largest, size, room_for("out[0, 1, 0] = … = 5"), 1), Lines{"out[0, 1, 0] = … = 5"});
  const std::string stamps = "in[0, 0] = 1: 2 → [0, 1], 3 → [0, 2], 4 → [0, 3]";
  EXPECT_EQ(formula_lines(stamps, size, room_for("in[0, 0] = 1: 2 → [0, 1], …"), 1),
            Lines{"in[0, 0] = 1: 2 → [0, 1], …"});
}

TEST(FormulaLines, KeepTheTwoEndsTogether) {
  EXPECT_EQ(formula_lines("out[0, 1, 0] = 1 + 2 = 3", size, 20, 1), Lines{"out[0, 1, 0] = … = 3"});
}

TEST(Captions, AFormulasLinesHaveOneSize) {
  Scene scene;
  scene.size = {100, 100};
  Captions captions{.title = {}, .formula = [](const Moment&) { return std::string("out[0, 1, 0] = 12 + 3 = 4"); }};
  captions.formula_lines = 2;
  std::vector<float> sizes;
  for (const SceneItem& item : with_captions(scene, captions, {}, Theme::light).items) {
    sizes.push_back(std::get<Label>(item).size);
  }
  ASSERT_EQ(sizes.size(), 2U);
  EXPECT_EQ(sizes[0], sizes[1]);
}

TEST(FormulaLines, AreNeverMoreThanAsked) {
  std::string formula = "out[0, 1, 0] = 1";
  for (int i = 0; i < 63; ++i) {
    formula += " + 12 · −34";
  }
  for (const float width : {180.0F, 300.0F, 500.0F}) {
    const Lines lines = formula_lines(formula + " = 5", size, width, 3);
    EXPECT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines.back().ends_with("… = 5")) << lines.back();
    for (const std::string& line : lines) {
      EXPECT_LE(text_width(line, size), width) << line;
    }
  }
}

TEST(FittingLine, LosesItsEnd) {
  EXPECT_EQ(fitting_line("title", size, room_for("title")), "title");
  EXPECT_EQ(fitting_line("a long title", size, room_for("a long…")), "a long…");
  EXPECT_EQ(fitting_line("합성곱의 제목", size, room_for("합성곱…")), "합성곱…") << "whole characters";
  EXPECT_EQ(fitting_line("title", size, 1), "…");
}

TEST(Captions, AFormulasLinesTakeRoom) {
  const Captions one{.title = {}, .formula = [](const Moment&) { return std::string("1"); }};
  Captions three = one;
  three.formula_lines = 3;
  EXPECT_EQ(room_of(three).below - room_of(one).below, 2 * 22.0F);
  EXPECT_EQ(formula_lines_needed("a = 1 + 2 = 3", 1000), 1U);
  EXPECT_EQ(formula_lines_needed("a = 1 + 2 = 3", 100), 2U);
}

}  // namespace
}  // namespace convscope
