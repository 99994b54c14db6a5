#include "extract/json_article.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "extract/input_error.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxDepth = 16;  // objects nested deeper are no articles

enum class Field : std::uint8_t {
  None,
  Title,
  Text,
  Published,
  Modified,
  Url,
  Id,
  Source,
  Type,
  Name,
  Items
};

struct FieldName {
  std::string_view name;
  Field field;
  std::uint8_t rank;  // of the names of one field the least wins
};

constexpr std::array<FieldName, 35> kFieldNames{{
    {"title", Field::Title, 0},
    {"headline", Field::Title, 1},
    {"text", Field::Text, 0},
    {"body", Field::Text, 1},
    {"content", Field::Text, 2},
    {"articleBody", Field::Text, 3},
    {"date", Field::Published, 0},
    {"published", Field::Published, 1},
    {"published_at", Field::Published, 2},
    {"publishedAt", Field::Published, 2},
    {"datePublished", Field::Published, 3},
    {"date_published", Field::Published, 3},
    {"publication_date", Field::Published, 4},
    {"publish_date", Field::Published, 4},
    {"published_date", Field::Published, 4},
    {"pubDate", Field::Published, 5},
    {"modified", Field::Modified, 0},
    {"modified_at", Field::Modified, 1},
    {"updated", Field::Modified, 2},
    {"updated_at", Field::Modified, 3},
    {"dateModified", Field::Modified, 4},
    {"date_modified", Field::Modified, 4},
    {"canonical", Field::Url, 0},
    {"canonical_url", Field::Url, 0},
    {"url", Field::Url, 1},
    {"link", Field::Url, 2},
    {"mainEntityOfPage", Field::Url, 3},
    {"@id", Field::Url, 4},
    {"id", Field::Id, 0},
    {"guid", Field::Id, 1},
    {"source", Field::Source, 0},
    {"publisher", Field::Source, 1},
    {"@type", Field::Type, 0},
    {"name", Field::Name, 0},
    {"articles", Field::Items, 0},
}};
constexpr FieldName kGraph{"@graph", Field::Items, 0};

FieldName field_of(std::string_view key) {
  if (key == kGraph.name) return kGraph;
  const auto found =
      std::find_if(kFieldNames.begin(), kFieldNames.end(), [&](const FieldName& f) { return f.name == key; });
  return found == kFieldNames.end() ? FieldName{{}, Field::None, 0} : *found;
}

// An object that is being read.
struct OpenObject {
  JsonArticle article;
  std::string name;
  std::array<std::uint8_t, 11> rank{};  // of the name that gave each field, plus one; 0: not given yet
  bool has_items = false;
};

// An object or array around the place of reading.
struct Level {
  bool is_array = false;
  FieldName key{{}, Field::None, 0};  // whose value is being read
  bool holds_articles = false;
};

// Takes nlohmann's stream of tokens.
class ArticleHandler {
 public:
  using Take = std::function<void(const JsonArticle&)>;
  explicit ArticleHandler(Take take) : take_(std::move(take)) {}

