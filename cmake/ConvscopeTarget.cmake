# A library of one folder: convscope_library(NAME SOURCES a.cpp b.cpp LINKS other …). Its includes are written from the
# repository's top, and it sees only the folders that it links.
option(CONVSCOPE_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
option(CONVSCOPE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

add_library(convscope_options INTERFACE)
target_include_directories(convscope_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(convscope_options INTERFACE -Wall -Wextra -Wshadow $<$<BOOL:${CONVSCOPE_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(convscope_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(CONVSCOPE_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # g++ sees uninitialized values in the standard library's <regex> and <functional> once they are instrumented.
  target_compile_options(convscope_options INTERFACE ${sanitizers} -Wno-maybe-uninitialized)
  target_link_options(convscope_options INTERFACE ${sanitizers})
endif()

function(convscope_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC convscope_options ${arg_LINKS})
endfunction()
