// The one thread that touches the register. Widgets ask; the work runs there with the register, the
// answer comes back to the GUI thread if the one who asked still lives. Work is done in the order
// it was asked, so a save that was asked before closing is done before closing.
#pragma once

#include "common/register/desk_register.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>

namespace hotich {

class register_thread
{
public:
    using opener = std::function<result<std::unique_ptr<desk_register>>()>;

    register_thread();
    register_thread(const register_thread&) = delete;
    register_thread& operator=(const register_thread&) = delete;
    /// Finishes all work that was asked, then closes the register.
    ~register_thread();

    /// Opens or creates the register there; it takes the place of the one that was open.
    void open(QObject* receiver, opener make, std::function<void(status)> done);

    /// `work(desk_register&)` gives a result<T>; `done(result<T>)` runs on the GUI thread.
    template <class Work, class Done>
    void ask(QObject* receiver, Work work, Done done)
    {
        using answer = std::invoke_result_t<Work&, desk_register&>;
        static_assert(std::is_constructible_v<answer, failure>, "work answers with a result");
        post([this,
              guard = QPointer<QObject>(receiver),
              work = std::move(work),
              done = std::move(done)]() mutable {
            auto given = std::make_shared<answer>(run_guarded<answer>(work));
            reply([guard, given, done]() mutable {
                if (guard) done(std::move(*given));
            });
        });
    }

private:
    /// The one place of the desktop where exceptions of libraries become failures.
    template <class Answer, class Work>
    Answer run_guarded(Work& work)
    {
        if (!m_desk) return failure{failure_code::not_allowed, "no register is open"};
        try {
            return work(*m_desk);
        } catch (const std::exception& error) {
            return failure{failure_code::corrupt_data, std::string("unexpected: ") + error.what()};
        }
    }

    void post(std::function<void()> job);
    void reply(std::function<void()> job);

    QThread m_thread;
    QObject m_here;                        ///< lives on the GUI thread and receives the answers
    QObject* m_there;                      ///< lives on the register thread and receives the work
    std::unique_ptr<desk_register> m_desk; ///< touched on the register thread only
};

} // namespace hotich
