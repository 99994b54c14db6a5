#include "extract/markables.hpp"

#include <algorithm>

#include "extract/name_key.hpp"
#include "extract/name_kind.hpp"
#include "extract/wording.hpp"

namespace dateline {
namespace {

bool is_pronoun_tag(Xpos xpos) {
  return xpos == Xpos::Prp || xpos == Xpos::PrpDollar || xpos == Xpos::Wp || xpos == Xpos::WpDollar;
}

// A word of the phrase that says what it is, not which or how many.
bool tells_what(Upos upos) {
  return upos == Upos::Noun || upos == Upos::Propn || upos == Upos::Adj || upos == Upos::Num ||
         upos == Upos::Verb || upos == Upos::X || upos == Upos::Adv;
}

class MarkableMaker {
 public:
  MarkableMaker(const Resolution& r, const Syntax& syntax) : r_(r), s_(syntax), d_(r.d) {
    found_.lower.reserve(d_.tokens.size());
    found_.lemmas.reserve(d_.tokens.size());
    for (TokenIndex t = 0; t < d_.tokens.size(); ++t) {
      found_.lower.push_back(hash_of(d_.text_of(t)));
      found_.lemmas.push_back(hash_of(d_.morphs[t].lemma));
    }
    the_ = hash_of("the");
    a_ = hash_of("a");
    an_ = hash_of("an");
    for (const char* word : {"this", "that", "these", "those", "such"}) pointing_.push_back(hash_of(word));
  }

  Markables make(const std::vector<NounPhrase>& phrases) {
    gather(phrases);
    SentenceIndex s = 0;
    for (Markable& m : found_.list) {
      while (s + 1 < d_.sentences.size() && d_.sentences[s].tokens.end <= m.tokens.begin) ++s;
      m.sentence = s;
      read(m);
    }
    return std::move(found_);
  }

 private:
  // "Foreign Minister [Anna Berg]": the tree may hang the name on its title.
  [[nodiscard]] TokenIndex head_of_phrase(MentionIndex m) const {
    const Span phrase = r_.phrase_of(m);
    TokenIndex t = d_.mentions[m].head;
    for (int step = 0; step < 4; ++step) {
      const Deprel deprel = s_.deprel(t);
      const bool hangs = deprel == Deprel::Flat || deprel == Deprel::Compound || deprel == Deprel::NmodDesc;
      if (!hangs || !phrase.contains(s_.head(t))) break;
      t = s_.head(t);
    }
    return t;
  }

  void gather(const std::vector<NounPhrase>& phrases) {
    std::vector<MentionIndex> by_head(d_.tokens.size(), kNone);
    for (MentionIndex m = 0; m < d_.mentions.size(); ++m) {
      MentionIndex& at = by_head[head_of_phrase(m)];
      if (at == kNone || d_.mentions[m].tokens.size() > d_.mentions[at].tokens.size()) at = m;
    }
    for (const NounPhrase& phrase : phrases) {
      Markable m{.tokens = phrase.tokens, .head = phrase.head, .several = phrase.several};
      if (!phrase.several) {
        m.mention = by_head[phrase.head];
        by_head[phrase.head] = kNone;
      }
      found_.list.push_back(m);
    }
    for (MentionIndex m = 0; m < d_.mentions.size(); ++m)
      if (by_head[head_of_phrase(m)] == m)
        found_.list.push_back({.tokens = d_.mentions[m].tokens, .head = d_.mentions[m].head, .mention = m});
    std::stable_sort(found_.list.begin(), found_.list.end(), [](const Markable& a, const Markable& b) {
      if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
      return a.tokens.end > b.tokens.end;
    });
  }

  void read(Markable& m) {
    read_words(m);
    m.head_word = found_.lemmas[m.head];
    const Xpos xpos = d_.morphs[m.head].xpos;
    if (m.several || xpos == Xpos::Nns || xpos == Xpos::Nnps)
      m.number = GrammaticalNumber::Plural;
    else if (xpos == Xpos::Nn || xpos == Xpos::Nnp)
      m.number = GrammaticalNumber::Singular;
    m.form = form_of(m);
    m.type = static_cast<WordHash>(m.form) + 1;
    if (m.several) m.type += 16;
    if (m.form == MarkableForm::Pronoun) return read_pronoun(m);
    if (m.mention != kNone) {
      read_mention(m);
    } else if (!m.several) {
      const auto noun = r_.gazetteer.actor_noun(d_.morphs[m.head].lemma);
      if (noun) m.gender = noun->gender;
    }
  }

  void read_words(Markable& m) {
    m.words.begin = static_cast<std::uint32_t>(found_.words.size());
    WordHash all = 1;
    for (TokenIndex t = m.tokens.begin; t < m.tokens.end; ++t) {
      const Upos upos = s_.upos(t);
      if (upos == Upos::Det || upos == Upos::Punct || upos == Upos::Part) continue;
      all = mixed(all, found_.lower[t]);
      const bool near = m.tokens.size() < 12 || t <= m.head;
      if (near && tells_what(upos)) found_.words.push_back(found_.lemmas[t]);
    }
    m.wording = all;
    m.words.end = static_cast<std::uint32_t>(found_.words.size());
    std::sort(found_.words.begin() + m.words.begin, found_.words.end());
  }

