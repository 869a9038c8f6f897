// Where libFuzzer calls in.
#include "common/crypto/crypto.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/)
{
    return hotich::start_crypto() ? 0 : 1;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    take({reinterpret_cast<const char*>(data), size});
    return 0;
}
