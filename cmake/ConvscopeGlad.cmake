# The loader of OpenGL 3.3 core, written by glad's generator during the build. The library `glad` is C code of another
# project: it is compiled without our warnings.
find_program(glad_program glad)
mark_as_advanced(glad_program)
set(glad_FOUND OFF)
if(glad_program)
  set(glad_FOUND ON)
  set(glad_dir "${PROJECT_BINARY_DIR}/glad")
  add_custom_command(
    OUTPUT "${glad_dir}/src/gl.c" "${glad_dir}/include/glad/gl.h" "${glad_dir}/include/KHR/khrplatform.h"
    COMMAND "${glad_program}" --api gl:core=3.3 --extensions "" --out-path "${glad_dir}" --reproducible --quiet c
    COMMENT "Generating the OpenGL 3.3 core loader"
    VERBATIM)
  add_library(glad STATIC "${glad_dir}/src/gl.c" "${glad_dir}/include/glad/gl.h")
  target_include_directories(glad SYSTEM PUBLIC "${glad_dir}/include")
  target_compile_options(glad PRIVATE -w)
endif()
