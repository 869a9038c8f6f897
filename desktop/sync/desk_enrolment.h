// First run of a PC: makes the register, asks the server to take the desk in, fetches the office's
// profile. Each step may fail and be tried again; what was done stays done.
#pragma once

#include "common/sync/enrol_code.h"
#include "desktop/app/clock.h"
#include "desktop/app/enroller.h"
#include "desktop/sync/line_exchange.h"
#include "desktop/sync/server_client.h"
#include "desktop/worker/register_thread.h"

#include <QObject>

#include <memory>

namespace hotich {

class desk_enrolment final : public QObject, public enroller
{
    Q_OBJECT

public:
    desk_enrolment(
        std::string register_file,
        const definitions& known,
        register_thread& desk,
        const wall_clock& time,
        machine_store store
    )
        : m_file(std::move(register_file)),
          m_known(known),
          m_desk(desk),
          m_time(time),
          m_store(std::move(store))
    {}

    void enrol(
        enrolment_request request,
        std::function<void(enrolment_step)> progress,
        std::function<void(status)> done
    ) override;

private:
    void open_register();
    void ask_server();
    void keep_identity(const server_client::enrolled_desk& enrolled);
    void first_exchange();
    void take_first(const sync_response& response);
    void finish(const status& how);

    std::string m_file;
    const definitions& m_known;
    register_thread& m_desk;
    const wall_clock& m_time;
    machine_store m_store;
    system_random m_random; ///< used on the register thread only
    enrolment_request m_request;
    enrol_code_parts m_code;
    std::function<void(enrolment_step)> m_progress;
    std::function<void(status)> m_done;
    std::unique_ptr<server_client> m_client;
    std::unique_ptr<line_exchange> m_exchange;
};

} // namespace hotich
