// Whom pronouns stand for: gender and number must fit; the nearer, and subjects, are preferred.
// After Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), with few weights.
#include <algorithm>
#include <deque>
#include <optional>

#include "extract/resolution.hpp"

namespace dateline {
namespace {

constexpr SentenceIndex kPronounReach = 2;  // sentences back
constexpr std::size_t kMostCandidates = 24;
constexpr int kPerSentence = 30, kSubject = 25, kEmbeddedSubject = 8, kNamed = 10, kFirstInSentence = 8,
              kObject = 5;

class PronounMatcher {
 public:
  explicit PronounMatcher(Resolution& r) : r_(r) {}

  void match_all() {
    for (MentionIndex m = 0; m < r_.d.mentions.size(); ++m) {
      if (r_.d.mentions[m].form == MentionForm::Pronoun) {
        if (const auto antecedent = antecedent_of(m)) r_.join(m, r_.of_mention[*antecedent]);
      }
      if (r_.of_mention[m] != kNone) recent_.push_back(m);
      while (recent_.size() > kMostCandidates) recent_.pop_front();
    }
  }

 private:
  [[nodiscard]] std::optional<MentionIndex> antecedent_of(MentionIndex m) const;
  [[nodiscard]] std::optional<MentionIndex> of_relative(MentionIndex m) const;
  [[nodiscard]] bool agrees(MentionIndex m, const Pronoun& pronoun, MentionIndex candidate) const;
  [[nodiscard]] bool bound_apart(MentionIndex m, const Pronoun& pronoun, MentionIndex candidate) const;
  [[nodiscard]] bool embedded(MentionIndex m) const;
  [[nodiscard]] int weight(MentionIndex m, MentionIndex candidate) const;

  Resolution& r_;
  std::deque<MentionIndex> recent_;
};

// "gunmen who attacked": what ends just before.
std::optional<MentionIndex> PronounMatcher::of_relative(MentionIndex m) const {
  const TokenIndex at = r_.d.mentions[m].tokens.begin;
  std::optional<MentionIndex> best;
  for (const MentionIndex candidate : recent_) {
    const Mention& mention = r_.d.mentions[candidate];
    if (mention.form == MentionForm::Pronoun || r_.sentence_of[candidate] != r_.sentence_of[m]) continue;
    const TokenIndex end = mention.tokens.end;
    const TokenIndex far = std::max(end, r_.phrase_of(candidate).end);
    const bool near = end == at || far == at || (end + 1 == at && r_.d.text_of(end) == ",") ||
                      (far + 1 == at && r_.d.text_of(far) == ",");
    if (end <= at && near && (!best || end >= r_.d.mentions[*best].tokens.end)) best = candidate;
  }
  return best;
}

bool PronounMatcher::agrees(MentionIndex m, const Pronoun& pronoun, MentionIndex candidate) const {
  const Actor& actor = r_.actors[r_.of_mention[candidate]];
  const bool body = actor.kind == EntityKind::Organization || actor.kind == EntityKind::Country;
  if (pronoun.plural)
    return actor.kind == EntityKind::Group || actor.plural ||
           (actor.kind == EntityKind::Organization && r_.d.mentions[m].tokens.begin > 0 && !actor.named);
  if (pronoun.gender == Gender::Neuter) return body && !actor.plural;
  return actor.kind == EntityKind::Person && !actor.plural &&
         (actor.gender == Gender::Unknown || actor.gender == pronoun.gender);
}

// The object of a verb is not its subject: "Berg told him".
bool PronounMatcher::bound_apart(MentionIndex m, const Pronoun& pronoun, MentionIndex candidate) const {
  if (pronoun.form != PronounForm::Personal || r_.sentence_of[m] != r_.sentence_of[candidate]) return false;
  const TokenIndex a = r_.d.mentions[m].head, b = r_.d.mentions[candidate].head;
  if (a >= r_.d.arcs.size() || b >= r_.d.arcs.size()) return false;
  return r_.d.arcs[a].head != kNone && r_.d.arcs[a].head == r_.d.arcs[b].head;
}

// Whether a mention stands in a relative, adverbial or reduced clause: what such clauses tell is aside.
bool PronounMatcher::embedded(MentionIndex m) const {
  constexpr int kDepth = 16;  // clauses up; deeper ones are aside whatever they are
  TokenIndex at = r_.d.mentions[m].head;
  for (int depth = 0; depth < kDepth && at < r_.d.arcs.size(); ++depth) {
    switch (r_.d.arcs[at].deprel) {
      case Deprel::Acl:
      case Deprel::AclRelcl:
      case Deprel::Advcl:
      case Deprel::AdvclRelcl: return true;
      case Deprel::Root: return false;
      default: at = r_.d.arcs[at].head;
    }
  }
  return at < r_.d.arcs.size();
}

int PronounMatcher::weight(MentionIndex m, MentionIndex candidate) const {
  const Mention& mention = r_.d.mentions[candidate];
  int sum = -kPerSentence * static_cast<int>(r_.sentence_of[m] - r_.sentence_of[candidate]);
  if (r_.is_subject(candidate)) sum += embedded(candidate) ? kEmbeddedSubject : kSubject;

  if (mention.head < r_.d.arcs.size() && r_.d.arcs[mention.head].deprel == Deprel::Obj) sum += kObject;
  if (r_.actors[r_.of_mention[candidate]].named) sum += kNamed;
  const TokenIndex begin = r_.d.sentences[r_.sentence_of[candidate]].tokens.begin;
  if (r_.phrase_of(candidate).begin == begin) sum += kFirstInSentence;
  // A possessor counts less than who owns.
  if (mention.head < r_.d.arcs.size() && r_.d.arcs[mention.head].deprel == Deprel::NmodPoss)
    sum -= kFirstInSentence;
  return sum;
}

std::optional<MentionIndex> PronounMatcher::antecedent_of(MentionIndex m) const {
  const auto pronoun = r_.gazetteer.pronoun(r_.key(m));
  if (!pronoun || pronoun->person != 3) return std::nullopt;
  if (pronoun->form == PronounForm::Relative) return of_relative(m);
  // "it" says little: only where it acts.
  if (pronoun->gender == Gender::Neuter && pronoun->form == PronounForm::Personal && !r_.is_subject(m))
    return std::nullopt;
  std::optional<MentionIndex> best;
  int best_weight = 0;
  for (const MentionIndex candidate : recent_) {
    if (r_.sentence_of[m] - r_.sentence_of[candidate] > kPronounReach) continue;
    if (r_.d.mentions[candidate].tokens.end > r_.d.mentions[m].tokens.begin) continue;
    if (!agrees(m, *pronoun, candidate) || bound_apart(m, *pronoun, candidate)) continue;
    const int w = weight(m, candidate);
    if (!best || w >= best_weight) best = candidate, best_weight = w;
  }
  return best;
}

}  // namespace

void match_pronouns(Resolution& r) { PronounMatcher(r).match_all(); }

}  // namespace dateline
