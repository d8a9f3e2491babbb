#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>

#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

/// A layer of which a picture has much to say.
SizedLayer talkative(Op op) {
  Layer layer{.in_channels = 8, .out_channels = 8, .kernel_size = {3, 3}, .stride = {2, 2}, .padding = {1, 1, 1, 1}};
  layer.op = op;
  if (op == Op::conv2d) {
    layer.dilation = {2, 2};
    layer.groups = 2;
  }
  return {layer, {8, 8}};
}

/// Whether a word of two Latin letters or more is in a text, other than the names of formulas.
bool has_latin_word(std::string text) {
  for (const std::string name : {"im2col", "out", "in"}) {
    if (const std::size_t at = text.find(name); at != std::string::npos) {
      text.erase(at, name.size());
    }
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto letter = [&](std::size_t at) { return std::isalpha(static_cast<unsigned char>(text[at])) != 0; };
    if (letter(i) && letter(i + 1)) {
      return true;
    }
  }
  return false;
}

TEST(Language, OfEveryLabelIsTheStages) {
  for (const Look look : all_looks) {
    for (const Op op : {Op::conv2d, Op::conv_transpose2d, Op::max_pool2d}) {
      for (const MatrixForm matrix : {MatrixForm::none, MatrixForm::im2col, MatrixForm::sparse}) {
        for (const Flow flow : {Flow::forward, Flow::gradient_of_cell, Flow::gradient_of_sum}) {
          for (const Coloring coloring : {Coloring::plain, Coloring::diverging, Coloring::coverage}) {
            Document document = document_of(talkative(op), look);
            document.view.matrix = matrix;
            document.view.flow = flow;
            document.view.coloring = coloring;
            const Stage stage{.size = {1300, 985}, .language = text::Language::korean};
            for (const Label& label : all_of<Label>(scene_at(document, 0, stage))) {
              EXPECT_FALSE(has_latin_word(label.text)) << label.name << ": " << label.text;
            }
          }
        }
      }
    }
  }
}

TEST(Language, ChangesNoPlaneAndNoLine) {
  for (const Look look : all_looks) {
    const Document document = document_of(talkative(Op::conv2d), look);
    const Scene english = scene_at(document, 0, {.size = {1300, 985}});
    const Scene korean = scene_at(document, 0, {.size = {1300, 985}, .language = text::Language::korean});
    EXPECT_EQ(all_of<Plane>(english).size(), all_of<Plane>(korean).size());
    EXPECT_EQ(all_of<Line>(english).size(), all_of<Line>(korean).size());
    EXPECT_EQ(label_named(english, "label input").text, "input");
    EXPECT_EQ(label_named(korean, "label input").text, "입력");
  }
}

TEST(AxisOrder, OfEveryShapeIsTheViews) {
  for (const Look look : all_looks) {
    Document document = document_of({.layer = {.in_channels = 3, .out_channels = 2}, .input_size = {7, 8}}, look);
    document.view.axis_order = AxisOrder::channels_last;
    const Stage stage{.size = {1300, 985}};
    std::set<std::string> shapes;
    for (const Label& label : all_of<Label>(scene_at(document, 0, stage))) {
      if (label.text.starts_with('(')) {
        shapes.insert(label.text);
      }
    }
    EXPECT_TRUE(shapes.contains("(7, 8, 3)"));
    EXPECT_TRUE(shapes.contains("(5, 6, 2)"));
    EXPECT_EQ(shapes.contains("(3, 3, 3, 2)"), look != Look::oblique) << "the oblique look has no kernel";
    EXPECT_FALSE(shapes.contains("(3, 7, 8)"));
  }
}

}  // namespace
}  // namespace convscope
