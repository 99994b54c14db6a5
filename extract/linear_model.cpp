#include "extract/linear_model.hpp"

#include <algorithm>
#include <charconv>

namespace dateline {

// FNV-1a, 32 bits; a byte that no word holds parts the words.
void Features::add(std::string_view name, std::initializer_list<std::string_view> words) {
  std::uint32_t h = 2166136261u;
  const auto mix = [&h](std::string_view text) {
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    h = (h ^ 0xFFu) * 16777619u;
  };
  mix(name);
  for (const std::string_view word : words) mix(word);
  hashes_.push_back(h);
}

std::vector<std::int32_t> LinearModel::scores(const Features& features) const {
  std::vector<std::int32_t> sums(classes, 0);
  for (const std::uint32_t f : features.hashes())
    for (std::uint32_t c = 0; c < classes; ++c)
      sums[c] += static_cast<signed char>(weights[weight_place(f, c, bits)]);
  return sums;
}

std::uint32_t LinearModel::best(const Features& features) const {
  const std::vector<std::int32_t> sums = scores(features);
  return static_cast<std::uint32_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

LinearModel section_of(std::string_view file, std::string_view name) {
  while (!file.empty()) {
    const std::size_t newline = file.find('\n');
    if (newline == std::string_view::npos) return {};
    const std::string_view head = file.substr(0, newline);
    file.remove_prefix(newline + 1);
    const std::size_t one = head.find(' ');
    const std::size_t two = head.find(' ', one == std::string_view::npos ? one : one + 1);
    if (two == std::string_view::npos) return {};
    LinearModel model;
    std::from_chars(head.data() + one + 1, head.data() + two, model.classes);
    std::from_chars(head.data() + two + 1, head.data() + head.size(), model.bits);
    if (model.bits > 24 || file.size() < (std::size_t{1} << model.bits)) return {};
    model.weights = file.substr(0, std::size_t{1} << model.bits);
    if (head.substr(0, one) == name) return model;
    file.remove_prefix(model.weights.size());
  }
  return {};
}

}  // namespace dateline
