#include "app/scene/blend.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

Scene in_look(Look look, std::int64_t step = 30) {
  Layer layer{.in_channels = 4, .out_channels = 4, .padding = {1, 1, 1, 1}, .groups = 2};
  return scene_at(document_of({layer, {6, 6}}, look), step);
}

std::set<std::string> names_of(const Scene& scene) {
  std::set<std::string> names;
  for (const SceneItem& item : scene.items) {
    names.insert(std::visit([](const auto& one) { return one.name; }, item));
  }
  return names;
}

TEST(Blend, EndsAreTheScenesThemselves) {
  const Scene flat = in_look(Look::flat);
  const Scene stack = in_look(Look::stack);
  EXPECT_EQ(blend(flat, stack, 0), flat);
  EXPECT_EQ(blend(flat, stack, 1), stack);
  EXPECT_EQ(blend(flat, stack, -2), flat);
  EXPECT_EQ(blend(flat, stack, 7), stack);
}

TEST(Blend, NearTheEndsThePictureIsNearlyThatOfTheEnd) {
  constexpr float little = 1e-4F;
  const Scene flat = in_look(Look::flat);
  const Scene stack = in_look(Look::stack);
  for (const auto& [end, near] :
       {std::pair{flat, blend(flat, stack, little)}, {stack, blend(flat, stack, 1 - little)}}) {
    for (const Plane& plane : all_of<Plane>(end)) {
      const Plane& moved = plane_named(near, plane.name);
      EXPECT_NEAR(moved.opacity, plane.opacity, 0.001F) << plane.name;
      const auto before = corners_of(end, plane, true);
      const auto after = corners_of(near, moved, true);
      if (plane.border.cells != moved.border.cells) {
        continue;  // The other end's padding, all but invisible.
      }
      for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_NEAR(after[i].x, before[i].x, 0.2F) << plane.name;
        EXPECT_NEAR(after[i].y, before[i].y, 0.2F) << plane.name;
      }
    }
    for (const Plane& plane : all_of<Plane>(near)) {
      if (!names_of(end).contains(plane.name)) {
        EXPECT_LT(plane.opacity, 0.001F) << plane.name << " is of the other end";
      }
    }
  }
}

TEST(Blend, HalfWayIsTheMiddle) {
  const Scene flat = in_look(Look::flat);
  const Scene oblique = in_look(Look::oblique);
  const Scene middle = blend(flat, oblique, 0.5F);
  for (const std::string name : {"input 0", "output 0"}) {
    const Vec2 a = on_plane(flat, plane_named(flat, name), 2, 3);
    const Vec2 b = on_plane(oblique, plane_named(oblique, name), 2, 3);
    const Vec2 between = on_plane(middle, plane_named(middle, name), 2, 3);
    EXPECT_NEAR(between.x, (a.x + b.x) / 2, 0.01F);
    EXPECT_NEAR(between.y, (a.y + b.y) / 2, 0.01F);
  }
  const Label& a = label_named(flat, "label input");
  const Label& b = label_named(oblique, "label input");
  EXPECT_NEAR(label_named(middle, "label input").size, (a.size + b.size) / 2, 1e-4F);
}

TEST(Blend, LinesDoNotHangInTheAirWhereWhatTheyJoinHasMovedOn) {
  const Scene flat = in_look(Look::flat);  // It has no lines from the window.
  const Scene oblique = in_look(Look::oblique);
  EXPECT_EQ(line_named(blend(flat, oblique, 0.5F), "window line 1").color.alpha, 0);
  EXPECT_NEAR(line_named(blend(flat, oblique, 0.9F), "window line 1").color.alpha, 0.7F, 1e-4F);
  EXPECT_NEAR(line_named(blend(oblique, flat, 0.1F), "window line 1").color.alpha, 0.7F, 1e-4F);
}

TEST(Blend, TextsOfTwoLooksAreNotWrittenOverEachOther) {
  for (const Look look : {Look::oblique, Look::stack}) {
    const Scene from = in_look(Look::flat);
    const Scene to = in_look(look);
    const auto texts = [](const Scene& scene) {
      std::set<std::string> all;
      for (const Label& label : all_of<Label>(scene)) {
        all.insert(label.name + label.text);
      }
      return all;
    };
    int gone = 0;
    for (const Label& label : all_of<Label>(blend(from, to, 0.5F))) {
      const bool in_both = texts(from).contains(label.name + label.text) && texts(to).contains(label.name + label.text);
      EXPECT_TRUE(in_both || label.color.alpha == 0) << label.name << ": " << label.text;
      gone += in_both ? 0 : 1;
    }
    EXPECT_GT(gone, 0);
  }
}

