#pragma once

#include "engine/axis_reads.h"

namespace convscope {

/// Which kernel rows and columns read each row and column of the input and of its padding.
struct LayerReads {
  AxisReads rows;
  AxisReads columns;
};

}  // namespace convscope
