// Reading: bytes of a file -> Articles. Picks the format by content and the encoding by what the bytes say.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <date/date.h>

#include "extract/article.hpp"
#include "extract/document.hpp"
#include "extract/input_error.hpp"
#include "extract/model.hpp"

namespace dateline {

enum class InputFormat : std::uint8_t { Auto, Text, Html, Json, JsonLines, Conllu };
enum class Cleaning : std::uint8_t { Auto, None };

struct ReadOptions {
  InputFormat format = InputFormat::Auto;
  Cleaning cleaning = Cleaning::Auto;
  std::optional<date::sys_days> published;  // --published: for articles that carry no date themselves
  std::optional<std::string> id;            // --id; needs a single article
  std::optional<std::string> language;      // --language: taken as said, not looked for
};

// An article, or why it cannot be used: one bad line of a .jsonl does not stop the others.
struct ReadResult {
  std::optional<Article> article;
  std::optional<InputError> error;
};

// Reads the articles that `bytes` holds (one, or one a line for JSON lines, or one an element for a JSON
// array) and hands each to `take` in order. `path` is for messages and for what its extension hints. Never
// throws for bad input; gives an error result (empty, binary, truncated, not English, too large, ...).
// Needs a `take` that throws no InputError; what else it throws passes through.
void read_articles(std::string_view bytes, const std::string& path, const ReadOptions& options,
                   const Model& model, const std::function<void(ReadResult)>& take);

// A document whose words and sentences a CoNLL-U file gives (conllu.hpp), named and dated as `options` say;
// for analyse_words(). Offsets count bytes of the text that the words make. Throws InputError.
[[nodiscard]] Document read_conllu(std::string_view bytes, const std::string& path,
                                   const ReadOptions& options);

}  // namespace dateline
