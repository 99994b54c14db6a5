// The words of a document as those who look for names see them: keys, capitals, and the style of each
// sentence.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"

namespace dateline {

// Running: capitals tell names. TitleCase: all words of weight have capitals. AllCaps: all letters are
// capitals.
enum class SentenceStyle : std::uint8_t { Running, TitleCase, AllCaps };

struct Wording {
  std::vector<std::string> keys;                // name_key of each token
  std::vector<bool> upper;                      // begins with a capital
  std::vector<bool> caps;                       // two letters or more, all capitals
  std::vector<SentenceStyle> styles;            // one a sentence
  std::unordered_set<std::string> known_names;  // keys of words with a capital inside running sentences
  // How often the network takes a word for a person's, a place's and an organization's name.
  std::unordered_map<std::string, std::array<std::uint32_t, kNameKindCount>> seen_as;

  // No blank between the token and the next.
  [[nodiscard]] static bool glued(const Document& d, TokenIndex token);
  // The key of several words.
  [[nodiscard]] static std::string key_of(const Document& d, Span tokens);
};

// Needs tokens and sentences; morphs where there are any.
[[nodiscard]] Wording wording_of(const Document& d, const Gazetteer& gazetteer);

// Whether a sentence, or a quotation in it, begins with the token: its capital tells nothing.
[[nodiscard]] bool opens_sentence(const Document& d, const Sentence& sentence, TokenIndex token);

// Whether the token is a word of a name, by its capital, style, place and what is known of the word.
[[nodiscard]] bool is_name_word(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                                SentenceIndex sentence, TokenIndex token);

// Tags, None or X where the document has no morphs.
[[nodiscard]] Xpos xpos_of(const Document& d, TokenIndex token);
[[nodiscard]] bool is_noun_tag(Xpos xpos);    // NN NNS NNP NNPS
[[nodiscard]] bool is_proper_tag(Xpos xpos);  // NNP NNPS
[[nodiscard]] bool is_verb_tag(Xpos xpos);    // VB.. MD

}  // namespace dateline
