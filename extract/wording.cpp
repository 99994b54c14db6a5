#include "extract/wording.hpp"

#include "extract/name_key.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value)) return true;
    i += c.size;
  }
  return false;
}

// Four words at least, all with capitals but those that headlines write small.
SentenceStyle style_of(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                       const Sentence& sentence) {
  std::uint32_t words = 0, upper = 0, caps = 0, long_words = 0;
  for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string_view text = d.text_of(i);
    if (!has_letter(text)) continue;
    if (text.size() > 1) {
      ++long_words;
      caps += wording.caps[i];
    }
    if (gazetteer.is(NameWord::Function, wording.keys[i]) || wording.keys[i].front() == '\'') continue;
    ++words;
    upper += wording.upper[i];
  }
  if (long_words >= 3 && caps * 10 >= long_words * 9) return SentenceStyle::AllCaps;
  const bool closed = d.text_of(sentence.tokens.end - 1) == ".";
  if (words >= 4 && (upper == words || (!closed && upper * 10 >= words * 9))) return SentenceStyle::TitleCase;
  return SentenceStyle::Running;
}

// The first word of a running sentence: is its capital that of a name?
bool opens_with_name(const Document& d, const Gazetteer& gazetteer, const Wording& wording, TokenIndex token,
                     TokenIndex end) {
  const std::string& key = wording.keys[token];
  const bool common = gazetteer.is_common_word(key);
  if (wording.known_names.contains(key) && (!common || is_proper_tag(xpos_of(d, token)))) return true;
  if (gazetteer.nation(key)) return true;
  const Xpos xpos = xpos_of(d, token);
  if (wording.caps[token] && !common) return true;
  const bool next_upper = token + 1 < end && wording.upper[token + 1] &&
                          !gazetteer.is(NameWord::Function, wording.keys[token + 1]) &&
                          !gazetteer.is(NameWord::Calendar, wording.keys[token + 1]);
  if (next_upper) {
    if (is_proper_tag(xpos)) return true;
    if (gazetteer.title(key) || gazetteer.title(std::string(key).append(" ").append(wording.keys[token + 1])))
      return true;
    if (common && gazetteer.nation(wording.keys[token + 1])) return false;
    if (xpos == Xpos::None || is_noun_tag(xpos)) return true;
    return !common;
  }
  if (common || gazetteer.actor_noun(key))
    return is_proper_tag(xpos) && !gazetteer.actor_noun(key) && !common;
  return xpos == Xpos::None || is_noun_tag(xpos) || xpos == Xpos::Jj || xpos == Xpos::Fw;
}

// In a headline capitals tell nothing: a name is what the article uses as one, or what is no plain word.
bool is_headline_name(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                      TokenIndex token) {
  const std::string& key = wording.keys[token];
  if (d.text_of(token) == "US" || wording.known_names.contains(key)) return true;
  if (gazetteer.is(NameWord::Function, key)) return false;
  if (gazetteer.nation(key)) return true;
  return !gazetteer.is_common_word(key) && !gazetteer.actor_noun(key);
}

}  // namespace

bool Wording::glued(const Document& d, TokenIndex token) {
  return token + 1 < d.tokens.size() && d.tokens[token].span.end == d.tokens[token + 1].span.begin;
}

std::string Wording::key_of(const Document& d, Span tokens) { return name_key(d.text_of(tokens)); }

Xpos xpos_of(const Document& d, TokenIndex token) {
  return token < d.morphs.size() ? d.morphs[token].xpos : Xpos::None;
}

bool is_proper_tag(Xpos xpos) { return xpos == Xpos::Nnp || xpos == Xpos::Nnps; }

bool is_noun_tag(Xpos xpos) { return is_proper_tag(xpos) || xpos == Xpos::Nn || xpos == Xpos::Nns; }

bool is_verb_tag(Xpos xpos) {
  return xpos == Xpos::Md || xpos == Xpos::Vb || xpos == Xpos::Vbd || xpos == Xpos::Vbg ||
         xpos == Xpos::Vbn || xpos == Xpos::Vbp || xpos == Xpos::Vbz;
}

bool opens_sentence(const Document& d, const Sentence& sentence, TokenIndex token) {
  if (token == sentence.tokens.begin) return true;
  const std::string_view before = d.text_of(token - 1);
  static constexpr std::string_view kOpeners[] = {"\"", "``", "''", "'", "“", "‘", "(",  "[", ":",
                                                  "-",  "–",  "—",  "•", "*", "_", "--", ")_"};
  for (const std::string_view opener : kOpeners)
    if (before == opener) return !(before == "-" && Wording::glued(d, token - 1));
  return xpos_of(d, token - 1) == Xpos::OpenQuote;
}

Wording wording_of(const Document& d, const Gazetteer& gazetteer) {
  Wording wording;
  const std::size_t size = d.tokens.size();
  wording.keys.reserve(size);
  wording.upper.reserve(size);
  wording.caps.reserve(size);
  for (TokenIndex i = 0; i < size; ++i) {
    const std::string_view text = d.text_of(i);
    wording.keys.push_back(name_key(text));
    if (wording.keys.back().empty()) wording.keys.back().assign(text);
    wording.upper.push_back(starts_upper(text));
    wording.caps.push_back(wording.upper.back() && text.size() > 1 && is_all_caps(text));
  }
  for (TokenIndex i = 0; i < d.readings.size(); ++i)
    if (const NameTag tag = d.readings[i].name; tag != kOutside)
      ++wording.seen_as[wording.keys[i]][static_cast<std::size_t>(kind_of(tag))];
  for (const Sentence& sentence : d.sentences)
    wording.styles.push_back(style_of(d, gazetteer, wording, sentence));
  for (std::size_t s = 0; s < d.sentences.size(); ++s) {
    if (wording.styles[s] != SentenceStyle::Running) continue;
    for (TokenIndex i = d.sentences[s].tokens.begin; i < d.sentences[s].tokens.end; ++i)
      if (wording.upper[i] && !opens_sentence(d, d.sentences[s], i) &&
          !gazetteer.is(NameWord::Calendar, wording.keys[i]) &&
          !gazetteer.is(NameWord::Function, wording.keys[i]))
        wording.known_names.insert(wording.keys[i]);
  }
  return wording;
}

namespace {

// "Berg Vows Help": a verb that has its capital from a headline.
bool is_capital_verb(const Document& d, const Gazetteer& gazetteer, const std::string& key,
                     TokenIndex token) {
  if (!is_verb_tag(xpos_of(d, token)) || token >= d.readings.size()) return false;
  if (d.readings[token].name != kOutside || !gazetteer.is_common_word(key)) return false;
  const PersonName person = gazetteer.person_name(key);
  return !person.given && !person.family;
}

}  // namespace

bool is_name_word(const Document& d, const Gazetteer& gazetteer, const Wording& wording,
                  SentenceIndex sentence, TokenIndex token) {
  const std::string& key = wording.keys[token];
  if (!wording.upper[token] || gazetteer.is(NameWord::Calendar, key)) return false;
  if (is_capital_verb(d, gazetteer, key, token)) return false;
  if (wording.styles[sentence] != SentenceStyle::Running)
    return is_headline_name(d, gazetteer, wording, token);
  if (gazetteer.is(NameWord::Function, key))
    return wording.caps[token] && d.text_of(token).size() > 1 && key != "i";
  const Sentence& s = d.sentences[sentence];
  if (!opens_sentence(d, s, token)) return true;
  return opens_with_name(d, gazetteer, wording, token, s.tokens.end);
}

}  // namespace dateline
