#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/document/preset.h"
#include "app/io/session.h"
#include "app/text/result.h"
#include "engine/layer.h"

namespace convscope {

/// What the LAYER flags of a command say. Not validated: ask the engine, and word its problems with
/// text::invalid_layer.
struct ChosenLayer {
  SizedLayer sized;
  /// The preset that was named last, unless --layer came behind it, or what a session holds as one: where values come
  /// from when the command is given none. Flags may have changed the layer since, so its tensors fit only if their
  /// shapes do.
  const Preset* preset = nullptr;
  /// The session that was named last, unless --layer or --preset came behind it; its file is the name of `preset`.
  std::shared_ptr<const Session> session;
  std::shared_ptr<const Preset> session_values;  ///< What `preset` then points to.
  /// What was said in so many words (a preset says all but input_size): the rest are defaults, which a tensor's own
  /// shape may replace.
  bool says_input_size = false;
  bool says_in_channels = false;
  bool says_out_channels = false;
  bool says_kernel_size = false;
  bool says_stride = false;
  /// The .npy file of `--bias FILE.npy`, for commands that take it.
  std::optional<std::string> bias_file;
};

/// What a pool's parameters are where nothing was said: stride its kernel_size, out_channels its in_channels, no bias.
/// For `choose`, and again when tensors have said more.
void complete_pool(ChosenLayer& chosen);

/// "the input of preset dilation", "the input of session.json": where ChosenLayer::preset has its tensors from.
[[nodiscard]] std::string tensor_name(const Preset& preset, std::string_view role);

/// What --layer, --preset and --session say: a whole layer, whose values take the place of those before.
[[nodiscard]] Status take_layer_file(ChosenLayer& chosen, const std::string& file);
void take_preset(ChosenLayer& chosen, const Preset& preset);
[[nodiscard]] Status take_session(ChosenLayer& chosen, const std::string& file);

}  // namespace convscope
