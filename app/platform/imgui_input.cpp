#include "app/platform/imgui_input.h"

#include <backends/imgui_impl_glfw.h>
#include <imgui.h>
#include <imgui_internal.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cfloat>
#include <cstddef>
#include <cstring>

namespace convscope {
namespace {

/// Keys that move the animation while no text is typed and no list is open; ImGui would move its focus by them.
bool is_transport_key(int key) {
  switch (key) {
    case GLFW_KEY_SPACE:
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
    case GLFW_KEY_HOME:
    case GLFW_KEY_END:
    case GLFW_KEY_PAGE_UP:
    case GLFW_KEY_PAGE_DOWN:
      return true;
    default:
      return false;
  }
}

bool popup_is_open() { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel); }

/// Whether the keyboard is on the line of menus: arrows lead along it.
bool is_on_menus() { return ImGui::GetIO().NavVisible && ImGui::GetCurrentContext()->NavLayer == ImGuiNavLayer_Menu; }

/// Whether ImGui gets a key that otherwise moves the animation.
bool is_for_sheet(int key, const SheetKeys& sheet) { return sheet.open && (sheet.arrows || key == GLFW_KEY_SPACE); }

/// GLFW names keys by their place on an American keyboard; letters are meant as they are printed.
int printed_key(int key, int scancode) {
  if (key < GLFW_KEY_A || key > GLFW_KEY_Z) {
    return key;
  }
  const char* const name = glfwGetKeyName(key, scancode);
  const bool letter = name != nullptr && std::strlen(name) == 1 && name[0] >= 'a' && name[0] <= 'z';
  return letter ? GLFW_KEY_A + (name[0] - 'a') : key;
}

int glfw_action(KeyAction action) {
  switch (action) {
    case KeyAction::press:
      return GLFW_PRESS;
    case KeyAction::repeat:
      return GLFW_REPEAT;
    case KeyAction::release:
      break;
  }
  return GLFW_RELEASE;
}

/// Gives the event to ImGui's backend as GLFW would.
struct ToBackend {
  GLFWwindow* window;

  void operator()(const CursorMoved& event) const {
#if IMGUI_VERSION_NUM >= 18700
    ImGui_ImplGlfw_CursorPosCallback(window, event.x, event.y);
#else
    static_cast<void>(event);
#endif
  }
  void operator()(const CursorEntered& event) const { ImGui_ImplGlfw_CursorEnterCallback(window, event.inside); }
  void operator()(const FocusChanged& event) const { ImGui_ImplGlfw_WindowFocusCallback(window, event.focused); }
  void operator()(const ButtonChanged& event) const {
    const int action = event.down ? GLFW_PRESS : GLFW_RELEASE;
    ImGui_ImplGlfw_MouseButtonCallback(window, event.button, action, event.modifiers);
  }
  void operator()(const Scrolled& event) const { ImGui_ImplGlfw_ScrollCallback(window, event.x, event.y); }
  void operator()(const KeyChanged& event) const {
    ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode, glfw_action(event.action), event.modifiers);
#if IMGUI_VERSION_NUM < 18700
    // Here only the space bar chooses from a list or presses the button in focus.
    const bool enter = event.key == GLFW_KEY_ENTER || event.key == GLFW_KEY_KP_ENTER;
    const bool choosing = !ImGui::GetIO().WantTextInput && (popup_is_open() || ImGui::GetIO().NavVisible);
    if (enter && (event.action == KeyAction::release || choosing)) {
      ImGui_ImplGlfw_KeyCallback(window, GLFW_KEY_SPACE, 0, glfw_action(event.action), event.modifiers);
    }
#endif
  }
  void operator()(const CharacterTyped& event) const { ImGui_ImplGlfw_CharCallback(window, event.code_point); }
};

}  // namespace

void ImGuiInput::note_mouse(const InputEvent& event) {
  if (const auto* moved = std::get_if<CursorMoved>(&event)) {
    cursor_ = *moved;
    inside_ = true;
  } else if (const auto* entered = std::get_if<CursorEntered>(&event)) {
    inside_ = entered->inside;
  } else if (const auto* button = std::get_if<ButtonChanged>(&event)) {
    if (button->button >= 0 && button->button < static_cast<int>(buttons_.size())) {
      buttons_[static_cast<std::size_t>(button->button)] = button->down;
    }
  }
}

std::vector<KeyPress> ImGuiInput::feed(GLFWwindow* window, const std::vector<InputEvent>& events,
                                       const SheetKeys& sheet) {
  std::vector<KeyPress> unwanted;
  for (const InputEvent& event : events) {
    note_mouse(event);
    bool for_imgui = true;
    if (const auto* key = std::get_if<KeyChanged>(&event); key != nullptr && key->action != KeyAction::release) {
      const bool typing = ImGui::GetIO().WantTextInput;
      const bool listing = popup_is_open();
      const bool choosing = listing || is_on_menus();
      const bool tab = key->key == GLFW_KEY_TAB && !listing;
      const bool command = (key->modifiers & GLFW_MOD_CONTROL) != 0;
      const bool of_menu = (key->modifiers & GLFW_MOD_ALT) != 0 && key->key >= GLFW_KEY_A && key->key <= GLFW_KEY_Z;
      const bool function = key->key >= GLFW_KEY_F1 && key->key <= GLFW_KEY_F12;
      const bool escape = sheet.open && key->key == GLFW_KEY_ESCAPE;
      if (function || escape || tab || of_menu || (!typing && (command || !choosing))) {
        unwanted.push_back({printed_key(key->key, key->scancode), key->modifiers, key->action == KeyAction::repeat});
      }
      // Ctrl+Tab would list ImGui's windows, which are our panels.
      const bool window_list = command && key->key == GLFW_KEY_TAB;
      for_imgui = !window_list && !tab && !of_menu &&
                  (typing || choosing || is_for_sheet(key->key, sheet) || !is_transport_key(key->key));
    }
    if (for_imgui) {
      std::visit(ToBackend{window}, event);
    }
  }
  return unwanted;
}

void ImGuiInput::override_mouse() const {
#if IMGUI_VERSION_NUM < 18700
  // The backend has just asked GLFW, which knows only the newest state.
  ImGuiIO& io = ImGui::GetIO();
  const bool dragging = buttons_ != decltype(buttons_){};
  io.MousePos = inside_ || dragging ? ImVec2(static_cast<float>(cursor_.x), static_cast<float>(cursor_.y))
                                    : ImVec2(-FLT_MAX, -FLT_MAX);
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    io.MouseDown[i] = buttons_[i];
  }
#endif
}

}  // namespace convscope
