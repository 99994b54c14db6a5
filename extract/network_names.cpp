#include "extract/network_names.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

EntityKind entity_kind(NameKind kind) {
  switch (kind) {
    case NameKind::Person: return EntityKind::Person;
    case NameKind::Place: return EntityKind::Place;
    case NameKind::Organization: break;
  }
  return EntityKind::Organization;
}

// The names of all sentences, as spans of the document.
std::vector<NameSpan> seen_names(const Document& d) {
  std::vector<NameSpan> seen;
  std::vector<NameTag> tags;
  for (const Sentence& sentence : d.sentences) {
    tags.clear();
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      tags.push_back(d.readings[t].name);
    for (NameSpan name : names_of(tags)) {
      name.words.begin += sentence.tokens.begin;
      name.words.end += sentence.tokens.begin;
      seen.push_back(name);
    }
  }
  return seen;
}

Mention mention_of(const Document& d, const Wording& wording, const NameSpan& name) {
  const TokenIndex usual = name.kind == NameKind::Person ? name.words.begin : name.words.end - 1;
  return {.tokens = name.words,
          .head = head_of(d, name.words, usual),
          .form = MentionForm::Name,
          .kind = kind_by_network(d, wording, name.words).value_or(entity_kind(name.kind)),
          .phrase = name.words};
}

class Joiner {
 public:
  Joiner(const Document& d, const Wording& wording, const std::vector<FoundName>& names)
      : d_(d), wording_(wording), names_(names) {}

  std::vector<Mention> join() {
    for (const NameSpan& seen : seen_names(d_)) {
      while (next_ < names_.size() && names_[next_].mention.tokens.end <= seen.words.begin) keep(next_++);
      std::size_t end = next_;
      while (end < names_.size() && names_[end].mention.tokens.begin < seen.words.end) ++end;
      take(seen, end);
    }
    while (next_ < names_.size()) keep(next_++);
    return std::move(found_);
  }

 private:
  void keep(std::size_t n) { found_.push_back(names_[n].mention); }

  // The network's name against the rules' names [next_, end) that overlap it.
  void take(const NameSpan& seen, std::size_t end) {
    const bool behind = found_.empty() || found_.back().tokens.end <= seen.words.begin;
    if (next_ == end) {
      if (behind && may_be_added(seen)) found_.push_back(mention_of(d_, wording_, seen));
      return;
    }
    bool inside = true;
    std::size_t sure = 0;
    for (std::size_t n = next_; n < end; ++n) {
      inside = inside && seen.words.contains(names_[n].mention.tokens);
      sure += names_[n].sure;
    }
    const bool same = end == next_ + 1 && names_[next_].mention.tokens == seen.words;
    if (same || !behind || sure > 1 || (sure == 1 && !inside) || !running(seen)) return;  // kept when passed
    Mention made = mention_of(d_, wording_, seen);
    for (std::size_t n = next_; n < end; ++n) extend(made, names_[n].mention);
    found_.push_back(made);
    next_ = end;
  }

  // No part of a role that stands before a name, and no headline, whose capitals tell nothing.
  [[nodiscard]] bool may_be_added(const NameSpan& seen) const {
    if (next_ < names_.size() && names_[next_].mention.phrase.overlaps(seen.words)) return false;
    return running(seen);
  }

  [[nodiscard]] bool running(const NameSpan& seen) const {
    return wording_.styles[d_.sentence_of(seen.words.begin)] == SentenceStyle::Running;
  }

  // The title that stands before stays before; a nation in the name tells its country.
  static void extend(Mention& made, const Mention& part) {
    if (part.phrase.begin < part.tokens.begin && part.phrase.begin < made.tokens.begin)
      made.phrase.begin = part.phrase.begin;
    if (made.country.empty()) made.country = part.country;
  }

  const Document& d_;
  const Wording& wording_;
  const std::vector<FoundName>& names_;
  std::size_t next_ = 0;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> with_network_names(const Document& d, const Wording& wording,
                                        const std::vector<FoundName>& names) {
  if (d.readings.size() != d.tokens.size()) {
    std::vector<Mention> found;
    for (const FoundName& name : names) found.push_back(name.mention);
    return found;
  }
  return Joiner(d, wording, names).join();
}

// Each word counts as it is seen here, and as it is seen all over the article.
std::optional<EntityKind> kind_by_network(const Document& d, const Wording& wording, Span span) {
  if (d.readings.size() < span.end) return std::nullopt;
  std::array<std::uint32_t, kNameKindCount> counts{};
  for (TokenIndex i = span.begin; i < span.end; ++i) {
    if (const NameTag tag = d.readings[i].name; tag != kOutside)
      counts[static_cast<std::size_t>(kind_of(tag))] += 2;
    const auto seen = wording.seen_as.find(wording.keys[i]);
    for (std::size_t k = 0; k < kNameKindCount && seen != wording.seen_as.end(); ++k)
      counts[k] += seen->second[k];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most == 0) return std::nullopt;
  return entity_kind(static_cast<NameKind>(most - counts.begin()));
}

}  // namespace dateline
