# embed_files(TARGET NAME FILES...): builds the bytes of FILES into TARGET, unparsed and uncopied.
#
# Makes embedded_NAME.S (one .incbin a file) and embedded_NAME.cpp, which defines
# `std::span<const EmbeddedFile> dateline::embedded_NAME()` in the order of FILES (extract/embedded.hpp).
function(embed_files target name)
  set(assembly ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE path)
    cmake_path(GET path STEM LAST_ONLY stem)
    set(label "dateline_${name}_${index}")
    string(APPEND assembly ".global ${label}\n.global ${label}_end\n.balign 64\n${label}:\n"
           ".incbin \"${path}\"\n${label}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${label}[];\nextern \"C\" const char ${label}_end[];\n")
    string(APPEND rows "    {\"${stem}\", {${label}, static_cast<std::size_t>(${label}_end - ${label})}},\n")
    list(APPEND paths ${path})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  string(CONCAT source "// Made by cmake/EmbedFiles.cmake.\n#include \"extract/embedded.hpp\"\n\n${externs}\nnamespace dateline {\n\n"
      "std::span<const EmbeddedFile> embedded_${name}() {\n  static const EmbeddedFile files[] = {\n${rows}  };\n"
      "  return files;\n}\n\n}  // namespace dateline\n")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp CONTENT "${source}" @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.S
                                   ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
endfunction()