TEST(Blend, WhatFadesHidesNothing) {
  Scene scene = in_look(Look::stack);
  const Scene middle = blend(in_look(Look::flat), scene, 0.4F);
  for (const Plane& plane : all_of<Plane>(middle)) {
    EXPECT_TRUE(plane.visible.empty()) << plane.name;
  }
}

TEST(Blend, LooksShareTheirGridsTextsAndLines) {
  const std::set<std::string> flat = names_of(in_look(Look::flat));
  const std::set<std::string> oblique = names_of(in_look(Look::oblique));
  const std::set<std::string> stack = names_of(in_look(Look::stack));
  for (const std::string name :
       {"input 0", "output 0", "kernel 0,0", "label input", "label output shape", "label kernel"}) {
    EXPECT_TRUE(stack.contains(name)) << name;
    const bool of_kernel = name.find("kernel") != std::string::npos;
    EXPECT_TRUE(flat.contains(name)) << name;
    EXPECT_TRUE(oblique.contains(name) || of_kernel) << name;
  }
  EXPECT_TRUE(oblique.contains("window line 1"));
  EXPECT_TRUE(stack.contains("window line 1"));
}

/// What stands above a grid in one look and below it in another would cross it on its way.
TEST(Blend, NoTextMovesAcrossAGrid) {
  const auto above_middle = [&](Look look, const std::string& role) {
    const Scene scene = in_look(look);
    float middle = 0;
    for (const Plane& plane : all_of<Plane>(scene)) {
      if (plane.name.starts_with(role) && plane.name.find(' ', role.size() + 1) == std::string::npos) {
        middle = scene.camera
                     .project(plane.origin + 0.5F * (static_cast<float>(plane.columns) * plane.column_step +
                                                     static_cast<float>(plane.rows) * plane.row_step))
                     .y;
      }
    }
    std::map<std::string, bool> is_above;
    for (const Label& label : all_of<Label>(scene)) {
      is_above[label.name] = scene.camera.project(label.position).y < middle;
    }
    return is_above;
  };
  for (const std::string role : {"input", "output"}) {
    const std::map<std::string, bool> flat = above_middle(Look::flat, role);
    for (const auto& [name, is_above] : above_middle(Look::stack, role)) {
      const bool of_role = name.starts_with("label " + role);
      EXPECT_TRUE(!of_role || !flat.contains(name) || flat.at(name) == is_above) << name;
    }
  }
}

TEST(Blend, NamesAreUniqueInEveryLook) {
  for (const Look look : all_looks) {
    const Scene scene = in_look(look, 100);
    EXPECT_EQ(names_of(scene).size(), scene.items.size());
    EXPECT_FALSE(names_of(scene).contains(""));
  }
}

TEST(Blend, IsPureAndFinite) {
  for (const Look from : all_looks) {
    for (const Look to : all_looks) {
      const Scene a = in_look(from);
      const Scene b = in_look(to, 31);
      for (const float share : {0.01F, 0.3F, 0.5F, 0.77F}) {
        const Scene mixed = blend(a, b, share);
        EXPECT_EQ(mixed, blend(a, b, share));
        EXPECT_EQ(mixed.camera, Camera{});
        for (const Plane& plane : all_of<Plane>(mixed)) {
          for (const Vec2 point : corners_of(mixed, plane, true)) {
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y)) << plane.name;
          }
        }
      }
    }
  }
  const Scene flat = in_look(Look::flat);
  EXPECT_EQ(blend(flat, in_look(Look::stack), NAN), flat);
}

TEST(Blend, IsTheSameFromEitherSide) {
  const Scene flat = in_look(Look::flat);
  const Scene stack = in_look(Look::stack);
  EXPECT_EQ(blend(flat, stack, 0.25F).items.size(), blend(stack, flat, 0.75F).items.size());
  const Vec2 there = on_plane(blend(flat, stack, 0.25F), plane_named(blend(flat, stack, 0.25F), "input 0"), 1, 1);
  const Vec2 back = on_plane(blend(stack, flat, 0.75F), plane_named(blend(stack, flat, 0.75F), "input 0"), 1, 1);
  EXPECT_NEAR(there.x, back.x, 0.01F);
  EXPECT_NEAR(there.y, back.y, 0.01F);
}

}  // namespace
}  // namespace convscope
