// Markables: the noun phrases, names and pronouns of a document as candidates for coreference, with what
// their words tell of whom or what they mean.
//
// Mentions of actors (Document::mentions) are markables, and so is every other noun phrase: "it" may stand
// for a thing, which must not be taken for an actor.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"
#include "extract/noun_phrases.hpp"
#include "extract/resolution.hpp"
#include "extract/syntax.hpp"

namespace dateline {

using MarkableIndex = std::uint32_t;

// Hash of a word or of some property: equal things have equal hashes on every machine.
using WordHash = std::uint32_t;

enum class MarkableForm : std::uint8_t {
  Name,
  Definite,       // "the company"
  Indefinite,     // "a company"
  Demonstrative,  // "this company"
  Possessed,      // "his company", "Norway's king"
  Bare,           // "companies"
  Pronoun
};

enum class GrammaticalNumber : std::uint8_t { Unknown, Singular, Plural };

struct Markable {
  Span tokens;
  TokenIndex head = 0;
  MentionIndex mention = kNone;  // the mention of an actor with this head
  SentenceIndex sentence = 0;
  bool several = false;  // a coordination as a whole
  bool human = true;     // whether "he" or "she" may stand for it
  bool personal = true;  // human, and no name of a kind other than a person's that persons are not called by
  MarkableForm form = MarkableForm::Bare;
  Gender gender = Gender::Unknown;
  GrammaticalNumber number = GrammaticalNumber::Unknown;
  std::uint8_t person = 3;  // grammatical
  EntityKind kind = EntityKind::Other;
  WordHash type = 0;       // of a pronoun its word, else the form
  WordHash head_word = 0;  // lemma of the head
  WordHash wording = 0;    // all words but determiners
  Span words;              // into Markables::words: modifiers and head, sorted; without function words
};

struct Markables {
  std::vector<Markable> list;  // in the order of their begins, longer ones first
  std::vector<WordHash> words;
  std::vector<WordHash> lower;   // one a token: the word in lower case
  std::vector<WordHash> lemmas;  // one a token

  [[nodiscard]] std::span<const WordHash> words_of(const Markable& m) const {
    return std::span(words).subspan(m.words.begin, m.words.size());
  }
};

// Of the phrases and all mentions. Needs trees.
[[nodiscard]] Markables markables_of(const Resolution& r, const Syntax& syntax,
                                     const std::vector<NounPhrase>& phrases);

[[nodiscard]] constexpr WordHash mixed(WordHash a, WordHash b) {
  std::uint32_t h = a ^ (b * 0x9E3779B1u + 0x85EBCA77u + (a << 6) + (a >> 2));
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  return h ^ (h >> 13);
}
[[nodiscard]] WordHash hash_of(std::string_view word);

}  // namespace dateline
