#include "cli/options.hpp"

int main(int argc, char** argv) { return dateline::parse_options(argc, argv).exit_status; }
