#include "graph/changed_fields.hpp"

#include <algorithm>
#include <set>

#include "graph/figure.hpp"
#include "graph/name.hpp"

namespace dateline {
namespace {

// What an old actor is called among the new ones; a key that no new actor has where it has gone.
std::string in_new(const Translation& translation, const std::string& key) {
  const auto it = translation.find(key);
  return it == translation.end() ? "-" + key : it->second;
}

// "Recently" dates nothing.
bool is_vague(const RecordWhen& when) { return !when.days && when.value.ends_with("_REF"); }

bool tell(const TextWords& words) { return std::ranges::any_of(words, &TextWord::tells); }

// One event in two versions, and the text about it.
class EventComparison {
 public:
  EventComparison(const EventNode& before, const EventNode& after, const Translation& translation,
                  const Revision& revision)
      : before_(before),
        after_(after),
        translation_(translation),
        revision_(revision),
        passage_(revision.passage(&before, &after)) {}

  [[nodiscard]] std::vector<std::string> fields() const;

 private:
  [[nodiscard]] const EventNode& node(Version v) const { return v == Version::Before ? before_ : after_; }
  [[nodiscard]] bool type() const;
  [[nodiscard]] bool participants() const;
  [[nodiscard]] bool when() const;
  [[nodiscard]] bool place() const;
  [[nodiscard]] bool figures() const;
  [[nodiscard]] bool attribution() const;

  // Whether the words of one side are all in the other side's text.
  [[nodiscard]] bool stands_in_other(Version side, std::string_view words) const {
    return passage_.of(other(side)).has_all(text_words(words));
  }
  [[nodiscard]] bool is_new(Version side, const std::string& actor) const;
  [[nodiscard]] bool date_is_new(Version side) const;
  [[nodiscard]] bool place_is_new(Version side) const;
  // What both sides call an actor.
  [[nodiscard]] std::string common_name(Version side, const std::string& key) const {
    return side == Version::Before ? in_new(translation_, key) : key;
  }
  [[nodiscard]] std::map<std::string, Role> roles(Version side) const;
  [[nodiscard]] const RecordActor& actor(Version side, const std::string& key) const;
  [[nodiscard]] bool is_known_to_other(Version side, const std::string& key) const;
  [[nodiscard]] std::vector<const RecordParticipant*> gone(Version side) const;
  [[nodiscard]] bool counts(Version side, const RecordParticipant& p,
                            const std::vector<const RecordParticipant*>& gone_there) const;
  [[nodiscard]] bool other_roles() const;

