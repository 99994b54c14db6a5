// Twenty hostile articles through the program, and what a browser makes of their pictures.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "render/escape.hpp"
#include "tests/render/svg_document.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// What is run where a picture runs what an article says.
constexpr const char* kSpell = "top.postMessage('executed','*');document.documentElement.id='executed'";

std::vector<std::string> hostile_words() {
  const std::string spell = kSpell;
  std::string marks = "Z";
  for (int i = 0; i < 150; ++i) marks += "\u0328";
  return {"<script>" + spell + "</script>",
          "</title></text></svg><svg onload=\"" + spell + "\">",
          "<img src=x onerror=\"" + spell + "\">",
          "\"><foreignObject><iframe srcdoc='<script>" + spell + "</script>'>",
          "' onmouseover='" + spell + "' x='",
          "]]><![CDATA[ <script>" + spell + "</script>",
          "--> <!-- <script>" + spell + "</script>",
          "<?xml-stylesheet href='javascript:" + spell + "'?>",
          "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
          "&lt;script&gt;" + spell + "&lt;/script&gt; &#60;b&#62; &bogus;",
          "<a href=\"javascript:" + spell + "\">Ann</a>",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<use href='https://evil.example/x.svg#a'/><image href='https://evil.example/a.png'/>",
          "bell\x07 escape\x1B[31m delete\x7F backspace\b",
          "\u202Eoverride\u202C \u2066isolate\u2069 \u05D1\u05E0\u05D9\u05DE\u05D9\u05DF",
          "\u0645\u062D\u0645\u0648\u062F \u0639\u0628\u0627\u0633",
          "\U0001F469\u200D\U0001F692 \U0001F1E9\U0001F1EA \u5CB8\u7530\u6587\u96C4",
          std::string(300, 'W'),
          marks,
          "back\\slash \\N \\G {a|<p>b} ${x} `y`"};
}

// Words that hold hostile ones as title, address and in the text, where all are actors of an event.
std::string article_of(const std::string& words, std::size_t number) {
  const char* const addresses[] = {"javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
                                   "https://news.example/\"onload=\"x", "https://news.example/a?b=c&d=<e>"};
  const std::string name = xml_escaped(words);
  const nlohmann::json article{
      {"title", name},
      {"url", addresses[number % 4]},
      {"date", "2021-05-04"},
      {"body", "<p>" + name + " met Anna Berg in Oslo on Monday.</p><p>On 3 May 2021 " + name +
                   " attacked the town of Lima, Anna Berg said. " + name + " will visit Lima in June.</p>"}};
  return article.dump();
}

// A list of actors that holds the words, so that they are taken for a name.
std::string actors_of(const std::string& words) {
  return nlohmann::json::array({{{"name", words}, {"kind", "person"}}}).dump();
}

