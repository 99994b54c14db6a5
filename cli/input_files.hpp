// The files that the inputs of a command line stand for, and their bytes.
#pragma once

#include <string>
#include <vector>

#include "cli/messages.hpp"

namespace dateline {

// Larger files are refused before they fill the memory; a file may hold many articles.
inline constexpr std::size_t kMaxFileBytes = std::size_t{2} << 30;

// Folders are searched through, in the order of their paths, for .txt .html .htm .json .jsonl files (also
// .gz); hidden ones are left out and links to folders not followed. Other inputs stand as they are, in their
// order. Says of each folder that cannot be read or holds no article that it failed.
[[nodiscard]] std::vector<std::string> list_files(const std::vector<std::string>& inputs, Messages& messages);

// All bytes of a file, or of standard input for "-"; unpacked if they are gzip.
// Throws InputError: missing, unreadable, a folder, empty, too large, damaged gzip.
[[nodiscard]] std::string read_bytes(const std::string& file);

}  // namespace dateline
