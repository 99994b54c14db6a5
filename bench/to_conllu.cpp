// Analyses raw text, or the words of a CoNLL-U file, and writes CoNLL-U: what accuracy is measured with.
//
//   to_conllu FILE.txt      paragraphs parted by blank lines
//   to_conllu FILE.conllu   keeps its words and sentences; tags and trees are made anew
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "extract/conllu.hpp"
#include "extract/inflect.hpp"
#include "extract/model.hpp"
#include "extract/name_tags.hpp"
#include "extract/parse.hpp"
#include "extract/read_words.hpp"
#include "extract/split_sentences.hpp"
#include "extract/tag.hpp"
#include "extract/tokenize.hpp"

namespace {

dateline::Document document_of(std::string text) {
  dateline::Document d;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    if (begin < end)
      d.article.blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  d.article.text = std::move(text);
  return d;
}

// Mentions for the names that the network marks, so that they are written too.
std::vector<dateline::Mention> marked_names(const dateline::Document& d) {
  std::vector<dateline::NameTag> tags;
  for (const dateline::Reading& reading : d.readings) tags.push_back(reading.name);
  std::vector<dateline::Mention> mentions;
  for (const auto& [words, kind] : dateline::names_of(tags)) {
    const auto entity = kind == dateline::NameKind::Person  ? dateline::EntityKind::Person
                        : kind == dateline::NameKind::Place ? dateline::EntityKind::Place
                                                            : dateline::EntityKind::Organization;
    mentions.push_back({.tokens = words, .head = words.end - 1, .kind = entity});
  }
  return mentions;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string path = argv[1];
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const dateline::Model model = dateline::load_model();
  dateline::Document d;
  if (path.ends_with(".conllu")) {
    d = dateline::from_conllu(text, path);
  } else {
    d = document_of(text);
    d.tokens = dateline::tokenize(d, model);
    d.sentences = dateline::split_sentences(d, model);
  }
  d.readings = dateline::read_words(d, model);
  d.morphs = dateline::tag(d, model);
  d.arcs = dateline::parse(d, model);
  d.inflections = dateline::inflect(d, model);
  d.mentions = marked_names(d);
  std::cout << dateline::to_conllu(d);
  return 0;
}
