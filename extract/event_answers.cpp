#include "extract/event_answers.hpp"

#include <string>

#include "extract/carried.hpp"
#include "extract/event_date.hpp"
#include "extract/event_figures.hpp"
#include "extract/event_place.hpp"
#include "extract/far_roles.hpp"
#include "extract/modality.hpp"
#include "extract/roles.hpp"

namespace dateline {
namespace {

std::string quoted(const Scene& scene, Span tokens) {
  return "'" + std::string(scene.d.text_of(tokens)) + "'";
}

void explain(const Scene& scene, Trigger& t) {
  const auto lender = [&](SentenceIndex from) {
    return std::string(from == t.sentence ? "" : ", of an earlier sentence, learned");
  };
  if (t.when) {
    const SentenceIndex from = scene.sentence_of[scene.d.times[t.when->time].tokens.begin];
    t.why.push_back("date: " + spell_date_reason(scene, t.when->time) + lender(from));
  }
  if (t.place) {
    const Span tokens = scene.d.mentions[*t.place].tokens;
    t.why.push_back("place: " + quoted(scene, tokens) + lender(scene.sentence_of[tokens.begin]));
  }
  for (const EventFigure& f : t.figures)
    t.why.push_back("figure: " + quoted(scene, scene.d.figures[f.figure].tokens) + " " +
                    std::string(to_string(f.kind)));
}

}  // namespace

void answer_questions(const Scene& scene, const EventModel& model, std::vector<Trigger>& triggers) {
  for (Trigger& t : triggers) {
    std::string why;
    t.modality = modality_of(scene, model, t, &why);
    if (!why.empty()) t.why.push_back(std::move(why));
    t.participants = participants_of(scene, model, t, &t.why);
    add_far_participants(scene, model, t, &t.why);
    t.when = date_of(scene, model, triggers, t);
    t.place = place_of(scene, model, t);
    t.figures = figures_of(scene, model, t);
  }
  carry_dates(scene, model, triggers);
  carry_places(scene, model, triggers);
  for (Trigger& t : triggers) explain(scene, t);
}

}  // namespace dateline
