# Files (text, and PNG) inside the program, so that it runs from anywhere:
#   convscope_embed(render shaders/plane.vert shaders/plane.frag)
# lets the sources of `render` say #include "embedded/render.h" and read the file shaders/plane.vert as
# convscope::embedded::shaders_plane_vert, a std::string_view. Paths count from the repository's top; the program follows
# when a file changes.
function(convscope_embed target)
  set(out_dir "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded")
  set(header "${out_dir}/embedded/${target}.h")
  set(source "${out_dir}/embedded/${target}.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake")
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE inputs)
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DFILES=${ARGN}" "-DTOP=${PROJECT_SOURCE_DIR}" "-DHEADER=${header}"
            "-DSOURCE=${source}" -P "${script}"
    DEPENDS ${inputs} "${script}"
    COMMENT "Embedding the files of ${target}"
    VERBATIM)
  target_sources(${target} PRIVATE "${header}" "${source}")
  target_include_directories(${target} PRIVATE "${out_dir}")
endfunction()
