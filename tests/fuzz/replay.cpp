// Takes every file of the folders it is given once: fuzz_replay_NAME FOLDER…
#include "common/crypto/crypto.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv)
{
    if (!hotich::start_crypto()) return 1;
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            if (!entry.is_regular_file()) continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            take(bytes);
            ++count;
        }
    }
    std::cout << count << " inputs" << std::endl;
    return count == 0 ? 1 : 0;
}
