// Pages of several layouts, as sites have them, and what of them is the article.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/html.hpp"
#include "extract/read_article.hpp"
#include "extract/time_value.hpp"

namespace dateline {
namespace {

const Model& model() {
  static const Model kModel = load_model();
  return kModel;
}

Article read(std::string_view bytes, Cleaning cleaning = Cleaning::Auto) {
  Article article;
  read_articles(bytes, "page", {.cleaning = cleaning}, model(), [&](ReadResult r) {
    EXPECT_TRUE(r.article) << (r.error ? r.error->what() : "") << "\n" << bytes;
    if (r.article) article = *r.article;
  });
  return article;
}

std::string spell(const Article& article) {
  std::string lines;
  for (const Block& block : article.blocks)
    lines += std::string(to_string(block.kind)) + ": " +
             article.text.substr(block.span.begin, block.span.size()) + "\n";
  return lines;
}

std::string published(const Article& article) {
  return article.published
             ? to_iso(article.published->day) + " " + std::string(to_string(article.published->basis))
             : "-";
}

// Words of which each byte was copied must be the page's own.
void expect_led_back(const Article& article, std::string_view bytes) {
  for (std::uint32_t at = 0; at < article.text.size(); ++at) {
    const Span source = article.offsets.to_source({at, at + 1});
    ASSERT_LE(source.end, bytes.size());
    const char c = article.text[at];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) continue;
    const char expected = source.size() == 1 ? c : '&';
    ASSERT_EQ(bytes[source.begin], expected) << article.text.substr(at, 30);
  }
}

constexpr std::string_view kFirst =
    "Ferry crews returned to work on Wednesday after the government agreed to new rules on rest at sea.";
constexpr std::string_view kSecond =
    "The strike had stopped all crossings for nine days, and it cost the town about two million dollars.";
constexpr std::string_view kThird =
    "\"We have won what we wanted,\" said Mona Berg, who leads the union of the crews.";

std::string paragraphs() {
  return "<p>" + std::string(kFirst) + "</p>\n<p>" + std::string(kSecond) + "</p>\n<p>" +
         std::string(kThird) + "</p>";
}
std::string three_lines() {
  return "paragraph: " + std::string(kFirst) + "\nparagraph: " + std::string(kSecond) +
         "\nparagraph: " + std::string(kThird) + "\n";
}

TEST(ReadPage, SemanticLayoutWithLinkedData) {
  const std::string page =
      R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry strike ends | Harbour Times</title><link rel="canonical" href="https://example.org/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"HT"},
{"@type":"NewsArticle","headline":"Ferry strike ends","datePublished":"2021-03-03T22:30:00-05:00",
"dateModified":"2021-03-04T01:00:00Z","publisher":{"@type":"Organization","name":"Harbour Times"}}]}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>Ferry strike ends</h1><div class="byline">By <a href="/a">Anna Lindqvist</a></div>
<div class="share-bar"><a href="#">Facebook</a><a href="#">Twitter</a></div>
<figure><img src="x.jpg" alt="Ferry"><figcaption>The ferry <i>Aurora</i> leaves Port Sund. <span class="credit">Photo: A. Lind</span></figcaption></figure>)" +
      paragraphs() +
      R"(<aside><h2>Related</h2><ul><li><a href="/1">Ten islands worth a visit</a></li></ul></aside>
<h2>What comes next</h2><p>Talks on pay begin in May.</p>
<div class="newsletter-box"><p>Sign up for our newsletter to get the best stories of the week in your inbox.</p></div>
</article></main><section id="comments"><p>What a long and angry comment this is, which nobody ever wanted to read, really.</p></section>
<footer><p>Copyright 2021 Harbour Times. All rights reserved.</p></footer></body></html>)";
  const Article article = read(page);
  EXPECT_EQ(spell(article),
            "headline: Ferry strike ends\ncaption: The ferry Aurora leaves Port Sund. Photo: A. Lind\n" +
                three_lines() + "headline: What comes next\nparagraph: Talks on pay begin in May.\n");
  EXPECT_EQ(published(article), "2021-03-03 metadata");
  EXPECT_EQ(article.modified, day_from_iso("2021-03-04"));
  EXPECT_EQ(article.title, "Ferry strike ends");
  EXPECT_EQ(article.url, "https://example.org/ferry");
  EXPECT_EQ(article.source, "Harbour Times");
  EXPECT_EQ(article.id, "https://example.org/ferry");
  expect_led_back(article, page);
}

