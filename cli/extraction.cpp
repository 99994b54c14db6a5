#include "cli/extraction.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "cli/input_files.hpp"
#include "cli/ordered_work.hpp"
#include "extract/pipeline.hpp"
#include "extract/read_article.hpp"
#include "graph/json.hpp"

namespace dateline {
namespace {

using Outcome = std::variant<Finished, InputError>;
using TakeOutcome = std::function<void(Outcome)>;

constexpr std::size_t kBatch = 64;  // articles of one file that are held at a time, for each thread

Outcome finished(const Finish& finish, Record record, const Document* document) {
  try {
    return finish(std::move(record), document);
  } catch (const InputError& failure) {
    return failure;
  }
}

Outcome finished_article(ReadResult read, const Model& model, const Finish& finish) {
  if (read.error) return *read.error;
  const Document d = analyse(std::move(*read.article), model);
  return finished(finish, to_record(d), &d);
}

Outcome finished_words(Document words, const Model& model, const Finish& finish) {
  const Document d = analyse_words(std::move(words), model);
  return finished(finish, to_record(d), &d);
}

// One file: its articles in batches, each batch on `threads` threads.
class FileRun {
 public:
  FileRun(const Options& options, const Model& model, const Finish& finish, std::size_t threads,
          const TakeOutcome& take)
      : options_(options), model_(model), finish_(finish), threads_(threads), take_(take) {}

  void run(const std::string& file) {
    try {
      const std::string bytes = read_bytes(file);
      if (options_.read.format == InputFormat::Auto && is_dateline_json(bytes)) {
        for (Record& record : records_from_json(bytes, file))
          take_(finished(finish_, std::move(record), nullptr));
        return;
      }
      if (options_.read.format == InputFormat::Conllu)
        return take_(finished_words(read_conllu(bytes, file, options_.read), model_, finish_));
      read_articles(bytes, file, options_.read, model_, [this](ReadResult read) {
        batch_.push_back(std::move(read));
        if (batch_.size() >= kBatch * threads_) flush();
      });
      flush();
    } catch (const InputError& failure) {
      flush();
      take_(failure);
    }
  }

 private:
  void flush() {
    std::vector<std::optional<Outcome>> outcomes(batch_.size());
    run_in_order(
        batch_.size(), threads_,
        [&](std::size_t i) { outcomes[i] = finished_article(std::move(batch_[i]), model_, finish_); },
        [&](std::size_t i) {
          take_(std::move(*outcomes[i]));
          outcomes[i].reset();
        });
    batch_.clear();
  }

  const Options& options_;
  const Model& model_;
  const Finish& finish_;
  std::size_t threads_;
  const TakeOutcome& take_;
  std::vector<ReadResult> batch_;
};

}  // namespace

void extract_all(const std::vector<std::string>& files, const Options& options, const Model& model,
                 const Finish& finish, const std::function<void(Finished)>& take, Messages& messages) {
  const TakeOutcome deliver = [&](Outcome outcome) {
    if (const auto* failure = std::get_if<InputError>(&outcome))
      messages.failed(*failure);
    else
      take(std::move(std::get<Finished>(outcome)));
  };
  if (files.size() == 1) {
    FileRun(options, model, finish, options.jobs, deliver).run(files.front());
    return;
  }
  std::vector<std::vector<Outcome>> outcomes(files.size());
  run_in_order(
      files.size(), options.jobs,
      [&](std::size_t i) {
        const TakeOutcome keep = [&](Outcome outcome) { outcomes[i].push_back(std::move(outcome)); };
        FileRun(options, model, finish, 1, keep).run(files[i]);
      },
      [&](std::size_t i) {
        for (Outcome& outcome : outcomes[i]) deliver(std::move(outcome));
        outcomes[i] = {};
        messages.progress(i + 1, files.size());
      });
}

}  // namespace dateline
