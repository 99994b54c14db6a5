#include "extract/discourse.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr SentenceIndex kReach = 3;     // sentences back to what is near
constexpr std::uint32_t kNearest = 40;  // markables back, of pronouns
constexpr std::uint32_t kNearestOfNouns = 20;
constexpr std::size_t kSameWord = 4;     // markables of one word that are tried
constexpr int kClimb = 8;                // steps up a tree to the clause that a pronoun stands before
constexpr std::size_t kLongestName = 6;  // words of a name that are looked up

bool is_third_singular(const Markable& m) {
  return m.form == MarkableForm::Pronoun && m.gender != Gender::Unknown;
}

// By what its like are found: the pronoun, or the head.
WordHash word_of(const Markable& m) {
  return m.form == MarkableForm::Pronoun ? mixed(m.type, static_cast<WordHash>(m.gender)) : m.head_word;
}

bool is_body(EntityKind kind) { return kind == EntityKind::Organization || kind == EntityKind::Country; }

}  // namespace

Discourse::Discourse(Resolution& r, const Syntax& syntax, Markables markables)
    : r_(r), s_(syntax), markables_(std::move(markables)) {
  cluster_of_.assign(markables_.list.size(), kNone);
  considered_.assign(markables_.list.size(), 0);
  of_head_.assign(r.d.tokens.size(), kNone);
  for (MarkableIndex i = 0; i < markables_.list.size(); ++i) {
    const Markable& m = at(i);
    if (m.mention != kNone && m.form == MarkableForm::Name && r.of_mention[m.mention] != kNone)
      of_head_[m.head] = i;
  }
}

bool Discourse::agrees(const Markable& m, const Cluster& c) const {
  const bool gendered = m.gender == Gender::Male || m.gender == Gender::Female;
  if (gendered && c.gender != Gender::Unknown && c.gender != m.gender) return false;
  if (gendered && c.kind != EntityKind::Person && !(c.named && c.human)) return false;
  if (m.gender == Gender::Neuter && c.kind == EntityKind::Person) return false;
  if (m.number == GrammaticalNumber::Singular && c.number == GrammaticalNumber::Plural) return false;
  return !(m.number == GrammaticalNumber::Plural && c.number == GrammaticalNumber::Singular);
}