TEST(ReadPage, OldTableLayout) {
  const std::string page =
      R"(<html><head><title>Ferry strike ends - Harbour Times</title></head><body bgcolor=white>
<table width=900><tr><td><a href=/>Home</a><br><a href=/w>World</a><br><a href=/s>Sport</a></td>
<td><font size=5><b>Ferry strike ends</b></font><br><i>March 3, 2021</i><br><br>)" +
      std::string(kFirst) + "<br><br>\n" + std::string(kSecond) + "<br>\n<br>" + std::string(kThird) +
      R"(</td><td><a href=/a>Ten islands worth a visit this summer</a><br><a href=/b>How ferries are built</a></td></tr></table></body></html>)";
  const Article article = read(page);
  const std::string text = spell(article);
  EXPECT_NE(text.find(three_lines()), std::string::npos) << text;
  EXPECT_EQ(text.find("Ten islands"), std::string::npos) << text;
  EXPECT_EQ(text.find("Sport"), std::string::npos) << text;
  EXPECT_EQ(published(article), "2021-03-03 first lines");
  expect_led_back(article, page);
}

TEST(ReadPage, DivsWithClassNamesOnly) {
  const std::string page = R"(<html><head><meta property="og:title" content="Ferry strike ends">
<meta property="og:site_name" content="Harbour Times"><meta name="pubdate" content="3 March 2021"></head><body class="single with-sidebar">
<div id="cookie-consent"><p>We use cookies to make this site work, to measure how it is used, and to show advertising that fits.</p></div>
<div class="site-header"><div class="menu"><ul><li><a href="#">News</a></li><li><a href="#">Sport</a></li></ul></div></div>
<div class="wrap"><div class="col"><h1 class="title">Ferry strike ends</h1><div class="meta">March 4, 2021</div><div class="entry-content">)" +
                           paragraphs() +
                           R"(<p><a href="/x">Read also: ten islands worth a visit this summer</a></p>
<ul><li>Crews get eleven hours of rest</li><li>Crossings start again at noon</li></ul><p style="display: none">Hidden words that nobody should see, not even here, ever.</p></div>
<div class="related-posts"><h3>You may also like</h3><p>How ferries are built: a long summary of another article that reads like running text, full stop.</p></div></div>
<div class="sidebar"><p>The most read article of this week is about a whale that came into the harbour on Sunday.</p></div></div></body></html>)";
  const Article article = read(page);
  EXPECT_EQ(spell(article),
            "headline: Ferry strike ends\n" + three_lines() +
                "list item: Crews get eleven hours of rest\nlist item: Crossings start again at noon\n");
  EXPECT_EQ(published(article), "2021-03-03 metadata");
  EXPECT_EQ(article.source, "Harbour Times");
  expect_led_back(article, page);
}

TEST(ReadPage, TimeElementAndPlayer) {
  const std::string page =
      R"(<html><body><nav><time datetime="2022-01-01">Today</time></nav><div class="story"><h1>Ferry strike ends</h1>
<time datetime="2021-03-03T08:00:00Z">3 March</time><div class="c-video"><span>please wait</span><div>No media source currently available</div><div>0:00 0:03:20 0:00</div></div><div class="wsw">)" +
      paragraphs() + "</div></div></body></html>";
  const Article article = read(page);
  EXPECT_EQ(spell(article), "headline: Ferry strike ends\n" + three_lines());
  EXPECT_EQ(published(article), "2021-03-03 metadata");
}

TEST(ReadPage, LinkedDataKnowTheText) {
  std::string body =
      std::string(kFirst) + "\\n\\n" + std::string(kSecond) +
      "\\n\\nMona Berg leads the union of the crews. " +
      "She said on Friday that nobody had wanted the strike, and that nobody would want another one, ever.";
  const std::string page =
      R"(<html><body><script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" + body +
      R"("}</script><div><div class="x1"><p>)" + std::string(kFirst) + "</p><p>" + std::string(kSecond) +
      R"(</p></div><div class="sidebar"><p>Mona Berg leads the union of the crews. She said on Friday that nobody had wanted the strike, and that nobody would want another one, ever.</p></div>
