# No shelf for everything, and each third-party library stands in the one file of a layer that knows it.
cmake_minimum_required(VERSION 3.25)
set(bad "")
file(GLOB_RECURSE files RELATIVE ${SOURCE} ${SOURCE}/extract/*.?pp ${SOURCE}/graph/*.?pp ${SOURCE}/render/*.?pp
     ${SOURCE}/cli/*.?pp ${SOURCE}/train/*.?pp ${SOURCE}/tests/*.?pp)
foreach(file IN LISTS files)
  if(file MATCHES "(^|[/_])(util|utils|common|helper|helpers|manager|base|misc)[._]")
    string(APPEND bad "${file}: says nothing of what it holds\n")
  endif()
endforeach()

# pairs: library as it is included, files that may include it
set(homes
    "libxml/" "^extract/html[a-z_]*.cpp$"
    "unicode/" "^(extract/(encoding|utf8|unicode)[a-z_]*|graph/unicode).cpp$"
    "nlohmann/" "^(extract/json_article|extract/known_actors_json|graph/json[a-z_]*).(cpp|hpp)$"
    "graphviz/" "^render/graphviz.cpp$"
    "boost/" "^graph/[a-z_]*.(cpp|hpp)$"
    "CLI/" "^cli/options.cpp$"
    "zlib" "^cli/input_files.cpp$")

function(third_party_home file line)
  set(rest ${homes})
  while(rest)
    list(POP_FRONT rest library may)
    if(line MATCHES "^#include <${library}" AND NOT file MATCHES "${may}")
      set(bad "${bad}${file}: ${line}\n" PARENT_SCOPE)
      return()
    endif()
  endwhile()
endfunction()

foreach(file IN LISTS files)
  if(NOT file MATCHES "^(extract|graph|render|cli)/")
    continue()
  endif()
  file(STRINGS ${SOURCE}/${file} includes REGEX "^#include <")
  foreach(line IN LISTS includes)
    third_party_home("${file}" "${line}")
  endforeach()
  if(file MATCHES "^extract/.*\\.hpp$")
    foreach(line IN LISTS includes)
      if(line MATCHES "/" AND NOT line MATCHES "<date/")
        string(APPEND bad "${file}: ${line} (no third-party type but date in extract's headers)\n")
      endif()
    endforeach()
  endif()
endforeach()
if(bad)
  message(FATAL_ERROR "Against docs/design.md:\n${bad}")
endif()
