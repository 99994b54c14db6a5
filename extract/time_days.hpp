// The days of an expression as the words around it mean them: "since March" has no end, "from 3 to 9 May" is
// one interval, told twice.
//
// TIMEX3 gives each expression the value of its own words; only TimeValue::days look at the neighbours.
// Rules:
//   since X, from X   from the first day of X on, without end ("from" only where no "to Y" follows)
//   until X, till X   up to the last day of X, without beginning
//   by X              the same
//   before X          up to the day before X, without beginning
//   after X           from the day after X, without end
//   X to Y, X - Y, between X and Y   both expressions get the days from the first of X to the last of Y
//                     (where only weekdays or months are told, their values are put in order first)
// Before, after, by and from open nothing where X only says which event is meant ("after Monday's attack").
#pragma once

#include "extract/document.hpp"
#include "extract/time_lexicon.hpp"

namespace dateline {

// Opens and joins the days of `times`, which are those of the document in text order. Linear.
void open_days(const Document& d, const TimeLexicon& lexicon, std::vector<TimeExpression>& times);

}  // namespace dateline
