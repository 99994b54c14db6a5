#include "graph/consensus.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>

#include "graph/figure.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

// A value that one part gives.
template <typename Value>
struct Claim {
  Value value;
  std::string text;   // equal texts are one value
  int precision = 0;  // more is more precise
  const Record* record = nullptr;
  std::size_t source = 0;  // the class of its text
  Member member;
};

// All claims of one value, and how they rank.
template <typename Value>
struct Option {
  const Claim<Value>* best = nullptr;
  std::vector<Member> members;
  std::vector<std::size_t> sources;
};

// How many different ones.
std::uint32_t independent(std::vector<std::size_t> sources) {
  std::ranges::sort(sources);
  const auto rest = std::ranges::unique(sources);
  return static_cast<std::uint32_t>(sources.size() - rest.size());
}

std::optional<date::sys_days> age(const Record& record) {
  if (record.article.modified) return record.article.modified;
  return record.article.published ? std::optional(record.article.published->day) : std::nullopt;
}

// Claims grouped by text, the shown one first. Depends on the set of claims only.
template <typename Value>
std::vector<Option<Value>> ranked(std::vector<Claim<Value>>& claims) {
  std::ranges::sort(claims, {}, [](const Claim<Value>& c) { return std::tie(c.text, c.member); });
  std::vector<Option<Value>> options;
  for (const Claim<Value>& claim : claims) {
    if (options.empty() || options.back().best->text != claim.text) options.push_back({&claim, {}, {}});
    Option<Value>& option = options.back();
    if (option.members.empty() || option.members.back() != claim.member)
      option.members.push_back(claim.member);
    option.sources.push_back(claim.source);
    if (age(*claim.record) > age(*option.best->record)) option.best = &claim;
  }
  std::ranges::stable_sort(options, std::greater{}, [](const Option<Value>& o) {
    return std::tuple(independent(o.sources), o.best->precision, age(*o.best->record));
  });
  return options;
}

template <typename Value>
std::vector<Alternative> alternatives_of(const std::vector<Option<Value>>& options) {
  std::vector<Alternative> alternatives;
  for (const Option<Value>& option : options) alternatives.push_back({option.best->text, option.members});
  return alternatives;
}

template <typename Facts>
Member member_of(const Part<Facts>& part) {
  return {part.record->article.id, part.facts->id};
}

// Claims of one field: `value_of` gives a value and its text, or nothing.
template <typename Value, typename Facts, typename ValueOf>
std::vector<Claim<Value>> claims_of(std::span<const Part<Facts>> parts, const ValueOf& value_of) {
  std::vector<Claim<Value>> claims;
  for (const Part<Facts>& part : parts)
    if (std::optional<std::pair<Value, std::string>> value = value_of(*part.facts))
      claims.push_back(
          {std::move(value->first), std::move(value->second), 0, part.record, part.text, member_of(part)});
  return claims;
}

// Decides a field of text, and notes where parts differ.
template <typename Facts>
std::optional<std::string> decide(std::span<const Part<Facts>> parts, const std::string& field,
                                  Disagreements& disagreements,
                                  std::optional<std::string> (*value_of)(const Facts&)) {
  auto claims = claims_of<std::string>(parts, [value_of](const Facts& facts) {
    const auto value = value_of(facts);
    return value ? std::optional(std::pair(*value, *value)) : std::nullopt;
  });
  const auto options = ranked(claims);
  if (options.size() > 1 && !field.empty()) disagreements[field] = alternatives_of(options);
  return options.empty() ? std::nullopt : std::optional(options.front().best->value);
}

template <typename NodeOf, typename Facts>
void set_members(NodeOf& node, std::span<const Part<Facts>> parts) {
  assert(!parts.empty());
  std::vector<std::size_t> sources;
  for (const Part<Facts>& part : parts) {
    node.members.push_back(member_of(part));
    sources.push_back(part.text);
  }
  std::ranges::sort(node.members);
  node.sources = independent(std::move(sources));
  node.key = node.members.front().article + "/" + node.members.front().local;
}

std::optional<std::string> named(const RecordActor& a) { return a.name; }
std::optional<std::string> kind_named(const RecordActor& a) {
  return a.kind == EntityKind::Other ? std::nullopt : std::optional(std::string(to_string(a.kind)));
}
std::optional<std::string> role_named(const RecordActor& a) { return a.role; }
std::optional<std::string> country_named(const RecordActor& a) { return a.country; }

// Names and aliases but the shown name: each once, by member.
std::vector<std::string> other_names(std::span<const Part<RecordActor>> parts, const std::string& shown) {
  std::vector<Part<RecordActor>> sorted(parts.begin(), parts.end());
  std::ranges::sort(sorted, {}, member_of<RecordActor>);
  std::vector<std::string> names;
  std::set<std::string> seen{shown};
  const auto note = [&](const std::string& name) {
    if (seen.insert(name).second) names.push_back(name);
  };
  for (const auto& part : sorted) {
    note(part.facts->name);
    for (const std::string& alias : part.facts->aliases) note(alias);
  }
  return names;
}

