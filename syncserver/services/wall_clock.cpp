#include "syncserver/services/clock.h"

#include <chrono>

namespace hotich {

instant wall_clock::now() const
{
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
}

} // namespace hotich