  const EventNode& before_;
  const EventNode& after_;
  const Translation& translation_;
  const Revision& revision_;
  Passage passage_;
};

// Whether an actor is named in the passage by words that the other side's text lacks. Who is only meant
// there, by a pronoun or from afar, is not.
bool EventComparison::is_new(Version side, const std::string& actor) const {
  if (!passage_.is_known()) return true;
  const VersionText& text = revision_.text(side);
  const auto v = text.graph().find(actor);
  if (!v) return true;
  bool named = false;
  for (const Member& member : std::get<EntityNode>(text.graph()[*v]).members) {
    const auto record = text.record_of(member.article);
    if (!record) continue;
    const auto& actors = text.graph().records()[*record].actors;
    const auto local = std::ranges::find(actors, member.local, &RecordActor::id);
    if (local == actors.end()) continue;
    if (local->mentions.empty()) return !stands_in_other(side, local->name);
    for (const Provenance& mention : local->mentions) {
      const auto s = text.sentence_at(*record, mention.source.begin);
      if (!s || !std::ranges::binary_search(passage_.sentences(side), *s)) continue;
      const TextWords words = text_words(mention.text);
      if (!tell(words)) continue;
      if (passage_.of(other(side)).has_all(words)) return false;
      named = true;
    }
  }
  return named;
}

bool EventComparison::type() const {
  if (before_.facts.type == after_.facts.type) return false;
  if (!passage_.is_known()) return true;
  const auto one_stands = [this](Version side) {
    return std::ranges::any_of(node(side).facts.triggers, [&](const Provenance& trigger) {
      return stands_in_other(side, trigger.text);
    });
  };
  return !one_stands(Version::Before) && !one_stands(Version::After);
}

std::map<std::string, Role> EventComparison::roles(Version side) const {
  std::map<std::string, Role> roles;
  for (const RecordParticipant& p : node(side).facts.participants) roles[common_name(side, p.actor)] = p.role;
  return roles;
}

const RecordActor& EventComparison::actor(Version side, const std::string& key) const {
  const KnowledgeGraph& g = revision_.text(side).graph();
  return std::get<EntityNode>(g[g.find(key).value()]).facts;
}

// Whether the other version knows an actor, be it in another event.
bool EventComparison::is_known_to_other(Version side, const std::string& key) const {
  if (side == Version::Before) return translation_.contains(key);
  return std::ranges::any_of(translation_, [&](const auto& pair) { return pair.second == key; });
}

// Who one side lacks in a role, and whom its words name: not those whom they mean by a pronoun only.
std::vector<const RecordParticipant*> EventComparison::gone(Version side) const {
  const auto others = roles(other(side));
  std::vector<const RecordParticipant*> found;
  for (const RecordParticipant& p : node(side).facts.participants)
    if (!others.contains(common_name(side, p.actor)) && is_new(side, p.actor)) found.push_back(&p);
  return found;
}

// Whether a participant whom the other side lacks is a change. A name is, but where it stands for a pronoun;
// one that is only told of beside the event is, if the other version does not know it at all; a description
// ("the bearer of the title") is, where it takes the place of another or nobody has it.
bool EventComparison::counts(Version side, const RecordParticipant& p,
                             const std::vector<const RecordParticipant*>& gone_there) const {
  const bool known = is_known_to_other(side, p.actor);
  if (p.role == Role::Other) return !known && !is_description(actor(side, p.actor).name);
  const bool replaced = std::ranges::any_of(gone_there, [&](const auto* q) { return q->role == p.role; });
  const bool vacant = std::ranges::none_of(node(other(side)).facts.participants,
                                           [&](const RecordParticipant& q) { return q.role == p.role; });
  if (is_description(actor(side, p.actor).name)) return replaced || vacant;
  return replaced || !known || !passage_.is_known() ||
         passage_.of(other(side)).pronouns() <= passage_.of(side).pronouns();
}

bool EventComparison::participants() const {
  const auto gone_before = gone(Version::Before);
  const auto gone_after = gone(Version::After);
  const auto any = [&](Version side, const auto& here, const auto& there) {
    return std::ranges::any_of(here, [&](const auto* p) { return counts(side, *p, there); });
  };
  return any(Version::Before, gone_before, gone_after) || any(Version::After, gone_after, gone_before) ||
         other_roles();
}

// Whether the roles of some are others. Where there are words, only an exchange counts: a sentence put into
// the passive is read wrongly more often than a report turns who did it into whom it was done to.
bool EventComparison::other_roles() const {
  const auto now = roles(Version::After);
  bool to_agent = false;
  bool to_target = false;
  bool any = false;
  for (const auto& [name, role] : roles(Version::Before)) {
    const auto it = now.find(name);
    if (it == now.end() || it->second == role) continue;
    any = true;
    to_agent = to_agent || (role == Role::Target && it->second == Role::Agent);
    to_target = to_target || (role == Role::Agent && it->second == Role::Target);
  }
  return passage_.is_known() ? to_agent && to_target : any;
}

bool EventComparison::date_is_new(Version side) const {
  const auto& when = node(side).facts.when;
  if (!when || is_vague(*when)) return false;
  if (!passage_.is_known()) return true;
  Passage wide = passage_;
  for (const Member& member : node(side).members) {
    const RecordEvent* const e = revision_.text(side).event(member);
    if (e != nullptr && e->when && e->when->expression == when->expression)
      revision_.widen(wide, side, member.article, when->expression);
  }
  return !wide.of(other(side)).has_all(text_words(when->expression.text));
}

bool EventComparison::when() const {
  const auto& a = before_.facts.when;
  const auto& b = after_.facts.when;
  if (a && b && a->days && b->days && a->days->begin == b->days->begin && a->days->end == b->days->end)
    return false;
  if (a && b && !a->days && !b->days && a->value == b->value) return false;
  return date_is_new(Version::Before) || date_is_new(Version::After);
}

bool EventComparison::place_is_new(Version side) const {
  const auto& place = node(side).facts.place;
  if (!place) return false;
  const std::string& words = place->mention.text.empty() ? place->name : place->mention.text;
  return !passage_.is_known() || !stands_in_other(side, words);
}

bool EventComparison::place() const {
  const auto& a = before_.facts.place;
  const auto& b = after_.facts.place;
  if (!a && !b) return false;
  if (a && b) {
    if (!a->actor.empty() && !b->actor.empty() && in_new(translation_, a->actor) == b->actor) return false;
    if (folded_name(a->name) == folded_name(b->name)) return false;
  }
  return place_is_new(Version::Before) || place_is_new(Version::After);
}

bool EventComparison::figures() const {
  const auto differ = [this](Version side) {
    std::set<std::string> others;
    for (const RecordFigure& f : node(other(side)).facts.figures) others.insert(spell(f));
    return std::ranges::any_of(node(side).facts.figures, [&](const RecordFigure& f) {
      if (others.contains(spell(f))) return false;
      if (!passage_.is_known()) return true;
      const TextWords words = text_words(f.mention.text);
      return words.empty() ? !passage_.same : !passage_.of(other(side)).has_all(words);
    });
  };
  return differ(Version::Before) || differ(Version::After);
}

bool EventComparison::attribution() const {
  const auto& a = before_.facts.attribution;
  const auto& b = after_.facts.attribution;
  if ((!a && !b) || (a && b && in_new(translation_, *a) == *b)) return false;
  return (!a || is_new(Version::Before, *a)) && (!b || is_new(Version::After, *b));
}

std::vector<std::string> EventComparison::fields() const {
  if (passage_.is_known() && passage_.same) return {};
  std::vector<std::string> fields;
  if (type()) fields.emplace_back("type");
  if (participants()) fields.emplace_back("participants");
  if (when()) fields.emplace_back("when");
  if (place()) fields.emplace_back("place");
  if (figures()) fields.emplace_back("figures");
  if (before_.facts.modality != after_.facts.modality) fields.emplace_back("modality");
  if (attribution()) fields.emplace_back("attribution");
  return fields;
}

// Whether the articles that the passage is of have the same words for a date somewhere.
bool is_expression_of(const RecordWhen& when, const Passage& passage, Version side,
                      const Revision& revision) {
  const VersionText& text = revision.text(side);
  return std::ranges::any_of(passage.sentences(side), [&](std::size_t s) {
    const Record& record = text.graph().records()[text.sentences()[s].record];
    return std::ranges::any_of(record.times, [&](const RecordTime& time) {
      return folded_name(time.expression.text) == folded_name(when.expression.text);
    });
  });
}

// Three fifths of the words that tell.
bool most_stand_in(const TextWords& words, const WordBag& bag) {
  std::size_t tell = 0;
  std::size_t stand = 0;
  for (const TextWord& word : words) {
    if (!word.tells()) continue;
    ++tell;
    stand += bag.has(word) ? 1 : 0;
  }
  return tell > 0 && 5 * stand >= 3 * tell;
}

// Whether one has a name or an alias with a word that the other is not known by.
bool new_words(const RecordActor& a, const RecordActor& b) {
  std::set<std::string> words;
  const auto each_word = [](const RecordActor& actor, const auto& use) {
    for (const std::string folded = folded_name(actor.name); const auto word : words_of_name(folded))
      use(word);
    for (const std::string& alias : actor.aliases)
      for (const std::string folded = folded_name(alias); const auto word : words_of_name(folded)) use(word);
  };
  each_word(a, [&](std::string_view word) { words.emplace(word); });
  bool found = false;
  each_word(b, [&](std::string_view word) { found = found || !words.contains(std::string(word)); });
  return found;
}

// "Secretary of State" and "U.S. Secretary of State" are one role said at different length.
bool same_role(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a || !b) return true;
  const auto words_in = [](const std::string& folded) {
    const auto words = words_of_name(folded);
    return std::set<std::string_view>(words.begin(), words.end());
  };
  const std::string x = folded_name(*a);
  const std::string y = folded_name(*b);
  const auto before = words_in(x);
  const auto after = words_in(y);
  return std::ranges::includes(before, after) || std::ranges::includes(after, before);
}

// An id that both have, with other values.
bool other_ids(const RecordActor& a, const RecordActor& b) {
  return std::ranges::any_of(a.external_ids, [&](const auto& id) {
    const auto it = b.external_ids.find(id.first);
    return it != b.external_ids.end() && it->second != id.second;
  });
}

}  // namespace

