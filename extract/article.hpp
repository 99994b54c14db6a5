// One article as it was read: clean text in blocks, what is known about it, and the way back to its file.
//
// Values only: an Article owns its text. Made by read_articles() (read_article.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <date/date.h>

#include "extract/offset_map.hpp"
#include "extract/span.hpp"

namespace dateline {

// Larger articles are refused; Span's 32 bits and all memory bounds rest on it.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{64} << 20;

enum class BlockKind : std::uint8_t { Headline, Paragraph, Caption, ListItem };

// A stretch of Article::text that no sentence crosses.
struct Block {
  Span span;  // bytes of Article::text
  BlockKind kind = BlockKind::Paragraph;

  friend bool operator==(const Block&, const Block&) = default;
};

// What told the publication date, in the order in which they are asked (publication_date.hpp).
enum class PublishedBasis : std::uint8_t { Metadata, Dateline, FirstLines, Url, Caption, Option };

struct Published {
  date::sys_days day;
  PublishedBasis basis = PublishedBasis::Metadata;

  friend bool operator==(const Published&, const Published&) = default;
};

// What the offsets of a record count: bytes of the file as given, or of a JSON article's text field
// after decoding, in UTF-8.
enum class OffsetUnit : std::uint8_t { File, Field };

struct Article {
  std::string id;    // see INTERFACES in docs/formats.md; never a path
  std::string path;  // as the user gave it, for messages only; never in a record
  std::optional<std::string> title;
  std::optional<std::string> url;     // canonical
  std::optional<std::string> source;  // publisher, as given
  std::string language = "en";        // ISO 639-1
  std::optional<Published> published;
  std::optional<date::sys_days> modified;
  std::string sha256;  // of the article's bytes, lower-case hex

  std::string text;  // clean UTF-8; blocks are parted by "\n\n"
  std::vector<Block> blocks;
  OffsetMap offsets;  // bytes of `text` -> bytes of the source
  OffsetUnit offset_unit = OffsetUnit::File;
};

[[nodiscard]] std::string_view to_string(BlockKind kind);        // "headline", "paragraph", ...
[[nodiscard]] std::string_view to_string(PublishedBasis basis);  // "metadata", "first lines", ...
[[nodiscard]] std::string_view to_string(OffsetUnit unit);       // "file", "field"

}  // namespace dateline
