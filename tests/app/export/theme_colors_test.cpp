#include "app/export/theme_colors.h"

#include <gtest/gtest.h>

#include <utility>

namespace convscope {
namespace {

TEST(ThemeColors, WhatDiffersBecomesAVariable) {
  ThemeColors colors;
  EXPECT_EQ(colors.merged(R"svg(<path style="fill:rgb(1%,2%,3%);fill-opacity:1;stroke:none" d="M 0 0"/>)svg",
                          R"svg(<path style="fill:rgb(9%,8%,7%);fill-opacity:1;stroke:none" d="M 0 0"/>)svg"),
            R"svg(<path style="fill:var(--c0);fill-opacity:1;stroke:none" d="M 0 0"/>)svg");
  EXPECT_EQ(colors.merged(R"svg(<path stroke="rgb(1%,2%,3%)" stroke-opacity="0.4"/>)svg",
                          R"svg(<path stroke="rgb(9%,8%,7%)" stroke-opacity="0.45"/>)svg"),
            R"svg(<path stroke="var(--c0)" stroke-opacity="var(--c1)"/>)svg")
      << "the same pair is the same variable";
  EXPECT_EQ(colors.values(false), "--c1:0.4;--c0:rgb(1%,2%,3%);");
  EXPECT_EQ(colors.values(true), "--c1:0.45;--c0:rgb(9%,8%,7%);");
}

TEST(ThemeColors, WhatIsTheSameStays) {
  ThemeColors colors;
  EXPECT_EQ(colors.merged("<g/>", "<g/>"), "<g/>");
  EXPECT_EQ(colors.named("rgb(1,2,3)", "rgb(1,2,3)"), "rgb(1,2,3)");
  EXPECT_EQ(colors.values(true), "");
}

TEST(ThemeColors, PicturesThatDifferInMoreAreNotOne) {
  ThemeColors colors;
  for (const auto& [light, dark] :
       {std::pair{R"(<path d="M 0 0"/>)", R"(<path d="M 0 1"/>)"}, std::pair{"<g/>", "<g/><g/>"},
        std::pair{"<text>1</text>", "<text>2</text>"},
        std::pair{R"svg(<path style="stroke-width:1"/>)svg", R"svg(<path style="stroke-width:2"/>)svg"}}) {
    EXPECT_EQ(colors.merged(std::string_view(light), std::string_view(dark)), std::nullopt) << light;
  }
}

}  // namespace
}  // namespace convscope
