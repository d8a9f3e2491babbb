#include "app/platform/imgui_host.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "app/text/graphics_errors.h"

namespace convscope {
namespace {

/// ImGui's context and its two backends.
struct Context {
  explicit Context(ImFontAtlas* atlas) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext(atlas);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // The session file remembers what is worth it.
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // A blinking cursor would keep the processor awake.
    io.ConfigWindowsMoveFromTitleBarOnly = true;
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() {
    if (ImGui::GetIO().BackendRendererUserData != nullptr) {
      ImGui_ImplOpenGL3_Shutdown();
    }
    if (ImGui::GetIO().BackendPlatformUserData != nullptr) {
      ImGui_ImplGlfw_Shutdown();
    }
    ImGui::DestroyContext();
  }
};

}  // namespace

struct ImGuiHost::State {
  State(Window& on_window, FilledAtlas first, FontFiles font_files, const UiFontSizes& font_sizes)
      : filled(std::move(first)),
        context(filled.atlas.get()),
        window(&on_window),
        files(std::move(font_files)),
        sizes(font_sizes),
        letters(filled.wish.letters) {}

  FilledAtlas filled;  // Before the context, which uses it.
  Context context;
  Window* window;
  FontFiles files;
  UiFontSizes sizes;
  float zoom = 1;
  Letters letters;
  ImGuiInput input{};

  Status update_fonts();
};

Status ImGuiHost::State::update_fonts() {
  const UiFontWish wanted{window->content_scale() * zoom, letters};
  if (wanted == filled.wish) {
    return Done{};
  }
#if IMGUI_VERSION_NUM < 19200
  // The backend makes the first texture itself, at the first frame; the atlas forgets it when it is filled.
  const bool has_texture = filled.atlas->TexID != ImTextureID{};
#endif
  Result<LoadedFonts> fresh = load_ui_fonts(*filled.atlas, files, sizes, wanted);
  if (!fresh) {
    return fresh.error();
  }
  filled.fonts = std::move(fresh).value();
#if IMGUI_VERSION_NUM < 19200
  if (has_texture) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
#endif
  filled.wish = wanted;
  return Done{};
}

Result<ImGuiHost> ImGuiHost::create(Window& window, FilledAtlas first, const FontFiles& files,
                                    const UiFontSizes& sizes) {
  auto state = std::make_unique<State>(window, std::move(first), files, sizes);
  // Our own callbacks stay: they queue the events that ImGuiInput feeds.
  if (!ImGui_ImplGlfw_InitForOpenGL(window.handle(), false) || !ImGui_ImplOpenGL3_Init("#version 330 core")) {
    return text::no_opengl_window("Dear ImGui could not start on it");
  }
  return ImGuiHost(std::move(state));
}

ImGuiHost::ImGuiHost(std::unique_ptr<State> state) : state_(std::move(state)) {}
ImGuiHost::ImGuiHost(ImGuiHost&&) noexcept = default;
ImGuiHost& ImGuiHost::operator=(ImGuiHost&&) noexcept = default;
ImGuiHost::~ImGuiHost() = default;

std::vector<KeyPress> ImGuiHost::begin_frame(const SheetKeys& sheet) {
  // Fonts that could be read once are kept when they cannot be read again.
  static_cast<void>(state_->update_fonts());
  ImGui::GetIO().FontGlobalScale = scale() / state_->filled.wish.density;
  std::vector<KeyPress> keys = state_->input.feed(
      state_->window->handle(), state_->window->input().take_frame(ImGui::GetIO().WantTextInput), sheet);
  ImGui_ImplOpenGL3_NewFrame();
#if IMGUI_VERSION_NUM < 19200
  ImGui::GetIO().Fonts->ClearTexData();  // Its texture has the pixels now.
#endif
  ImGui_ImplGlfw_NewFrame();
  state_->input.override_mouse();
  ImGui::NewFrame();
  return keys;
}

void ImGuiHost::end_frame() {
  ImGui::Render();
#if IMGUI_VERSION_NUM >= 18700
  constexpr int frames_after_input = 3;
  const bool input_waits = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  frames_owed_ = input_waits ? frames_after_input : std::max(0, frames_owed_ - 1);
#endif
}
void ImGuiHost::draw() { ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData()); }

const UiFonts& ImGuiHost::fonts() const { return state_->filled.fonts.fonts; }

bool ImGuiHost::need(const Letters& letters) {
  const std::size_t before = state_->letters.size();
  state_->letters.insert(letters.begin(), letters.end());
  return state_->letters.size() > before;
}

void ImGuiHost::set_zoom(float zoom) { state_->zoom = zoom; }
float ImGuiHost::scale() const { return state_->window->ui_scale() * state_->zoom; }

}  // namespace convscope
