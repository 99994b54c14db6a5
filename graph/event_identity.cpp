#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include <boost/pending/disjoint_sets.hpp>

#include "graph/event_likeness.hpp"
#include "graph/identity.hpp"
#include "graph/name.hpp"
#include "graph/wording.hpp"

namespace dateline {
namespace {

// What is compared by being the same, as one number of 64 bits (FNV-1a over its parts).
class Key {
 public:
  Key& operator<<(std::uint64_t part) {
    for (int byte = 0; byte < 8; ++byte) hash_ = (hash_ ^ ((part >> (8 * byte)) & 0xFFU)) * 1099511628211U;
    return *this;
  }
  Key& operator<<(std::string_view text) {
    for (const char c : text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return *this << std::uint64_t{text.size()};
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037U;
};

std::uint64_t number(date::sys_days day) {
  return static_cast<std::uint64_t>(day.time_since_epoch().count());
}

// A short sentence ("He won.") is found in articles that have nothing to do with each other.
constexpr std::size_t kTellingSentence = 40;  // bytes

std::string_view first_sentence(const RecordEvent& e) {
  return e.sentences.empty() ? std::string_view() : std::string_view(e.sentences.front().text);
}

// Events that have this in common are one, without a closer look: type, modality, days, participants, place,
// trigger, and the sentence of acts of speech and of events that nothing dates or nobody is in. Absent where
// that says too little.
std::optional<std::uint64_t> signature_of(const LocalEvent& local, const EventTraits& traits) {
  const RecordEvent& e = *local.event;
  const bool placed = !local.participants.empty() || local.place;
  const bool vague = !traits.dated || !placed;
  const std::string_view sentence = vague || is_speech(e.type) ? first_sentence(e) : std::string_view();
  if (sentence.size() < kTellingSentence && vague) return std::nullopt;
  Key key;
  key << static_cast<std::uint64_t>(e.type) << static_cast<std::uint64_t>(e.modality);
  key << (traits.dated ? number(traits.begin) : 0) << (traits.dated ? number(traits.end) : 0);
  auto participants = local.participants;
  std::ranges::sort(participants);
  for (const LocalParticipant& p : participants) key << p.actor << static_cast<std::uint64_t>(p.role);
  key << participants.size() << (local.place ? *local.place + 1 : 0);
  key << (e.triggers.empty() ? std::string() : folded_name(e.triggers.front().text)) << sentence;
  return key.value();
}

// One or more events of one signature and different records.
struct Group {
  std::size_t lead = 0;  // the first event
  std::vector<std::size_t> events;
};

// Events of one signature, ascending: the nth of each record is one with the nth of the others.
void add_groups(std::span<const std::pair<std::uint64_t, std::size_t>> same,
                std::span<const LocalEvent> events, std::vector<Group>& groups) {
  const std::size_t first = groups.size();
  std::size_t nth = 0;
  for (std::size_t i = 0; i < same.size(); ++i) {
    const std::size_t e = same[i].second;
    nth = i > 0 && events[same[i - 1].second].record == events[e].record ? nth + 1 : 0;
    if (first + nth == groups.size()) groups.push_back({e, {}});
    groups[first + nth].events.push_back(e);
  }
}

std::vector<Group> groups_of(std::span<const LocalEvent> events, const EventLikeness& likeness) {
  std::vector<Group> groups;
  std::vector<std::pair<std::uint64_t, std::size_t>> signed_events;
  for (std::size_t e = 0; e < events.size(); ++e) {
    if (const auto signature = signature_of(events[e], likeness.traits(e)))
      signed_events.emplace_back(*signature, e);
    else
      groups.push_back({e, {e}});
  }
  std::ranges::sort(signed_events);
  for (std::size_t begin = 0; begin < signed_events.size();) {
    std::size_t end = begin + 1;
    while (end < signed_events.size() && signed_events[end].first == signed_events[begin].first) ++end;
    add_groups(std::span(signed_events).subspan(begin, end - begin), events, groups);
    begin = end;
  }
  std::ranges::sort(groups, {}, &Group::lead);
  return groups;
}

// A group under one key that it may share with others.
struct Entry {
  std::uint64_t key = 0;
  date::sys_days begin;  // of its days; the earliest day where undated
  std::uint32_t group = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

// Actors, places and sentences that events have in common.
void enter_facts(std::vector<Entry>& entries, const LocalEvent& local, const EventTraits& traits,
                 std::uint32_t group) {
  const date::sys_days begin = traits.dated ? traits.begin : date::sys_days::min();
  const auto type = static_cast<std::uint64_t>(local.event->type);
  if (const auto sentence = first_sentence(*local.event); !sentence.empty())
    entries.push_back({(Key() << type << sentence).value(), begin, group});
  for (const LocalParticipant& p : local.participants)
    entries.push_back({(Key() << type << p.actor).value(), begin, group});
  if (local.place) entries.push_back({(Key() << type << *local.place).value(), begin, group});
}

constexpr std::size_t kFewWithTrigger = 256;  // so many events are compared all with all
constexpr std::size_t kStem = 4;              // letters that the forms of one word mostly share

// The beginning of the trigger, and the days: what events are compared by that share neither actor nor place.
std::uint64_t trigger_key(const EventTraits& traits) {
  Key key;
  key << std::string_view(traits.trigger.folded).substr(0, kStem) << std::uint64_t{traits.dated};
  if (traits.dated) key << number(traits.begin) << number(traits.end);
  return key.value();
}

// The beginning alone: by it those that are dated meet those that are not.
std::uint64_t stem_key(const EventTraits& traits) {
  return (Key() << std::string_view(traits.trigger.folded).substr(0, kStem)).value();
}

// Groups with a trigger, and not an open end, under a key each; sorted.
template <typename KeyOf>
std::vector<Entry> entries_by(const KeyOf& key_of, const std::vector<Group>& groups,
                              const EventLikeness& likeness) {
  std::vector<Entry> all;
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (const EventTraits& traits = likeness.traits(groups[g].lead);
        !traits.trigger.folded.empty() && !traits.open)
      all.push_back({key_of(traits), date::sys_days(), static_cast<std::uint32_t>(g)});
  std::ranges::sort(all);
  return all;
}

// Calls `use` with the entries of each key.
template <typename Use>
void each_key(std::span<const Entry> sorted, const Use& use) {
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && sorted[end].key == sorted[begin].key) ++end;
    use(sorted.subspan(begin, end - begin));
    begin = end;
  }
}

// Entries by trigger: of few events the trigger alone; where very many have it on the same days, each of the
// words that their articles have most to do with.
struct TriggerEntries {
  std::vector<Entry> few;
  std::vector<Entry> many;
};

TriggerEntries trigger_entries(std::span<const LocalEvent> events, const std::vector<Group>& groups,
                               const EventLikeness& likeness, const Stories& stories) {
  TriggerEntries entries;
  each_key(entries_by(trigger_key, groups, likeness), [&](std::span<const Entry> same) {
    if (same.size() <= kFewWithTrigger) {
      entries.few.insert(entries.few.end(), same.begin(), same.end());
      return;
    }
    for (const Entry& entry : same)
      for (const WordHash word : stories.main_words(events[groups[entry.group].lead].record))
        entries.many.push_back({(Key() << entry.key << word).value(), date::sys_days(), entry.group});
  });
  each_key(entries_by(stem_key, groups, likeness), [&](std::span<const Entry> same) {
    const auto dated = std::ranges::count_if(
        same, [&](const Entry& e) { return likeness.traits(groups[e.group].lead).dated; });
    if (same.size() <= kFewWithTrigger && dated > 0 && std::cmp_less(dated, same.size()))
      entries.few.insert(entries.few.end(), same.begin(), same.end());
  });
  return entries;
}

// How sure it is that two groups are one; the least first.
struct Join {
  double sure = 0;
  std::uint32_t a = 0, b = 0;

