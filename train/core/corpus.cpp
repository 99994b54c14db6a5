#include "train/core/corpus.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>

namespace dateline::train {
namespace {

std::ifstream open(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return in;
}

std::vector<std::string_view> split(std::string_view line, std::string_view separators) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find_first_of(separators, begin), line.size());
    out.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<std::string> sent_id(std::string_view line) {
  constexpr std::string_view key = "# sent_id = ";
  if (!line.starts_with(key)) return std::nullopt;
  return std::string(line.substr(key.size()));
}

std::optional<NameKind> kind_from(std::string_view name) {
  if (name == "PER" || name == "per") return NameKind::Person;
  if (name == "LOC" || name == "geo") return NameKind::Place;
  if (name == "ORG" || name == "org") return NameKind::Organization;
  return std::nullopt;
}

// What stands inside a person's name in the Groningen Meaning Bank, and does not elsewhere.
bool title(std::string_view word) {
  constexpr std::array<std::string_view, 33> kTitles{
      "President", "Prime",      "Minister", "Mr.",     "Mrs.",      "Ms.",    "Dr.",
      "Vice",      "Secretary",  "General",  "Gen.",    "Senator",   "Sen.",   "King",
      "Queen",     "Prince",     "Pope",     "Foreign", "Defense",   "Sheikh", "Governor",
      "Gov.",      "Chancellor", "Colonel",  "Captain", "Ayatollah", "Mullah", "Ambassador",
      "Judge",     "Justice",    "Premier",  "of",      "State"};
  return std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

// Words with an IOB tag each; a change of kind or a B opens a name.
void mark_names(std::vector<Word>& words, const std::vector<std::string>& tags) {
  std::vector<NameTag> marks(words.size(), kOutside);
  for (std::uint32_t i = 0; i < words.size();) {
    std::uint32_t end = i + 1;
    const std::string_view tag = tags[i];
    const auto kind = tag.size() > 2 ? kind_from(tag.substr(2)) : std::nullopt;
    if (tag.size() > 2)
      while (end < words.size() && tags[end] == "I-" + std::string(tag.substr(2))) ++end;
    std::uint32_t begin = i;
    if (kind == NameKind::Person)
      while (begin + 1 < end && title(words[begin].form)) ++begin;
    if (kind) mark_name(marks, {{begin, end}, *kind});
    i = end;
  }
  for (std::size_t i = 0; i < words.size(); ++i) words[i].name = marks[i];
}

Word word_of(const std::vector<std::string_view>& f) {
  return {.form = std::string(f[1]),
          .upos = upos_from(f[3]).value_or(Upos::X),
          .xpos = xpos_from(f[4]).value_or(Xpos::None),
          .head = number(f[6]) - 1,
          .deprel = deprel_from(f[7]).value_or(Deprel::Dep)};
}

}  // namespace

std::vector<Sample> read_trees(const std::filesystem::path& file) {
  std::ifstream in = open(file);
  std::vector<Sample> out;
  Sample sample{.has_tree = true};
  for (std::string line; std::getline(in, line);) {
    if (const auto id = sent_id(line)) sample.id = *id;
    if (line.empty() && !sample.words.empty()) {
      out.push_back(std::move(sample));
      sample = {.has_tree = true};
    }
    if (line.empty() || line[0] == '#') continue;
    const auto fields = split(line, "\t");
    if (fields.size() != 10) throw std::runtime_error(file.string() + ": not ten columns: " + line);
    if (fields[0].find_first_of("-.") == std::string_view::npos) sample.words.push_back(word_of(fields));
  }
  return out;
}

void add_names(std::vector<Sample>& samples, const std::filesystem::path& file) {
  std::map<std::string, std::vector<std::string>> tags_of;
  std::ifstream in = open(file);
  std::string id;
  for (std::string line; std::getline(in, line);) {
    if (const auto next = sent_id(line)) id = *next;
    if (line.empty() || line[0] == '#') continue;
    if (const auto fields = split(line, "\t"); fields.size() > 2) tags_of[id].emplace_back(fields[2]);
  }
  for (Sample& sample : samples) {
    const auto found = tags_of.find(sample.id);
    if (found == tags_of.end() || found->second.size() != sample.words.size()) continue;
    mark_names(sample.words, found->second);
    sample.has_names = true;
  }
}

std::vector<Sample> read_names(const std::filesystem::path& file) {
  std::ifstream in = open(file);
  std::vector<Sample> out;
  Sample sample{.has_names = true};
  std::vector<std::string> tags;
  const auto close = [&] {
    if (!sample.words.empty()) {
      mark_names(sample.words, tags);
      out.push_back(std::move(sample));
    }
    sample = {.has_names = true};
    tags.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      close();
      continue;
    }
    const auto fields = split(line, "\t ");
    sample.words.push_back({.form = std::string(fields.front())});
    tags.emplace_back(fields.back());
  }
  close();
  return out;
}

}  // namespace dateline::train