class Hostile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("dateline-hostile-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    const std::vector<std::string> words = hostile_words();
    ASSERT_EQ(words.size(), 20U);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string stem = "article" + std::to_string(i);
      write(stem + ".json", article_of(words[i], i));
      write(stem + ".actors.json", actors_of(words[i]));
      const std::string input = stem + ".json --actors " + stem + ".actors.json";
      draw("timeline " + input, stem + ".timeline.svg");
      draw("graph " + input, stem + ".events.svg");
      draw("graph --view actors --layout neato " + input, stem + ".actors.svg");
    }
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  int shell(const std::string& command) const {
    const int status = std::system(("cd '" + folder_.string() + "' && " + command).c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  void draw(const std::string& words, const std::string& picture) {
    EXPECT_EQ(shell("'" DATELINE_PROGRAM "' " + words + " -o " + picture + " 2> err"), 0) << read("err");
    pictures_.push_back(picture);
  }

  // What the browser makes of a page: its document once all has run.
  std::string opened(const std::string& page) const {
    EXPECT_EQ(shell("timeout 100 chromium --headless=new --no-sandbox --disable-gpu --user-data-dir=profile "
                    "--host-resolver-rules='MAP * ~NOTFOUND' --virtual-time-budget=8000 --dump-dom 'file://" +
                    (folder_ / page).string() + "' > dom 2> err"),
              0);
    return read("dom");
  }

  fs::path folder_;
  std::vector<std::string> pictures_;
};

// Listens to what pictures run, and counts what they load and where their links lead.
constexpr const char* kWatch =
    "<!DOCTYPE html><html><head><meta charset='utf-8'><script>window.onmessage=e=>{if(e.data==='executed')"
    "document.documentElement.setAttribute('data-heard','yes')};window.onload=()=>setTimeout(()=>{"
    "const d=document.documentElement;d.setAttribute('data-done','yes');"
    "d.setAttribute('data-loads',performance.getEntriesByType('resource').filter("
    "e=>e.initiatorType!=='iframe').map(e=>e.name).join(' '));"
    "d.setAttribute('data-links',[...document.querySelectorAll('a')].map(a=>(a.getAttribute('xlink:href')||"
    "a.getAttribute('href')||'').split(':')[0]).filter(p=>p!=='https'&&p!=='http').join(' '));"
    "},3000)</script></head><body>";

TEST_F(Hostile, PicturesHoldNothingThatRunsOrLoads) {
  ASSERT_EQ(pictures_.size(), 60U);
  for (const std::string& picture : pictures_) EXPECT_EQ(danger_of(read(picture)), "") << picture;
}

TEST_F(Hostile, NothingRunsOrLoadsInABrowser) {
  if (shell("command -v chromium > /dev/null 2>&1") != 0)
    GTEST_SKIP() << "no chromium here: only the test without a browser was made";
  // The trap works: a page that runs and loads is found out.
  write("bad.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" + std::string(kSpell) + "\"/>");
  write("control.html", std::string(kWatch) +
                            "<iframe src='bad.svg'></iframe><svg><image href='missing.png'/>"
                            "<a href='javascript:x'></a></svg></body></html>");
  const std::string control = opened("control.html");
  EXPECT_NE(control.find("data-heard=\"yes\""), std::string::npos) << control;
  EXPECT_NE(control.find("missing.png\""), std::string::npos) << control;
  EXPECT_NE(control.find("data-links=\"javascript\""), std::string::npos) << control;
  std::string page = kWatch;
  for (const std::string& picture : pictures_) {
    const std::string svg = read(picture);
    page += "<iframe src='" + picture + "'></iframe><div>" + svg.substr(svg.find("<svg")) + "</div>\n";
  }
  write("all.html", page + "</body></html>");
  const std::string document = opened("all.html");
  EXPECT_NE(document.find("data-done=\"yes\""), std::string::npos);
  EXPECT_EQ(document.find("data-heard"), document.find("data-heard','yes'"));
  EXPECT_NE(document.find("data-loads=\"\""), std::string::npos) << document.substr(0, 2000);
  EXPECT_NE(document.find("data-links=\"\""), std::string::npos) << document.substr(0, 2000);
  EXPECT_EQ(document.find("id=\"executed\""), std::string::npos);
}

// Each run of the program has other addresses.
TEST_F(Hostile, SameBytesInEveryProcess) {
  for (const std::string layout : {"dot", "neato", "fdp", "sfdp", "circo"}) {
    std::string first;
    for (int i = 0; i < 3; ++i) {
      const std::string junk = "JUNK=" + std::string(static_cast<std::size_t>(i) * 3000 + 1, 'x');
      ASSERT_EQ(shell(junk + " MALLOC_PERTURB_=" + std::to_string(i * 70) +
                      " '" DATELINE_PROGRAM "' graph --view actors --clusters kind --layout " + layout +
                      " article*[0-9].json -o same.svg 2> err"),
                0)
          << read("err");
      if (first.empty()) first = read("same.svg");
      EXPECT_EQ(read("same.svg"), first) << layout;
    }
  }
}

}  // namespace
}  // namespace dateline