  friend auto operator<=>(const Join&, const Join&) = default;
};

// Compares each entry with the `window` next of its key that begin before it ends.
void compare(std::vector<Entry> entries, std::size_t window, const std::vector<Group>& groups,
             std::span<const LocalEvent> events, const EventLikeness& likeness, std::vector<Join>& joins) {
  std::ranges::sort(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t lead = groups[entries[i].group].lead;
    const EventTraits& traits = likeness.traits(lead);
    const date::sys_days end = traits.dated ? traits.end : entries[i].begin + date::days(1);
    for (std::size_t j = i + 1; j < std::min(entries.size(), i + 1 + window); ++j) {
      if (entries[j].key != entries[i].key || (traits.dated && entries[j].begin >= end)) break;
      const std::size_t other = groups[entries[j].group].lead;
      const bool apart =
          events[lead].record == events[other].record && traits.modality == likeness.traits(other).modality;
      if (entries[j].group == entries[i].group || apart) continue;
      if (const auto sure = likeness.evidence(lead, other))
        joins.push_back({*sure, std::min(entries[i].group, entries[j].group),
                         std::max(entries[i].group, entries[j].group)});
    }
  }
}

// Joins groups unless that would put two events of one record together, or two that days tell apart (by one
// between them that is not dated).
class Union {
 public:
  Union(std::span<const LocalEvent> events, const std::vector<Group>& groups, const EventLikeness& likeness)
      : sets_(groups.size()), records_(groups.size()), dated_(groups.size(), nullptr) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t e : groups[g].events) records_[g].push_back(events[e].record);
      if (const EventTraits& traits = likeness.traits(groups[g].lead); traits.dated) dated_[g] = &traits;
    }
  }

