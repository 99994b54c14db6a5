#include "extract/time_signals.hpp"

#include <string>

namespace dateline {
namespace {

constexpr std::size_t kMaxWord = 24;  // bytes; longer words are in no table

std::string lower_text(const Document& d, TokenIndex token) {
  std::string text(d.text_of(token).substr(0, kMaxWord));
  for (char& c : text)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

}  // namespace

const Meaning* meaning_in_class(const Document& d, TokenIndex token, const TimeLexicon& lexicon,
                                std::string_view name) {
  const TimeWord* word = lexicon.find(lower_text(d, token));
  if (word == nullptr) return nullptr;
  const auto symbol = lexicon.find_symbol(name);
  if (!symbol) return nullptr;
  for (const TimeReading& reading : word->readings)
    if (reading.symbol == *symbol) return &reading.meaning;
  return nullptr;
}

}  // namespace dateline
