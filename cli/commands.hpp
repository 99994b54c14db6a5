// One function a command: what the program does, once the command line is understood.
//
// Each returns the exit status: 0 done, 1 the two differ (diff), 2 an input failed. Results go to
// options.output; an output file is written only where there is something to write. Throws InputError where
// nothing could be done.
#pragma once

#include "cli/messages.hpp"
#include "cli/options.hpp"

namespace dateline {

int run_extract(const Options& options, Messages& messages);
int run_timeline(const Options& options, Messages& messages);
int run_graph(const Options& options, Messages& messages);
int run_merge(const Options& options, Messages& messages);
int run_diff(const Options& options, Messages& messages);

// The whole program: parses, runs the command, says what failed. Never throws.
int run(int argc, const char* const* argv);

}  // namespace dateline
