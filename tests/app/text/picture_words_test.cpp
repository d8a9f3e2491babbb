#include <gtest/gtest.h>

#include "app/text/export_page.h"
#include "app/text/labels.h"
#include "app/text/sum_words.h"
#include "app/text/tips.h"

namespace convscope::text {
namespace {

constexpr Language english = Language::english;
constexpr Language korean = Language::korean;

TEST(Labels, SayWhatIsNeverRead) {
  EXPECT_EQ(never_read(english, 1, 0), "1 row is never read");
  EXPECT_EQ(never_read(english, 2, 0), "2 rows are never read");
  EXPECT_EQ(never_read(english, 0, 1), "1 column is never read");
  EXPECT_EQ(never_read(english, 1, 2), "1 row and 2 columns are never read");
  EXPECT_EQ(never_read(korean, 1, 0), "읽히지 않는 행 1개");
  EXPECT_EQ(never_read(korean, 0, 2), "읽히지 않는 열 2개");
  EXPECT_EQ(never_read(korean, 1, 2), "읽히지 않는 행 1개, 열 2개");
}

TEST(Labels, CountAndMeasureInBothLanguages) {
  EXPECT_EQ(channel(english, 0, 3), "channel 0 of 3");
  EXPECT_EQ(channel(korean, 0, 3), "채널 0 (총 3개)");
  EXPECT_EQ(filter(english, 1, 2), "filter 1 of 2");
  EXPECT_EQ(filter(english, 0, 1), "1 filter") << "there is no other to count";
  EXPECT_EQ(filter(korean, 0, 1), "필터 1개");
  EXPECT_EQ(channel(english, 0, 1), "1 channel");
  EXPECT_EQ(padded_to(korean, {7, 9}), "패딩 후 7 × 9");
  EXPECT_EQ(kernel_gradient(korean, true), "∂ 합 / ∂ 커널");
  EXPECT_EQ(matrix_shape(9, 25), "(9, 25)");
}

TEST(SumWords, AreInBothLanguages) {
  EXPECT_EQ(stamps(english, "3", 0), "Its value 3 times each weight is added to output channel 0:");
  EXPECT_EQ(stamps(korean, "3", 0), "이 칸의 값 3에 각 가중치를 곱해 출력 채널 0에 더합니다:");
  EXPECT_EQ(more_channels(english, 1), "and 1 more channel");
  EXPECT_EQ(more_channels(english, 12), "and 12 more channels");
  EXPECT_EQ(more_channels(korean, 12), "그 밖에 채널 12개");
}

TEST(Tips, CountInBothLanguages) {
  EXPECT_EQ(tip::reaches(english, 9, 1), "reaches 9 outputs through 1 weight");
  EXPECT_EQ(tip::reaches(korean, 9, 1), "가중치 1개를 거쳐 출력 9개에 닿습니다");
  EXPECT_EQ(tip::used_in(english, 1), "is used in 1 output");
  EXPECT_EQ(tip::used_in(english, 9), "is used once in each of 9 outputs");
  EXPECT_EQ(tip::gap_reason(english, 2), "stride 2 puts 1 zero between neighbours");
  EXPECT_EQ(tip::gap_reason(korean, 3), "스트라이드 3: 이웃한 칸 사이에 0을 2개 넣습니다");
}

TEST(PageWords, SayThePlaceInBothLanguages) {
  EXPECT_EQ(page::place_of(english, 2, 9, 1, 4), "step 3 of 9, part 2 of 4");
  EXPECT_EQ(page::place_of(english, 2, 9, 0, 1), "step 3 of 9");
  EXPECT_EQ(page::place_of(korean, 2, 9, 1, 4), "9단계 중 3단계, 부분 2 / 4");
}

}  // namespace
}  // namespace convscope::text
