# Every library that ConvScope takes from Debian, as a target to link. What is missing is collected and named once, by
# the Debian package that brings it. Imported targets' headers are system headers: their warnings are not ours.
set(missing_packages "")

macro(convscope_require found package)
  if(NOT ${found})
    list(APPEND missing_packages ${package})
  endif()
endmacro()

# convscope_pkg_config(TARGET PACKAGE MODULE…): pkg-config's modules as one target.
macro(convscope_pkg_config target package)
  string(MAKE_C_IDENTIFIER "${target}" id)
  if(PkgConfig_FOUND)
    pkg_check_modules(${id} QUIET IMPORTED_TARGET ${ARGN})
  endif()
  convscope_require(${id}_FOUND ${package})
  if(${id}_FOUND)
    add_library(${target} ALIAS PkgConfig::${id})
  endif()
endmacro()

find_package(PkgConfig QUIET)
convscope_require(PkgConfig_FOUND pkgconf)
find_package(Threads QUIET)
find_package(fmt QUIET CONFIG)
convscope_require(fmt_FOUND libfmt-dev)
find_package(CLI11 QUIET CONFIG)
convscope_require(CLI11_FOUND libcli11-dev)
find_package(nlohmann_json QUIET CONFIG)
convscope_require(nlohmann_json_FOUND nlohmann-json3-dev)
find_package(glfw3 3.3 QUIET CONFIG)
convscope_require(glfw3_FOUND libglfw3-dev)

convscope_pkg_config(stb::stb libstb-dev stb)
convscope_pkg_config(freetype::freetype libfreetype-dev freetype2)
convscope_pkg_config(fontconfig::fontconfig libfontconfig-dev fontconfig)
convscope_pkg_config(cairo::cairo libcairo2-dev cairo cairo-ft freetype2)
convscope_pkg_config(ffmpeg::ffmpeg "libavformat-dev libavcodec-dev libavutil-dev" libavformat libavcodec libavutil)

include(ConvscopeImgui)
convscope_require(imgui_FOUND libimgui-dev)
include(ConvscopeGlad)
convscope_require(glad_FOUND python3-glad)

if(BUILD_TESTING)
  find_package(GTest QUIET CONFIG)
  convscope_require(GTest_FOUND libgtest-dev)
  find_package(rapidcheck QUIET CONFIG)
  convscope_require(rapidcheck_FOUND librapidcheck-dev)
  convscope_pkg_config(egl::egl libegl-dev egl)
endif()

if(missing_packages)
  list(JOIN missing_packages " " missing_packages)
  message(FATAL_ERROR "ConvScope needs packages that are not installed. On Debian:\n"
                      "  apt-get install ${missing_packages}\n"
                      "scripts/setup.sh run test installs all; -DBUILD_TESTING=OFF does without those of the tests.")
endif()
