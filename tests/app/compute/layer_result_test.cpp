#include "app/compute/layer_result.h"

#include <gtest/gtest.h>

#include "engine/forward.h"
#include "tests/app/compute/sized_documents.h"

namespace convscope {
namespace {

Computed computed(const Document& document) { return {document, compute(document)}; }

TEST(LayerResult, IsTheEnginesForwardPass) {
  const Document document = document_of_side(5, 2);
  const LayerResult result = compute(document);
  EXPECT_EQ(*result.output, forward(document.sized.layer, *document.input, *document.weight, active_bias(document)));
  EXPECT_EQ(result.steps, 2 * 5 * 5);
}

TEST(LayerResult, HasNoWorkAfterAChangeOfLooksAlone) {
  const Computed before = computed(document_of_side(5));
  Document changed = before.document;
  changed.view.look = Look::oblique;
  changed.view.camera.zoom = 2;
  changed.view.coloring = Coloring::diverging;
  EXPECT_EQ(work_after(before, changed), 0);
  changed.sized.layer.bias = false;
  EXPECT_GT(work_after(before, changed), 0);
  EXPECT_GT(work_after(before, with_first_value(before.document, 7)), 0);
}

TEST(LayerResult, TakesOverWhatAViewDoesNotChange) {
  const Computed before = computed(document_of_side(5));
  Document counted = before.document;
  counted.view.coloring = Coloring::coverage;
  EXPECT_GT(work_after(before, counted), 0);
  const auto result = compute_from(before, counted, {});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->output, before.result.output);
  EXPECT_TRUE(result->input_coverage.values);
}

TEST(LayerResult, IsGivenUpWhenToldTo) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(compute_from({}, document_of_side(5), stop.get_token()));
}

TEST(LayerResult, AViewShowsWhatItsResultHas) {
  const Computed plain = computed(document_of_side(5));
  View wanted = plain.document.view;
  wanted.coloring = Coloring::coverage;
  wanted.matrix = MatrixForm::im2col;
  wanted.look = Look::stack;
  const View shown = view_with(plain, wanted);
  EXPECT_EQ(shown.coloring, Coloring::plain) << "nothing was counted";
  EXPECT_EQ(shown.matrix, MatrixForm::none);
  EXPECT_EQ(shown.look, Look::stack);
  wanted = plain.document.view;
  wanted.coloring = Coloring::diverging;
  EXPECT_EQ(view_with(plain, wanted), wanted);
}

TEST(CanBeDrawn, APhotographOf4096ByEightChannels) {
  SizedLayer sized;
  sized.layer.in_channels = 3;
  sized.layer.out_channels = 8;
  sized.layer.padding = {1, 1, 1, 1};
  sized.input_size = {4096, 4096};
  EXPECT_TRUE(can_be_drawn(sized));
  sized.layer.out_channels = 16;
  EXPECT_FALSE(can_be_drawn(sized)) << "more than a gibibyte of tensors";
  sized.layer.in_channels = 4096;
  sized.layer.out_channels = 4096;
  sized.input_size = {180, 180};
  EXPECT_FALSE(can_be_drawn(sized)) << "hours of work";
}

}  // namespace
}  // namespace convscope
