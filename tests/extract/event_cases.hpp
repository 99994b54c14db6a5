// What the tests of figures, modality and events share: rows of .cases files, and a text analysed by the
// whole pipeline.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "extract/pipeline.hpp"

namespace dateline {

// The rows of tests/extract/NAME: cells parted by two or more spaces; "#" lines and blank ones left out.
inline std::vector<std::vector<std::string>> case_rows(const std::string& name) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/extract/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find("  ", at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = std::min(line.find_first_not_of(' ', end), line.size());
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

inline const Model& test_model() {
  static const Model model = load_model();
  return model;
}

// Paragraphs parted by blank lines.
inline Document analysed(const std::string& text, std::optional<Published> published = std::nullopt) {
  Article article{.id = "test", .published = published, .text = text};
  article.offsets = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at)
      article.blocks.push_back({.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  return analyse(std::move(article), test_model());
}

}  // namespace dateline
