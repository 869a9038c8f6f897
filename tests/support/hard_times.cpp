#include "tests/support/hard_times.h"

#include "common/base/files.h"

#include <QtGlobal>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#endif

namespace hotich::test {

namespace {

using std::filesystem::perms;

void set_permissions(const std::string& folder, perms wanted)
{
    std::filesystem::permissions(file_path(folder), wanted);
}

#ifdef Q_OS_UNIX

constexpr uid_t nobody = 65534;

std::string run(const std::function<std::string()>& work)
{
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        return "skipped: cannot lay down the powers of root";
    if (access(HOTICH_SOURCE "/schemas/sql/log/0001_log.sql", R_OK) != 0)
        return "skipped: the sources are readable by root only";
    return work();
}

void set_soft_limit(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

#endif

} // namespace

#ifdef Q_OS_UNIX

std::string in_child(const std::function<std::string()>& work)
{
    int ends[2] = {};
    if (pipe(ends) != 0) return "cannot make a pipe";
    const auto child = fork();
    if (child == 0) {
        const auto said = run(work);
        const auto sent = write(ends[1], said.data(), said.size());
        _exit(sent == ssize_t(said.size()) ? 0 : 1);
    }
    close(ends[1]);
    std::string said;
    char buffer[512];
    for (auto size = read(ends[0], buffer, sizeof buffer); size > 0;
         size = read(ends[0], buffer, sizeof buffer))
        said.append(buffer, std::size_t(size));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? said : "the child process died";
}

void limit_file_size(std::size_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
    set_soft_limit(bytes);
}

void lift_file_size_limit() { set_soft_limit(RLIM_INFINITY); }

#else

std::string in_child(const std::function<std::string()>&)
{
    return "skipped: no child processes here";
}

void limit_file_size(std::size_t) {}

void lift_file_size_limit() {}

#endif

void forbid_writing_in(const std::string& folder)
{
    set_permissions(folder, perms::owner_read | perms::owner_exec);
}

void allow_writing_in(const std::string& folder) { set_permissions(folder, perms::owner_all); }

} // namespace hotich::test