<p>A teaser about quite another thing that happened in the mountains, with many words and a full stop at its end.</p></div></body></html>)";
  const std::string text = spell(read(page));
  EXPECT_NE(text.find("Mona Berg leads"), std::string::npos) << text;
  EXPECT_EQ(text.find("mountains"), std::string::npos) << text;
}

TEST(ReadPage, EntitiesAndBytesLeadBack) {
  const std::string page =
      "<html><body><p>Caf\xE9s &amp; bars in Port&nbsp;Sund &mdash; about &#8220;forty&#8221; of them &#150; "
      "stayed "
      "open on Monday, an&shy;gry owners said; AT&T did not. &copy; &unknown; 5 < 6.</p></body></html>";
  const Article article = read(page);
  EXPECT_EQ(article.blocks.size(), 1u);
  EXPECT_NE(article.text.find(
                "Caf\u00e9s & bars in Port Sund \u2014 about \u201cforty\u201d of them \u2013 stayed"),
            std::string::npos)
      << article.text;
  EXPECT_NE(article.text.find("AT&T did not."), std::string::npos) << article.text;
  const auto at = static_cast<std::uint32_t>(article.text.find("& bars"));
  const Span amp = article.offsets.to_source({at, at + 1});
  EXPECT_EQ(page.substr(amp.begin, amp.size()), "&amp;");
  const auto bars = static_cast<std::uint32_t>(article.text.find("bars"));
  const Span word = article.offsets.to_source({bars, bars + 4});
  EXPECT_EQ(page.substr(word.begin, word.size()), "bars");
}

// Pages put together at random from pieces that have caused trouble: every letter leads back to itself.
TEST(ReadPage, EveryLetterLeadsBack) {
  const std::vector<std::string> pieces{
      "<p>",
      "</p>",
      "<div class=\"x\">",
      "</div>",
      "<b>",
      "</b>",
      "<br>",
      "&amp;",
      "&lt;",
      "&eacute;",
      "&#x2014;",
      "& ",
      "&x",
      "<!-- c -->",
      "<a href='#'>",
      "</a>",
      "Words of the town council. ",
      "caf\xC3\xA9 ",
      "\n\n",
      "<script>var a='<p>';</script>",
      "<li>",
      "<h2>",
      "<table><td>",
      "</table>",
      "\xE2\x80\x9Cquoted\xE2\x80\x9D ",
      "a < b ",
      "<unknown-tag>",
      "</nothing>",
      "<p hidden>",
      "\t",
      "]]>",
      "<![CDATA[x]]>",
      "&#0;",
      "&#999999999;",
      "<blockquote>",
      "long-running text about ships and harbours and the people in them. "};
  std::uint32_t seed = 7;
  for (int round = 0; round < 300; ++round) {
    std::string page = "<html><body><p>The ferry sailed on Monday.</p>";
    for (int i = 0; i < 60; ++i) {
      seed = seed * 1664525u + 1013904223u;
      page += pieces[(seed >> 8) % pieces.size()];
    }
    for (const Cleaning cleaning : {Cleaning::Auto, Cleaning::None}) {
      const Article article = read(page, cleaning);
      ASSERT_NO_FATAL_FAILURE(expect_led_back(article, page)) << page;
    }
  }
}

TEST(ParseHtml, BoundsTheDepth) {
  std::string page;
  for (int i = 0; i < 20000; ++i) page += "<div><span class=a>";
  page += "<p>The ferry sailed on Monday.</p>";
  const HtmlPage parsed = parse_html(page);
  EXPECT_EQ(parsed.text, "The ferry sailed on Monday.");
  EXPECT_LE(parsed.elements.size(), kMaxHtmlDepth + 2);
}

TEST(LooksLikeHtml, ByContent) {
  EXPECT_TRUE(looks_like_html("<!DOCTYPE html><title>x</title>"));
  EXPECT_TRUE(looks_like_html("\n <p>The ferry sailed.</p>"));
  EXPECT_TRUE(looks_like_html("The <b>ferry</b> sailed.<br>It <i>sank</i>."));
  EXPECT_FALSE(looks_like_html("<5 people came, and a < b."));
  EXPECT_FALSE(looks_like_html("The ferry sailed."));
  EXPECT_FALSE(looks_like_html(""));
}

}  // namespace
}  // namespace dateline
