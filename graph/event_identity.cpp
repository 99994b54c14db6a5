#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <boost/pending/disjoint_sets.hpp>

#include "graph/identity.hpp"
#include "graph/name.hpp"
#include "graph/wording.hpp"

namespace dateline {
namespace {

constexpr double kSharedWords = 1.0 / 3;

const std::optional<DateInterval>& days_of_event(const RecordEvent& e) {
  static const std::optional<DateInterval> kNever;
  return e.when ? e.when->days : kNever;
}

bool is_closed(const std::optional<DateInterval>& days) { return days && days->begin && days->end; }

bool overlap_in(const RecordEvent& a, const RecordEvent& b) {
  const auto& x = days_of_event(a);
  const auto& y = days_of_event(b);
  return is_closed(x) && is_closed(y) && x->granularity == y->granularity && overlap(*x, *y);
}

// Events that are alike in all that same() asks for but the words of the sentence.
struct Signature {
  EventType type;
  Modality modality;
  Granularity granularity;
  std::optional<date::sys_days> begin, end;  // absent where not closed
  std::vector<std::pair<std::size_t, Role>> participants;
  std::optional<std::size_t> place;
  std::string trigger;   // folded
  std::string sentence;  // as it is; only of acts of speech and events that nothing dates or nobody is in

  friend auto operator<=>(const Signature&, const Signature&) = default;
};

Signature signature_of(const LocalEvent& local) {
  const RecordEvent& e = *local.event;
  Signature s{e.type, e.modality, Granularity::Interval, {}, {}, local.participants, local.place, {}, {}};
  std::ranges::sort(s.participants);
  if (const auto& days = days_of_event(e); is_closed(days))
    std::tie(s.granularity, s.begin, s.end) = std::tie(days->granularity, days->begin, days->end);
  if (!e.triggers.empty()) s.trigger = folded_name(e.triggers.front().text);
  const bool vague = !s.begin || (local.participants.empty() && !local.place);
  if ((vague || is_speech(e.type)) && !e.sentences.empty()) s.sentence = e.sentences.front().text;
  return s;
}

// One or more events of one signature and different records.
struct Group {
  std::size_t lead = 0;  // the first event
  std::vector<std::size_t> events;
};

// A short sentence ("He won.") is found in articles that have nothing to do with each other.
constexpr std::size_t kTellingSentence = 40;  // bytes
constexpr std::size_t kTellingWords = 4;

bool is_comparable(const Signature& s) {
  return s.sentence.size() >= kTellingSentence || (s.begin && (!s.participants.empty() || s.place));
}

std::vector<Group> groups_of(std::span<const LocalEvent> events) {
  std::map<Signature, std::vector<std::size_t>> groups_with;  // the nth of a record joins the nth group
  std::vector<Group> groups;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> taken;  // first group, record -> how many
  for (std::size_t i = 0; i < events.size(); ++i) {
    Signature signature = signature_of(events[i]);
    if (!is_comparable(signature)) {
      groups.push_back({i, {i}});
      continue;
    }
    auto& with = groups_with[std::move(signature)];
    const std::size_t nth = with.empty() ? 0 : taken[{with.front(), events[i].record}]++;
    if (nth < with.size()) {
      groups[with[nth]].events.push_back(i);
      continue;
    }
    if (with.empty()) taken[{groups.size(), events[i].record}] = 1;
    with.push_back(groups.size());
    groups.push_back({i, {i}});
  }
  return groups;
}

// How many participants the two share in a role; absent where both have some and share none.
std::optional<std::size_t> shared_in(Role role, const LocalEvent& a, const LocalEvent& b) {
  std::set<std::size_t> mine;
  std::size_t theirs = 0;
  std::size_t shared = 0;
  for (const auto& [actor, r] : a.participants)
    if (r == role) mine.insert(actor);
  for (const auto& [actor, r] : b.participants) {
    theirs += r == role ? 1 : 0;
    shared += r == role && mine.contains(actor) ? 1 : 0;
  }
  if (shared == 0 && !mine.empty() && theirs != 0) return std::nullopt;
  return shared;
}

class Comparison {
 public:
  explicit Comparison(std::span<const LocalEvent> events) : events_(events), words_(events.size()) {}

  // More is surer; absent where the two are not known to be the same.
  [[nodiscard]] std::optional<double> evidence(std::size_t i, std::size_t j);

 private:
  double words_shared(std::size_t i, std::size_t j);

