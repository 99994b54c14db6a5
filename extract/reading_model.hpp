// What readers know beforehand: the words of pages, of dirt, of dates and of English.
// Owns its words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/table.hpp"

namespace dateline {

// What a word in the class or id of an element says of it.
enum class HintKind : std::uint8_t {
  Drop,     // never the article
  Weak,     // not the article, unless most of the page's text is in there
  Body,     // the article's text
  Caption,  // words under a picture
};

struct PageHint {
  std::string words;  // lower case, parted by '-'
  HintKind kind = HintKind::Drop;
};

// What kind of dirt a line is, which says how far it reaches.
enum class DirtKind : std::uint8_t {
  Line,     // this line only
  Player,   // words of a media player; a headline right before it names what would be played
  Section,  // opens a list of links: headlines that follow go with it
  Tail,     // opens the end of the page: nothing after it is the article
  Credit,   // thanks or rights, where it stands among the last paragraphs
  Caption,  // no dirt: tells that the paragraph is the caption of a picture
};

// A pattern of words: "*" stands for any words, "<time>" for a time code, "<number>" for a number,
// "<name>" for a word with a capital.
struct DirtPattern {
  std::vector<std::string> words;  // lower case
  DirtKind kind = DirtKind::Line;
};

enum class DateWordKind : std::uint8_t { Month, Weekday, Published, Modified, Filler };

struct DateWord {
  std::string word;  // lower case
  DateWordKind kind = DateWordKind::Filler;
  std::uint8_t number = 0;  // month 1-12, weekday 0 (Sunday) to 6
};

struct LanguageWord {
  std::string word;      // lower case
  std::string language;  // ISO 639-1
};

struct ReadingModel {
  std::vector<PageHint> page_hints;          // sorted by words
  std::vector<DirtPattern> dirt;             // in the table's order
  std::vector<DateWord> date_words;          // sorted by word
  std::vector<LanguageWord> language_words;  // sorted by word, then language
  std::string words;                         // lines "word TAB count", sorted by word

  // How often the word (lower case) stands in a million words of news; 0: not known. Logarithmic.
  [[nodiscard]] std::uint32_t count_of(std::string_view word) const;
  [[nodiscard]] std::optional<HintKind> hint_of(std::string_view words) const;
  [[nodiscard]] const DateWord* date_word(std::string_view word) const;
};

// Needs sorted words. Throws InputError where a table has a kind that is none.
[[nodiscard]] ReadingModel load_reading_model(TableSource& tables);

}  // namespace dateline
