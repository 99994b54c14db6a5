#include "extract/trigger_table.hpp"

#include <algorithm>

#include "extract/input_error.hpp"

namespace dateline {
namespace {

std::vector<std::string_view> split(std::string_view cell) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const std::size_t bar = std::min(cell.find('|'), cell.size());
    if (bar > 0) words.push_back(cell.substr(0, bar));
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
  return words;
}

TriggerCondition condition(std::string_view cell) {
  const bool negated = cell.starts_with('!');
  return {split(negated ? cell.substr(1) : cell), negated};
}

bool among(std::string_view word, const std::vector<std::string_view>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<TriggerPos> pos_from(std::string_view name) {
  if (name == "verb") return TriggerPos::Verb;
  if (name == "noun") return TriggerPos::Noun;
  if (name == "adj") return TriggerPos::Adj;
  return std::nullopt;
}

TriggerRow row_from(const Table& table, const TableRow& row) {
  TriggerRow made{.line = row.line};
  const std::string_view type = table.cell(row, "type");
  made.type = event_type_from(type);
  if (!made.type && type != "none")
    throw InputError(table.file, "line " + std::to_string(row.line), "no event type: " + std::string(type),
                     "");
  made.with = condition(table.cell(row, "with"));
  made.object = condition(table.cell(row, "object"));
  made.subject = condition(table.cell(row, "subject"));
  made.modifier = condition(table.cell(row, "modifier"));
  for (const TriggerCondition* c : {&made.with, &made.object, &made.subject, &made.modifier})
    made.conditions += !c->words.empty();
  const std::vector<std::string_view> flags = split(table.cell(row, "flags"));
  made.speech = among("speech", flags);
  made.light = among("light", flags);
  made.habitual = among("habitual", flags);
  return made;
}

bool is_money(const Scene& scene, TokenIndex t) {
  const FigureIndex f = std::min(scene.figure_of_token[t], scene.figure_of_counted[t]);
  if (f == kNone) return false;
  const std::string& unit = scene.d.figures[f].unit;
  return unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
}

// Whether the word is one of a condition's lemmas or kinds.
bool fits_word(const Scene& scene, TokenIndex t, const std::vector<std::string_view>& words) {
  const EntityKind kind = scene.kind_at(t);
  for (const std::string_view w : words) {
    if (!w.starts_with('@')) {
      if (scene.tree.lemma(t) == w) return true;
    } else if (w == "@any" || (w == "@person" && (kind == EntityKind::Person || kind == EntityKind::Group)) ||
               (w == "@money" && is_money(scene, t)) ||
               (w == "@figure" && (scene.tree.upos(t) == Upos::Num || scene.figure_of_counted[t] != kNone)) ||
               w.substr(1) == to_string(kind)) {
      return true;
    }
  }
  return false;
}

// Whether an argument can stand where the table says object: a direct object, what is predicated ("fell
// ill"), or what follows the row's preposition ("filed for bankruptcy").
bool is_object(const Scene& scene, const Argument& a, const TriggerCondition& with) {
  if (a.kind == ArgumentKind::Object || a.kind == ArgumentKind::PassiveSubject) return true;
  if (a.kind == ArgumentKind::Clause) return scene.tree.upos(a.head) != Upos::Verb;
  return a.preposition != kNone && !with.negated && among(scene.tree.lemma(a.preposition), with.words);
}

bool is_subject(const Argument& a) {
  return a.kind == ArgumentKind::Subject || a.kind == ArgumentKind::ByAgent;
}

bool fits_object(const Scene& scene, const TriggerRow& row, const std::vector<Argument>& arguments) {
  const TriggerCondition& c = row.object;
  if (c.words.empty()) return true;
  bool any = false;
  bool clause = false;
  bool fits = false;
  for (const Argument& a : arguments) {
    clause |= a.kind == ArgumentKind::Clause;
    if (!is_object(scene, a, row.with)) continue;
    any |= a.kind == ArgumentKind::Object || a.kind == ArgumentKind::PassiveSubject;
    fits = fits || fits_word(scene, a.head, c.words);
  }
  fits = fits || (among("@none", c.words) && !any) || (among("@clause", c.words) && clause);
  return fits != c.negated;
}

bool fits_subject(const Scene& scene, const TriggerCondition& c, const std::vector<Argument>& arguments) {
  if (c.words.empty()) return true;
  const bool any = std::any_of(arguments.begin(), arguments.end(), is_subject);
  const bool fits = std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
    return is_subject(a) && fits_word(scene, a.head, c.words);
  });
  return (fits || (among("@none", c.words) && !any)) != c.negated;
}

