// Articles in JSON: the usual fields of news, whatever their names.
//
//     title     title, headline                 url     canonical, canonical_url, url, link
//     text      text, body, content, articleBody   id   id, guid
//     published date, published, published_at, publishedAt, datePublished, publication_date, ...
//     modified  modified, modified_at, updated_at, dateModified, ...     source  source, publisher
//
// Earlier names win over later ones, the first of two equal ones wins. A source may be an object with a name.
// Reads as a stream of tokens: no recursion, and what no one asks for is not kept.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct JsonArticle {
  std::string type;  // @type of linked data, "" without
  std::optional<std::string> title;
  std::optional<std::string> text;
  std::optional<std::string> published;  // as written; digits for a time of Unix
  std::optional<std::string> modified;
  std::optional<std::string> url;
  std::optional<std::string> id;
  std::optional<std::string> source;
  bool strange_text = false;   // the text field is no string
  std::string published_name;  // the name of the field that `published` is from, for messages
};

// Hands each article of `json` to `take`: the object itself, the objects of an array, or those of an array
// under "articles". `first_line` is the number of the text's first line in its file.
// Throws InputError (line, column in code points) where the JSON is broken, after the articles before that.
void read_json_articles(std::string_view json, const std::string& path, std::uint32_t first_line,
                        const std::function<void(const JsonArticle&)>& take);

// The news articles among the linked data of a page (schema.org), @graph included. Broken JSON gives what
// stood before the fault.
[[nodiscard]] std::vector<JsonArticle> read_linked_data(std::string_view json);

// Whether `json` is one complete JSON value and nothing else.
[[nodiscard]] bool is_json(std::string_view json);

}  // namespace dateline
