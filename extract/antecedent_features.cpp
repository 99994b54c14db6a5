// What speaks for or against a markable meaning the same as an earlier one.
#include <algorithm>

#include "extract/antecedent_signs.hpp"
#include "extract/discourse.hpp"
#include "extract/wording.hpp"

namespace dateline {
namespace {

enum class Part : std::uint8_t {
  Subject,
  Object,
  Oblique,
  Possessor,
  Noun,
  Clause,
  Conjunct,
  Apposition,
  Other
};

Part part_of(Deprel deprel) {
  switch (deprel) {
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
    case Deprel::NsubjOuter: return Part::Subject;
    case Deprel::Obj:
    case Deprel::Iobj: return Part::Object;
    case Deprel::Obl:
    case Deprel::OblAgent:
    case Deprel::OblUnmarked: return Part::Oblique;
    case Deprel::NmodPoss: return Part::Possessor;
    case Deprel::Nmod:
    case Deprel::Compound:
    case Deprel::NmodDesc: return Part::Noun;
    case Deprel::Conj: return Part::Conjunct;
    case Deprel::Appos: return Part::Apposition;
    case Deprel::Root:
    case Deprel::Ccomp:
    case Deprel::Advcl:
    case Deprel::Parataxis: return Part::Clause;
    default: return Part::Other;
  }
}

WordHash bucket(std::uint32_t n) {
  if (n < 5) return n;
  if (n < 8) return 5;
  if (n < 12) return 6;
  if (n < 20) return 7;
  return n < 40 ? 8 : 9;
}

// How the words of two phrases meet.
enum class WordRelation : std::uint8_t {
  Nothing,
  SharedWord,
  HeadInside,
  SameHeadOther,  // "the red car", "the blue car"
  SameHeadMore,   // the later one says more
  SameHeadLess,   // the later one says less
  SameHeadAndWords,
};

WordRelation relation_of(const Markables& all, const Markable& a, const Markable& b) {
  const auto x = all.words_of(a), y = all.words_of(b);
  if (a.head_word == b.head_word) {
    const bool less = std::includes(y.begin(), y.end(), x.begin(), x.end());
    const bool more = std::includes(x.begin(), x.end(), y.begin(), y.end());
    if (less && more) return WordRelation::SameHeadAndWords;
    return less   ? WordRelation::SameHeadLess
           : more ? WordRelation::SameHeadMore
                  : WordRelation::SameHeadOther;
  }
  if (std::binary_search(x.begin(), x.end(), b.head_word) ||
      std::binary_search(y.begin(), y.end(), a.head_word))
    return WordRelation::HeadInside;
  for (const WordHash w : x)
    if (std::binary_search(y.begin(), y.end(), w)) return WordRelation::SharedWord;
  return WordRelation::Nothing;
}

class Writer {
 public:
  Writer(WordHash type, WordHash pair, std::vector<WordHash>& out, std::vector<Sign>* signs = nullptr)
      : type_(type), pair_(pair), out_(out), signs_(signs) {}

  // Alone, with the form of the later markable, and with the forms of both.
  void add(Sign feature, WordHash value) {
    const WordHash h = mixed(static_cast<WordHash>(feature), value);
    out_.push_back(h);
    out_.push_back(mixed(h, type_));
    out_.push_back(mixed(h, pair_));
    note(feature);
  }
  void add_plain(Sign feature, WordHash value) {
    out_.push_back(mixed(static_cast<WordHash>(feature), value));
    note(feature);
  }
  void add_with_type(Sign feature, WordHash value) {
    out_.push_back(mixed(mixed(static_cast<WordHash>(feature), value), type_));
    note(feature);
  }

 private:
  void note(Sign feature) {
    if (signs_ != nullptr) signs_->resize(out_.size(), feature);
  }