bool Discourse::shares_name(const Markable& a, const Markable& b) const {
  const auto x = markables_.words_of(a), y = markables_.words_of(b);
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

bool Discourse::possible_name(const Markable& m, MarkableIndex candidate) const {
  const Markable& other = at(candidate);
  const Cluster& c = cluster(candidate);
  if (m.form != MarkableForm::Name || !c.named) return true;
  // Two names that the tables know apart.
  const bool both_known = m.mention != kNone && c.actor != kNone;
  if (both_known && (m.kind == EntityKind::Person || c.kind == EntityKind::Person)) return false;
  return other.form != MarkableForm::Name || shares_name(m, other);
}

bool Discourse::possible(const Markable& m, MarkableIndex candidate) const {
  const Cluster& c = cluster(candidate);
  if (at(candidate).tokens.contains(m.tokens) && m.form != MarkableForm::Pronoun) return false;
  if (is_third_singular(m)) {
    const bool human = m.gender == Gender::Male || m.gender == Gender::Female;
    if (c.number == GrammaticalNumber::Plural && c.kind != EntityKind::Organization) return false;
    if (human && c.gender != Gender::Unknown && c.gender != m.gender) return false;
    const bool thing = is_body(c.kind) || c.kind == EntityKind::Group || c.kind == EntityKind::Place;
    if (human && thing && !(c.named && c.human)) return false;
    return human || c.kind != EntityKind::Person;
  }
  if (m.form == MarkableForm::Pronoun) return true;
  if (m.gender != Gender::Unknown && c.gender != Gender::Unknown && m.gender != c.gender) return false;
  if (m.mention != kNone && c.actor != kNone) {
    if ((m.kind == EntityKind::Person) != (c.kind == EntityKind::Person)) return false;
    if (is_body(m.kind) != is_body(c.kind) && m.kind != EntityKind::Other && c.kind != EntityKind::Other)
      return false;
    const std::string& country = r_.d.mentions[m.mention].country;
    const std::string& other = r_.actors[c.actor].country;
    if (!country.empty() && !other.empty() && country != other) return false;
  }
  return possible_name(m, candidate);
}

// "Holt welcomed him": an object that is no reflexive is not whom its verb's subject means (Chomsky 1981,
// principle B).
bool Discourse::is_own_subject(const Markable& m, MarkableIndex candidate) const {
  const Deprel how = s_.deprel(m.head);
  if (m.form != MarkableForm::Pronoun || (how != Deprel::Obj && how != Deprel::Iobj)) return false;
  const auto pronoun = r_.gazetteer.pronoun(r_.key_of(m.head));
  if (pronoun && pronoun->form == PronounForm::Reflexive) return false;
  const TokenIndex subject = subject_of(s_, s_.head(m.head));
  if (subject == kNone || subject >= of_head_.size() || subject > m.head) return false;
  const MarkableIndex other = of_head_[subject];
  return other != kNone && (other == candidate || cluster_of_[other] == cluster_of_[candidate]);
}

void Discourse::consider(MarkableIndex i, MarkableIndex candidate, Suggestion why) {
  if (candidate >= i || considered_[candidate] == i + 1) return;
  if (!possible(at(i), candidate) || is_own_subject(at(i), candidate)) return;
  considered_[candidate] = i + 1;
  candidates_.push_back({.index = candidate, .suggestion = why});
}

void Discourse::add_near(MarkableIndex i) {
  const Markable& m = at(i);
  const std::uint32_t most = m.form == MarkableForm::Pronoun ? kNearest : kNearestOfNouns;
  for (MarkableIndex c = i; c-- > 0 && i - c <= most;) {
    if (m.sentence - at(c).sentence > kReach) break;
    consider(i, c);
  }
}

void Discourse::add_same_words(MarkableIndex i) {
  const Markable& m = at(i);
  const auto add = [&](WordHash word) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) return;
    const auto& list = found->second;
    for (std::size_t back = list.size(); back-- > 0 && list.size() - back <= kSameWord;)
      consider(i, list[back]);
  };
  if (m.form == MarkableForm::Pronoun) return add(word_of(m));
  add(m.head_word);
  if (m.form != MarkableForm::Name) return;
  const auto words = markables_.words_of(m);
  for (std::size_t w = 0; w < words.size() && w < kLongestName; ++w) add(words[w]);
}

void Discourse::rank(MarkableIndex i) {
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.index > b.index; });
  std::uint8_t agreeing = 0, subjects = 0;
  std::uint32_t before = kNone, most = 0;
  for (const Candidate& c : candidates_)
    if (agrees(at(i), cluster(c.index))) most = std::max(most, cluster(c.index).size);
  for (Candidate& c : candidates_) c.most_spoken = cluster(c.index).size == most;
  for (Candidate& c : candidates_) {
    c.rank = agreeing;
    c.subject_rank = subjects;
    if (c.index > i) continue;
    if (!agrees(at(i), cluster(c.index)) || cluster_of_[c.index] == before) continue;
    before = cluster_of_[c.index];
    if (agreeing < 6) ++agreeing;
    const Deprel deprel = s_.deprel(at(c.index).head);
    if ((deprel == Deprel::Nsubj || deprel == Deprel::NsubjPass) && subjects < 6) ++subjects;
  }
}

const std::vector<Candidate>& Discourse::candidates(MarkableIndex i, EntityIndex suggested, Suggestion why) {
  candidates_.clear();
  if (suggested != kNone)
    if (const auto found = of_actor_.find(suggested); found != of_actor_.end())
      consider(i, clusters_[found->second].last, why);
  add_near(i);
  add_same_words(i);
  add_ahead(i);
  rank(i);
  if (suggested != kNone)
    for (Candidate& c : candidates_)
      if (cluster(c.index).actor == suggested) c.suggestion = why;
  return candidates_;
}

