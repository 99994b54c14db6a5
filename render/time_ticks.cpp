#include "render/time_ticks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace dateline {
namespace {

constexpr int kLabelDistance = 10;  // px, at least, between two labels

enum class Unit : std::uint8_t { Day, Week, Month, Year };

struct Step {
  Unit unit = Unit::Day;
  int count = 1;
  double days = 1;
};

constexpr std::array<Step, 17> kSteps{{{Unit::Day, 1, 1},
                                       {Unit::Day, 2, 2},
                                       {Unit::Week, 1, 7},
                                       {Unit::Month, 1, 30.4},
                                       {Unit::Month, 3, 91.3},
                                       {Unit::Month, 6, 182.6},
                                       {Unit::Year, 1, 365.2},
                                       {Unit::Year, 2, 730.5},
                                       {Unit::Year, 5, 1826.2},
                                       {Unit::Year, 10, 3652.4},
                                       {Unit::Year, 20, 7304.9},
                                       {Unit::Year, 50, 18262.1},
                                       {Unit::Year, 100, 36524.3},
                                       {Unit::Year, 200, 73048.5},
                                       {Unit::Year, 500, 182621.3},
                                       {Unit::Year, 1000, 365242.5},
                                       {Unit::Year, 5000, 1826212.5}}};

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

Step step_for(std::int64_t days, int width) {
  constexpr double kLabelRoom = 58;  // px
  const double days_a_label = static_cast<double>(days) * kLabelRoom / std::max(width, 1);
  for (const Step& step : kSteps)
    if (step.days >= days_a_label) return step;
  return kSteps.back();
}

int floor_to(int value, int count) {
  const int rest = value % count;
  return rest < 0 ? value - rest - count : value - rest;
}

// The last day at or before `day` where the calendar begins a step.
date::sys_days step_begin(date::sys_days day, const Step& step) {
  const date::year_month_day ymd{day};
  switch (step.unit) {
    case Unit::Day: return date::sys_days{date::days{floor_to(day.time_since_epoch().count(), step.count)}};
    case Unit::Week: return day - (date::weekday{day} - date::Monday);
    case Unit::Month: {
      const auto month = static_cast<unsigned>(ymd.month()) - 1;
      return ymd.year() / static_cast<int>(month - month % static_cast<unsigned>(step.count) + 1) / 1;
    }
    case Unit::Year: return date::year{floor_to(static_cast<int>(ymd.year()), step.count)} / 1 / 1;
  }
  return day;
}

date::sys_days next_step(date::sys_days day, const Step& step) {
  const date::year_month_day ymd{day};
  switch (step.unit) {
    case Unit::Day: return day + date::days{step.count};
    case Unit::Week: return day + date::days{7};
    case Unit::Month: return ymd + date::months{step.count};
    case Unit::Year: return ymd + date::years{step.count};
  }
  return day + date::days{1};
}

// A tick that wants a label; those that must have one are asked first.
struct Candidate {
  date::sys_days day;
  int x = 0;
  Unit unit = Unit::Day;
  int urgency = 2;  // 0: a band, 1: begin of a stretch, 2: others
  bool band = false;
};

std::vector<std::string> label_of(const Candidate& candidate, bool with_year) {
  const date::year_month_day ymd{candidate.day};
  const std::string year = year_words(static_cast<int>(ymd.year()));
  if (candidate.unit == Unit::Year) return {year};
  std::string words(kMonths[static_cast<unsigned>(ymd.month()) - 1]);
  if (candidate.unit != Unit::Month) words = std::to_string(static_cast<unsigned>(ymd.day())) + " " + words;
  return with_year ? std::vector<std::string>{words, year} : std::vector<std::string>{words};
}

// The unit of a day that begins a stretch: a year or a month where it is their first day.
Unit unit_of(date::sys_days day) {
  const date::year_month_day ymd{day};
  if (ymd.day() != date::day{1}) return Unit::Day;
  return ymd.month() == date::January ? Unit::Year : Unit::Month;
}

// The knots [begin, end) of a stretch give its ticks: where the calendar's steps are, or, where bands stretch
// the axis unevenly, the days that have events.
void add_stretch(const TimeScale& scale, std::size_t begin, std::size_t end,
                 std::vector<Candidate>& candidates) {
  const Knot& first = scale.knots[begin];
  const Knot& last = scale.knots[end - 1];
  std::map<date::sys_days, Candidate> ticks;
  bool uneven = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Knot& knot = scale.knots[i];
    if (knot.columns > 1) ticks[knot.day] = {knot.day, knot.begin, Unit::Day, 0, true};
    uneven |= i + 1 < end && knot.end > knot.begin;
  }
  for (std::size_t i = begin; i < end && uneven; ++i) {
    const Knot& knot = scale.knots[i];
    const Unit unit = ticks.empty() ? unit_of(knot.day) : Unit::Day;
    if (knot.end > knot.begin || i + 1 == end)
      ticks.try_emplace(knot.day, Candidate{knot.day, knot.begin, unit, 2, false});
  }
  const std::int64_t days = (last.day - first.day).count();
  const Step step = step_for(days, last.begin - first.begin);
  for (date::sys_days day = step_begin(first.day, step); day <= last.day && !uneven;) {
    if (day >= first.day) ticks.try_emplace(day, Candidate{day, scale.x_of(day), step.unit, 2, false});
    const date::sys_days next = next_step(day, step);
    if (next <= day) break;  // the calendar's last year is passed
    day = next;
  }
  // A stretch of one day, or shorter than its step: its own first day tells where it is.
  if (ticks.empty() || days == 0)
    ticks.try_emplace(first.day, Candidate{first.day, first.begin, unit_of(first.day), 1, false});
  Candidate& leader = ticks.begin()->second;
  leader.urgency = std::min(leader.urgency, 1);
  for (const auto& [day, tick] : ticks) candidates.push_back(tick);
}

