#include "graph/event_likeness.hpp"

#include <algorithm>

#include "graph/wording.hpp"

namespace dateline {
namespace {

void set_days(EventTraits& traits, const RecordEvent& e) {
  if (!e.when || !e.when->days) return;
  const DateInterval& days = *e.when->days;
  traits.dated = days.begin && days.end;
  traits.open = !traits.dated;
  traits.granularity = days.granularity;
  if (traits.dated) {
    traits.begin = *days.begin;
    traits.end = *days.end;
  }
}

// Names are compared as participants; short ones tell nothing more.
bool tells(const TextWord& word) {
  constexpr std::size_t kShortest = 4;
  return word.folded.size() >= kShortest ||
         std::ranges::any_of(word.folded, [](char c) { return '0' <= c && c <= '9'; });
}

// Whether nothing is told of an event but that it was.
bool is_bare(const LocalEvent& local) { return local.participants.empty() && !local.place; }

// Whether one takes part in the other event, in whatever role.
bool takes_part(std::size_t actor, const LocalEvent& local) {
  return std::ranges::find(local.participants, actor, &LocalParticipant::actor) != local.participants.end();
}

// How many participants the two share in a role; absent where both name some, and none of these takes part in
// the other event at all: who did it and to whom is what reports disagree about.
std::optional<std::size_t> shared_in(Role role, const LocalEvent& a, const LocalEvent& b) {
  std::size_t mine = 0;
  std::size_t theirs = 0;
  std::size_t shared = 0;
  bool in_both = false;
  for (const LocalParticipant& p : b.participants) {
    if (p.role != role) continue;
    theirs += p.described ? 0 : 1;
    in_both = in_both || takes_part(p.actor, a);
  }
  for (const LocalParticipant& p : a.participants) {
    if (p.role != role) continue;
    mine += p.described ? 0 : 1;
    in_both = in_both || takes_part(p.actor, b);
    shared +=
        std::ranges::any_of(b.participants,
                            [&](const LocalParticipant& q) { return q.actor == p.actor && q.role == role; })
            ? 1
            : 0;
  }
  if (!in_both && mine != 0 && theirs != 0) return std::nullopt;
  return shared;
}

bool share_trigger(const RecordEvent& a, const RecordEvent& b) {
  constexpr std::size_t kMost = 8;  // of very many the first tell enough
  const auto first = [=](const std::vector<Provenance>& triggers) {
    TextWords words;
    for (std::size_t i = 0; i < std::min(triggers.size(), kMost); ++i)
      if (TextWords of_one = text_words(triggers[i].text); !of_one.empty()) words.push_back(of_one.front());
    return words;
  };
  const TextWords others = first(b.triggers);
  return std::ranges::any_of(first(a.triggers), [&](const TextWord& x) {
    return std::ranges::any_of(others, [&](const TextWord& y) { return same_word(x, y); });
  });
}

}  // namespace

bool days_fit(const EventTraits& a, const EventTraits& b) {
  if (a.open || b.open) return false;
  if (!a.dated || !b.dated || (a.begin == b.begin && a.end == b.end)) return true;
  return a.granularity == b.granularity && a.begin < b.end && b.begin < a.end;
}

EventLikeness::EventLikeness(std::span<const LocalEvent> events, const Stories& stories)
    : events_(events), stories_(stories) {
  traits_.reserve(events.size());
  for (const LocalEvent& local : events) {
    const RecordEvent& e = *local.event;
    EventTraits& traits = traits_.emplace_back();
    traits.type = e.type;
    traits.modality = e.modality;
    set_days(traits, e);
    if (!e.triggers.empty())
      if (TextWords words = text_words(e.triggers.front().text); !words.empty())
        traits.trigger = words.front();
    const auto first = static_cast<std::ptrdiff_t>(words_.size());
    for (const Provenance& sentence : e.sentences)
      for (const TextWord& word : text_words(sentence.text))
        if (tells(word)) words_.push_back(word_hash(word.folded));
    std::sort(words_.begin() + first, words_.end());
    words_.erase(std::unique(words_.begin() + first, words_.end()), words_.end());
    traits.words_begin = static_cast<std::uint32_t>(first);
    traits.words_end = static_cast<std::uint32_t>(words_.size());
  }
}

double EventLikeness::words_shared(std::size_t i, std::size_t j) const {
  const auto a = telling_words(i);
  const auto b = telling_words(j);
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared;
    const bool step_x = *x <= *y;
    if (*y <= *x) ++y;
    if (step_x) ++x;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

bool EventLikeness::types_fit(std::size_t i, std::size_t j, bool same_trigger) const {
  const EventType a = traits_[i].type;
  const EventType b = traits_[j].type;
  return a == b || (same_trigger && (a == EventType::Occurrence || b == EventType::Occurrence));
}

std::optional<double> EventLikeness::evidence(std::size_t i, std::size_t j) const {
  const EventTraits& x = traits_[i];
  const EventTraits& y = traits_[j];
  if (!days_fit(x, y)) return std::nullopt;
  const LocalEvent& a = events_[i];
  const LocalEvent& b = events_[j];
  if (a.place && b.place && a.place != b.place) return std::nullopt;
  bool same_trigger =
      !x.trigger.folded.empty() && !y.trigger.folded.empty() && same_word(x.trigger, y.trigger);
  if (!same_trigger && x.type == y.type && (a.event->triggers.size() > 1 || b.event->triggers.size() > 1))
    same_trigger = share_trigger(*a.event, *b.event);
  const double words = words_shared(i, j);
  const bool in_words = words >= kSharedWords;
  // What articles tell in nearly the same words they tell of one thing, however their words were read.
  const bool forgiven = same_trigger && in_words;
  if (!types_fit(i, j, same_trigger) && !forgiven) return std::nullopt;
  const auto agents = shared_in(Role::Agent, a, b);
  const auto targets = shared_in(Role::Target, a, b);
  if (!agents || !targets) return std::nullopt;
  const auto shared =
      static_cast<double>(agents.value_or(0) + targets.value_or(0) + (a.place && a.place == b.place ? 1 : 0));
  const bool alike_dated = x.dated == y.dated;
  if (alike_dated && words == 1 && same_trigger && telling_words(i).size() >= kTellingWords)
    return 2 + shared;
  const bool speech = is_speech(x.type) || is_speech(y.type);
  if (alike_dated && x.dated && shared > 0 && (in_words || (!speech && (shared > 1 || same_trigger))))
    return shared + words;
  const double story = stories_.likeness(a.record, b.record) + words / 2;
  if (story < kSameStory || (speech && !in_words)) return std::nullopt;
  if (!alike_dated)
    return same_trigger && (shared > 0 || is_bare(a) || is_bare(b)) ? std::optional(story) : std::nullopt;
  const bool one_day = x.dated && x.begin == y.begin && x.end - x.begin == date::days(1);
  if (same_trigger || (one_day && shared > 0)) return story + (one_day ? shared : 0);
  return std::nullopt;
}

}  // namespace dateline
