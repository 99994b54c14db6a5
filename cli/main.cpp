#include "cli/commands.hpp"

int main(int argc, char** argv) { return dateline::run(argc, argv); }
