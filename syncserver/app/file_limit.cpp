#include "syncserver/app/file_limit.h"

#include <algorithm>

#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace hotich {

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
