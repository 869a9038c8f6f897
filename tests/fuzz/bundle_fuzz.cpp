// A courier's file.
#include "common/sync/bundle.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

void take(std::string_view bytes)
{
    static const auto key =
        signing_key_of(secret_key(std::array<std::uint8_t, secret_key_bytes>{1, 2, 3}));
    (void)read_bundle_label(bytes).has_value();
    (void)open_bundle(bytes, key.public_hex, key).has_value();
}
