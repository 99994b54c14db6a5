#include "extract/summary.hpp"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kMaxNames = 3;   // of one role
constexpr std::size_t kMaxWords = 14;  // of the predicate
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

std::string names_in(const Scene& scene, const Event& event, Role role) {
  std::vector<std::string> names;
  for (const Participant& p : event.participants)
    if (p.role == role && p.entity < scene.d.entities.list.size())
      names.push_back(scene.d.entities.list[p.entity].name);
  return joined(names);
}

// The name of the entity of the noun phrase with this head, or its words without clauses behind it.
std::string phrase_at(const Scene& scene, TokenIndex head) {
  const FigureIndex f = scene.figure_of_token[head];
  if (f != kNone && scene.d.figures[f].counted == kNone)
    return std::string(scene.d.text_of(scene.d.figures[f].tokens));
  const MentionIndex m = scene.mention_of_head[head];
  if (m != kNone) {
    const EntityIndex e = scene.entity_of(m);
    if (e != kNone && scene.d.mentions[m].form != MentionForm::Nominal) return scene.d.entities.list[e].name;
    if (scene.d.mentions[m].tokens.size() <= kMaxWords)
      return std::string(scene.d.text_of(scene.d.mentions[m].tokens));
  }
  TokenIndex begin = head;
  for (const TokenIndex c : scene.tree.children(head)) {
    const Deprel how = scene.tree.deprel(c);
    const bool before = how == Deprel::Det || how == Deprel::Amod || how == Deprel::Compound ||
                        how == Deprel::Nummod || how == Deprel::NmodPoss;
    if (c < begin && before && head - c <= kMaxWords) begin = c;
  }
  return std::string(scene.d.text_of(Span{begin, head + 1}));
}

// "was killed", "has agreed", "stepped down": the verb with its auxiliaries, negation and particle.
std::string verb_group(const Scene& scene, TokenIndex verb) {
  const Syntax& s = scene.tree;
  std::string text;
  for (const TokenIndex c : s.children(verb)) {
    const Deprel how = s.deprel(c);
    const bool part =
        how == Deprel::Aux || how == Deprel::AuxPass || how == Deprel::CompoundPrt ||
        (how == Deprel::Advmod && (s.lemma(c) == "not" || s.lemma(c) == "never" || s.lemma(c) == "n't"));
    if (part && c < verb) text += std::string(scene.d.text_of(c)) + " ";
  }
  text += scene.d.text_of(verb);
  const TokenIndex particle = s.child(verb, {Deprel::CompoundPrt});
  if (particle != kNone && particle > verb) text += " " + std::string(scene.d.text_of(particle));
  return text;
}

const Argument* first_of(const Trigger& trigger, ArgumentKind kind) {
  const auto it = std::find_if(trigger.arguments.begin(), trigger.arguments.end(),
                               [&](const Argument& a) { return a.kind == kind; });
  return it == trigger.arguments.end() ? nullptr : &*it;
}

std::string of_verb(const Scene& scene, const Event& event, const Trigger& trigger) {
  const bool passive = is_passive(scene.tree, trigger.token);
  const Argument* subject = first_of(trigger, passive ? ArgumentKind::PassiveSubject : ArgumentKind::Subject);
  std::string text = subject != nullptr ? phrase_at(scene, subject->head)
                                        : names_in(scene, event, passive ? Role::Target : Role::Agent);
  std::string verb = verb_group(scene, trigger.token);
  const bool bare =
      scene.tree.child(trigger.token, {Deprel::AuxPass, Deprel::Nsubj, Deprel::NsubjPass}) == kNone;
  if (passive && bare) verb = "was " + verb;
  text += (text.empty() ? "" : " ") + verb;
  for (const ArgumentKind kind : {ArgumentKind::IndirectObject, ArgumentKind::Object})
    if (const Argument* a = passive ? nullptr : first_of(trigger, kind))
      text += " " + phrase_at(scene, a->head);
  if (const Argument* by = passive ? first_of(trigger, ArgumentKind::ByAgent) : nullptr)
    text += " by " + phrase_at(scene, by->head);
  for (const Argument& a : trigger.arguments)
    if (a.kind == ArgumentKind::Oblique && a.preposition != kNone && !a.inherited &&
        scene.mention_of_head[a.head] != kNone && scene.time_of_token[a.head] == kNone &&
        (!event.place || scene.mention_of_head[a.head] != *event.place)) {
      text += " " + std::string(scene.d.text_of(a.preposition)) + " " + phrase_at(scene, a.head);
      break;
    }
  return text;
}

std::string of_noun(const Scene& scene, const Event& event, const Trigger& trigger) {
  const std::string agents = names_in(scene, event, Role::Agent);
  const std::string targets = names_in(scene, event, Role::Target);
  std::string noun = phrase_at(scene, trigger.token);
  const bool sides = event.type == EventType::Meeting || event.type == EventType::Agreement;
  std::string text = std::move(noun);
  if (!agents.empty() && text.find(agents) == std::string::npos)
    text += (sides && agents.find(" and ") != std::string::npos ? " between " : " by ") + agents;
  if (!targets.empty() && text.find(targets) == std::string::npos) text += " (" + targets + ")";
  return text;
}

}  // namespace

std::string summary_of(const Scene& scene, const Event& event, const Trigger& trigger) {
  std::string text = scene.tree.upos(trigger.token) == Upos::Verb ? of_verb(scene, event, trigger)
                                                                  : of_noun(scene, event, trigger);
  if (event.place) {
    const Mention& m = scene.d.mentions[*event.place];
    const std::string name(scene.d.text_of(m.tokens));
    if (text.find(name) == std::string::npos) text += " in " + name;
  }
  for (char& c : text)
    if (c == '\n') c = ' ';
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text.size() > kMaxBytes) {
    std::size_t cut = text.rfind(' ', kMaxBytes);
    text.resize(cut == std::string::npos ? kMaxBytes : cut);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80) != 0 && cut == std::string::npos)
      text.pop_back();
    text += "\xe2\x80\xa6";
  }
  return text;
}

}  // namespace dateline
