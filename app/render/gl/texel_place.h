#pragma once

#include "app/render/gl/texel_layers.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Where in a texture a plane's cells lie: texel = factor · cell + shift.
struct TexelPlace {
  Vec2 factor{};
  Vec2 shift{};
  Vec2 size{1, 1};              ///< Of the texture.
  bool solid = false;           ///< No texel lets anything through.
  TexelArray* array = nullptr;  ///< Of the colours of cells: where they are.
  float layer = 0;
};

}  // namespace convscope::gl
