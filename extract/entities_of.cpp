// Entities out of actors: order, canonical names, aliases, coordinates.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "extract/name_key.hpp"
#include "extract/resolution.hpp"

namespace dateline {
namespace {

constexpr int kTold = 1 << 20;  // weighs more than all that an article says elsewhere

// Whether the name is written with letters in small or with several words: no acronym.
bool is_spelled_out(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Police" at the begin of a sentence is "police".
std::string uncapitalised(const Resolution& r, Span tokens) {
  std::string text(r.d.text_of(tokens));
  const SentenceIndex s = r.d.sentence_of(tokens.begin);
  const std::string key = r.key_of(tokens.begin);
  const bool second_upper = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (tokens.begin != r.d.sentences[s].tokens.begin || second_upper || text[0] < 'A' || text[0] > 'Z')
    return text;
  if (r.gazetteer.nation(key) || !(r.gazetteer.is_common_word(key) || r.gazetteer.actor_noun(key)))
    return text;
  text[0] = static_cast<char>(text[0] + 32);
  return text;
}

// "at least 11 soldiers" as "11 soldiers".
Span without_bound(const Resolution& r, Span tokens) {
  while (tokens.size() > 1) {
    const std::string first = r.key_of(tokens.begin), second = r.key_of(tokens.begin + 1);
    if (tokens.size() > 2 && r.gazetteer.is(NameWord::Bound, std::string(first).append(" ").append(second)))
      tokens.begin += 2;
    else if (r.gazetteer.is(NameWord::Bound, first))
      ++tokens.begin;
    else
      break;
  }
  return tokens;
}

// "the company's chief" as "chief".
Span without_owner(const Resolution& r, Span tokens) {
  for (TokenIndex i = tokens.begin; i + 1 < tokens.end; ++i)
    if (const std::string key = r.key_of(i); key == "'s" || key == "'") tokens.begin = i + 1;
  return tokens;
}

class EntityMaker {
 public:
  explicit EntityMaker(const Resolution& r) : r_(r) {
    for (const Mention& m : r.d.mentions)
      if (m.form == MentionForm::Name && !m.country.empty()) ++countries_[m.country];
  }

  [[nodiscard]] Entity make(const Actor& actor) const {
    Entity entity{
        .kind = actor.kind, .role = actor.role, .country = actor.country, .mentions = actor.mentions};
    std::sort(entity.mentions.begin(), entity.mentions.end());
    entity.name = name_of(actor, entity);
    if (actor.known) {
      const KnownActor& listed = r_.known.at(*actor.known);
      entity.name = listed.name;
      entity.external_ids = listed.external_ids;
    }
    entity.aliases = aliases_of(entity);
    if (entity.kind == EntityKind::Place) locate(entity);
    if (entity.kind == EntityKind::Country) entity.coordinates = r_.gazetteer.country_centre(entity.country);
    return entity;
  }

 private:
  [[nodiscard]] std::string name_of(const Actor& actor, const Entity& entity) const;
  [[nodiscard]] std::string country_name_of(const Entity& entity) const;
  [[nodiscard]] std::vector<std::string> aliases_of(const Entity& entity) const;
  [[nodiscard]] std::string country_behind(const Entity& entity) const;
  void locate(Entity& entity) const;

  const Resolution& r_;
  std::map<std::string, int> countries_;  // how often names in the article tell each country
};

std::string EntityMaker::country_name_of(const Entity& entity) const {
  // As the article calls it where it spells it out, else as the gazetteer does.
  for (const MentionIndex m : entity.mentions) {
    if (r_.d.mentions[m].form != MentionForm::Name) continue;
    const std::string_view text = r_.d.text_of(r_.d.mentions[m].tokens);
    const auto nation = r_.gazetteer.nation(name_key(text), NationForm::Name);
    if (nation && is_spelled_out(text) && entity.country != "US") return std::string(text);
  }
  return std::string(r_.gazetteer.country_name(entity.country));
}

std::string EntityMaker::name_of(const Actor& actor, const Entity& entity) const {
  if (actor.kind == EntityKind::Country && actor.named) {
    std::string name = country_name_of(entity);
    if (!name.empty()) return name;
  }
  std::string best;
  std::size_t best_words = 0;
  for (const MentionIndex m : entity.mentions) {
    const Mention& mention = r_.d.mentions[m];
    if (mention.form == MentionForm::Pronoun || (actor.named && mention.form != MentionForm::Name)) continue;
    if (!actor.named) return uncapitalised(r_, without_count(r_.d, r_.gazetteer, mention.tokens));
    const std::string_view text = r_.d.text_of(mention.tokens);
    const std::size_t words = is_spelled_out(text) ? mention.tokens.size() + 1 : 1;
    if (words > best_words) best = text, best_words = words;
  }
  if (best.empty()) best = r_.d.text_of(r_.d.mentions[entity.mentions.front()].tokens);
  return best;
}

std::vector<std::string> EntityMaker::aliases_of(const Entity& entity) const {
  std::vector<std::string> aliases;
  std::unordered_set<std::string> seen{entity.name};
  const auto add = [&](std::string text) {
    if (!text.empty() && seen.insert(text).second) aliases.push_back(std::move(text));
  };
  for (const MentionIndex m : entity.mentions) {
    const Mention& mention = r_.d.mentions[m];
    if (mention.form == MentionForm::Pronoun) continue;
    add(std::string(r_.d.text_of(mention.tokens)));
    const Span phrase = r_.phrase_of(m);
    if (mention.form == MentionForm::Name) {
      const Span titled = without_count(r_.d, r_.gazetteer, {phrase.begin, mention.tokens.end});
      add(std::string(r_.d.text_of(titled)));
      if (phrase.begin < titled.begin) add(std::string(r_.d.text_of(Span{phrase.begin, mention.tokens.end})));
    } else {
      add(std::string(r_.d.text_of(without_bound(r_, mention.tokens))));
      add(std::string(r_.d.text_of(without_count(r_.d, r_.gazetteer, mention.tokens))));
      add(std::string(r_.d.text_of(without_owner(r_, mention.tokens))));
      add(std::string(r_.d.text_of(phrase)));
    }
  }
  return aliases;
}

// "Paris, Texas": the country of the name that stands behind the place's, or "".
std::string EntityMaker::country_behind(const Entity& entity) const {
  for (const MentionIndex m : entity.mentions) {
    const TokenIndex end = r_.d.mentions[m].tokens.end;
    if (m + 1 >= r_.d.mentions.size() || end >= r_.d.tokens.size() || r_.d.text_of(end) != ",") continue;
    const Mention& next = r_.d.mentions[m + 1];
    const bool place = next.kind == EntityKind::Place || next.kind == EntityKind::Country;
    if (place && next.form == MentionForm::Name && next.tokens.begin == end + 1) return next.country;
  }
  return {};
}

// Of several cities of one name that of the country next to it or most spoken of; then the largest.
void EntityMaker::locate(Entity& entity) const {
  const std::string behind = country_behind(entity);
  const std::vector<City> cities = r_.gazetteer.cities(name_key(entity.name));
  const City* best = nullptr;
  int best_count = -1;
  for (const City& city : cities) {
    const auto spoken = countries_.find(std::string(city.country));
    // The name itself told the first city's country: that says nothing.
    int count = spoken == countries_.end() ? 0 : spoken->second;
    if (city.country == entity.country) count -= static_cast<int>(entity.mentions.size());
    const bool told = !behind.empty() && city.country == behind;
    if (told) count += kTold;
    if (!best || (count > best_count && (told || city.population * 50 > best->population)))
      best = &city, best_count = count;
  }
  if (!best) return;
  if (entity.country.empty() || best_count > 0) entity.country = best->country;
  if (entity.country == best->country) entity.coordinates = best->coordinates;
}

}  // namespace

Entities entities_of(const Resolution& r) {
  const EntityMaker maker(r);
  std::vector<std::pair<MentionIndex, EntityIndex>> order;
  for (EntityIndex e = 0; e < r.actors.size(); ++e)
    if (!r.actors[e].mentions.empty())
      order.emplace_back(*std::min_element(r.actors[e].mentions.begin(), r.actors[e].mentions.end()), e);
  std::sort(order.begin(), order.end());
  std::vector<EntityIndex> new_index(r.actors.size(), kNone);
  Entities entities;
  for (const auto& [first, e] : order) {
    new_index[e] = static_cast<EntityIndex>(entities.list.size());
    entities.list.push_back(maker.make(r.actors[e]));
  }
  for (const EntityIndex e : r.of_mention) entities.of_mention.push_back(e == kNone ? kNone : new_index[e]);
  for (const Reason& reason : r.reasons) entities.why.push_back(to_text(r.d, reason));
  return entities;
}

}  // namespace dateline
