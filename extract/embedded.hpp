// Files built into the program by cmake/EmbedFiles.cmake.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

struct EmbeddedFile {
  std::string_view name;   // file name without folder and last extension
  std::string_view bytes;  // live as long as the program
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_tables();  // data/en
[[nodiscard]] std::span<const EmbeddedFile> embedded_models();  // models

}  // namespace dateline
