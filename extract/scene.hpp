// A Document indexed for the questions that find_events asks: trees, and what stands at a token or in
// a sentence. Made once a document, in linear time.
#pragma once

#include <vector>

#include "extract/arguments.hpp"
#include "extract/document.hpp"

namespace dateline {

struct Scene {
  const Document& d;
  Syntax tree;
  std::vector<SentenceIndex> sentence_of;      // one a token
  std::vector<MentionIndex> mention_of_head;   // one a token: the longest mention whose head it is, or kNone
  std::vector<TimeIndex> time_of_token;        // one a token, or kNone
  std::vector<FigureIndex> figure_of_token;    // one a token, or kNone
  std::vector<FigureIndex> figure_of_counted;  // one a token: the figure that counts it, or kNone
  // One a sentence and one past the last: the first mention, time, figure that begins in it or after.
  std::vector<MentionIndex> first_mention;
  std::vector<TimeIndex> first_time;
  std::vector<FigureIndex> first_figure;

  [[nodiscard]] EntityIndex entity_of(MentionIndex m) const;  // kNone for none
  // The entity kind of the thing whose head is `t` (of its entity where it has one); Other where unknown.
  [[nodiscard]] EntityKind kind_at(TokenIndex t) const;
  [[nodiscard]] BlockKind block_kind(SentenceIndex s) const;
  // Whether the token stands in the place with which an agency report begins, its dash included ("NAIROBI, Kenya - ").
  [[nodiscard]] bool in_dateline(TokenIndex t) const;
};

// `d` must live as long as the scene.
[[nodiscard]] Scene make_scene(const Document& d);

}  // namespace dateline