// Extents of labels that stand already, by their left end.
class Taken {
 public:
  bool take(int left, int right) {
    const auto next = extents_.lower_bound(left);
    if (next != extents_.end() && next->first < right + kLabelDistance) return false;
    if (next != extents_.begin() && std::prev(next)->second + kLabelDistance > left) return false;
    extents_.emplace(left, right);
    return true;
  }

 private:
  std::map<int, int> extents_;
};

}  // namespace

std::string year_words(int astronomical_year) {
  return astronomical_year > 0 ? std::to_string(astronomical_year)
                               : std::to_string(1 - astronomical_year) + " BC";
}

std::vector<Tick> ticks_of(const TimeScale& scale) {
  std::vector<Candidate> candidates;
  for (std::size_t begin = 0; begin < scale.knots.size();) {
    std::size_t end = begin + 1;
    while (end < scale.knots.size() && !scale.knots[end].after_break) ++end;
    add_stretch(scale, begin, end, candidates);
    begin = end;
  }
  std::vector<Tick> ticks(candidates.size());
  Taken taken;
  for (int urgency = 0; urgency <= 2; ++urgency) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const Candidate& candidate = candidates[i];
      if (candidate.urgency != urgency) continue;
      Tick& tick = ticks[i];
      tick.x = candidate.x;
      const auto year = [](const Candidate& c) { return date::year_month_day{c.day}.year(); };
      const bool new_year = urgency < 2 || i == 0 || year(candidates[i - 1]) != year(candidate);
      std::vector<std::string> lines = label_of(candidate, new_year);
      int width = 0;
      for (const std::string& line : lines) width = std::max(width, text_width(line, kTickFont));
      tick.left = candidate.band ? tick.x : tick.x - width / 2;
      tick.right = tick.left + width;
      if (taken.take(tick.left, tick.right)) tick.lines = std::move(lines);
    }
  }
  return ticks;
}

}  // namespace dateline
