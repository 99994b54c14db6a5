#include "extract/summary.hpp"

#include <algorithm>
#include <vector>

#include "extract/clause_text.hpp"

namespace dateline {
namespace {

constexpr std::size_t kMaxNames = 3;         // of one role
constexpr std::size_t kMaxSubjectWords = 9;  // of a noun phrase before its verb
constexpr std::size_t kMaxPredicateWords = 16;
constexpr std::size_t kMaxNounWords = 12;
constexpr std::size_t kMaxBytes = 160;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  const std::size_t n = std::min(names.size(), kMaxNames);
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) text += i + 1 == n && n == names.size() ? " and " : ", ";
    text += names[i];
  }
  if (names.size() > n) text += " and others";
  return text;
}

bool stands_in(const Scene& scene, const Words& words, EntityIndex entity) {
  return std::any_of(words.begin(), words.end(), [&](TokenIndex t) {
    const MentionIndex m = scene.mention_of_head[t];
    return m != kNone && scene.entity_of(m) == entity;
  });
}

// Names of those in the role whom the words do not tell already.
std::vector<std::string> missing_names(const Scene& scene, const Event& event, Role role, const Words& told) {
  std::vector<std::string> names;
  for (const Participant& p : event.participants)
    if (p.role == role && !stands_in(scene, told, p.entity))
      names.push_back(scene.d.entities.list[p.entity].name);
  return names;
}

const Argument* subject_argument(const Trigger& trigger, bool passive) {
  const ArgumentKind kind = passive ? ArgumentKind::PassiveSubject : ArgumentKind::Subject;
  const auto it = std::find_if(trigger.arguments.begin(), trigger.arguments.end(),
                               [&](const Argument& a) { return a.kind == kind; });
  return it == trigger.arguments.end() ? nullptr : &*it;
}

bool is_plural(const Scene& scene, TokenIndex noun) {
  const Xpos x = scene.tree.xpos(noun);
  const TokenIndex other = scene.tree.child(noun, {Deprel::Conj});
  return x == Xpos::Nns || x == Xpos::Nnps || (other != kNone && other > noun);
}

// What must stand before a verb that is not finite of itself: "to" of an infinitive, auxiliaries that it
// shares with an earlier verb, "was" of a participle behind or before its noun.
std::string finite_words(const Scene& scene, TokenIndex verb, bool passive, TokenIndex subject) {
  const Syntax& s = scene.tree;
  if (s.child(verb, {Deprel::Aux, Deprel::AuxPass}) != kNone) return {};
  std::string shared;
  for (const TokenIndex t : auxiliaries(s, verb)) shared += std::string(scene.d.text_of(t)) + " ";
  const Xpos x = s.xpos(verb);
  if (x == Xpos::Vb) return !shared.empty() ? shared : s.deprel(verb) == Deprel::Root ? "" : "to ";
  if (!shared.empty() || x != Xpos::Vbn || !passive) return shared;
  return subject != kNone && is_plural(scene, subject) ? "were " : "was ";
}

std::string of_noun(const Scene& scene, const EventModel& model, const Event& event, TokenIndex noun,
                    Words& told) {
  told = noun_words(scene, noun, kMaxNounWords);
  std::string text = text_of_words(scene, told);
  const std::vector<std::string> agents = missing_names(scene, event, Role::Agent, told);
  const std::vector<std::string> targets = missing_names(scene, event, Role::Target, told);
  const bool sides = event.type == EventType::Meeting || event.type == EventType::Agreement;
  if (!agents.empty()) text += (sides ? agents.size() > 1 ? " between " : " of " : " by ") + joined(agents);
  if (!targets.empty())
    text +=
        " " + std::string(model.target_words[static_cast<std::size_t>(event.type)]) + " " + joined(targets);
  return text;
}

// " the embargo" of "the embargo which he imposed", "" elsewhere: the noun whose clause the verb heads as its
// object.
std::string relative_object(const Scene& scene, const Trigger& trigger) {
  const TokenIndex noun = scene.tree.head(trigger.token);
  if (scene.tree.deprel(trigger.token) != Deprel::AclRelcl || noun == kNone) return {};
  const bool object = std::any_of(trigger.arguments.begin(), trigger.arguments.end(), [&](const Argument& a) {
    return a.head == noun && a.kind == ArgumentKind::Object;
  });
  if (!object) return {};
  Words words = noun_words(scene, noun, kMaxSubjectWords);
  std::erase_if(words, [&](TokenIndex t) { return scene.tree.is_below(t, trigger.token); });
  if (words.empty()) return {};
  std::string text = text_of_words(scene, words);
  if (scene.tree.upos(words.front()) == Upos::Det && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return " " + text;
}

std::string of_verb(const Scene& scene, const EventModel& model, const Event& event, const Trigger& trigger,
                    Words& told) {
  const Syntax& s = scene.tree;
  const TokenIndex verb = trigger.token;
  const TokenIndex above = s.head(verb);
  if (s.deprel(verb) == Deprel::Amod && above != kNone) return of_noun(scene, model, event, above, told);
  const bool passive = is_passive(s, verb);
  const Argument* subject = subject_argument(trigger, passive);
  Words before = subject == nullptr ? Words{} : noun_words(scene, subject->head, kMaxSubjectWords);
  // A participle behind its noun, or a clause said of it, is no part of the noun's own words.
  std::erase_if(before, [&](TokenIndex t) {
    return t == verb || s.is_below(t, verb) != (s.head(subject->head) == verb);
  });
  told = predicate_words(scene, verb, kMaxPredicateWords);
  std::erase_if(told,
                [&](TokenIndex t) { return std::find(before.begin(), before.end(), t) != before.end(); });
  std::string text = before.empty()
                         ? joined(missing_names(scene, event, passive ? Role::Target : Role::Agent, told))
                         : text_of_words(scene, before);
  text += (text.empty() ? "" : " ") +
          finite_words(scene, verb, passive, subject == nullptr ? kNone : subject->head);
  text += text_of_words(scene, told);
  text += relative_object(scene, trigger);
  const Words said = said_before(scene, verb, kMaxPredicateWords);
  if (!said.empty()) text += ": " + text_of_words(scene, said);
  told.insert(told.end(), before.begin(), before.end());
  return text;
}

void cut(std::string& text) {
  if (text.size() <= kMaxBytes) return;
  const std::size_t blank = text.rfind(' ', kMaxBytes);
  text.resize(blank == std::string::npos ? kMaxBytes : blank);
  while (blank == std::string::npos && !text.empty() && (static_cast<unsigned char>(text.back()) & 0x80) != 0)
    text.pop_back();
  text += "\xe2\x80\xa6";
}

}  // namespace

std::string summary_of(const Scene& scene, const EventModel& model, const Event& event,
                       const Trigger& trigger) {
  Words told;
  std::string text = scene.tree.upos(trigger.token) == Upos::Verb
                         ? of_verb(scene, model, event, trigger, told)
                         : of_noun(scene, model, event, trigger.token, told);
  if (event.place) {
    const std::string name(scene.d.text_of(scene.d.mentions[*event.place].tokens));
    const bool known = stands_in(scene, told, scene.entity_of(*event.place));
    if (!known && text.find(name) == std::string::npos) text += " in " + name;
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  cut(text);
  return text;
}

}  // namespace dateline