  std::span<const LocalEvent> events_;
  std::vector<std::optional<Wording>> words_;
};

double Comparison::words_shared(std::size_t i, std::size_t j) {
  for (const std::size_t e : {i, j})
    if (!words_[e]) words_[e] = wording_of(*events_[e].event);
  return alike(*words_[i], *words_[j]);
}

std::optional<double> Comparison::evidence(std::size_t i, std::size_t j) {
  const LocalEvent& a = events_[i];
  const LocalEvent& b = events_[j];
  if (a.event->type != b.event->type || a.event->modality != b.event->modality) return std::nullopt;
  const bool undated = !days_of_event(*a.event) && !days_of_event(*b.event);
  if (!undated && !overlap_in(*a.event, *b.event)) return std::nullopt;
  const auto agents = shared_in(Role::Agent, a, b);
  const auto targets = shared_in(Role::Target, a, b);
  if (!agents || !targets || (a.place && b.place && a.place != b.place)) return std::nullopt;
  const std::size_t shared = *agents + *targets + (a.place && a.place == b.place ? 1 : 0);
  const double words = words_shared(i, j);
  const bool same_trigger = words_[i]->triggers == words_[j]->triggers;
  if (words == 1 && same_trigger && words_[i]->sentences.size() >= kTellingWords)
    return static_cast<double>(shared) + 2;
  if (undated || shared == 0) return std::nullopt;
  const bool enough = words >= kSharedWords || (!is_speech(a.event->type) && (shared > 1 || same_trigger));
  return enough ? std::optional(static_cast<double>(shared) + words) : std::nullopt;
}

using Pair = std::pair<std::size_t, std::size_t>;

// Pairs of groups that share an actor, a place or a sentence and may overlap.
std::vector<Pair> candidates(std::span<const LocalEvent> events, const std::vector<Group>& groups) {
  // Blocks: (type, modality, what is shared) with the groups in order of their first days.
  using Block = std::tuple<EventType, Modality, std::string, std::size_t>;
  std::vector<std::tuple<Block, date::sys_days, std::size_t>> entries;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const LocalEvent& local = events[groups[g].lead];
    const RecordEvent& e = *local.event;
    const auto& days = days_of_event(e);
    const date::sys_days begin = is_closed(days) ? *days->begin : date::sys_days::min();
    const auto enter = [&](const std::string& words, std::size_t actor) {
      entries.emplace_back(Block{e.type, e.modality, words, actor}, begin, g);
    };
    if (!e.sentences.empty() && !e.sentences.front().text.empty()) enter(e.sentences.front().text, 0);
    for (const auto& [actor, role] : local.participants) enter("", actor);
    if (local.place) enter("", *local.place);
  }
  std::ranges::sort(entries);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& [block, begin, g] = entries[i];
    const auto& days = days_of_event(*events[groups[g].lead].event);
    const date::sys_days end = is_closed(days) ? *days->end : begin + date::days(1);
    for (std::size_t j = i + 1; j < entries.size() && j - i <= kMaxCompared; ++j) {
      if (std::get<0>(entries[j]) != block || std::get<1>(entries[j]) >= end) break;
      if (const std::size_t h = std::get<2>(entries[j]); h != g) pairs.emplace_back(std::minmax(g, h));
    }
  }
  std::ranges::sort(pairs);
  const auto rest = std::ranges::unique(pairs);
  pairs.erase(rest.begin(), rest.end());
  return pairs;
}

// Joins groups unless that would put two events of one record together.
class Union {
 public:
  Union(std::span<const LocalEvent> events, const std::vector<Group>& groups)
      : sets_(groups.size()), records_(groups.size()) {
    for (std::size_t g = 0; g < groups.size(); ++g)
      for (const std::size_t e : groups[g].events) records_[g].insert(events[e].record);
  }

  void join(std::size_t a, std::size_t b) {
    a = sets_.find_set(a);
    b = sets_.find_set(b);
    if (a == b) return;
    auto& few = records_[a].size() < records_[b].size() ? records_[a] : records_[b];
    auto& many = &few == &records_[a] ? records_[b] : records_[a];
    if (std::ranges::any_of(few, [&](std::size_t r) { return many.contains(r); })) return;
    std::set<std::size_t> all = std::move(many);
    all.insert(few.begin(), few.end());
    few.clear();
    sets_.link(a, b);
    records_[sets_.find_set(a)] = std::move(all);
  }

  [[nodiscard]] std::size_t class_of(std::size_t group) { return sets_.find_set(group); }

 private:
  boost::disjoint_sets_with_storage<> sets_;
  std::vector<std::set<std::size_t>> records_;  // of each root
};

}  // namespace

std::vector<std::size_t> same_events(std::span<const LocalEvent> events) {
  const std::vector<Group> groups = groups_of(events);
  Comparison comparison(events);
  std::vector<std::tuple<double, std::size_t, std::size_t>> joins;  // least first: evidence negated
  for (const auto& [g, h] : candidates(events, groups))
    if (const auto sure = comparison.evidence(groups[g].lead, groups[h].lead))
      joins.emplace_back(-*sure, g, h);
  std::ranges::sort(joins);
  Union joined(events, groups);
  for (const auto& [sure, g, h] : joins) joined.join(g, h);
  std::vector<std::size_t> class_of_event(events.size());
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const std::size_t e : groups[g].events) class_of_event[e] = joined.class_of(g);
  std::map<std::size_t, std::size_t> first;
  for (std::size_t e = 0; e < events.size(); ++e)
    class_of_event[e] = first.emplace(class_of_event[e], e).first->second;
  return class_of_event;
}

}  // namespace dateline
