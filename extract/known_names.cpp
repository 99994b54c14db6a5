#include "extract/known_names.hpp"

#include <algorithm>

#include "extract/names.hpp"

namespace dateline {
namespace {

// The longest name of the list that begins at `begin`; empty where none does.
Span longest_name(const Document& d, const KnownActors& known, TokenIndex begin, TokenIndex end) {
  end = static_cast<TokenIndex>(std::min<std::size_t>(end, begin + known.longest()));
  for (TokenIndex last = end; last > begin; --last)
    if (known.named(d.text_of(Span{begin, last}), day_of(d))) return {begin, last};
  return {begin, begin};
}

std::vector<Mention> names_of_list(const Document& d, const Wording& wording, const KnownActors& known) {
  std::vector<Mention> found;
  for (const Sentence& sentence : d.sentences)
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      // A token may hold but the begin of a first word: "Jean|-|Luc".
      if (!known.may_begin(wording.keys[t])) continue;
      const Span name = longest_name(d, known, t, sentence.tokens.end);
      if (name.empty()) continue;
      const KnownActor& actor = known.at(*known.named(d.text_of(name), day_of(d)));
      found.push_back({.tokens = name,
                       .head = head_of(d, name, actor.kind == EntityKind::Person ? name.begin : name.end - 1),
                       .form = MentionForm::Name,
                       .kind = actor.kind,
                       .country = actor.country,
                       .phrase = name});
      t = name.end - 1;
    }
  return found;
}

}  // namespace

std::optional<date::sys_days> day_of(const Document& d) {
  return d.article.published ? std::optional(d.article.published->day) : std::nullopt;
}

std::vector<Mention> with_known_names(const Document& d, const Wording& wording, const KnownActors& known,
                                      std::vector<Mention> names) {
  if (known.empty()) return names;
  std::vector<Mention> all;
  std::size_t next = 0;
  for (Mention& listed : names_of_list(d, wording, known)) {
    while (next < names.size() && names[next].tokens.end <= listed.tokens.begin) all.push_back(names[next++]);
    const bool inside_longer = next < names.size() && names[next].tokens.contains(listed.tokens) &&
                               names[next].tokens.size() > listed.tokens.size();
    if (inside_longer) continue;
    for (; next < names.size() && names[next].tokens.begin < listed.tokens.end; ++next)
      if (names[next].phrase.begin < listed.tokens.begin) listed.phrase.begin = names[next].phrase.begin;
    all.push_back(listed);
  }
  all.insert(all.end(), names.begin() + static_cast<std::ptrdiff_t>(next), names.end());
  return all;
}

}  // namespace dateline
