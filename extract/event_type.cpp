#include "extract/event_type.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/event_words.hpp"
#include "extract/read_number.hpp"

namespace dateline {
namespace {

// By how much "no event" may beat the best type and the word still be an event, where the table knows the
// word and where it does not; sixteenths of a nat.
constexpr std::int32_t kKnownMargin = 0;
constexpr std::int32_t kUnknownMargin = -4;
// The same for a word that the table knows and the reports never held: the weights can't speak of it.
constexpr std::int32_t kUnmetMargin = 80;

bool is_met(const EventModel& model, std::string_view lemma) {
  Features f;
  f.add("lemma", {lemma});
  const std::vector<std::int32_t> scores = model.type.scores(f);
  return std::any_of(scores.begin(), scores.end(), [](std::int32_t score) { return score != 0; });
}

std::string_view row_type(const TriggerRow* row) {
  if (row == nullptr) return "no row";
  return row->type ? to_string(*row->type) : "none";
}

// A word that can name an event, or absent.
std::optional<Trigger> candidate_at(const Scene& scene, const EventModel& model, TokenIndex t) {
  const Syntax& s = scene.tree;
  const auto pos = trigger_pos(s, t);
  if (!pos || scene.time_of_token[t] != kNone || s.lemma(t).size() < 2) return std::nullopt;
  if (s.upos(t) == Upos::Verb && (s.lemma(t) == "be" || s.lemma(t) == "have" || s.lemma(t) == "do"))
    return std::nullopt;
  Trigger c{.token = t, .sentence = scene.sentence_of[t]};
  c.lemma = model.triggers.lemma_of(s.lemma(t), lower_ascii(scene.d.text_of(t)), *pos);
  // Of adjectives only those that the table knows.
  if (s.upos(t) == Upos::Adj && model.triggers.rows_of(c.lemma, *pos).empty()) return std::nullopt;
  c.arguments = event_arguments(s, t);
  c.row = trigger_row(scene, model.triggers, t, c.lemma, c.arguments);
  return c;
}

void add_argument_features(const Scene& scene, const Trigger& c, Features& f) {
  const Syntax& s = scene.tree;
  const std::string_view lemma = c.lemma;
  for (const Argument& a : c.arguments) {
    const std::string_view kind = name_of(a.kind);
    const std::string_view preposition = a.preposition == kNone ? "" : s.lemma(a.preposition);
    const std::string_view thing = kind_name(scene, a.head);
    f.add("argument", {kind, preposition});
    f.add("argument of", {lemma, kind, preposition});
    f.add("argument word", {kind, preposition, s.lemma(a.head)});
    f.add("argument word of", {lemma, kind, s.lemma(a.head)});
    f.add("argument thing of", {lemma, kind, preposition, thing});
    f.add("row argument", {row_type(c.row), kind, preposition, thing});
    if (a.kind == ArgumentKind::Clause) f.add("clause tag", {lemma, name_of(s.xpos(a.head))});
  }
}

// What is said decides whether "said" accuses, asks, denies or only states.
void add_content_features(const Scene& scene, const Trigger& c, Features& f) {
  if (c.row == nullptr || !c.row->speech) return;
  const Span sentence = scene.d.sentences[c.sentence].tokens;
  const std::uint32_t begin = std::max(sentence.begin, c.token > 25 ? c.token - 25 : 0);
  const std::uint32_t end = std::min(sentence.end, c.token + 26);
  for (TokenIndex t = begin; t < end; ++t) {
    const Upos u = scene.tree.upos(t);
    if (t == c.token || u == Upos::Punct || u == Upos::Det || u == Upos::Num || u == Upos::Propn) continue;
    f.add("content", {scene.tree.lemma(t)});
    if (u == Upos::Aux || u == Upos::Part) f.add("content of", {row_type(c.row), scene.tree.lemma(t)});
  }
}

}  // namespace

std::vector<Trigger> trigger_candidates(const Scene& scene, const EventModel& model) {
  std::vector<Trigger> found;
  for (TokenIndex t = 0; t < scene.d.tokens.size() && t < scene.d.morphs.size(); ++t) {
    if (auto c = candidate_at(scene, model, t)) found.push_back(std::move(*c));
  }
  return found;
}

Features type_features(const Scene& scene, const Trigger& c) {
  const Syntax& s = scene.tree;
  const Span sentence = scene.d.sentences[c.sentence].tokens;
  const std::string_view lemma = c.lemma;
  const std::string_view row = row_type(c.row);
  const std::string_view how = to_string(s.deprel(c.token));
  const std::string_view tag = name_of(s.xpos(c.token));
  const auto around = [&](int by) {
    const std::int64_t t = std::int64_t{c.token} + by;
    return t < sentence.begin || t >= sentence.end ? std::string_view() : s.lemma(static_cast<TokenIndex>(t));
  };
  Features f;
  f.add("bias");
  f.add("row", {row});
  f.add("row tag", {row, tag});
  f.add("row relation", {row, how});
  f.add("lemma", {lemma});
  f.add("lemma tag", {lemma, tag});
  f.add("lemma relation", {lemma, how});
  f.add("tag relation", {tag, how});
  if (c.row != nullptr && c.row->conditions > 0) f.add("row with conditions", {row});
  if (lemma.size() > 4) f.add("ending", {lemma.substr(lemma.size() - 3), tag});
  f.add("before", {around(-1)});
  f.add("after", {around(1)});
  f.add("before of", {lemma, around(-1)});
  f.add("after of", {lemma, around(1)});
  f.add("row before", {row, around(-1)});
  f.add("row after", {row, around(1)});
  const TokenIndex head = s.head(c.token);
  if (head != kNone) {
    f.add("head", {how, s.lemma(head)});
    f.add("head of", {lemma, how, s.lemma(head)});
    f.add("head tag", {row, how, name_of(s.xpos(head))});
  }
  f.add("block", {row, to_string(scene.block_kind(c.sentence))});
  add_argument_features(scene, c, f);
  add_content_features(scene, c, f);
  return f;
}

std::vector<Trigger> find_triggers(const Scene& scene, const EventModel& model) {
  std::vector<Trigger> triggers;
  for (Trigger& c : trigger_candidates(scene, model)) {
    if (model.type.empty()) {
      if (c.row == nullptr || !c.row->type) continue;
      c.type = *c.row->type;
    } else {
      const std::vector<std::int32_t> scores = model.type.scores(type_features(scene, c));
      const auto best = std::max_element(scores.begin() + 1, scores.end());
      const bool known = c.row != nullptr && c.row->type;
      const std::int32_t margin = !known                   ? kUnknownMargin
                                  : is_met(model, c.lemma) ? kKnownMargin
                                                           : kUnmetMargin;
      if (*best + margin <= scores[0]) continue;
      c.type = static_cast<EventType>(best - scores.begin() - 1);
    }
    c.why.push_back("type " + std::string(to_string(c.type)) + ": '" + std::string(scene.d.text_of(c.token)) +
                    "'" + (c.row == nullptr ? "" : ", triggers line " + std::to_string(c.row->line)));
    triggers.push_back(std::move(c));
  }
  return triggers;
}

}  // namespace dateline