  [[nodiscard]] MarkableForm form_of(const Markable& m) const {
    const Upos upos = s_.upos(m.head);
    if (m.tokens.size() == 1 && (upos == Upos::Pron || is_pronoun_tag(d_.morphs[m.head].xpos)))
      return MarkableForm::Pronoun;
    if (m.mention != kNone && d_.mentions[m.mention].form == MentionForm::Name) return MarkableForm::Name;
    const WordHash first = found_.lower[m.tokens.begin];
    if (m.tokens.size() == 1 && s_.upos(m.head) == Upos::Det) return MarkableForm::Pronoun;
    if (upos == Upos::Propn && !m.several) return MarkableForm::Name;
    if (first == the_) return MarkableForm::Definite;
    if (first == a_ || first == an_) return MarkableForm::Indefinite;
    if (std::find(pointing_.begin(), pointing_.end(), first) != pointing_.end())
      return MarkableForm::Demonstrative;
    return s_.child(m.head, Deprel::NmodPoss) != kNone ? MarkableForm::Possessed : MarkableForm::Bare;
  }

  // "she" counts as "he": what is learned of one is learned of both. "her" is "his" or "him".
  [[nodiscard]] WordHash genderless_word(TokenIndex t) const {
    const auto pronoun = r_.gazetteer.pronoun(name_key(d_.text_of(t)));
    if (!pronoun || pronoun->gender != Gender::Female) return found_.lower[t];
    if (pronoun->form == PronounForm::Reflexive) return hash_of("himself");
    if (found_.lower[t] == hash_of("hers") || d_.morphs[t].xpos == Xpos::PrpDollar) return hash_of("his");
    return hash_of(found_.lower[t] == hash_of("her") ? "him" : "he");
  }

  void read_pronoun(Markable& m) {
    m.type = mixed(genderless_word(m.head), 99);
    m.number = GrammaticalNumber::Unknown;
    const auto pronoun = r_.gazetteer.pronoun(name_key(d_.text_of(m.head)));
    if (!pronoun) return;
    m.gender = pronoun->gender;
    m.person = pronoun->person;
    m.number = pronoun->plural ? GrammaticalNumber::Plural : GrammaticalNumber::Singular;
    m.kind = m.gender == Gender::Male || m.gender == Gender::Female ? EntityKind::Person : EntityKind::Other;
  }

  // A word that the tables have among given and family names.
  [[nodiscard]] bool has_personal_word(const Mention& name) const {
    for (TokenIndex t = name.tokens.begin; t < name.tokens.end; ++t)
      if (const PersonName person = r_.gazetteer.person_name(r_.key_of(t)); person.given || person.family)
        return true;
    return false;
  }

  // A name of which nothing tells for sure that it is no person's.
  [[nodiscard]] bool may_be_person(const Mention& name) const {
    if (name.tokens.size() > 4) return false;
    const auto person = [&](TokenIndex t) { return r_.gazetteer.person_name(r_.key_of(t)); };
    const bool given = name.tokens.size() == 1 && person(name.head).given;
    if (!given && known_name(d_, r_.gazetteer, name.tokens)) return false;
    for (TokenIndex t = name.tokens.begin; t < name.tokens.end; ++t) {
      const std::string key = r_.key_of(t);
      if (r_.gazetteer.is_organization_word(key, WordPosition::Last) ||
          r_.gazetteer.is_organization_word(key, WordPosition::First))
        return false;
      if (r_.gazetteer.is_common_word(key) && !person(t).given) return false;
    }
    return true;
  }

  void read_mention(Markable& m) const {
    const Mention& mention = d_.mentions[m.mention];
    m.kind = mention.kind;
    const EntityIndex e = r_.of_mention[m.mention];
    if (e != kNone) {
      m.gender = r_.actors[e].gender;
      if (r_.actors[e].kind != EntityKind::Other) m.kind = r_.actors[e].kind;
    }
    if (mention.form == MentionForm::Name) {
      m.human = m.kind == EntityKind::Person || may_be_person(mention);
      m.personal = m.human && (m.kind == EntityKind::Other || has_personal_word(mention));
      m.number = mention.kind == EntityKind::Group ? GrammaticalNumber::Plural : GrammaticalNumber::Singular;
      // "Bailey" alone is rather a surname, and tells nothing.
      const PersonName first = r_.gazetteer.person_name(r_.key_of(mention.tokens.begin));
      if (m.gender == Gender::Unknown && m.kind == EntityKind::Person)
        if (mention.tokens.size() > 1 || !first.family) m.gender = first.gender;
      return;
    }
    const auto noun = r_.gazetteer.actor_noun(d_.morphs[m.head].lemma);
    if (noun && m.gender == Gender::Unknown) m.gender = noun->gender;
  }

  const Resolution& r_;
  const Syntax& s_;
  const Document& d_;
  Markables found_;
  WordHash the_ = 0, a_ = 0, an_ = 0;
  std::vector<WordHash> pointing_;
};

}  // namespace

WordHash hash_of(std::string_view word) {
  std::uint32_t h = 2166136261u;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    h = (h ^ byte) * 16777619u;
  }
  return h;
}

Markables markables_of(const Resolution& r, const Syntax& syntax, const std::vector<NounPhrase>& phrases) {
  return MarkableMaker(r, syntax).make(phrases);
}

}  // namespace dateline
