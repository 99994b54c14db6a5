#include "extract/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/json_article.hpp"
#include "extract/utf8.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 18> kPublished{"article:published_time",
                                                      "article:published",
                                                      "og:article:published_time",
                                                      "og:published_time",
                                                      "datepublished",
                                                      "date_published",
                                                      "parsely-pub-date",
                                                      "sailthru.date",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dcterms.created",
                                                      "dc.date",
                                                      "dcterms.date",
                                                      "citation_publication_date",
                                                      "pubdate",
                                                      "publishdate",
                                                      "publication_date",
                                                      "cxenseparse:recs:publishtime"};
constexpr std::array<std::string_view, 6> kPublishedLater{
    "publish-date", "publish_date", "publication-date", "article.published", "date", "article_date_original"};
constexpr std::array<std::string_view, 8> kModified{
    "article:modified_time", "og:updated_time",  "article:modified", "datemodified",
    "dcterms.modified",      "dc.date.modified", "lastmod",          "last-modified"};
constexpr std::array<std::string_view, 5> kTitle{"og:title", "twitter:title", "parsely-title", "dc.title",
                                                 "headline"};
constexpr std::array<std::string_view, 6> kSource{"og:site_name", "application-name",
                                                  "dc.publisher", "dcterms.publisher",
                                                  "publisher",    "citation_journal_title"};
constexpr std::array<std::string_view, 2> kUrl{"og:url", "parsely-link"};

template <std::size_t N>
void collect(const HtmlPage& page, const std::array<std::string_view, N>& names,
             std::vector<std::string>& values) {
  for (const std::string_view name : names)
    for (const HtmlMeta& meta : page.metas)
      if (meta.name == name && !trim(meta.content).empty()) values.emplace_back(trim(meta.content));
}

template <std::size_t N>
std::optional<std::string> first(const HtmlPage& page, const std::array<std::string_view, N>& names) {
  std::vector<std::string> values;
  collect(page, names, values);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

bool is_absolute(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

// "Bridge closed - Harbour Times" is the headline and the site; the site may be known or merely be short.
std::string without_site(std::string_view title, const std::optional<std::string>& site) {
  title = trim(title);
  for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB "}) {
    const auto at = title.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = trim(title.substr(at + mark.size()));
    const bool known = site && to_lower(rest) == to_lower(*site);
    if (known || (at > rest.size() && std::count(rest.begin(), rest.end(), ' ') <= 3 && at > 20))
      return std::string(trim(title.substr(0, at)));
  }
  return std::string(title);
}

void add_linked_data(const HtmlPage& page, PageMetadata& out) {
  for (const std::string& script : page.linked_data)
    for (const JsonArticle& article : read_linked_data(script)) {
      if (!out.title) out.title = article.title;
      if (!out.url && article.url && is_absolute(*article.url)) out.url = article.url;
      if (!out.source) out.source = article.source;
      if (article.published) out.published.push_back(*article.published);
      if (article.modified) out.modified.push_back(*article.modified);
      if (out.body.empty() && article.text) out.body = *article.text;
    }
}

}  // namespace

PageMetadata page_metadata(const HtmlPage& page) {
  PageMetadata out;
  add_linked_data(page, out);
  collect(page, kPublished, out.published);
  collect(page, kPublishedLater, out.published);
  collect(page, kModified, out.modified);
  if (is_absolute(page.canonical)) out.url = page.canonical;
  if (!out.url) out.url = first(page, kUrl);
  if (!out.source) out.source = first(page, kSource);
  if (!out.title) out.title = first(page, kTitle);
  if (!out.title && !trim(page.title).empty()) out.title = without_site(page.title, out.source);
  return out;
}

}  // namespace dateline