Cluster Discourse::cluster_of_actor(EntityIndex actor) const {
  if (const auto found = of_actor_.find(actor); found != of_actor_.end()) return clusters_[found->second];
  const Actor& a = r_.actors[actor];
  return {.actor = actor,
          .gender = a.gender,
          .number = a.plural ? GrammaticalNumber::Plural : GrammaticalNumber::Unknown,
          .kind = a.kind,
          .named = a.named};
}

// The subject of a clause that the pronoun's clause or phrase stands before and hangs on.
void Discourse::add_ahead(MarkableIndex i) {
  const Markable& m = at(i);
  if (m.form != MarkableForm::Pronoun || m.person != 3 || m.number == GrammaticalNumber::Unknown) return;
  TokenIndex t = m.head;
  for (int step = 0; step < kClimb && s_.head(t) != kNone; ++step, t = s_.head(t)) {
    const Deprel deprel = s_.deprel(t);
    if (deprel != Deprel::Advcl && deprel != Deprel::Obl) continue;
    for (const TokenIndex subject : s_.children(s_.head(t))) {
      const bool is_subject = s_.deprel(subject) == Deprel::Nsubj || s_.deprel(subject) == Deprel::NsubjPass;
      if (!is_subject || subject < m.head || of_head_[subject] == kNone) continue;
      ahead_ = cluster_of_actor(r_.of_mention[at(of_head_[subject]).mention]);
      if (!possible(m, of_head_[subject]) || !agrees(m, ahead_)) return;
      candidates_.push_back({.index = of_head_[subject]});
      return;
    }
  }
}

void Discourse::enter(MarkableIndex i, std::uint32_t into) {
  cluster_of_[i] = into;
  const Markable& m = at(i);
  Cluster& c = clusters_[into];
  ++c.size;
  if (s_.deprel(m.head) == Deprel::Nsubj || s_.deprel(m.head) == Deprel::NsubjPass) ++c.subjects;
  c.last = i;
  if (c.gender == Gender::Unknown) c.gender = m.gender;
  if (c.number == GrammaticalNumber::Unknown && (m.form != MarkableForm::Pronoun || m.person == 3))
    c.number = m.number;
  if (c.kind == EntityKind::Other) c.kind = m.kind;
  c.human = c.human && m.human;
  c.personal = c.personal && m.personal;
  c.named = c.named || m.form == MarkableForm::Name;
  by_word_[word_of(m)].push_back(i);
  if (m.form == MarkableForm::Name) {
    const auto words = markables_.words_of(m);
    for (std::size_t w = 0; w < words.size() && w < kLongestName; ++w)
      if (words[w] != m.head_word) by_word_[words[w]].push_back(i);
  }
  wordings_[m.wording] = true;
}

void Discourse::open(MarkableIndex i) {
  clusters_.emplace_back();
  enter(i, static_cast<std::uint32_t>(clusters_.size() - 1));
}

void Discourse::join(MarkableIndex i, MarkableIndex antecedent) {
  if (cluster_of_[antecedent] == kNone) return join_actor(i, r_.of_mention[at(antecedent).mention]);
  enter(i, cluster_of_[antecedent]);
}

void Discourse::set_actor(MarkableIndex i, EntityIndex actor) {
  clusters_[cluster_of_[i]].actor = actor;
  of_actor_.emplace(actor, cluster_of_[i]);
}

void Discourse::set_person(MarkableIndex i) {
  Cluster& c = clusters_[cluster_of_[i]];
  if (c.kind == EntityKind::Person || !c.named || !c.personal) return;
  c.kind = EntityKind::Person;
  if (c.actor == kNone || r_.actors[c.actor].known) return;
  r_.actors[c.actor].kind = EntityKind::Person;
  r_.actors[c.actor].country.clear();
}

void Discourse::join_actor(MarkableIndex i, EntityIndex actor) {
  if (const auto found = of_actor_.find(actor); found != of_actor_.end()) return enter(i, found->second);
  clusters_.push_back(cluster_of_actor(actor));
  of_actor_.emplace(actor, static_cast<std::uint32_t>(clusters_.size() - 1));
  enter(i, static_cast<std::uint32_t>(clusters_.size() - 1));
}

}  // namespace dateline
