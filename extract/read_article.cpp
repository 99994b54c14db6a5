#include "extract/read_article.hpp"

#include <algorithm>
#include <utility>

#include "extract/clean_text.hpp"
#include "extract/conllu.hpp"
#include "extract/digest.hpp"
#include "extract/encoding.hpp"
#include "extract/html.hpp"
#include "extract/json_article.hpp"
#include "extract/language_check.hpp"
#include "extract/main_text.hpp"
#include "extract/page_metadata.hpp"
#include "extract/plain_text.hpp"
#include "extract/publication_date.hpp"
#include "extract/utf8.hpp"
#include "extract/written_date.hpp"

namespace dateline {
namespace {

constexpr std::size_t kCaptionBlocks = 6;  // where the caption of the picture at the head stands

// One article on its way: what is known so far.
struct Draft {
  Article article;        // offsets lead to `source`
  std::string source;     // decoded text that the blocks are of
  OffsetMap decoded;      // bytes of `source` -> bytes of the file or field
  DateEvidence evidence;  // views into article.text and into `lines`
  std::vector<std::string> lines;
  std::vector<std::string> modified;
};

InputFormat format_of(std::string_view text, const std::string& path) {
  const std::string_view words = trim(text);
  const auto second = words.substr(std::min<std::size_t>(1, words.size())).find_first_not_of(" \t\r\n");
  const char next = second == std::string_view::npos ? '\0' : words[second + 1];
  if (words.starts_with('{') && (next == '"' || next == '}' || next == '\0')) {
    const auto line_end = words.find('\n');
    if (line_end == std::string_view::npos) return InputFormat::Json;
    const bool first_line_whole = is_json(words.substr(0, line_end));
    if (first_line_whole || path.ends_with(".jsonl") || path.ends_with(".ndjson"))
      return InputFormat::JsonLines;
    const std::string_view second_line = trim(words.substr(line_end).substr(0, 80));
    return second_line.starts_with("{\"") ? InputFormat::JsonLines : InputFormat::Json;
  }
  if (words.starts_with('[') && (next == '{' || next == ']' || next == '\0')) return InputFormat::Json;
  return looks_like_html(text) ? InputFormat::Html : InputFormat::Text;
}

// Turns decoded text into articles and hands them on.
class ArticleReader {
 public:
  ArticleReader(const std::string& path, const ReadOptions& options, const ReadingModel& model,
                const std::function<void(ReadResult)>& take)
      : path_(path), options_(options), model_(model), take_(take) {}

  void read_file(std::string_view bytes) {
    DecodedText decoded = decode(bytes, path_);
    if (trim(decoded.text).empty()) throw InputError(path_, "", "nothing but blanks", "give it some text");
    const InputFormat format =
        options_.format == InputFormat::Auto ? format_of(decoded.text, path_) : options_.format;
    if (format == InputFormat::Json) return read_json(decoded.text, 1);
    if (format == InputFormat::JsonLines) return read_lines(decoded.text);
    Draft draft{.source = std::move(decoded.text), .decoded = std::move(decoded.offsets)};
    draft.article.sha256 = sha256(bytes);
    draft.article.offset_unit = OffsetUnit::File;
    finish(draft, format == InputFormat::Html, "");
    take_({.article = std::move(draft.article)});
  }

