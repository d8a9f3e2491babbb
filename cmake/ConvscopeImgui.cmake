# Dear ImGui with its GLFW and OpenGL 3 backends. Debian's imgui.pc leaves out FreeType, which the static library needs
# behind it, so the target is put together here.
find_path(imgui_include_dir imgui.h PATH_SUFFIXES imgui)
find_library(imgui_library imgui)
mark_as_advanced(imgui_include_dir imgui_library)
set(imgui_FOUND OFF)
if(imgui_include_dir AND imgui_library)
  set(imgui_FOUND ON)
  add_library(imgui::imgui UNKNOWN IMPORTED)
  set_target_properties(imgui::imgui PROPERTIES
    IMPORTED_LOCATION "${imgui_library}"
    INTERFACE_INCLUDE_DIRECTORIES "${imgui_include_dir}"
    INTERFACE_LINK_LIBRARIES "stb::stb;freetype::freetype;glfw;${CMAKE_DL_LIBS}")
endif()