std::string spelled(const DateInterval& days) {
  const std::string first = days.begin ? to_iso(*days.begin) : "";
  const std::string last = days.end ? to_iso(*days.end - date::days(1)) : "";
  return first == last ? first : first + "/" + last;
}

bool holds(const DateInterval& a, const DateInterval& b) {
  return (!a.begin || (b.begin && *a.begin <= *b.begin)) && (!a.end || (b.end && *b.end <= *a.end));
}

int precision_of(const std::optional<DateInterval>& days) {
  constexpr int kOpen = -1000000000;
  if (!days) return 2 * kOpen;
  return days->begin && days->end ? -static_cast<int>((*days->end - *days->begin).count()) : kOpen;
}

// "Something happened" contradicts nothing that says what.
void decide_type(EventNode& node, std::span<const Part<RecordEvent>> parts) {
  std::vector<Claim<EventType>> claims;
  for (const auto& part : parts)
    if (const EventType type = part.facts->type; type != EventType::Occurrence)
      claims.push_back({type, std::string(to_string(type)), 0, part.record, part.text, member_of(part)});
  const auto options = ranked(claims);
  if (!options.empty()) node.facts.type = options.front().best->value;
  if (options.size() > 1) node.disagreements["type"] = alternatives_of(options);
}

void decide_when(EventNode& node, std::span<const Part<RecordEvent>> parts) {
  std::vector<Claim<RecordWhen>> claims;
  for (const auto& part : parts)
    if (const auto& when = part.facts->when)
      claims.push_back({*when, when->days ? spelled(*when->days) : when->value, precision_of(when->days),
                        part.record, part.text, member_of(part)});
  const auto options = ranked(claims);
  if (options.empty()) return;
  node.facts.when = options.front().best->value;
  const auto conflict = [](const Option<RecordWhen>& a, const Option<RecordWhen>& b) {
    const auto& x = a.best->value.days;
    const auto& y = b.best->value.days;
    return x && y && !holds(*x, *y) && !holds(*y, *x);
  };
  for (const auto& option : options)
    if (conflict(options.front(), option)) node.disagreements["when"] = alternatives_of(options);
}

void decide_place(EventNode& node, std::span<const Part<RecordEvent>> parts, const KeyOf& key_of) {
  std::vector<Claim<RecordPlace>> claims;
  for (const auto& part : parts) {
    if (!part.facts->place) continue;
    RecordPlace place = *part.facts->place;
    if (!place.actor.empty()) place.actor = key_of(*part.record, place.actor);
    std::string text = place.actor.empty() ? place.name : place.actor;
    claims.push_back({std::move(place), std::move(text), 0, part.record, part.text, member_of(part)});
  }
  const auto options = ranked(claims);
  if (options.empty()) return;
  node.facts.place = options.front().best->value;
  if (options.size() < 2) return;
  auto& alternatives = node.disagreements["place"] = alternatives_of(options);
  for (std::size_t i = 0; i < options.size(); ++i) alternatives[i].value = options[i].best->value.name;
}

// Figures of one kind and unit are one figure; an event may have several ("7 killed, 12 injured").
void decide_figures(EventNode& node, std::span<const Part<RecordEvent>> parts) {
  std::map<std::pair<FigureKind, std::string>, std::vector<Claim<RecordFigure>>> by_kind;
  for (const auto& part : parts)
    for (const RecordFigure& f : part.facts->figures)
      by_kind[{f.kind, f.unit}].push_back(
          {f, spell(f), f.quantity.value ? 1 : 0, part.record, part.text, member_of(part)});
  for (auto& [kind, claims] : by_kind) {
    const auto options = ranked(claims);
    std::set<Member> who;
    bool several = false;  // one article gives two such figures: they count different things
    for (const auto& option : options)
      for (const Member& m : option.members) several = !who.insert(m).second || several;
    for (const auto& option : options)
      if (several || &option == &options.front()) node.facts.figures.push_back(option.best->value);
    if (several || options.size() < 2) continue;
    auto& all = node.disagreements["figures"];
    for (Alternative& alternative : alternatives_of(options)) all.push_back(std::move(alternative));
  }
}

// How an article describes an actor whom it does not name; empty for a name.
std::string description_of(const Record& record, const std::string& actor) {
  const auto local = std::ranges::find(record.actors, actor, &RecordActor::id);
  return local != record.actors.end() && is_description(local->name) ? folded_name(local->name) : "";
}

