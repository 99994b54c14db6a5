#include "extract/speakers.hpp"

namespace dateline {
namespace {

enum class Mark : std::uint8_t { None, Opens, Closes, Either };

Mark mark_of(std::string_view text) {
  if (text == "“" || text == "``") return Mark::Opens;
  if (text == "”" || text == "''") return Mark::Closes;
  return text == "\"" ? Mark::Either : Mark::None;
}

struct Quotation {
  Span tokens;
  std::uint32_t block = 0;
  bool left_open = false;  // at the end of its paragraph
};

std::vector<Quotation> quotations_in(const Document& d) {
  std::vector<Quotation> found;
  bool open = false;
  for (SentenceIndex s = 0; s < d.sentences.size(); ++s) {
    const Span tokens = d.sentences[s].tokens;
    if (s > 0 && d.sentences[s].block != d.sentences[s - 1].block && open) {
      found.back().tokens.end = tokens.begin;
      found.back().left_open = true;
      open = false;
    }
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      const Mark mark = mark_of(d.text_of(t));
      if (mark == Mark::None || (mark == Mark::Closes && !open) || (mark == Mark::Opens && open)) continue;
      open = !open;
      if (open)
        found.push_back({{t, t + 1}, d.sentences[s].block});
      else
        found.back().tokens.end = t + 1;
    }
  }
  if (open) found.back().tokens.end = static_cast<TokenIndex>(d.tokens.size());
  return found;
}

class SpeakerFinder {
 public:
  SpeakerFinder(const Syntax& s, const Gazetteer& gazetteer)
      : s_(s), d_(s.document()), gazetteer_(gazetteer), speakers_(d_.tokens.size(), kNone) {}

  std::vector<TokenIndex> find() {
    const std::vector<Quotation> quotations = quotations_in(d_);
    quoted_.assign(d_.tokens.size(), false);
    for (const Quotation& q : quotations)
      for (TokenIndex t = q.tokens.begin; t < q.tokens.end; ++t) quoted_[t] = true;
    const Quotation* before = nullptr;
    TokenIndex speaker = kNone;
    for (const Quotation& q : quotations) {
      const bool goes_on = before != nullptr && (before->block == q.block ||
                                                 (before->left_open && before->tokens.end == q.tokens.begin));
      const TokenIndex own = speaker_beside(q.tokens);
      speaker = own != kNone ? own : goes_on ? speaker : kNone;
      for (TokenIndex t = q.tokens.begin; t < q.tokens.end; ++t) speakers_[t] = speaker;
      before = &q;
    }
    return std::move(speakers_);
  }

 private:
  // In the sentence of its end, else of its begin.
  [[nodiscard]] TokenIndex speaker_beside(Span quotation) const {
    const SentenceIndex last = d_.sentence_of(quotation.end - 1), first = d_.sentence_of(quotation.begin);
    const TokenIndex behind = speaker_in({quotation.end, d_.sentences[last].tokens.end});
    if (behind != kNone) return behind;
    return speaker_in({d_.sentences[first].tokens.begin, quotation.begin});
  }

  // The first subject of a verb of saying among the tokens, up to the next quotation.
  [[nodiscard]] TokenIndex speaker_in(Span tokens) const {
    constexpr TokenIndex kFarthest = 40;
    for (TokenIndex t = tokens.begin; t < tokens.end && t < tokens.begin + kFarthest; ++t) {
      if (quoted_[t]) break;
      const TokenIndex verb = s_.deprel(t) == Deprel::Nsubj ? s_.head(t) : kNone;
      if (verb == kNone || quoted_[verb] || s_.upos(verb) != Upos::Verb) continue;
      if (gazetteer_.is(NameWord::Saying, s_.lemma(verb))) return t;
    }
    return kNone;
  }

  const Syntax& s_;
  const Document& d_;
  const Gazetteer& gazetteer_;
  std::vector<bool> quoted_;
  std::vector<TokenIndex> speakers_;
};

}  // namespace

std::vector<TokenIndex> speakers_of(const Syntax& syntax, const Gazetteer& gazetteer) {
  return SpeakerFinder(syntax, gazetteer).find();
}

}  // namespace dateline
