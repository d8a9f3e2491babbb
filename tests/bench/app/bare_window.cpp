// What the app is measured against: GLFW, OpenGL 3.3 and Dear ImGui as the app sets them up, but that GLFW opens the
// context as it does by itself (by GLX), with one default window and nothing else. `bare_window FILE` makes the file
// when its first picture is on the screen, and lives until it is killed.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

#include <fstream>

namespace {

GLFWwindow* open_window() {
  if (glfwInit() == GLFW_FALSE) {
    return nullptr;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  GLFWwindow* const window = glfwCreateWindow(1280, 720, "bare", nullptr, nullptr);
  if (window != nullptr) {
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    gladLoadGL(glfwGetProcAddress);
  }
  return window;
}

void draw_frame(GLFWwindow* window) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::Begin("window");
  ImGui::TextUnformatted("text");
  ImGui::Button("button");
  ImGui::End();
  ImGui::Render();
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

}  // namespace

int main(int argc, char** argv) {
  GLFWwindow* const window = open_window();
  if (argc != 2 || window == nullptr) {
    return 1;
  }
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 330 core");
  draw_frame(window);
  std::ofstream(argv[1]) << "{}\n";
  while (glfwWindowShouldClose(window) == GLFW_FALSE) {
    glfwWaitEvents();
    draw_frame(window);
  }
}