  void join(std::size_t a, std::size_t b) {
    a = sets_.find_set(a);
    b = sets_.find_set(b);
    if (a == b || (dated_[a] != nullptr && dated_[b] != nullptr && !days_fit(*dated_[a], *dated_[b]))) return;
    const EventTraits* const dated = dated_[a] != nullptr ? dated_[a] : dated_[b];
    std::vector<std::size_t> all;
    std::ranges::set_union(records_[a], records_[b], std::back_inserter(all));
    if (all.size() != records_[a].size() + records_[b].size()) return;
    records_[a] = records_[b] = {};
    sets_.link(a, b);
    records_[sets_.find_set(a)] = std::move(all);
    dated_[sets_.find_set(a)] = dated;
  }

  [[nodiscard]] std::size_t class_of(std::size_t group) { return sets_.find_set(group); }

 private:
  boost::disjoint_sets_with_storage<> sets_;
  std::vector<std::vector<std::size_t>> records_;  // of each root, ascending
  std::vector<const EventTraits*> dated_;          // of each root, one of its dated events; null for none
};

}  // namespace

EventClasses same_events(std::span<const LocalEvent> events, const Stories& stories) {
  const EventLikeness likeness(events, stories);
  const std::vector<Group> groups = groups_of(events, likeness);
  std::vector<Entry> facts;
  for (std::size_t g = 0; g < groups.size(); ++g)
    enter_facts(facts, events[groups[g].lead], likeness.traits(groups[g].lead),
                static_cast<std::uint32_t>(g));
  std::vector<Join> joins;
  compare(std::move(facts), kMaxCompared, groups, events, likeness, joins);
  TriggerEntries triggers = trigger_entries(events, groups, likeness, stories);
  compare(std::move(triggers.few), kFewWithTrigger, groups, events, likeness, joins);
  compare(std::move(triggers.many), kMaxCompared, groups, events, likeness, joins);
  std::ranges::sort(joins, {}, [](const Join& j) { return std::tuple(-j.sure, j.a, j.b); });
  Union joined(events, groups, likeness);
  const auto modality = [&](std::size_t g) { return likeness.traits(groups[g].lead).modality; };
  for (const Join& j : joins)
    if (modality(j.a) == modality(j.b)) joined.join(j.a, j.b);
  EventClasses classes;
  classes.of_event.resize(events.size());
  std::vector<std::size_t> first(groups.size());  // of each root, its first event
  for (std::size_t g = groups.size(); g-- > 0;) first[joined.class_of(g)] = groups[g].lead;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const std::size_t e : groups[g].events) classes.of_event[e] = first[joined.class_of(g)];
  std::vector<bool> has_deed(groups.size(), false);
  for (const Join& j : joins) {
    const bool a_planned = modality(j.a) == Modality::Planned;
    const auto [plan, deed] = a_planned ? std::pair(j.a, j.b) : std::pair(j.b, j.a);
    if (modality(plan) != Modality::Planned || modality(deed) != Modality::Actual) continue;
    if (has_deed[joined.class_of(plan)]) continue;
    has_deed[joined.class_of(plan)] = true;
    classes.fulfilled.emplace_back(first[joined.class_of(plan)], first[joined.class_of(deed)]);
  }
  std::ranges::sort(classes.fulfilled);
  return classes;
}

}  // namespace dateline
