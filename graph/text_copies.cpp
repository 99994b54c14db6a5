#include "graph/text_copies.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include <boost/pending/disjoint_sets.hpp>

#include "graph/story.hpp"
#include "graph/text_words.hpp"

namespace dateline {
namespace {

constexpr std::size_t kHashes = 64;
constexpr std::size_t kBand = 4;     // hashes; two texts meet where one band of both is the same
constexpr std::size_t kShingle = 5;  // words

using Signature = std::array<std::uint32_t, kHashes>;

// A well-mixed bijection (splitmix64, Steele et al. 2014).
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::optional<Signature> signature_of(const Record& record) {
  std::vector<WordHash> words;
  for (const std::string_view sentence : sentences_of(record))
    for (const TextWord& word : text_words(sentence)) words.push_back(word_hash(word.folded));
  if (words.size() < kFewestShingles + kShingle - 1) return std::nullopt;
  Signature least;
  least.fill(~std::uint32_t{0});
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < kShingle; ++k) shingle = mixed(shingle ^ words[i + k]);
    for (std::size_t h = 0; h < kHashes; ++h) {
      // Multiply-shift by an odd number of its own: near enough to another permutation for each h.
      const auto hash = static_cast<std::uint32_t>((shingle * (2 * mixed(h) + 1)) >> 32U);
      least[h] = std::min(least[h], hash);
    }
  }
  return least;
}

double likeness(const Signature& a, const Signature& b) {
  std::size_t same = 0;
  for (std::size_t h = 0; h < kHashes; ++h) same += a[h] == b[h] ? 1 : 0;
  return static_cast<double>(same) / kHashes;
}

using Sets = boost::disjoint_sets_with_storage<>;

// Records that one band puts together, in order, are compared with the one before and with the first.
void join_band(const std::vector<std::optional<Signature>>& signatures, std::size_t band, Sets& sets) {
  std::vector<std::pair<std::uint64_t, std::size_t>> entries;
  for (std::size_t r = 0; r < signatures.size(); ++r) {
    if (!signatures[r]) continue;
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kBand; ++k) hash = mixed(hash ^ (*signatures[r])[band * kBand + k]);
    entries.emplace_back(hash, r);
  }
  std::ranges::sort(entries);
  const auto join = [&](std::size_t a, std::size_t b) {
    if (sets.find_set(a) != sets.find_set(b) && likeness(*signatures[a], *signatures[b]) >= kCopyLikeness)
      sets.union_set(a, b);
  };
  for (std::size_t first = 0, i = 1; i < entries.size(); ++i) {
    if (entries[i].first != entries[first].first) {
      first = i;
      continue;
    }
    join(entries[i - 1].second, entries[i].second);
    join(entries[first].second, entries[i].second);
  }
}

}  // namespace

std::vector<std::size_t> text_classes(std::span<const Record> records) {
  Sets sets(records.size());
  std::map<std::string_view, std::size_t> with_sum;
  std::vector<std::optional<Signature>> signatures(records.size());
  for (std::size_t r = 0; r < records.size(); ++r) {
    const RecordArticle& article = records[r].article;
    if (!article.sha256.empty()) sets.union_set(with_sum.emplace(article.sha256, r).first->second, r);
    signatures[r] = signature_of(records[r]);
  }
  for (std::size_t band = 0; band < kHashes / kBand; ++band) join_band(signatures, band, sets);
  std::map<std::size_t, std::size_t> first;
  std::vector<std::size_t> classes(records.size());
  for (std::size_t r = 0; r < records.size(); ++r)
    classes[r] = first.emplace(sets.find_set(r), r).first->second;
  return classes;
}

}  // namespace dateline