std::vector<std::string> changed_fields(const EventNode& before, const EventNode& after,
                                        const Translation& translation, const Revision& revision) {
  return EventComparison(before, after, translation, revision).fields();
}

std::vector<std::string> changed_fields(const EntityNode& before, const EntityNode& after, const Translation&,
                                        const Revision& revision) {
  const RecordActor& a = before.facts;
  const RecordActor& b = after.facts;
  const bool kept = is_told_elsewhere(before, Version::Before, revision) &&
                    is_told_elsewhere(after, Version::After, revision);
  const bool renamed = folded_name(a.name) != folded_name(b.name) && (new_words(a, b) || new_words(b, a));
  std::vector<std::string> fields;
  if (renamed && !kept) fields.emplace_back("name");
  if (a.kind != b.kind && !kept) fields.emplace_back("kind");
  if (!same_role(a.role, b.role)) fields.emplace_back("role");
  if (a.country && b.country && a.country != b.country && !kept) fields.emplace_back("country");
  if (other_ids(a, b)) fields.emplace_back("external_ids");
  return fields;
}

bool is_told_elsewhere(const EventNode& node, Version side, const Revision& revision) {
  const Passage passage =
      side == Version::Before ? revision.passage(&node, nullptr) : revision.passage(nullptr, &node);
  const WordBag& there = passage.of(other(side));
  if (there.empty()) return false;
  const RecordEvent& e = node.facts;
  // Who says a thing with another verb says the same.
  if (e.type == EventType::Statement)
    return std::ranges::any_of(e.sentences, [&](const Provenance& sentence) {
      return most_stand_in(text_words(sentence.text), there);
    });
  const auto all_there = [&there](std::string_view text) { return there.has_all(text_words(text)); };
  const bool named = std::ranges::any_of(e.triggers, [&](const Provenance& trigger) {
    const TextWords words = text_words(trigger.text);
    return !words.empty() && std::ranges::all_of(words, [&](const TextWord& w) { return there.has(w); });
  });
  const bool dated = !e.when || e.when->basis == DateBasis::Context || all_there(e.when->expression.text) ||
                     is_expression_of(*e.when, passage, other(side), revision);
  return named && dated &&
         std::ranges::all_of(e.figures, [&](const RecordFigure& f) { return all_there(f.mention.text); });
}

bool is_told_elsewhere(const EntityNode& node, Version side, const Revision& revision) {
  return revision.also_named(side, node);
}

}  // namespace dateline
