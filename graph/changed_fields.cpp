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

// "Today" and "yesterday" where nothing tells the day: a value of nothing but X.
bool is_unresolved(const RecordWhen& when) {
  return !when.days && when.value.find("XX") != std::string::npos &&
         when.value.find_first_of("0123456789") == std::string::npos;
}

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
  [[nodiscard]] bool is_plain_speech(Version side) const;
  [[nodiscard]] bool type() const;
  [[nodiscard]] bool participants() const;
  [[nodiscard]] bool when() const;
  [[nodiscard]] bool place() const;
  [[nodiscard]] bool other_currency(Version side, const RecordFigure& f) const;
  [[nodiscard]] bool figures() const;
  [[nodiscard]] bool modality() const;
  [[nodiscard]] bool attribution() const;

  // Whether the words of one side are all in the other side's text.
  [[nodiscard]] bool stands_in_other(Version side, std::string_view words) const {
    return passage_.of(other(side)).has_all(text_words(words));
  }
  [[nodiscard]] bool is_new(Version side, const std::string& actor) const;
  [[nodiscard]] bool is_carried(Version side, const Provenance& words) const;
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
  [[nodiscard]] bool counted_anew(Version side, const RecordParticipant& p,
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

// "Said" and "claimed": a charge that is laid on nobody by name is a statement.
bool EventComparison::is_plain_speech(Version side) const {
  const RecordEvent& e = node(side).facts;
  return e.type == EventType::Statement ||
         (e.type == EventType::Accusation && std::ranges::none_of(e.participants, [&](const auto& p) {
            return p.role == Role::Target && !is_description(actor(side, p.actor).name);
          }));
}

bool EventComparison::type() const {
  if (before_.facts.type == after_.facts.type) return false;
  if (!passage_.is_known()) return true;
  if (is_plain_speech(Version::Before) && is_plain_speech(Version::After)) return false;
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
  if (is_description(actor(side, p.actor).name))
    return (replaced || vacant) && !counted_anew(side, p, gone_there);
  return replaced || !known || !passage_.is_known() ||
         passage_.of(other(side)).pronouns() <= passage_.of(side).pronouns();
}

// "At least 876 people" who are now "at least 2,430 people": the figure tells that.
bool EventComparison::counted_anew(Version side, const RecordParticipant& p,
                                   const std::vector<const RecordParticipant*>& gone_there) const {
  const auto noun = [this](Version v, const RecordParticipant& participant) {
    const std::string& name = actor(v, participant.actor).name;
    const TextWords words = text_words(name);
    return is_description(name) && !words.empty() ? words.back().folded : std::string();
  };
  const std::string counted = noun(side, p);
  return !counted.empty() && figures() && std::ranges::any_of(gone_there, [&](const auto* q) {
    return q->role == p.role && noun(other(side), *q) == counted;
  });
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

// Whether the event has it from another sentence: what lends it may change, the event's own words do not.
bool EventComparison::is_carried(Version side, const Provenance& words) const {
  return std::ranges::none_of(node(side).facts.sentences, [&](const Provenance& sentence) {
    return sentence.source.begin <= words.source.begin && words.source.end <= sentence.source.end;
  });
}

bool EventComparison::date_is_new(Version side) const {
  const auto& when = node(side).facts.when;
  if (!when || is_vague(*when) || is_carried(side, when->expression)) return false;
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
  if (a && b && !a->days && !b->days && a->value == b->value)
    return is_unresolved(*a) && date_is_new(Version::Before) && date_is_new(Version::After);
  return date_is_new(Version::Before) || date_is_new(Version::After);
}

bool EventComparison::place_is_new(Version side) const {
  const auto& place = node(side).facts.place;
  if (!place || is_carried(side, place->mention)) return false;
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

// Whether so many dollars are now so many euros: a sign of money is no word.
bool EventComparison::other_currency(Version side, const RecordFigure& f) const {
  const auto& others = node(other(side)).facts.figures;
  if (f.kind != FigureKind::Money || std::ranges::none_of(others, [&](const RecordFigure& o) {
        return o.kind == f.kind && o.quantity == f.quantity && o.unit != f.unit;
      }))
    return false;
  const auto& sentences = revision_.text(other(side)).sentences();
  return std::ranges::none_of(passage_.sentences(other(side)), [&](std::size_t s) {
    return sentences[s].words->text.find(f.mention.text) != std::string::npos;
  });
}

bool EventComparison::figures() const {
  const auto differ = [this](Version side) {
    std::set<std::string> others;
    for (const RecordFigure& f : node(other(side)).facts.figures) others.insert(spell(f));
    return std::ranges::any_of(node(side).facts.figures, [&](const RecordFigure& f) {
      if (others.contains(spell(f))) return false;
      if (!passage_.is_known() || other_currency(side, f)) return true;
      const TextWords words = text_words(f.mention.text);
      return words.empty() ? !passage_.same : !passage_.of(other(side)).has_all(words);
    });
  };
  return differ(Version::Before) || differ(Version::After);
}

// A plan became a deed, or was denied, by words near by; read differently in the same words it did not.
bool EventComparison::modality() const {
  return before_.facts.modality != after_.facts.modality &&
         (!passage_.is_known() || !revision_.same_around_triggers(before_, after_));
}

bool EventComparison::attribution() const {
  const auto& a = before_.facts.attribution;
  const auto& b = after_.facts.attribution;
  if ((!a && !b) || (a && b && in_new(translation_, *a) == *b)) return false;
  return (!a || is_new(Version::Before, *a)) && (!b || is_new(Version::After, *b));
}

std::vector<std::string> EventComparison::fields() const {
  std::vector<std::string> fields;
  if (passage_.is_known() && passage_.same) {
    const auto& now = after_.facts.figures;
    if (std::ranges::any_of(now, [this](const auto& f) { return other_currency(Version::After, f); }))
      fields.emplace_back("figures");
    return fields;
  }
  if (type()) fields.emplace_back("type");
  if (participants()) fields.emplace_back("participants");
  if (when()) fields.emplace_back("when");
  if (place()) fields.emplace_back("place");
  if (figures()) fields.emplace_back("figures");
  if (modality()) fields.emplace_back("modality");
  if (attribution()) fields.emplace_back("attribution");
  return fields;
}

// The words of an actor's name that the other is not known by; of initials nothing is made.
TextWords new_words(const RecordActor& actor, const RecordActor& other) {
  std::set<std::string> known;
  const auto note = [&](const std::string& name) {
    for (const TextWord& word : text_words(name)) known.insert(word.folded);
  };
  note(other.name);
  std::ranges::for_each(other.aliases, note);
  TextWords words = text_words(actor.name);
  std::erase_if(words, [&](const TextWord& w) { return w.folded.size() < 2 || known.contains(w.folded); });
  return words;
}

// Whether the names of the two are other names, as far as the words of the versions bear it.
bool is_renamed(const EntityNode& before, const EntityNode& after, bool kept, const Revision& revision) {
  if (folded_name(before.facts.name) == folded_name(after.facts.name)) return false;
  const TextWords gone = new_words(before.facts, after.facts);
  const TextWords come = new_words(after.facts, before.facts);
  if (gone.empty() && come.empty()) return false;
  if (gone.empty() || come.empty()) return !kept;  // said at another length
  return revision.is_new_name(Version::Before, before, gone) &&
         revision.is_new_name(Version::After, after, come);
}

// "Secretary of State" and "U.S. Secretary of State" are one role said at different length.
bool same_role(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a || !b) return true;
  const auto holds = [](const std::string& longer, const std::string& shorter) {
    WordBag bag;
    bag.add(text_words(longer));
    return bag.has_all(text_words(shorter));
  };
  return holds(*a, *b) || holds(*b, *a);
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
  std::vector<std::string> fields;
  if (is_renamed(before, after, kept, revision)) fields.emplace_back("name");
  if (a.kind != b.kind && !kept) fields.emplace_back("kind");
  if (!same_role(a.role, b.role)) fields.emplace_back("role");
  if (a.country && b.country && a.country != b.country && !kept) fields.emplace_back("country");
  if (other_ids(a, b)) fields.emplace_back("external_ids");
  return fields;
}

}  // namespace dateline
