#include "extract/modality.hpp"

#include <algorithm>
#include <string>

#include "extract/event_words.hpp"

namespace dateline {
namespace {

constexpr int kMaxGovernors = 4;  // how far up a cue is looked for

bool is_cue_child(Deprel how) {
  return how == Deprel::Aux || how == Deprel::AuxPass || how == Deprel::Advmod || how == Deprel::Mark ||
         how == Deprel::Det || how == Deprel::Cc || how == Deprel::CcPreconj || how == Deprel::Discourse;
}

bool hands_down(Deprel how) {
  return how == Deprel::Xcomp || how == Deprel::Ccomp || how == Deprel::Obj || how == Deprel::Acl ||
         how == Deprel::Conj || how == Deprel::Advcl || how == Deprel::Obl || how == Deprel::Nmod ||
         how == Deprel::NsubjPass || how == Deprel::Compound;
}

// Whether a child of a governor speaks for what the governor governs as well: "did not agree to meet".
std::optional<Modality> cue_of_children(const Scene& scene, const ModalityCues& cues, TokenIndex t,
                                        std::string* why) {
  for (const TokenIndex c : scene.tree.children(t)) {
    const Deprel how = scene.tree.deprel(c);
    const CuePlace place = is_cue_child(how) ? CuePlace::Child : CuePlace::Modifier;
    if (!is_cue_child(how) && how != Deprel::Amod && how != Deprel::Compound) continue;
    if (const auto modality = cues.find(scene.tree.lemma(c), place);
        modality && *modality != Modality::Actual) {
      *why = "modality " + std::string(to_string(*modality)) + ": '" + std::string(scene.d.text_of(c)) + "'";
      return modality;
    }
  }
  return std::nullopt;
}

}  // namespace

Modality cued_modality(const Scene& scene, const ModalityCues& cues, const Trigger& trigger,
                       std::string* why) {
  const Syntax& s = scene.tree;
  TokenIndex t = trigger.token;
  for (int step = 0; step < kMaxGovernors; ++step) {
    if (const auto modality = cue_of_children(scene, cues, t, why)) return *modality;
    const TokenIndex head = s.head(t);
    if (head == kNone || !hands_down(s.deprel(t))) break;
    const bool finite = s.xpos(t) == Xpos::Vbd || s.xpos(t) == Xpos::Vbz || s.xpos(t) == Xpos::Vbp;
    if (finite && s.deprel(t) != Deprel::Ccomp) break;
    if (const auto modality = cues.find(s.lemma(head), CuePlace::Over);
        modality && s.deprel(t) != Deprel::Conj) {
      if (finite && *modality != Modality::Hypothetical) break;
      *why = "modality " + std::string(to_string(*modality)) + ": under '" +
             std::string(scene.d.text_of(head)) + "'";
      return *modality;
    }
    if (finite) break;
    t = head;
  }
  return Modality::Actual;
}

Features modality_features(const Scene& scene, const ModalityCues& cues, const Trigger& trigger) {
  const Syntax& s = scene.tree;
  std::string why;
  const std::string_view rule = to_string(cued_modality(scene, cues, trigger, &why));
  const std::string_view type = to_string(trigger.type);
  const std::string_view tag = name_of(s.xpos(trigger.token));
  Features f;
  f.add("bias");
  f.add("rule", {rule});
  f.add("rule tag", {rule, tag});
  f.add("rule type", {rule, type});
  f.add("tag", {tag});
  f.add("type", {type});
  f.add("type tag", {type, tag});
  f.add("lemma", {trigger.lemma});
  f.add("block", {to_string(scene.block_kind(trigger.sentence)), tag});
  TokenIndex t = trigger.token;
  for (int step = 0; step < kMaxGovernors; ++step) {
    const std::string_view level = step == 0 ? "at" : step == 1 ? "over" : "far over";
    for (const TokenIndex c : s.children(t)) {
      const Deprel how = s.deprel(c);
      if (is_cue_child(how) || how == Deprel::Amod) {
        f.add("child", {level, s.lemma(c)});
        if (step == 0) f.add("child tag", {tag, s.lemma(c)});
      } else if (step == 0 && scene.time_of_token[c] != kNone) {
        f.add("time", {tag, s.lemma(c)});
      }
    }
    const TokenIndex head = s.head(t);
    if (head == kNone) break;
    f.add("governor", {level, to_string(s.deprel(t)), s.lemma(head)});
    f.add("governor lemma", {s.lemma(head)});
    f.add("governor tag", {level, to_string(s.deprel(t)), name_of(s.xpos(head))});
    t = head;
  }
  const Span sentence = scene.d.sentences[trigger.sentence].tokens;
  if (trigger.token > sentence.begin) f.add("before", {s.lemma(trigger.token - 1)});
  if (trigger.token > sentence.begin + 1) f.add("before before", {s.lemma(trigger.token - 2)});
  return f;
}

// By how much a cue's answer is favoured, for words that the weights never met under it; sixteenths of a nat.
constexpr std::int32_t kCueFavour = 32;

// Whether the cue governs the event itself ("refused to meet", "the summit was cancelled"): then it decides.
bool is_governed(const Scene& scene, const Trigger& trigger) {
  const Deprel how = scene.tree.deprel(trigger.token);
  return how == Deprel::Xcomp || how == Deprel::NsubjPass;
}

Modality modality_of(const Scene& scene, const EventModel& model, const Trigger& trigger, std::string* why) {
  const Modality rule = cued_modality(scene, model.cues, trigger, why);
  if (model.modality.empty() || (rule != Modality::Actual && is_governed(scene, trigger))) return rule;
  std::vector<std::int32_t> scores = model.modality.scores(modality_features(scene, model.cues, trigger));
  if (rule != Modality::Actual) scores[static_cast<std::size_t>(rule)] += kCueFavour;
  const auto learned = static_cast<Modality>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  if (learned != rule) *why = "modality " + std::string(to_string(learned)) + ": learned";
  return learned;
}

}  // namespace dateline
