// Knows which offices somebody listens for, and tells when the feed of one has grown: at once after
// an exchange of this process, and by looking after a while for what another server over the same
// database has added. One thread of its own; asks the store only for offices that are listened for.
// Used by http/notice_hub, routes/sync and the program.
#pragma once

#include "common/base/result.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace hotich {

class notice_watch
{
public:
    using read_revision = std::function<result<std::int64_t>(const std::string& office)>;
    using tell_revision = std::function<void(const std::string& office, std::int64_t revision)>;

    notice_watch() = default;
    notice_watch(const notice_watch&) = delete;
    notice_watch& operator=(const notice_watch&) = delete;

    ~notice_watch() { stop(); }

    // From any thread.
    void listen(const std::string& office);
    void leave(const std::string& office);
    void feed_grew(const std::string& office);

    /// One look at the store: at every office that is listened for, or only at those that grew.
    /// The program's thread calls it; tests may.
    enum class look { at_all, at_grown };
    void look_after(look how, const read_revision& read, const tell_revision& tell);

    void start(std::chrono::milliseconds interval, read_revision read, tell_revision tell);
    void stop();

private:
    struct watched
    {
        std::size_t listeners = 0;
        std::int64_t told = -1;
    };

    void run(
        std::chrono::milliseconds interval, const read_revision& read, const tell_revision& tell
    );
    std::vector<std::string> offices_to_see(look how);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<std::string, watched> m_offices; ///< as many as there are listeners
    std::set<std::string> m_grown;            ///< of those
    bool m_is_stopping = false;
    std::thread m_thread;
};

} // namespace hotich