  bool null() { return true; }
  bool boolean(bool) { return strange(); }
  bool number_integer(json::number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(json::number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(json::number_float_t, const std::string& digits) { return number(digits); }
  bool binary(json::binary_t&) { return true; }

  bool string(std::string& value) {
    if (levels_.empty() || deep()) return true;
    const Level& level = levels_.back();
    if (!level.is_array) {
      set(level.key, value);
    } else if (levels_.size() > 1 && levels_[levels_.size() - 2].key.field == Field::Type) {
      objects_.back().article.type += value + " ";
    }
    return true;
  }

  bool start_object(std::size_t) {
    if (goes_too_deep()) return true;
    const bool article = levels_.empty() || levels_.back().holds_articles;
    levels_.push_back({.holds_articles = false});
    articles_.push_back(article);
    objects_.emplace_back();
    return true;
  }

  bool key(std::string& name) {
    if (!deep()) levels_.back().key = field_of(name);
    return true;
  }

  bool end_object() {
    if (comes_back()) return true;
    const bool article = articles_.back();
    levels_.pop_back();
    articles_.pop_back();
    OpenObject object = std::move(objects_.back());
    objects_.pop_back();
    if (article && (!object.has_items || object.article.text)) take_(object.article);
    if (!levels_.empty() && !levels_.back().is_array) lend_to_parent(object);
    return true;
  }

  bool start_array(std::size_t) {
    if (goes_too_deep()) return true;
    const bool top = levels_.empty();
    const bool items =
        !top && !levels_.back().is_array && levels_.back().key.field == Field::Items && articles_.back();
    if (items) objects_.back().has_items = true;
    levels_.push_back({.is_array = true, .holds_articles = top || items});
    articles_.push_back(false);
    return true;
  }

  bool end_array() {
    if (comes_back()) return true;
    levels_.pop_back();
    articles_.pop_back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const json::exception& error) {
    fault_at = position;
    fault = error.what();
    return false;
  }

  std::size_t fault_at = 0;  // bytes read when the fault showed
  std::string fault;         // "" for none

 private:
  [[nodiscard]] bool deep() const { return deeper_ > 0; }

  // Levels below kMaxDepth are counted, not kept.
  bool goes_too_deep() {
    if (levels_.size() < kMaxDepth) return false;
    ++deeper_;
    return true;
  }
  bool comes_back() {
    if (deeper_ == 0) return false;
    --deeper_;
    return true;
  }

  bool number(const std::string& digits) {
    if (levels_.empty() || deep() || levels_.back().is_array) return true;
    const FieldName& key = levels_.back().key;
    if (key.field == Field::Text) return strange();
    if (key.field == Field::Published || key.field == Field::Modified || key.field == Field::Id)
      set(key, digits);
    return true;
  }

  bool strange() {
    if (!levels_.empty() && !deep() && !levels_.back().is_array && levels_.back().key.field == Field::Text)
      objects_.back().article.strange_text = true;
    return true;
  }

  void set(const FieldName& key, const std::string& value) {
    OpenObject& object = objects_.back();
    std::uint8_t& rank = object.rank[static_cast<std::size_t>(key.field)];
    if (key.field == Field::None || trim(value).empty() || (rank != 0 && rank <= key.rank + 1)) return;
    rank = static_cast<std::uint8_t>(key.rank + 1);
    JsonArticle& article = object.article;
    switch (key.field) {
      case Field::Title: article.title = value; break;
      case Field::Text: article.text = value; break;
      case Field::Published:
        article.published = value;
        article.published_name = key.name;
        break;
      case Field::Modified: article.modified = value; break;
      case Field::Url: article.url = value; break;
      case Field::Id: article.id = value; break;
      case Field::Source: article.source = value; break;
      case Field::Type: article.type = value; break;
      case Field::Name: object.name = value; break;
      case Field::None:
      case Field::Items: break;
    }
  }

  // {"publisher": {"name": "..."}} and {"mainEntityOfPage": {"@id": "..."}}
  void lend_to_parent(const OpenObject& object) {
    const FieldName& key = levels_.back().key;
    if (objects_.empty()) return;
    if (key.field == Field::Source && !object.name.empty()) set(key, object.name);
    if (key.field == Field::Source && object.name.empty() && object.article.title)
      set(key, *object.article.title);
    if (key.field == Field::Url && object.article.url) set(key, *object.article.url);
    if (key.field == Field::Text) objects_.back().article.strange_text = true;
  }

  Take take_;
  std::size_t deeper_ = 0;  // levels open below kMaxDepth
  std::vector<Level> levels_;
  std::vector<bool> articles_;       // one a level: whether it is an article
  std::vector<OpenObject> objects_;  // those of the levels that are objects, as far as they are kept
};

void parse(std::string_view text, ArticleHandler& handler) {
  json::sax_parse(text.begin(), text.end(), &handler);
}

// "line 3, column 7" of the last byte read; columns count code points.
std::string place(std::string_view text, std::size_t read, std::uint32_t first_line) {
  const std::string_view before = text.substr(0, std::min(text.size(), read == 0 ? 0 : read - 1));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  return "line " + std::to_string(first_line + static_cast<std::uint32_t>(lines)) + ", column " +
         std::to_string(length_of(line) + 1);
}

// The library's own reason, without its frame: "[...] parse error at ...: while parsing ... - REASON; ...".
std::string reason(const std::string& fault) {
  const auto dash = fault.find(" - ");
  if (dash == std::string::npos) return "not valid JSON";
  const auto end = std::min(fault.find(';', dash), dash + 3 + 80);
  return "not valid JSON (" + fault.substr(dash + 3, end - dash - 3) + ")";
}

bool is_news(std::string_view type) {
  static constexpr std::array<std::string_view, 3> kTypes{"Article", "BlogPosting", "Report"};
  return std::any_of(kTypes.begin(), kTypes.end(),
                     [&](std::string_view t) { return type.find(t) != std::string_view::npos; });
}

}  // namespace

void read_json_articles(std::string_view text, const std::string& path, std::uint32_t first_line,
                        const std::function<void(const JsonArticle&)>& take) {
  ArticleHandler handler(take);
  parse(text, handler);
  if (handler.fault.empty()) return;
  const bool cut_off = handler.fault_at > text.size() || trim(text.substr(handler.fault_at)).empty();
  throw InputError(path, place(text, handler.fault_at, first_line),
                   cut_off ? "JSON ends before it is complete" : reason(handler.fault),
                   cut_off ? "the file seems to be cut off" : "");
}

std::vector<JsonArticle> read_linked_data(std::string_view text) {
  std::vector<JsonArticle> news;
  ArticleHandler handler([&](const JsonArticle& article) {
    if (is_news(article.type)) news.push_back(article);
  });
  parse(text, handler);
  return news;
}

bool is_json(std::string_view text) { return json::accept(text.begin(), text.end()); }

}  // namespace dateline