bool fits_with(const Scene& scene, const TriggerCondition& c, TokenIndex t,
               const std::vector<Argument>& arguments) {
  if (c.words.empty()) return true;
  bool fits = false;
  for (const Argument& a : arguments)
    fits = fits || (a.preposition != kNone && among(scene.tree.lemma(a.preposition), c.words));
  for (const TokenIndex child : scene.tree.children(t)) {
    const Deprel how = scene.tree.deprel(child);
    if (how == Deprel::CompoundPrt || how == Deprel::Advmod || how == Deprel::Case || how == Deprel::Fixed)
      fits = fits || among(scene.tree.lemma(child), c.words);
  }
  // A particle that the tree hangs elsewhere stands right behind the verb.
  if (!fits && t + 1 < scene.d.tokens.size() && scene.sentence_of[t + 1] == scene.sentence_of[t])
    fits = among(scene.tree.lemma(t + 1), c.words);
  return fits != c.negated;
}

bool fits_modifier(const Scene& scene, const TriggerCondition& c, TokenIndex t) {
  if (c.words.empty()) return true;
  bool fits = false;
  for (const TokenIndex child : scene.tree.children(t)) {
    const Deprel how = scene.tree.deprel(child);
    if (how == Deprel::Compound || how == Deprel::Amod || how == Deprel::NmodPoss)
      fits = fits || among(scene.tree.lemma(child), c.words);
  }
  for (TokenIndex before = t; before > 0 && t - before < 2; --before)
    if (scene.sentence_of[before - 1] == scene.sentence_of[t])
      fits = fits || among(scene.tree.lemma(before - 1), c.words);
  return fits != c.negated;
}

}  // namespace

TriggerTable::TriggerTable(const Table& table) {
  for (const TableRow& row : table.rows) {
    const auto pos = pos_from(table.cell(row, "pos"));
    if (!pos)
      throw InputError(table.file, "line " + std::to_string(row.line), "pos is none of verb, noun, adj", "");
    for (const std::string_view lemma : split(table.cell(row, "words")))
      keys_.push_back({lemma, *pos, static_cast<std::uint32_t>(rows_.size())});
    rows_.push_back(row_from(table, row));
  }
  std::sort(keys_.begin(), keys_.end());
}

const TriggerTable::Key* TriggerTable::find(std::string_view lemma, TriggerPos pos) const {
  const auto it = std::lower_bound(keys_.begin(), keys_.end(), Key{lemma, pos, 0});
  return it != keys_.end() && it->lemma == lemma && it->pos == pos ? &*it : nullptr;
}

std::string_view TriggerTable::lemma_of(std::string_view lemma, std::string_view form, TriggerPos pos) const {
  if (find(lemma, pos) != nullptr) return lemma;
  if (const Key* key = find(form, pos)) return key->lemma;
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
    if (form.size() < ending.size() + 2 || !form.ends_with(ending)) continue;
    if (pos != TriggerPos::Verb && ending[0] != 's' && ending[0] != 'e') continue;
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    if (const Key* key = find(stem, pos)) return key->lemma;
    if (const Key* key = find(std::string(stem) + "e", pos); key != nullptr && ending == "ing")
      return key->lemma;
    const bool doubled = stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
    if (const Key* key = doubled ? find(stem.substr(0, stem.size() - 1), pos) : nullptr) return key->lemma;
    if (stem.ends_with('i'))
      if (const Key* key = find(std::string(stem.substr(0, stem.size() - 1)) + "y", pos)) return key->lemma;
  }
  return lemma;
}

std::vector<const TriggerRow*> TriggerTable::rows_of(std::string_view lemma, TriggerPos pos) const {
  std::vector<const TriggerRow*> found;
  for (auto it = std::lower_bound(keys_.begin(), keys_.end(), Key{lemma, pos, 0});
       it != keys_.end() && it->lemma == lemma && it->pos == pos; ++it)
    if (found.empty() || found.back() != &rows_[it->row]) found.push_back(&rows_[it->row]);
  return found;
}

const TriggerRow* trigger_row(const Scene& scene, const TriggerTable& table, TokenIndex t,
                              std::string_view lemma, const std::vector<Argument>& arguments) {
  const auto pos = trigger_pos(scene.tree, t);
  if (!pos) return nullptr;
  const TriggerRow* best = nullptr;
  for (const TriggerRow* row : table.rows_of(lemma, *pos)) {
    if (best != nullptr && row->conditions <= best->conditions) continue;
    if (fits_with(scene, row->with, t, arguments) && fits_object(scene, *row, arguments) &&
        fits_subject(scene, row->subject, arguments) && fits_modifier(scene, row->modifier, t))
      best = row;
  }
  return best;
}

std::optional<TriggerPos> trigger_pos(const Syntax& s, TokenIndex t) {
  switch (s.upos(t)) {
    case Upos::Verb: return TriggerPos::Verb;
    case Upos::Noun: return TriggerPos::Noun;
    case Upos::Adj: {
      // Participles are often tagged as adjectives.
      const bool participle =
          s.document().text_of(t).ends_with("ed") || s.xpos(t) == Xpos::Vbn || s.xpos(t) == Xpos::Vbg;
      return participle ? TriggerPos::Verb : TriggerPos::Adj;
    }
    default: return std::nullopt;
  }
}

}  // namespace dateline
