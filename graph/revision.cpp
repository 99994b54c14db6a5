#include "graph/revision.hpp"

#include <algorithm>
#include <set>

namespace dateline {
namespace {

void insert(std::vector<std::size_t>& sorted, std::size_t value) {
  const auto at = std::ranges::lower_bound(sorted, value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

bool contains(const std::vector<std::size_t>& sorted, std::size_t value) {
  return std::ranges::binary_search(sorted, value);
}

// The word of the sentence that a trigger begins with: of several the one nearest to its place.
std::optional<std::size_t> word_of_trigger(const Provenance& sentence, const TextWords& words,
                                           const Provenance& trigger) {
  const TextWords of_trigger = text_words(trigger.text);
  if (of_trigger.empty() || words.empty() || sentence.source.end <= sentence.source.begin)
    return std::nullopt;
  const double part = static_cast<double>(trigger.source.begin - sentence.source.begin) /
                      static_cast<double>(sentence.source.end - sentence.source.begin);
  const double place = part * static_cast<double>(words.size());
  std::optional<std::size_t> nearest;
  const auto far = [&](std::size_t i) { return std::abs(static_cast<double>(i) - place); };
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].folded == of_trigger.front().folded && (!nearest || far(i) < far(*nearest))) nearest = i;
  return nearest;
}

// A trigger of an event in a version: the sentence, and the word in it.
struct TriggerPlace {
  std::size_t sentence = 0;
  std::size_t word = 0;
};

std::vector<TriggerPlace> trigger_places(const VersionText& text, const EventNode& node) {
  std::vector<TriggerPlace> places;
  for (const Member& member : node.members) {
    const RecordEvent* const e = text.event(member);
    const auto record = text.record_of(member.article);
    if (e == nullptr || !record) continue;
    for (const Provenance& trigger : e->triggers) {
      const auto s = text.sentence_at(*record, trigger.source.begin);
      if (!s) continue;
      if (const auto w = word_of_trigger(*text.sentences()[*s].words, text.words()[*s], trigger))
        places.push_back({*s, *w});
    }
  }
  return places;
}

// 1 where the two words stand for each other, 1/2 where they are in stretches that do, else 0.
double same_place(const TextWords& a, std::size_t i, const TextWords& b, std::size_t j) {
  for (const WordStretch& stretch : align_words(a, b)) {
    const bool holds_i = stretch.a_begin <= i && i < stretch.a_end;
    const bool holds_j = stretch.b_begin <= j && j < stretch.b_end;
    if (!holds_i && !holds_j) continue;
    if (!holds_i || !holds_j) return 0;
    if (!stretch.same) return 0.5;
    return i - stretch.a_begin == j - stretch.b_begin ? 1 : 0;
  }
  return 0;
}

std::vector<std::vector<std::size_t>> reversed(const std::vector<std::vector<std::size_t>>& lists,
                                               std::size_t size) {
  std::vector<std::vector<std::size_t>> back(size);
  for (std::size_t i = 0; i < lists.size(); ++i)
    for (const std::size_t j : lists[i]) back[j].push_back(i);
  return back;
}

bool equal(const TextWords& a, const TextWords& b) {
  return std::ranges::equal(a, b, {}, &TextWord::folded, &TextWord::folded);
}

bool all_stand_in(const std::vector<TextWords>& words, const std::vector<std::size_t>& sentences,
                  const std::vector<TextWords>& other_words, const std::vector<std::size_t>& others) {
  return std::ranges::all_of(sentences, [&](std::size_t i) {
    return std::ranges::any_of(others, [&](std::size_t j) { return equal(words[i], other_words[j]); });
  });
}

}  // namespace

VersionText::VersionText(const KnowledgeGraph& g) : g_(g) {
  const auto& records = g.records();
  for (std::size_t r = 0; r < records.size(); ++r) {
    const std::size_t first = sentences_.size();
    const auto keep = [&](const Provenance& words) {
      if (!words.text.empty()) sentences_.push_back({r, &words});
    };
    for (const RecordEvent& e : records[r].events) std::ranges::for_each(e.sentences, keep);
    std::ranges::for_each(records[r].other_sentences, keep);
    const auto begin = sentences_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto place = [](const Sentence& s) { return s.words->source.begin; };
    std::stable_sort(begin, sentences_.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
    sentences_.erase(std::unique(begin, sentences_.end(),
                                 [](const auto& a, const auto& b) { return *a.words == *b.words; }),
                     sentences_.end());
  }
  words_.reserve(sentences_.size());
  for (const Sentence& s : sentences_) words_.push_back(text_words(s.words->text));
}

std::optional<std::size_t> VersionText::record_of(std::string_view article) const {
  const auto& records = g_.records();
  const auto at = std::ranges::lower_bound(records, article, {},
                                           [](const Record& r) { return std::string_view(r.article.id); });
  if (at == records.end() || at->article.id != article) return std::nullopt;
  return static_cast<std::size_t>(at - records.begin());
}

const RecordEvent* VersionText::event(const Member& member) const {
  const auto record = record_of(member.article);
  if (!record) return nullptr;
  const auto& events = g_.records()[*record].events;
  const auto at = std::ranges::find(events, member.local, &RecordEvent::id);
  return at == events.end() ? nullptr : &*at;
}

std::optional<std::size_t> VersionText::sentence_at(std::size_t record, std::uint32_t place) const {
  const auto after = std::partition_point(sentences_.begin(), sentences_.end(), [&](const Sentence& s) {
    return s.record < record || (s.record == record && s.words->source.begin <= place);
  });
  if (after == sentences_.begin()) return std::nullopt;
  const auto at = after - 1;
  if (at->record != record || place >= at->words->source.end) return std::nullopt;
  return static_cast<std::size_t>(at - sentences_.begin());
}

std::optional<std::size_t> VersionText::sentence(std::size_t record, const Provenance& words) const {
  const auto first = std::partition_point(sentences_.begin(), sentences_.end(), [&](const Sentence& s) {
    return s.record < record || (s.record == record && s.words->source.begin < words.source.begin);
  });
  for (auto at = first; at != sentences_.end() && at->record == record; ++at) {
    if (at->words->source.begin != words.source.begin) break;
    if (*at->words == words) return static_cast<std::size_t>(at - sentences_.begin());
  }
  return std::nullopt;
}

std::vector<std::size_t> VersionText::sentences_of(const EventNode& node) const {
  std::vector<std::size_t> found;
  for (const Member& member : node.members) {
    const RecordEvent* const e = event(member);
    const auto record = record_of(member.article);
    if (e == nullptr || !record) continue;
    for (const Provenance& words : e->sentences)
      if (const auto s = sentence(*record, words)) insert(found, *s);
  }
  return found;
}

Revision::Revision(const KnowledgeGraph& before, const KnowledgeGraph& after)
    : before_(before), after_(after), in_after_(before_.sentences().size()) {
  for (const auto& [i, j] : counterparts(before_.words(), after_.words())) in_after_[i].push_back(j);
  in_before_ = reversed(in_after_, after_.sentences().size());
}

Passage Revision::passage(const EventNode* before, const EventNode* after) const {
  Passage passage;
  const auto enter = [this](Version side, std::size_t own, std::vector<std::size_t>& here,
                            std::vector<std::size_t>& there) {
    insert(here, own);
    for (const std::size_t s : counterparts_of(side, own)) insert(there, s);
  };
  if (before != nullptr)
    for (const std::size_t s : before_.sentences_of(*before))
      enter(Version::Before, s, passage.before_sentences, passage.after_sentences);
  if (after != nullptr)
    for (const std::size_t s : after_.sentences_of(*after))
      enter(Version::After, s, passage.after_sentences, passage.before_sentences);
  for (const std::size_t s : passage.before_sentences) passage.before.add(before_.words()[s]);
  for (const std::size_t s : passage.after_sentences) passage.after.add(after_.words()[s]);
  passage.same =
      all_stand_in(before_.words(), passage.before_sentences, after_.words(), passage.after_sentences) &&
      all_stand_in(after_.words(), passage.after_sentences, before_.words(), passage.before_sentences);
  return passage;
}

void Revision::widen(Passage& passage, Version side, std::string_view article,
                     const Provenance& expression) const {
  const auto record = text(side).record_of(article);
  const auto s = record ? text(side).sentence_at(*record, expression.source.begin) : std::nullopt;
  if (!s || contains(passage.sentences(side), *s)) return;
  WordBag& there = side == Version::Before ? passage.after : passage.before;
  for (const std::size_t c : counterparts_of(side, *s)) there.add(text(other(side)).words()[c]);
}

double Revision::same_triggers(const EventNode& before, const EventNode& after) const {
  const auto left = trigger_places(before_, before);
  const auto right = trigger_places(after_, after);
  double sum = 0;
  for (const TriggerPlace& a : left) {
    double best = 0;
    for (const TriggerPlace& b : right)
      if (contains(in_after_[a.sentence], b.sentence))
        best = std::max(best,
                        same_place(before_.words()[a.sentence], a.word, after_.words()[b.sentence], b.word));
    sum += best;
  }
  const std::size_t most = std::max(left.size(), right.size());
  return most == 0 ? 0 : sum / static_cast<double>(most);
}

bool Revision::same_around_triggers(const EventNode& before, const EventNode& after) const {
  constexpr std::size_t kNear = 5;  // words on either side
  const auto around = [](const VersionText& text, const std::vector<TriggerPlace>& places, std::size_t far) {
    std::set<std::string_view> words;
    for (const TriggerPlace& at : places) {
      const TextWords& sentence = text.words()[at.sentence];
      for (std::size_t i = at.word - std::min(at.word, far); i < std::min(sentence.size(), at.word + far + 1);
           ++i)
        words.insert(sentence[i].folded);
    }
    return words;
  };
  const auto left = trigger_places(before_, before);
  const auto right = trigger_places(after_, after);
  if (left.empty() || right.empty()) return false;
  return std::ranges::includes(around(after_, right, 2 * kNear), around(before_, left, kNear)) &&
         std::ranges::includes(around(before_, left, 2 * kNear), around(after_, right, kNear));
}

template <typename Use>
bool Revision::any_mention(Version side, const EntityNode& actor, const Use& use) const {
  const VersionText& here = text(side);
  for (const Member& member : actor.members) {
    const auto record = here.record_of(member.article);
    if (!record) continue;
    const auto& actors = here.graph().records()[*record].actors;
    const auto local = std::ranges::find(actors, member.local, &RecordActor::id);
    if (local == actors.end()) continue;
    for (const Provenance& mention : local->mentions) {
      const auto s = here.sentence_at(*record, mention.source.begin);
      if (!s) continue;
      WordBag there;
      for (const std::size_t c : counterparts_of(side, *s)) there.add(text(other(side)).words()[c]);
      if (use(text_words(mention.text), there)) return true;
    }
  }
  return false;
}

bool Revision::also_named(Version side, const EntityNode& actor) const {
  return any_mention(side, actor, [](const TextWords& words, const WordBag& there) {
    return std::ranges::any_of(words, &TextWord::tells) && there.has_all(words);
  });
}

bool Revision::is_new_name(Version side, const EntityNode& actor, const TextWords& words) const {
  bool met = false;
  const bool lacks = any_mention(side, actor, [&](const TextWords& mention, const WordBag& there) {
    if (there.empty()) return false;
    return std::ranges::any_of(words, [&](const TextWord& w) {
      if (std::ranges::find(mention, w.folded, &TextWord::folded) == mention.end()) return false;
      met = true;
      return !there.has(w);
    });
  });
  return lacks || !met;
}

}  // namespace dateline
