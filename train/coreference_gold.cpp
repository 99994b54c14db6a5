#include "train/coreference_gold.hpp"

#include <charconv>
#include <filesystem>
#include <map>

#include <zlib.h>

#include "extract/conllu.hpp"
#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

std::string read_packed(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw InputError(path, "", "can't be read", "give the path of a file");
  std::string bytes, part(1 << 16, '\0');
  for (int n = 0; (n = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0;)
    bytes.append(part, 0, static_cast<std::size_t>(n));
  gzclose(file);
  return bytes;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(at, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// "(3(1)" at token t: chains that begin and end there.
void read_cell(std::string_view cell, TokenIndex t, std::map<std::string, std::vector<TokenIndex>>& open,
               std::map<std::string, Chain>& chains) {
  for (std::size_t i = 0; i < cell.size();) {
    const bool opens = cell[i] == '(';
    if (opens) ++i;
    std::size_t end = i;
    while (end < cell.size() && cell[end] >= '0' && cell[end] <= '9') ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const std::string id(cell.substr(i, end - i));
    const bool closes = end < cell.size() && cell[end] == ')';
    i = end + (closes ? 1 : 0);
    if (opens) open[id].push_back(t);
    if (!closes || open[id].empty()) continue;
    chains[id].push_back({open[id].back(), t + 1});
    open[id].pop_back();
  }
}

std::vector<Chain> read_key(const std::string& path, const Document& words) {
  std::map<std::string, std::vector<TokenIndex>> open;
  std::map<std::string, Chain> chains;
  TokenIndex t = 0;
  const std::string bytes = read_packed(path);
  for (const std::string_view line : split(bytes, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3 || line.front() == '#') continue;
    if (t >= words.tokens.size() || (!cells[1].empty() && cells[1] != words.text_of(t)))
      throw InputError(path, "token " + std::to_string(t), "is not the word of the CoNLL-U file",
                       "give files of one release");
    read_cell(cells[2], t, open, chains);
    ++t;
  }
  std::vector<Chain> found;
  for (auto& [id, chain] : chains)
    if (chain.size() > 1) found.push_back(std::move(chain));
  return found;
}

std::uint32_t byte_of(std::string_view text, std::string_view characters) {
  std::uint32_t left = 0;
  std::from_chars(characters.data(), characters.data() + characters.size(), left);
  std::size_t at = 0;
  for (; left > 0 && at < text.size(); --left) at += code_point_at(text, at).size;
  return static_cast<std::uint32_t>(at);
}

bool is_feminine(std::string_view pronoun) {
  return pronoun == "she" || pronoun == "She" || pronoun == "her" || pronoun == "Her" || pronoun == "hers" ||
         pronoun == "Hers" || pronoun == "herself";
}

}  // namespace

std::vector<ChainDocument> read_chains(const std::string& conllu, const std::string& key_folder) {
  const std::string bytes = read_packed(conllu);
  std::vector<ChainDocument> found;
  static constexpr std::string_view kMark = "# newdoc id = ";
  for (std::size_t begin = bytes.find(kMark); begin != std::string::npos;) {
    const std::size_t next = bytes.find(kMark, begin + 1);
    const std::string_view part = std::string_view(bytes).substr(begin, next - begin);
    const std::string name(part.substr(kMark.size(), part.find('\n') - kMark.size()));
    const std::string key = key_folder + "/" + name + ".conll";
    if (std::filesystem::exists(key)) {
      ChainDocument d{.name = name, .words = from_conllu(part, conllu)};
      d.chains = read_key(key, d.words);
      found.push_back(std::move(d));
    }
    begin = next;
  }
  return found;
}

std::vector<PronounCase> read_pronoun_cases(const std::string& tsv) {
  const std::string bytes = read_packed(tsv);
  std::vector<PronounCase> found;
  const auto lines = split(bytes, '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = split(lines[i], '\t');
    if (cells.size() < 10) continue;
    PronounCase one{.text = std::string(cells[1])};
    const auto span_of = [&](std::string_view words, std::string_view offset) {
      const std::uint32_t begin = byte_of(one.text, offset);
      return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    one.pronoun = span_of(cells[2], cells[3]);
    one.a = span_of(cells[4], cells[5]);
    one.b = span_of(cells[7], cells[8]);
    one.is_a = cells[6] == "TRUE";
    one.is_b = cells[9] == "TRUE";
    one.feminine = is_feminine(cells[2]);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace dateline
