#include "syncserver/app/process_limits.h"

#include <algorithm>

#ifndef _WIN32
#include <sys/resource.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hotich {

void share_memory_between_threads()
{
#ifdef __GLIBC__
    // Measured with 16 threads and one desk that sends batches of 400: a third of the memory, as
    // fast.
    constexpr int pools = 2;
    mallopt(M_ARENA_MAX, pools);
#endif
}

#ifdef _WIN32

std::size_t raise_file_limit(std::size_t connections)
{
    return connections + files_beside_connections; // sockets are no files there
}

#else

std::size_t raise_file_limit(std::size_t connections)
{
    rlimit allowed{};
    if (getrlimit(RLIMIT_NOFILE, &allowed) != 0) return 0;
    const rlim_t wanted = connections + files_beside_connections;
    if (allowed.rlim_cur >= wanted) return allowed.rlim_cur;
    const auto before = allowed.rlim_cur;
    allowed.rlim_cur = std::min(wanted, allowed.rlim_max);
    return setrlimit(RLIMIT_NOFILE, &allowed) == 0 ? allowed.rlim_cur : before;
}

#endif

} // namespace hotich
