#include "graph/wording.hpp"

#include <algorithm>

#include "graph/name.hpp"

namespace dateline {
namespace {

// Shorter words are mostly grammar.
constexpr std::size_t kShortestWord = 4;

bool tells(std::string_view word) {
  return word.size() >= kShortestWord ||
         std::ranges::any_of(word, [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace

bool is_speech(EventType type) {
  using enum EventType;
  switch (type) {
    case Statement:
    case Pledge:
    case Request:
    case Support:
    case Accusation:
    case Rejection:
    case Threat: return true;
    default: return false;
  }
}

Wording wording_of(const RecordEvent& event) {
  Wording words;
  for (const Provenance& trigger : event.triggers) words.triggers.insert(folded_name(trigger.text));
  for (const Provenance& sentence : event.sentences)
    for (const std::string folded = folded_name(sentence.text);
         const std::string_view word : words_of_name(folded))
      if (tells(word)) words.sentences.emplace(word);
  return words;
}

double dice(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (const std::string& word : a) shared += b.contains(word) ? 1 : 0;
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

double alike(const Wording& a, const Wording& b) { return dice(a.sentences, b.sentences); }

}  // namespace dateline
