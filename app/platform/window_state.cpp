#include "app/platform/window_state.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace convscope {

void WindowDeleter::operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }

Window::State& Window::State::of(GLFWwindow* window) { return *static_cast<State*>(glfwGetWindowUserPointer(window)); }

void Window::State::push(GLFWwindow* window, const InputEvent& event) {
  of(window).input.push(event);
  of(window).pacer.event_arrived();
}

void Window::State::listen() {
  GLFWwindow* const w = window.get();
  glfwSetWindowUserPointer(w, this);
  glfwSetCursorPosCallback(w, [](GLFWwindow* from, double x, double y) { push(from, CursorMoved{x, y}); });
  glfwSetCursorEnterCallback(w, [](GLFWwindow* from, int inside) { push(from, CursorEntered{inside == GLFW_TRUE}); });
  glfwSetWindowFocusCallback(w, [](GLFWwindow* from, int focused) { push(from, FocusChanged{focused == GLFW_TRUE}); });
  glfwSetMouseButtonCallback(w, [](GLFWwindow* from, int button, int action, int modifiers) {
    push(from, ButtonChanged{button, action == GLFW_PRESS, modifiers});
  });
  glfwSetScrollCallback(w, [](GLFWwindow* from, double x, double y) { push(from, Scrolled{x, y}); });
  glfwSetKeyCallback(w, [](GLFWwindow* from, int key, int scancode, int action, int modifiers) {
    const KeyAction kind = action == GLFW_PRESS    ? KeyAction::press
                           : action == GLFW_REPEAT ? KeyAction::repeat
                                                   : KeyAction::release;
    push(from, KeyChanged{key, scancode, kind, modifiers});
  });
  glfwSetCharCallback(w, [](GLFWwindow* from, unsigned int point) { push(from, CharacterTyped{point}); });
  glfwSetDropCallback(w, [](GLFWwindow* from, int count, const char** paths) {
    of(from).dropped.insert(of(from).dropped.end(), paths, paths + count);
    of(from).pacer.event_arrived();
  });
  glfwSetWindowRefreshCallback(w, [](GLFWwindow* from) { of(from).pacer.event_arrived(); });
  glfwSetFramebufferSizeCallback(w, [](GLFWwindow* from, int, int) { of(from).pacer.event_arrived(); });
  glfwSetWindowContentScaleCallback(w, [](GLFWwindow* from, float, float) { of(from).pacer.event_arrived(); });
  glfwSetWindowCloseCallback(w, [](GLFWwindow* from) {
    glfwSetWindowShouldClose(from, GLFW_FALSE);  // There may be something to save first.
    of(from).close_asked = true;
    of(from).pacer.event_arrived();
  });
}

void Window::State::measure() {
  glfwGetWindowSize(window.get(), &size.width, &size.height);
  glfwGetFramebufferSize(window.get(), &framebuffer.width, &framebuffer.height);
}

}  // namespace convscope