void decide_participants(EventNode& node, std::span<const Part<RecordEvent>> parts, const KeyOf& key_of) {
  std::map<std::string, std::vector<Claim<Role>>> by_actor;
  std::map<std::string, std::string> described;  // key -> description
  for (const auto& part : parts)
    for (const RecordParticipant& p : part.facts->participants) {
      const std::string& key = key_of(*part.record, p.actor);
      if (const std::string words = description_of(*part.record, p.actor); !words.empty())
        described[key] = words;
      by_actor[key].push_back({p.role, std::string(to_string(p.role)) + " " + key,
                               p.role == Role::Other ? 0 : 1, part.record, part.text, member_of(part)});
    }
  std::set<std::pair<std::string, Role>> shown;  // "the police" of one event are the same in all articles
  for (auto& [actor, claims] : by_actor) {
    const auto options = ranked(claims);
    const Role role = options.front().best->value;
    if (const auto words = described.find(actor);
        words == described.end() || shown.emplace(words->second, role).second)
      node.facts.participants.push_back({actor, role});
    if (options.size() < 2) continue;
    auto& all = node.disagreements["participants"];
    for (Alternative& alternative : alternatives_of(options)) all.push_back(std::move(alternative));
  }
  std::ranges::stable_sort(node.facts.participants, {}, &RecordParticipant::role);
}

// The article that tells most shows its words: trigger, sentence, summary.
void show_words(EventNode& node, std::span<const Part<RecordEvent>> parts) {
  const auto rank = [](const Part<RecordEvent>& part) {
    const RecordEvent& e = *part.facts;
    return std::tuple(e.participants.size() + e.figures.size() + (e.place ? 1 : 0), age(*part.record));
  };
  const Part<RecordEvent>* best = &parts.front();
  for (const auto& part : parts) {
    const auto a = rank(part);
    const auto b = rank(*best);
    if (a > b || (a == b && member_of(part) < member_of(*best))) best = &part;
  }
  node.facts.triggers = best->facts->triggers;
  node.facts.sentences = best->facts->sentences;
  node.facts.summary = best->facts->summary;
}

// Every article has its own voices: that they differ is no disagreement.
void decide_voice(EventNode& node, std::span<const Part<RecordEvent>> parts, const KeyOf& key_of) {
  std::vector<Claim<std::string>> claims;
  for (const auto& part : parts)
    if (const auto& voice = part.facts->attribution) {
      const std::string& key = key_of(*part.record, *voice);
      claims.push_back({key, key, 0, part.record, part.text, member_of(part)});
    }
  const auto options = ranked(claims);
  if (!options.empty()) node.facts.attribution = options.front().best->value;
}

// What one article alone tells: its own facts, in the order that others give them.
RecordEvent with_keys(const Part<RecordEvent>& part, const KeyOf& key_of) {
  RecordEvent e = *part.facts;
  e.id.clear();
  e.why.clear();
  for (RecordParticipant& p : e.participants) p.actor = key_of(*part.record, p.actor);
  std::ranges::sort(e.participants, {}, [](const RecordParticipant& p) { return std::tie(p.role, p.actor); });
  const auto figure = [](const RecordFigure& f) {
    return std::tuple(f.kind, std::string_view(f.unit), !f.quantity.value, spell(f));
  };
  std::ranges::stable_sort(e.figures, {}, figure);
  const auto rest = std::ranges::unique(e.figures, {}, figure);
  e.figures.erase(rest.begin(), rest.end());
  if (e.place && !e.place->actor.empty()) e.place->actor = key_of(*part.record, e.place->actor);
  if (e.attribution) e.attribution = key_of(*part.record, *e.attribution);
  return e;
}

}  // namespace

EntityNode entity_of(std::span<const Part<RecordActor>> parts) {
  EntityNode node;
  set_members(node, parts);
  Disagreements ignored;  // that a thing has several names is no disagreement: they are its aliases
  node.facts.name = decide(parts, "", ignored, named).value();
  if (const auto kind = decide(parts, "kind", node.disagreements, kind_named))
    node.facts.kind = entity_kind_from(*kind).value();
  node.facts.aliases = other_names(parts, node.facts.name);
  node.facts.role = decide(parts, "role", node.disagreements, role_named);
  node.facts.country = decide(parts, "country", node.disagreements, country_named);
  for (const auto& part : parts)
    for (const auto& [scheme, id] : part.facts->external_ids) {
      std::string& shown = node.facts.external_ids.try_emplace(scheme, id).first->second;
      shown = std::min(shown, id);
    }
  return node;
}

EventNode event_of(std::span<const Part<RecordEvent>> parts, const KeyOf& key_of) {
  EventNode node;
  set_members(node, parts);
  if (parts.size() == 1) {
    node.facts = with_keys(parts.front(), key_of);
    return node;
  }
  node.facts.modality = parts.front().facts->modality;
  for (const auto& part : parts) node.facts.core = node.facts.core || part.facts->core;
  decide_type(node, parts);
  show_words(node, parts);
  decide_participants(node, parts, key_of);
  decide_when(node, parts);
  decide_place(node, parts, key_of);
  decide_figures(node, parts);
  decide_voice(node, parts, key_of);
  return node;
}

}  // namespace dateline
