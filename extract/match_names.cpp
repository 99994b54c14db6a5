// Which names name the same: full and short names, acronyms, nations and their capitals.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "extract/known_names.hpp"
#include "extract/name_key.hpp"
#include "extract/resolution.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMostNamesakes = 8;  // bounds the search where one surname has many bearers

using Words = std::vector<std::string>;

Words words_of(const Resolution& r, MentionIndex m) {
  Words words;
  const Span tokens = r.d.mentions[m].tokens;
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
    std::string key = r.key_of(i);
    if (r.gazetteer.is(NameWord::NameSuffix, key) || key == "," || (key == "the" && i == tokens.begin))
      continue;
    words.push_back(std::move(key));
  }
  return words;
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : " ").append(word);
  return all;
}

bool is_initial(const std::string& word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

// Given names that may be one person's: equal, an initial of the other, or one the other's begin ("Tom",
// "Thomas" not).
bool same_given(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  return a.size() >= 3 && b.size() >= 3 && (a.starts_with(b) || b.starts_with(a));
}

class NameMatcher {
 public:
  explicit NameMatcher(Resolution& r) : r_(r), day_(day_of(r.d)) {}

  void match_all() {
    for (const bool whole : {true, false})
      for (MentionIndex m = 0; m < r_.d.mentions.size(); ++m) {
        const Mention& mention = r_.d.mentions[m];
        if (mention.form != MentionForm::Name || r_.of_mention[m] != kNone) continue;
        if ((mention.tokens.size() > 1 || mention.kind == EntityKind::Country) == whole) match(m);
      }
  }

 private:
  void match(MentionIndex m) {
    const auto listed =
        r_.known.empty() ? std::nullopt : r_.known.named(r_.d.text_of(r_.d.mentions[m].tokens), day_);
    if (!listed) return match_by_kind(m);
    if (const auto met = by_list_.find(*listed); met != by_list_.end()) {
      r_.join(m, met->second, Bond::Listed);
      return add_title(m, met->second);
    }
    match_by_kind(m);
    const EntityIndex e = r_.of_mention[m];
    if (e == kNone || r_.actors[e].known) return introduce_listed(m, *listed);
    note_listed(e, *listed);
  }

  // Rules would join it to another entry of the list: the list decides.
  void introduce_listed(MentionIndex m, std::size_t listed) {
    if (const EntityIndex e = r_.of_mention[m]; e != kNone) std::erase(r_.actors[e].mentions, m);
    r_.reasons[m] = {};
    note_listed(r_.add(m, {.named = true}), listed);
    person_words_.resize(r_.actors.size());
  }

  void note_listed(EntityIndex e, std::size_t listed) {
    by_list_.emplace(listed, e);
    r_.actors[e].known = listed;
    r_.actors[e].kind = r_.known.at(listed).kind;
    r_.actors[e].country = r_.known.at(listed).country;
  }

  void match_by_kind(MentionIndex m) {
    switch (r_.d.mentions[m].kind) {
      case EntityKind::Country: return match_country(m);
      case EntityKind::Person: return match_person(m);
      case EntityKind::Organization:
      case EntityKind::Other:
      case EntityKind::Product: return match_organization(m);
      default: return match_exactly(m);
    }
  }

  void match_country(MentionIndex m) {
    const Mention& mention = r_.d.mentions[m];
    const std::string key = r_.key(m);
    const auto nation = r_.gazetteer.nation(key);
    // "Arab", "Kurdish": a quality, nobody's name.
    if (mention.country.empty() && nation && nation->form == NationForm::Adjective) return;
    file(m, "country " + (mention.country.empty() ? key : mention.country), EntityKind::Country);
  }

  void match_exactly(MentionIndex m) {
    const Mention& mention = r_.d.mentions[m];
    Words words = words_of(r_, m);
    file(m, std::string(to_string(mention.kind)).append(" ").append(joined(words)), mention.kind);
    if (mention.kind == EntityKind::Group) r_.actors[r_.of_mention[m]].plural = true;
  }

  void file(MentionIndex m, const std::string& key, EntityKind kind) {
    const auto [at, is_new] = by_key_.try_emplace(key, static_cast<EntityIndex>(r_.actors.size()));
    if (is_new)
      r_.add(m, {.kind = kind, .country = r_.d.mentions[m].country, .named = true});
    else
      r_.join(m, at->second, kind == EntityKind::Country ? Bond::Country : Bond::SameName);
  }

  void match_person(MentionIndex m);
  void match_organization(MentionIndex m);
  void introduce_person(MentionIndex m, const Words& words);
  void add_title(MentionIndex m, EntityIndex actor);
  [[nodiscard]] std::optional<EntityIndex> namesake(MentionIndex m, const Words& words) const;
  [[nodiscard]] std::optional<EntityIndex> nearest(MentionIndex m,
                                                   const std::vector<EntityIndex>& list) const;
  [[nodiscard]] Gender gender_of(MentionIndex m, const Words& words) const;
  [[nodiscard]] Words organization_words(MentionIndex m) const;

  Resolution& r_;
  std::unordered_map<std::string, EntityIndex> by_key_;
  std::unordered_map<std::size_t, EntityIndex> by_list_;  // of the user's own list
  std::optional<date::sys_days> day_;                     // of the article
  std::unordered_map<std::string, std::vector<EntityIndex>> by_surname_, by_given_;
  std::vector<Words> person_words_;  // one an actor; empty for others
};

Gender NameMatcher::gender_of(MentionIndex m, const Words& words) const {
  const Span phrase = r_.phrase_of(m);
  for (TokenIndex i = phrase.begin; i < r_.d.mentions[m].tokens.begin; ++i) {
    const std::string key = r_.key_of(i);
    if (const auto title = r_.gazetteer.title(key); title && title->gender != Gender::Unknown)
      return title->gender;
    if (const auto noun = r_.gazetteer.actor_noun(key); noun && noun->gender != Gender::Unknown)
      return noun->gender;
  }
  if (words.empty()) return Gender::Unknown;
  const PersonName name = r_.gazetteer.person_name(words.front());
  return words.size() > 1 || !name.family ? name.gender : Gender::Unknown;
}

// Of several bearers of a name the one met last before the mention; else the first after it.
std::optional<EntityIndex> NameMatcher::nearest(MentionIndex m, const std::vector<EntityIndex>& list) const {
  std::optional<EntityIndex> before, after;
  MentionIndex best_before = 0, best_after = kNone;
  const Gender gender = gender_of(m, {});
  for (std::size_t i = 0; i < list.size() && i < kMostNamesakes; ++i) {
    const Actor& actor = r_.actors[list[i]];
    if (gender != Gender::Unknown && actor.gender != Gender::Unknown && actor.gender != Gender::Female &&
        gender == Gender::Female)
      continue;
    if (gender == Gender::Male && actor.gender == Gender::Female) continue;
    const MentionIndex first = actor.mentions.front(), last = actor.mentions.back();
    const MentionIndex seen = last < m ? last : first;
    if (seen < m && (!before || seen >= best_before)) before = list[i], best_before = seen;
    if (seen > m && seen < best_after) after = list[i], best_after = seen;
  }
  return before ? before : after;
}

std::optional<EntityIndex> NameMatcher::namesake(MentionIndex m, const Words& words) const {
  const auto same_surname = by_surname_.find(words.back());
  if (words.size() == 1) {
    if (same_surname != by_surname_.end())
      if (const auto found = nearest(m, same_surname->second)) return found;
    const auto same_given_name = by_given_.find(words.back());
    return same_given_name == by_given_.end() ? std::nullopt : nearest(m, same_given_name->second);
  }
  if (same_surname == by_surname_.end()) return std::nullopt;
  for (std::size_t i = 0; i < same_surname->second.size() && i < kMostNamesakes; ++i) {
    const EntityIndex e = same_surname->second[i];
    if (person_words_[e].size() == 1 || same_given(person_words_[e].front(), words.front())) return e;
  }
  return std::nullopt;
}

void NameMatcher::introduce_person(MentionIndex m, const Words& words) {
  const EntityIndex e = r_.add(m, {.kind = EntityKind::Person, .gender = gender_of(m, words), .named = true});
  by_surname_[words.back()].push_back(e);
  if (words.size() > 1) by_given_[words.front()].push_back(e);
  person_words_.resize(r_.actors.size());
  person_words_[e] = words;
}

// The role that stands before a name: "[Norwegian Foreign Minister] Anna Berg".
void NameMatcher::add_title(MentionIndex m, EntityIndex actor) {
  const Span name = r_.d.mentions[m].tokens;
  Span role = without_count(r_.d, r_.gazetteer, {r_.phrase_of(m).begin, name.begin});
  while (!role.empty()) {
    const auto title = r_.gazetteer.title(r_.key_of(role.begin));
    if (!title || title->title_class != TitleClass::Honorific) break;
    ++role.begin;
  }
  if (role.empty()) return;
  Actor& a = r_.actors[actor];
  for (TokenIndex i = role.begin; i < role.end; ++i)
    for (TokenIndex end = std::min(role.end, i + 3); end > i; --end) {
      const auto nation = r_.gazetteer.nation(name_key(r_.d.text_of(Span{i, end})));
      if (nation && nation->form != NationForm::Capital && a.country.empty()) a.country = nation->country;
    }
  if (!a.role.empty()) return;
  a.role = r_.d.text_of(role);
  for (TokenIndex i = role.end; i-- > role.begin && a.role_key.empty();)
    if (const auto noun = r_.gazetteer.actor_noun(r_.key_of(i)); noun || r_.gazetteer.title(r_.key_of(i)))
      a.role_key = r_.key_of(i);
}

void NameMatcher::match_person(MentionIndex m) {
  const Words words = words_of(r_, m);
  if (words.empty()) return;
  if (const auto known = namesake(m, words)) {
    const Words& other = person_words_[*known];
    const bool given = words.size() == 1 && other.size() > 1 && words.back() != other.back();
    r_.join(m, *known, words == other ? Bond::SameName : given ? Bond::GivenName : Bond::Surname);
    Actor& actor = r_.actors[*known];
    if (actor.gender == Gender::Unknown) actor.gender = gender_of(m, words);
    if (words.size() > person_words_[*known].size()) person_words_[*known] = words;
  } else {
    introduce_person(m, words);
  }
  add_title(m, r_.of_mention[m]);
}

// "Department of Labor" as "labor department"; without "Inc." and dots in acronyms.
Words NameMatcher::organization_words(MentionIndex m) const {
  Words words = words_of(r_, m);
  while (words.size() > 1 && r_.gazetteer.is(NameWord::CompanySuffix, words.back())) words.pop_back();
  for (std::string& word : words)
    if (word.size() > 3 && word[1] == '.') word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
  if (words.size() > 2 && words[1] == "of" && r_.gazetteer.is(NameWord::OfficeOf, words[0])) {
    const std::string office = words.front();
    words.erase(words.begin(), words.begin() + 2);
    if (words.front() == "the") words.erase(words.begin());
    words.push_back(office);
  }
  return words;
}

std::string initials_of(const Resolution& r, const Words& words) {
  std::string initials;
  for (const std::string& word : words)
    if (!r.gazetteer.is(NameWord::Function, word)) initials += word.front();
  return initials;
}

void NameMatcher::match_organization(MentionIndex m) {
  const EntityKind kind = r_.d.mentions[m].kind;
  const Words words = organization_words(m);
  const std::string key = "body " + joined(words);
  const auto whole = by_key_.find(key);
  if (whole != by_key_.end()) return r_.join(m, whole->second, Bond::SameName);
  if (words.size() == 1) {
    const auto longer = by_key_.find("part " + words.front());
    if (longer != by_key_.end() && longer->second != kNone)
      return r_.join(m, longer->second, Bond::ShortName);
  }
  file(m, key, kind);
  const EntityIndex e = r_.of_mention[m];
  if (words.size() < 2) return;
  const auto part = [&](std::string_view name) {
    if (name.empty()) return;
    const auto [at, is_new] = by_key_.try_emplace(std::string("part ").append(name), e);
    if (!is_new && at->second != e) at->second = kNone;  // several: tells nothing
  };
  part(initials_of(r_, words));
  if (!r_.gazetteer.is_common_word(words.back())) part(words.back());
  if (!r_.gazetteer.is_common_word(words.front()) && !r_.gazetteer.nation(words.front())) part(words.front());
  // "Security Council" for "U.N. Security Council"
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    Words tail(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    if (tail.front() != "of" && tail.front() != "and") by_key_.try_emplace("body " + joined(tail), e);
  }
}

}  // namespace

void match_names(Resolution& r) { NameMatcher(r).match_all(); }

}  // namespace dateline
