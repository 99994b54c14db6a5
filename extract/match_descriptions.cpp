#include "extract/match_descriptions.hpp"

#include <algorithm>

#include "extract/name_key.hpp"

namespace dateline {
namespace {

constexpr SentenceIndex kDescriptionReach = 10;  // sentences back to an actor of the same noun
constexpr SentenceIndex kBodyReach = 3;          // sentences back to "the company"'s name
constexpr std::size_t kEnoughMentions = 8;       // more do not make an actor more prominent
constexpr std::size_t kMostCandidates = 12;      // actors of one noun that are tried

// What ends an apposition.
bool closes(const Document& d, TokenIndex i) {
  if (i >= d.tokens.size()) return true;
  const std::string_view text = d.text_of(i);
  return text == "," || text == "." || text == ";" || text == ")" || text == "-" || text == "--" ||
         text == "–";
}

}  // namespace

DescriptionMatcher::DescriptionMatcher(Resolution& r) : r_(r) {
  for (EntityIndex e = 0; e < r.actors.size(); ++e) {
    const Actor& a = r.actors[e];
    if (a.kind == EntityKind::Country && !a.country.empty()) countries_.emplace(a.country, e);
    if (!a.role_key.empty()) by_role_[a.role_key].push_back(e);
  }
}

void DescriptionMatcher::pass_name(MentionIndex m) {
  name_before_ = m;
  if (r_.of_mention[m] == kNone) return;
  const Actor& actor = r_.actors[r_.of_mention[m]];
  if (actor.kind == EntityKind::Organization && actor.named) last_body_ = m;
  if (actor.kind == EntityKind::Person) last_person_ = m;
  if (actor.kind == EntityKind::Country) last_country_ = m;
}

Description DescriptionMatcher::describe(MentionIndex m) const {
  const Span tokens = r_.d.mentions[m].tokens;
  Description is;
  const std::string first = r_.key_of(tokens.begin);
  is.definite = first == "the" || first == "this" || first == "that" || first == "these" || first == "those";
  is.indefinite = first == "a" || first == "an" || first == "another" || first == "some" || first == "other";
  if (const auto pronoun = r_.gazetteer.pronoun(first))
    is.possessed = pronoun->form == PronounForm::Possessive;
  const Span core = without_count(r_.d, r_.gazetteer, tokens);
  for (TokenIndex i = tokens.begin; i < core.begin; ++i) {
    if (i < r_.d.morphs.size() && r_.d.morphs[i].xpos == Xpos::Cd) is.count = r_.key_of(i);
    is.indefinite = is.indefinite || r_.key_of(i) == "other";
  }
  // The head noun is the last that is an actor's; titles may go on after it ("Secretary of State").
  TokenIndex head = core.end - 1;
  for (TokenIndex i = core.begin; i < core.end; ++i)
    if (r_.key_of(i) == "of" && i > core.begin) {
      head = i - 1;
      break;
    }
  std::string key = r_.key_of(head);
  is.noun = r_.gazetteer.actor_noun(key);
  for (const std::string& form : singular_forms(key))
    if (r_.gazetteer.actor_noun(form)) {
      key = form;
      break;
    }
  is.head = key;
  for (TokenIndex i = core.begin; i < core.end; ++i) {
    const std::string word = r_.key_of(i);
    if (i == head || word == "'s" || word == "'" || word == "-" || r_.gazetteer.nation(word)) continue;
    if (r_.gazetteer.is(NameWord::Function, word)) continue;
    is.words.push_back(word);
  }
  std::sort(is.words.begin(), is.words.end());
  // "three Palestinians"
  if (!is.noun && r_.gazetteer.nation(key))
    is.noun = ActorNoun{.kind = r_.d.mentions[m].kind, .plural = r_.d.mentions[m].kind == EntityKind::Group};
  return is;
}

bool DescriptionMatcher::fits(MentionIndex m, const Description& is, const Actor& actor) const {
  const Mention& mention = r_.d.mentions[m];
  const bool plural = is.noun && is.noun->plural;
  if (mention.kind == EntityKind::Person && actor.kind != EntityKind::Person) return false;
  if (mention.kind == EntityKind::Organization && actor.kind != EntityKind::Organization) return false;
  if (mention.kind == EntityKind::Group && plural && actor.kind == EntityKind::Person) return false;
  if (!mention.country.empty() && !actor.country.empty() && mention.country != actor.country) return false;
  const Gender gender = is.noun ? is.noun->gender : Gender::Unknown;
  return gender == Gender::Unknown || actor.gender == Gender::Unknown || gender == actor.gender;
}

bool DescriptionMatcher::usable(MentionIndex m, const Description& is, MentionIndex name) const {
  const auto& mentions = r_.d.mentions;
  return name < mentions.size() && mentions[name].form == MentionForm::Name && r_.of_mention[name] != kNone &&
         r_.sentence_of[name] == r_.sentence_of[m] && fits(m, is, r_.actors[r_.of_mention[name]]) &&
         (mentions[name].kind == EntityKind::Person || mentions[name].kind == EntityKind::Organization);
}

// "Anna Berg, the secretary of state," - "Key is the prime minister".
std::optional<Certainty> DescriptionMatcher::apposed_before(MentionIndex m, const Description& is) const {
  const auto& d = r_.d;
  if (name_before_ == kNone || !usable(m, is, name_before_)) return std::nullopt;
  const Mention& mention = d.mentions[m];
  const Mention& name = d.mentions[name_before_];
  const EntityIndex actor = r_.of_mention[name_before_];
  const TokenIndex end = name.tokens.end, head = mention.head;
  const TokenIndex after = r_.phrase_of(m).end;
  // "Salem, its president, said"; but "Salem, his wife and two children".
  const bool both_sides = after < d.tokens.size() && d.text_of(after) == ",";
  if (end + 1 == mention.tokens.begin && d.text_of(end) == "," &&
      (is.possessed ? both_sides : closes(d, after)))
    return Certainty{actor, Bond::Apposition};
  if (is.possessed) return std::nullopt;
  if (head >= d.arcs.size()) return std::nullopt;
  if (d.arcs[head].deprel == Deprel::Appos && name.tokens.contains(d.arcs[head].head))
    return Certainty{actor, Bond::Apposition};
  bool copula = false;
  for (TokenIndex i = end; i < mention.tokens.begin && i < end + 4; ++i)
    copula = copula || (d.arcs[i].deprel == Deprel::Cop && d.arcs[i].head == head);
  if (!copula || d.arcs[name.head].head != head) return std::nullopt;
  return Certainty{actor, Bond::Copula};
}

// "the company, Gazprom,"
std::optional<EntityIndex> DescriptionMatcher::apposed_after(MentionIndex m, const Description& is) const {
  const auto& d = r_.d;
  const Span phrase = r_.phrase_of(m);
  for (MentionIndex next = m + 1; next < d.mentions.size() && next < m + 4; ++next) {
    if (d.mentions[next].form != MentionForm::Name) continue;
    const TokenIndex begin = r_.phrase_of(next).begin;
    if (begin < phrase.end) continue;
    const bool set_off =
        begin == phrase.end + 1 && d.text_of(phrase.end) == "," && closes(d, d.mentions[next].tokens.end);
    const bool points = is.definite || is.possessed || !d.mentions[m].country.empty();
    return set_off && points && usable(m, is, next) ? std::optional(r_.of_mention[next]) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Certainty> DescriptionMatcher::apposed(MentionIndex m, const Description& is) const {
  if (is.noun && is.noun->plural) return std::nullopt;
  if (const auto before = apposed_before(m, is)) return before;
  if (const auto actor = apposed_after(m, is)) return Certainty{*actor, Bond::Apposition};
  return std::nullopt;
}

// "the Israeli government" is Israel; "the country" the one spoken of.
std::optional<Certainty> DescriptionMatcher::government(MentionIndex m, const Description& is) {
  const Mention& mention = r_.d.mentions[m];
  if (is.noun && is.noun->plural) return std::nullopt;
  if (mention.kind == EntityKind::Country) {
    if (!is.definite || !is.words.empty() || last_country_ == kNone) return std::nullopt;
    if (r_.sentence_of[m] - r_.sentence_of[last_country_] > 2) return std::nullopt;
    return Certainty{r_.of_mention[last_country_], Bond::SpokenOf};
  }
  if (!r_.gazetteer.is(NameWord::Government, is.head) || mention.country.empty() || !is.words.empty())
    return std::nullopt;
  const auto [at, is_new] =
      countries_.try_emplace(mention.country, static_cast<EntityIndex>(r_.actors.size()));
  if (is_new) {
    r_.actors.push_back({.kind = EntityKind::Country, .country = mention.country, .named = true});
  }
  return Certainty{at->second, Bond::Government};
}

// How much an article has spoken of an actor before a mention: how often, then how lately.
std::pair<std::size_t, MentionIndex> DescriptionMatcher::prominence(EntityIndex actor, MentionIndex m) const {
  const auto& mentions = r_.actors[actor].mentions;
  const auto before = static_cast<std::size_t>(
      std::count_if(mentions.begin(), mentions.end(), [m](MentionIndex other) { return other < m; }));
  MentionIndex last = 0;
  for (const MentionIndex other : mentions)
    if (other < m) last = std::max(last, other + 1);
  return {std::min(before, kEnoughMentions), last};
}

// "the Palestinian leader" for one whose role is president; "the president".
std::optional<EntityIndex> DescriptionMatcher::by_role(MentionIndex m, const Description& is) const {
  if (r_.d.mentions[m].kind != EntityKind::Person || is.indefinite || is.possessed || !is.count.empty())
    return std::nullopt;
  std::optional<EntityIndex> best;
  const auto consider = [&](const std::string& role, bool needs_country) {
    const auto found = by_role_.find(role);
    if (found == by_role_.end()) return;
    for (const EntityIndex e : found->second) {
      const Actor& actor = r_.actors[e];
      if (!fits(m, is, actor)) continue;
      if (needs_country && (r_.d.mentions[m].country.empty() || actor.country != r_.d.mentions[m].country))
        continue;
      if (!best || prominence(e, m) > prominence(*best, m)) best = e;
    }
  };
  consider(is.head, false);
  if (!best && is.head == "leader")
    for (const auto& [role, holders] : by_role_)
      if (r_.gazetteer.is(NameWord::Leader, role)) consider(role, true);
  return best;
}

// "the company" for the organization named last.
std::optional<EntityIndex> DescriptionMatcher::named_body(MentionIndex m, const Description& is) const {
  if (r_.d.mentions[m].kind != EntityKind::Organization || !is.definite || !is.words.empty() ||
      last_body_ == kNone)
    return std::nullopt;
  if (is.noun && is.noun->plural) return std::nullopt;
  if (r_.sentence_of[m] - r_.sentence_of[last_body_] > kBodyReach) return std::nullopt;
  const bool says_so = r_.key(last_body_).ends_with(is.head);
  return says_so || r_.gazetteer.is(NameWord::AnyBody, is.head) ? std::optional(r_.of_mention[last_body_])
                                                                : std::nullopt;
}

// "the 54-year-old" for the person named last.
std::optional<EntityIndex> DescriptionMatcher::by_age(MentionIndex m, const Description& is) const {
  const Span tokens = r_.d.mentions[m].tokens;
  if (!is.definite || last_person_ == kNone || tokens.size() < 5) return std::nullopt;
  if (r_.sentence_of[m] - r_.sentence_of[last_person_] > kBodyReach) return std::nullopt;
  const std::string age = r_.key_of(tokens.end - 3) + " " + r_.key_of(tokens.end - 1);
  return r_.gazetteer.is(NameWord::Age, age) ? std::optional(r_.of_mention[last_person_]) : std::nullopt;
}

std::optional<EntityIndex> DescriptionMatcher::same_noun(MentionIndex m, const Description& is) const {
  const auto found = by_noun_.find(is.head);
  if (found == by_noun_.end()) return std::nullopt;
  const auto& list = found->second;
  const bool plural = is.noun && (is.noun->plural || r_.d.mentions[m].kind != EntityKind::Person);
  if (is.indefinite || (is.possessed && !is.definite)) return std::nullopt;
  if (!plural && !is.definite) return std::nullopt;
  for (std::size_t back = list.size(); back-- > 0 && back + kMostCandidates > list.size();) {
    const Actor& actor = r_.actors[list[back]];
    if (r_.sentence_of[m] - r_.sentence_of[actor.mentions.back()] > kDescriptionReach) continue;
    if (!fits(m, is, actor) || actor.plural != (is.noun && is.noun->plural)) continue;
    if (!is.count.empty() && is.count != actor.count) continue;
    const bool same_country = r_.d.mentions[m].country == actor.country;
    if (!std::includes(actor.words.begin(), actor.words.end(), is.words.begin(), is.words.end())) continue;
    // Fewer words mean the same only where they point back.
    if (is.definite || (same_country && actor.words == is.words)) return list[back];
  }
  return std::nullopt;
}

std::optional<Certainty> DescriptionMatcher::certain(MentionIndex m, const Description& is) {
  if (const auto found = apposed(m, is)) return found;
  return government(m, is);
}

std::pair<EntityIndex, Suggestion> DescriptionMatcher::suggested(MentionIndex m,
                                                                 const Description& is) const {
  if (const auto actor = by_age(m, is)) return {*actor, Suggestion::Age};
  // "the president" is rather the named holder of the role than "a president" met before.
  if (is.words.empty())
    if (const auto actor = by_role(m, is)) return {*actor, Suggestion::Role};
  if (const auto actor = same_noun(m, is)) return {*actor, Suggestion::SameNoun};
  if (!is.words.empty())
    if (const auto actor = by_role(m, is)) return {*actor, Suggestion::Role};
  if (const auto actor = named_body(m, is)) return {*actor, Suggestion::NamedBody};
  return {kNone, Suggestion::None};
}

void DescriptionMatcher::join(MentionIndex m, EntityIndex actor, const Description& is) {
  r_.join(m, actor);
  Actor& a = r_.actors[actor];
  if (a.kind != EntityKind::Person) return;
  const Mention& mention = r_.d.mentions[m];
  if (a.gender == Gender::Unknown && is.noun) a.gender = is.noun->gender;
  if (a.country.empty()) a.country = mention.country;
  if (!a.role.empty() || !a.named || !is.noun) return;  // an age is no role
  a.role = r_.d.text_of(without_count(r_.d, r_.gazetteer, mention.tokens));
  a.role_key = is.head;
  by_role_[a.role_key].push_back(actor);
}

EntityIndex DescriptionMatcher::introduce(MentionIndex m, const Description& is) {
  const Mention& mention = r_.d.mentions[m];
  const EntityIndex e = r_.add(m, {.kind = mention.kind,
                                   .country = mention.country,
                                   .gender = is.noun ? is.noun->gender : Gender::Unknown,
                                   .plural = is.noun && is.noun->plural,
                                   .head = is.head,
                                   .words = is.words,
                                   .count = is.count});
  by_noun_[is.head].push_back(e);
  return e;
}

}  // namespace dateline