  WordHash type_, pair_;
  std::vector<WordHash>& out_;
  std::vector<Sign>* signs_;
};

template <class Enum>
constexpr WordHash code(Enum value) {
  return static_cast<WordHash>(value);
}
template <class A, class B>
constexpr WordHash codes(A a, B b) {
  return code(a) * 32 + code(b) + 1;
}

bool is_human(Gender gender) { return gender == Gender::Male || gender == Gender::Female; }

// How genders meet. Men and women are told apart, but nothing is learned of the one and not of the other.
enum class Agreement : std::uint8_t { Unknown, OnlyLater, OnlyEarlier, Same, Different };

WordHash agreement_of(Gender later, Gender earlier) {
  const WordHash neuter = 8 * (later == Gender::Neuter) + 16 * (earlier == Gender::Neuter);
  const auto with = [&](Agreement a) { return neuter + code(a); };
  if (later == earlier) return with(later == Gender::Unknown ? Agreement::Unknown : Agreement::Same);
  if (later == Gender::Unknown) return with(Agreement::OnlyEarlier);
  return with(earlier == Gender::Unknown ? Agreement::OnlyLater : Agreement::Different);
}

}  // namespace

void Discourse::describe_pair(MarkableIndex i, const Candidate& candidate, std::vector<WordHash>& out,
                              std::vector<Sign>* signs) const {
  const Markable& a = at(i);
  const Markable& b = at(candidate.index);
  const Cluster& c = cluster(candidate.index);
  Writer w(a.type, mixed(a.type, b.type), out, signs);
  const std::uint32_t sentences = std::min<std::uint32_t>(bucket(a.sentence - b.sentence), 7);
  const Part part_a = part_of(s_.deprel(a.head)), part_b = part_of(s_.deprel(b.head));
  w.add(Sign::Bias, 0);
  w.add(Sign::SentenceDistance, sentences);
  w.add(Sign::Distance, bucket(i > candidate.index ? i - candidate.index : 0));
  if (candidate.index > i) w.add(Sign::Ahead, code(part_a));
  w.add(Sign::Part, code(part_b));
  w.add(Sign::Parts, codes(part_a, part_b));
  w.add(Sign::PartDistance, codes(part_b, std::min(sentences, 3u)));
  const TokenIndex governor_a = s_.head(a.head), governor_b = s_.head(b.head);
  if (governor_a != kNone && governor_a == governor_b) w.add(Sign::Governor, codes(part_a, part_b));
  if (governor_a != kNone && governor_b != kNone && governor_a != governor_b &&
      markables_.lemmas[governor_a] == markables_.lemmas[governor_b])
    w.add(Sign::Governor, 0);
  if (b.tokens.contains(a.tokens)) w.add(Sign::Nested, code(part_a) + 1);
  if (governor_b != kNone && a.sentence == b.sentence && s_.is_below(a.head, governor_b))
    w.add(Sign::Commands, code(part_b) + 1);
  w.add(Sign::Gender, agreement_of(a.gender, c.gender));
  w.add(Sign::Number, codes(a.number, c.number));
  w.add(Sign::Person, codes(a.person, b.person));
  w.add(Sign::Kind, codes(a.kind, c.kind));
  if (a.form != MarkableForm::Pronoun && b.form != MarkableForm::Pronoun) {
    w.add(Sign::Words, code(relation_of(markables_, a, b)));
    w.add(Sign::Wording, a.wording == b.wording);
    w.add_plain(Sign::Heads, mixed(a.head_word, b.head_word));
  }
  w.add(Sign::Size, bucket(std::min(c.size, 6u)));
  w.add(Sign::Subjects, codes(std::min(c.subjects, 4u), std::min(sentences, 3u)));
  w.add(Sign::MostSpoken, candidate.most_spoken);
  w.add(Sign::Depth, bucket(std::min(s_.depth(b.head), 7u)));
  // The subject of the main clause is rather meant than that of a clause within.
  w.add(Sign::Clause,
        mixed(codes(part_a, part_b), 4 * std::min(s_.depth(b.head), 3u) + std::min(sentences, 3u)));
  if (governor_a != kNone)
    w.add_with_type(Sign::GovernorWord, mixed(markables_.lemmas[governor_a], codes(part_a, part_b)));
  w.add(Sign::Latest, c.last == candidate.index);
  w.add(Sign::Named, c.named);
  w.add(Sign::Rank, candidate.rank);
  w.add(Sign::SubjectRank, codes(candidate.subject_rank, part_b == Part::Subject));
  if (candidate.suggestion != Suggestion::None) w.add(Sign::Suggested, code(candidate.suggestion));
  w.add(Sign::Block, r_.d.sentences[a.sentence].block == r_.d.sentences[b.sentence].block);
  // Which names are men's and which are women's is learned apart.
  const WordHash gender = is_human(a.gender) ? code(a.gender) : 0;
  w.add_with_type(Sign::HeadWord, mixed(b.form == MarkableForm::Pronoun ? b.type : b.head_word, gender));
  if (b.tokens.begin > 0) w.add_with_type(Sign::Before, markables_.lower[b.tokens.begin - 1]);
  if (b.tokens.end < markables_.lower.size()) w.add_with_type(Sign::After, markables_.lower[b.tokens.end]);
  w.add(Sign::Opens, r_.d.sentences[b.sentence].tokens.begin == b.tokens.begin);
  w.add(Sign::Form, codes(b.form, b.several));
  if (b.form == MarkableForm::Name && a.form == MarkableForm::Pronoun) {
    const std::string_view name =
        r_.d.text_of(b.mention == kNone ? b.head : r_.d.mentions[b.mention].tokens.begin);
    if (name.size() > 2) w.add_with_type(Sign::NameEnd, mixed(hash_of(name.substr(name.size() - 2)), gender));
    w.add_with_type(Sign::NameEnd, mixed(hash_of(name.substr(name.size() - 1)), 4 + gender));
  }
}

void Discourse::describe_new(MarkableIndex i, Suggestion why, std::vector<WordHash>& out) const {
  const Markable& a = at(i);
  const bool pronoun = a.form == MarkableForm::Pronoun;
  const WordHash head_word = pronoun ? a.type : a.head_word;
  Writer w(a.type, head_word, out);
  const Part part = part_of(s_.deprel(a.head));
  const TokenIndex governor = s_.head(a.head);
  w.add_with_type(Sign::NewForm, 0);
  w.add_plain(Sign::NewHead, head_word);
  w.add_with_type(Sign::NewFirst, pronoun ? a.type : markables_.lower[a.tokens.begin]);
  w.add_with_type(Sign::NewPart, code(part));
  if (a.tokens.begin > 0) w.add_with_type(Sign::NewBefore, markables_.lower[a.tokens.begin - 1]);
  if (a.tokens.end < markables_.lower.size()) w.add_with_type(Sign::NewAfter, markables_.lower[a.tokens.end]);
  const bool head_seen = !pronoun && by_word_.contains(a.head_word);
  const bool wording_seen = !pronoun && wordings_.contains(a.wording);
  w.add_with_type(Sign::NewSeen, codes(head_seen, wording_seen));
  w.add_with_type(Sign::NewNumber, codes(a.number, a.several));
  w.add_with_type(Sign::NewKind, code(a.kind));
  w.add_with_type(Sign::NewSentence, bucket(a.sentence));
  w.add_with_type(Sign::NewLength, bucket(a.tokens.size()));
  w.add_with_type(Sign::NewSuggested, code(why));
  if (governor != kNone) w.add_with_type(Sign::NewGovernor, markables_.lemmas[governor]);
}

}  // namespace dateline
