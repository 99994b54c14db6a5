// The actors of a document while they are being made out of its mentions: what resolve_entities and the
// questions it asks (match_names, match_descriptions, match_references) work on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/gazetteer.hpp"
#include "extract/known_actors.hpp"
#include "extract/reasons.hpp"

namespace dateline {

struct Model;

// One actor so far. Mentions may come in any order until the end.
struct Actor {
  EntityKind kind = EntityKind::Other;
  std::string country;
  std::string role;
  std::string role_key;  // name_key of the role's head: "president"
  Gender gender = Gender::Unknown;
  bool plural = false;
  bool named = false;
  std::optional<std::size_t> known;  // into Resolution::known
  std::string head;                  // key of a description's head noun, singular
  std::vector<std::string> words;    // keys of a description's modifiers, sorted
  std::string count;                 // key of the number before it, or ""
  std::vector<MentionIndex> mentions;
};

struct Resolution {
  Resolution(const Document& document, const Model& model);

  const Document& d;
  const Gazetteer& gazetteer;
  const KnownActors& known;  // the user's own list
  std::vector<Actor> actors;
  std::vector<EntityIndex> of_mention;     // into `actors`; kNone where open
  std::vector<SentenceIndex> sentence_of;  // one a mention
  std::vector<Reason> reasons;             // one a mention

  EntityIndex add(MentionIndex m, Actor actor);              // a new actor with its first mention
  void join(MentionIndex m, EntityIndex actor);              // one more mention
  void join(MentionIndex m, EntityIndex actor, Bond bond);   // the same, and why
  [[nodiscard]] std::string key(MentionIndex m) const;       // name_key of its words
  [[nodiscard]] std::string key_of(TokenIndex token) const;  // name_key of one token
  [[nodiscard]] Span phrase_of(MentionIndex m) const;        // phrase, or tokens where it is empty
  [[nodiscard]] bool is_subject(MentionIndex m) const;       // of a verb, by the tree
};

// Names: full and short ones, acronyms, nations and their capitals.
void match_names(Resolution& r);
// Entities in order of first mention, with names and aliases as a reader would use them.
[[nodiscard]] Entities entities_of(const Resolution& r);

// Tokens without determiners, counts and possessors at the begin: "[35] civilians".
[[nodiscard]] Span without_count(const Document& d, const Gazetteer& gazetteer, Span tokens);

}  // namespace dateline