 private:
  // Line after line; a bad one does not stop the next.
  void read_lines(std::string_view text) {
    std::uint32_t number = 0;
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      ++number;
      const std::string_view line = text.substr(0, end);
      where_ = "line " + std::to_string(number);
      if (!trim(line).empty()) attempt([&] { read_json(line, number); });
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void read_json(std::string_view text, std::uint32_t first_line) {
    std::size_t count = 0;
    const std::string line = where_;
    read_json_articles(text, path_, first_line, [&](const JsonArticle& json) {
      ++count;
      if (line.empty()) where_ = count == 1 ? "" : "article " + std::to_string(count);
      hand_on(json);
    });
    if (count == 0)
      throw InputError(path_, line, "JSON without an article",
                       "give an object with a text, or an array of them");
  }

  // An error of one article is its result; an exception of take_ passes through.
  void hand_on(const JsonArticle& json) {
    ReadResult result;
    try {
      result.article = read_article(json);
    } catch (const InputError& error) {
      result.error = error;
    }
    take_(std::move(result));
  }

  [[nodiscard]] Article read_article(const JsonArticle& json) const {
    if (json.strange_text && !json.text)
      throw InputError(path_, where_, "the text of the article is no string", "");
    if (!json.text)
      throw InputError(path_, where_, "JSON without text",
                       "give it a field text, body, content or articleBody");
    if (json.text->size() > kMaxArticleBytes)
      throw InputError(path_, where_, "larger than 64 MB", "split it");
    DecodedText decoded = mend_utf8(*json.text);
    Draft draft{.source = std::move(decoded.text), .decoded = std::move(decoded.offsets)};
    Article& article = draft.article;
    article.sha256 = sha256(*json.text);
    article.offset_unit = OffsetUnit::Field;
    article.title = json.title;
    article.url = json.url;
    article.source = json.source;
    if (json.published) {
      if (!read_date(*json.published, model_))
        throw InputError(
            path_, where_,
            "cannot read the date \"" + json.published->substr(0, 60) + "\" of field " + json.published_name,
            "write it as YYYY-MM-DD");
      draft.evidence.metadata.push_back(*json.published);
    }
    if (json.modified) draft.modified.push_back(*json.modified);
    finish(draft, looks_like_html(draft.source),
           json.url.value_or("").empty() ? json.id.value_or("") : *json.url);
    return std::move(draft.article);
  }

  // Cuts, cleans, dates and names the article.
  void finish(Draft& draft, bool html, const std::string& json_id) const {
    if (html)
      take_page(draft);
    else
      take_text(draft);
    Article& article = draft.article;
    if (article.blocks.empty())
      throw InputError(path_, where_, html ? "HTML without text" : "no text but what belongs to a page", "");
    check_language(article);
    for (const Block& block : article.blocks)
      if (!article.title && block.kind == BlockKind::Headline)
        article.title = article.text.substr(block.span.begin, block.span.size());
    date_article(draft);
    article.path = path_;
    article.id = options_.id       ? *options_.id
                 : article.url     ? *article.url
                 : json_id.empty() ? sha256(article.text)
                                   : json_id;
  }

  void take_text(Draft& draft) const {
    const std::vector<Block> blocks = find_blocks(draft.source, model_);
    for (const Block& block : blocks) add_line(draft, block, draft.source);
    set_text(draft, draft.source, blocks,
             OffsetMap::identity(static_cast<std::uint32_t>(draft.source.size())));
  }

  static void add_line(Draft& draft, const Block& block, std::string_view text) {
    if (block.span.size() <= 400) draft.lines.emplace_back(text.substr(block.span.begin, block.span.size()));
  }

  void take_page(Draft& draft) const {
    const HtmlPage page = parse_html(draft.source);
    const PageMetadata metadata = page_metadata(page);
    Article& article = draft.article;
    if (!article.title) article.title = metadata.title;
    if (!article.url) article.url = metadata.url;
    if (!article.source) article.source = metadata.source;
    const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    add(draft.evidence.metadata, metadata.published);
    add(draft.modified, metadata.modified);
    const MainText main = main_text(page, article.title.value_or(""), metadata.body,
                                    options_.cleaning == Cleaning::None, model_);
    if (main.time) draft.evidence.metadata.push_back(*main.time);
    draft.lines = main.lines;
    set_text(draft, main.text, main.blocks, main.offsets);
  }

  // `offsets` lead from `text` to the draft's source.
  void set_text(Draft& draft, const std::string& text, const std::vector<Block>& blocks,
                const OffsetMap& offsets) const {
    Article& article = draft.article;
    if (options_.cleaning == Cleaning::None) {
      article.text = text;
      article.blocks = blocks;
      article.offsets = offsets.over(draft.decoded);
      return;
    }
    CleanText clean = clean_text(text, blocks, model_);
    article.text = std::move(clean.text);
    article.blocks = std::move(clean.blocks);
    article.offsets = clean.offsets.over(offsets).over(draft.decoded);
  }

  void check_language(Article& article) const {
    if (options_.language) {
      article.language = *options_.language;
      return;
    }
    const auto foreign = foreign_language(article.text, model_);
    if (!foreign) return;
    throw InputError(path_, where_,
                     foreign->empty() ? "not English" : "not English (it looks like \"" + *foreign + "\")",
                     "--language en reads it all the same");
  }

  void date_article(Draft& draft) const {
    Article& article = draft.article;
    DateEvidence& evidence = draft.evidence;
    for (const std::string& line : draft.lines) evidence.lines.push_back(line);
    for (std::size_t i = 0; i < std::min(article.blocks.size(), kCaptionBlocks); ++i) {
      const Block& block = article.blocks[i];
      if (block.kind == BlockKind::Caption)
        evidence.captions.push_back(
            std::string_view(article.text).substr(block.span.begin, block.span.size()));
    }
    if (article.url) evidence.url = *article.url;
    evidence.option = options_.published;
    article.published = publication_date(evidence, model_);
    for (const std::string& value : draft.modified)
      if (!article.modified) article.modified = read_date(value, model_);
  }

  template <typename Work>
  void attempt(const Work& work) {
    try {
      work();
    } catch (const InputError& error) {
      take_({.error = error});
    }
  }

  const std::string& path_;
  const ReadOptions& options_;
  const ReadingModel& model_;
  const std::function<void(ReadResult)>& take_;
  std::string where_;  // in the file, for messages: "line 3", "article 2"
};

}  // namespace

void read_articles(std::string_view bytes, const std::string& path, const ReadOptions& options,
                   const Model& model, const std::function<void(ReadResult)>& take) {
  try {
    if (bytes.empty()) throw InputError(path, "", "empty", "give it some text");
    if (bytes.size() > kMaxArticleBytes) throw InputError(path, "", "larger than 64 MB", "split it");
    ArticleReader(path, options, model.reading, take).read_file(bytes);
  } catch (const InputError& error) {
    take({.error = error});
  }
}

Document read_conllu(std::string_view bytes, const std::string& path, const ReadOptions& options) {
  Document d = from_conllu(bytes, path);
  Article& article = d.article;
  article.path = path;
  article.sha256 = sha256(bytes);
  article.id = options.id.value_or(sha256(article.text));
  article.offset_unit = OffsetUnit::Field;
  if (options.published) article.published = Published{*options.published, PublishedBasis::Option};
  return d;
}

}  // namespace dateline
