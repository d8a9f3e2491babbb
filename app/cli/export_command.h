#pragma once

#include "app/cli/command.h"

namespace convscope {

/// `export LAYER --out FILE.gif|NAME_%03d.png`: the animation of a layer as a file. Needs no display.
[[nodiscard]] Command add_export_command(CLI::App& app);

}  // namespace convscope
