// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target once over each file of the folders given: the replay of seeds and past crashes with any compiler.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void runOne(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

} // namespace

int main(int argc, char** argv) {
    std::size_t inputs = 1;
    runOne({});
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            runOne({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
            ++inputs;
        }
    }
    std::printf("%zu inputs\n", inputs);
    return 0;
}
