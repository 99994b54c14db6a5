#include "train/core/guesses.hpp"

#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>

namespace dateline::train {
namespace {

constexpr std::string_view kMagic = "guesses 1\n";

NameTag name_tag_from(std::string_view name) {
  constexpr std::string_view kParts = "BILS";
  constexpr std::array<std::string_view, kNameKindCount> kKinds{"PER", "LOC", "ORG"};
  if (name == "O") return kOutside;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind)
    if (const auto part = kParts.find(name.front()); name.substr(2) == kKinds[kind] && part != kParts.npos)
      return name_tag(static_cast<NameKind>(kind), static_cast<NamePart>(part));
  throw std::runtime_error("unknown name tag: " + std::string(name));
}

using Codes = std::vector<std::uint8_t>;  // ours, by the file's

class Reader {
 public:
  explicit Reader(std::string bytes) : bytes_(std::move(bytes)) {
    if (!bytes_.starts_with(kMagic)) throw std::runtime_error("not a file of guesses");
    at_ = kMagic.size();
    upos_ = codes([](auto name) { return upos_from(name).value_or(Upos::X); });
    xpos_ = codes([](auto name) { return xpos_from(name).value_or(Xpos::None); });
    label_ = codes([](auto name) { return deprel_from(name).value_or(Deprel::Dep); });
    name_ = codes(name_tag_from);
  }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  Sample sentence() {
    Sample sample{.is_guessed = true};
    const std::size_t low = byte();
    sample.words.resize(low + 256 * std::size_t{byte()});
    for (Word& word : sample.words) {
      word.form = take(byte());
      read(word.guess);
      word.head = word.guess.heads[0].what - 1;
    }
    return sample;
  }

 private:
  std::string take(std::size_t count) {
    if (bytes_.size() - at_ < count) throw std::runtime_error("file of guesses ends too early");
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }

  template <typename Find>
  Codes codes(Find find) {
    const std::size_t end = bytes_.find('\n', at_);
    const std::string line = take(end - at_);
    take(1);
    Codes out;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t stop = std::min(line.find(' ', begin), line.size());
      out.push_back(static_cast<std::uint8_t>(find(std::string_view(line).substr(begin, stop - begin))));
      begin = stop + 1;
    }
    return out;
  }

  void read(std::span<Choice> choices, const Codes* codes) {
    for (Choice& choice : choices) {
      choice.what = byte();
      choice.weight = byte();
      if (codes != nullptr) choice.what = codes->at(choice.what);
    }
  }

  void read(Guess& guess) {
    read(guess.upos, &upos_);
    read(guess.xpos, &xpos_);
    read(guess.heads, nullptr);
    read(guess.labels, &label_);
    for (auto& scheme : guess.names) read(scheme, &name_);
  }

  std::string bytes_;
  std::size_t at_ = 0;
  Codes upos_, xpos_, label_, name_;
};

}  // namespace

std::vector<Sample> read_guesses(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  Reader reader(std::string(std::istreambuf_iterator<char>(in), {}));
  std::vector<Sample> out;
  while (!reader.at_end()) out.push_back(reader.sentence());
  return out;
}

void add_guesses(std::vector<Sample>& samples, const std::vector<Sample>& guesses, std::size_t from) {
  if (guesses.size() < from + samples.size()) throw std::runtime_error("too few guesses");
  for (std::size_t s = 0; s < samples.size(); ++s) {
    const std::vector<Word>& guessed = guesses[from + s].words;
    std::vector<Word>& words = samples[s].words;
    if (guessed.empty()) continue;
    if (guessed.size() != words.size()) throw std::runtime_error("guesses are at other sentences");
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].form.starts_with(guessed[i].form))
        throw std::runtime_error("guesses are at other words: " + words[i].form);
      words[i].guess = guessed[i].guess;
      if (!samples[s].has_tree) words[i].head = guessed[i].head;
    }
    samples[s].is_guessed = true;
  }
}

}  // namespace dateline::train
