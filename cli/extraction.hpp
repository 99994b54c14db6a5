// From the inputs of a command line to finished articles, in order, on many threads.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "extract/document.hpp"
#include "extract/model.hpp"
#include "extract/record.hpp"

namespace dateline {

// What a command makes of one article: text to print, or a record to go on with.
struct Finished {
  std::string text;
  std::optional<Record> record;
};

// Makes it; runs on any thread. `document` is null where the input was a record already.
// May throw InputError where that is not enough.
using Finish = std::function<Finished(Record record, const Document* document)>;

// Reads `files`, analyses their articles on `options.jobs` threads, finishes each and hands it to `take`, in
// the order of the files and of the articles in them, on the calling thread. Failures go to `messages`; the
// rest goes on.
void extract_all(const std::vector<std::string>& files, const Options& options, const Model& model,
                 const Finish& finish, const std::function<void(Finished)>& take, Messages& messages);

}  // namespace dateline
