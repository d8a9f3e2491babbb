# Writes HEADER and SOURCE with the text of FILES (paths from TOP), one std::string_view each. See ConvscopeEmbed.cmake.
set(declarations "")
set(definitions "")
foreach(file IN LISTS FILES)
  string(MAKE_C_IDENTIFIER "${file}" name)
  file(READ "${TOP}/${file}" text)
  string(APPEND declarations "/// ${file}\nextern const std::string_view ${name};\n")
  string(APPEND definitions "const std::string_view ${name} = R\"embedded(${text})embedded\";\n")
endforeach()

get_filename_component(header_name "${HEADER}" NAME)
file(WRITE "${HEADER}" "#pragma once\n\n#include <string_view>\n\nnamespace convscope::embedded {\n\n${declarations}\n}\n")
file(WRITE "${SOURCE}" "#include \"embedded/${header_name}\"\n\nnamespace convscope::embedded {\n\n${definitions}\n}\n")
