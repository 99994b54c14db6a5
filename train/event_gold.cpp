#include "train/event_gold.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "extract/time_value.hpp"

namespace dateline {
namespace {

using nlohmann::json;

std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return bytes;
}

Span span_of(const json& object) { return {object.at("begin"), object.at("end")}; }

GoldParticipant participant_of(const json& actors, const json& participant) {
  GoldParticipant made;
  const json& actor = actors.at(participant.at("actor").get<std::string>());
  made.names.push_back(plain_name(actor.at("name").get<std::string>()));
  for (const json& alias : actor.at("aliases")) made.names.push_back(plain_name(alias.get<std::string>()));
  made.role = role_from(participant.value("role", "agent")).value_or(Role::Other);
  return made;
}

GoldEvent event_of(const json& actors, const json& event) {
  GoldEvent made;
  made.type = event_type_from(event.at("type").get<std::string>()).value_or(EventType::Occurrence);
  for (const json& t : event.at("triggers")) made.triggers.push_back(span_of(t));
  for (const json& p : event.at("participants")) made.participants.push_back(participant_of(actors, p));
  if (event.contains("date_span") && event["date_span"].is_object()) made.date = span_of(event["date_span"]);
  if (event.contains("place") && event["place"].is_string())
    made.place = plain_name(event["place"].get<std::string>());
  for (const json& f : event.at("figures"))
    if (f.at("value").is_number())
      made.figures.push_back(
          {figure_kind_from(f.at("kind").get<std::string>()).value_or(FigureKind::Other), f["value"]});
  made.modality = modality_from(event.value("modality", "actual")).value_or(Modality::Actual);
  made.core = event.value("core", false);
  return made;
}

// "2023-01-31"
std::optional<date::sys_days> published_of(const json& gold) {
  if (gold.value("published_in_text", false) || !gold.at("published").is_string()) return std::nullopt;
  return day_from_iso(gold.at("published").get<std::string>());
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string key;
  for (const char c : name) {
    const bool blank =
        c == ' ' || c == '.' || c == ',' || c == '\'' || c == '`' || c == '"' || c == '-' || c == '\n';
    if (blank) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  if (key.size() > 2 && key.ends_with(" s") && (name.ends_with("'s") || name.ends_with("\xe2\x80\x99s")))
    key.resize(key.size() - 2);
  for (const std::string_view article : {"the ", "a ", "an "})
    if (key.starts_with(article)) return key.substr(article.size());
  return key;
}

std::vector<GoldArticle> read_event_gold(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().string().ends_with(".gold.json")) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<GoldArticle> articles;
  for (const auto& path : paths) {
    const json gold = json::parse(bytes_of_file(path));
    const std::string file = path.filename().string();
    GoldArticle article{.name = file.substr(0, file.size() - std::string_view(".gold.json").size()),
                        .published = published_of(gold),
                        .text = bytes_of_file(path.parent_path() / gold.at("text").get<std::string>())};
    for (const json& event : gold.at("events")) article.events.push_back(event_of(gold.at("actors"), event));
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace dateline
