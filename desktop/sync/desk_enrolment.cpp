#include "desktop/sync/desk_enrolment.h"

#include "common/base/files.h"
#include "common/base/ids.h"
#include "common/sync/desk_exchange.h"
#include "common/sync/desk_line.h"

namespace hotich {

namespace {

/// The register of an enrolment that was cut short is used again, if the password is the same.
result<std::unique_ptr<desk_register>> open_or_create(
    const std::string& file,
    const enrolment_request& request,
    const definitions& known,
    random_source& random,
    const machine_store& store
)
{
    std::error_code error;
    if (!std::filesystem::exists(file_path(file), error))
        return desk_register::create(
            file, request.user, request.password, known, random, {}, store
        );
    TRY(auto present, desk_register::open(file, "", request.password, known, random, store));
    if (present->is_enrolled())
        return failure{failure_code::conflict, "this register is enrolled already"};
    return present;
}

} // namespace

void desk_enrolment::enrol(
    enrolment_request request,
    std::function<void(enrolment_step)> progress,
    std::function<void(status)> done
)
{
    m_request = std::move(request);
    m_progress = std::move(progress);
    m_done = std::move(done);
    auto code = parse_enrol_code(m_request.code);
    if (!code) return finish(code.error());
    m_code = std::move(*code);
    open_register();
}

void desk_enrolment::open_register()
{
    m_progress(enrolment_step::making_register);
    m_desk.open(
        this,
        [this, request = m_request] {
            return open_or_create(m_file, request, m_known, m_random, m_store);
        },
        [this](const status& opened) { opened ? ask_server() : finish(opened); }
    );
}

void desk_enrolment::ask_server()
{
    m_progress(enrolment_step::asking_server);
    m_client = std::make_unique<server_client>(
        QUrl(QString::fromStdString(m_request.server_url)), m_code.fingerprint_prefix_hex
    );
    m_desk.ask(
        this,
        [](desk_register& desk) { return result<std::string>(desk.key().public_hex); },
        [this](result<std::string> public_key) {
            if (!public_key) return finish(public_key.error());
            m_client->enrol(
                m_code.secret,
                *public_key,
                [this](const result<server_client::enrolled_desk>& enrolled) {
                    enrolled ? keep_identity(*enrolled) : finish(enrolled.error());
                }
            );
        }
    );
}

void desk_enrolment::keep_identity(const server_client::enrolled_desk& enrolled)
{
    m_desk.ask(
        this,
        [enrolled](desk_register& desk) -> result<bool> {
            TRY_STATUS(complete_enrolment(desk, enrolled.identity, enrolled.profile_text));
            return !enrolled.profile_text.empty();
        },
        [this](result<bool> knows_office) {
            if (!knows_office) return finish(knows_office.error());
            *knows_office ? finish({}) : first_exchange();
        }
    );
}

/// An older server does not tell the office's profile; without it the desk has no name to print.
/// The rest of the feed follows beside the work.
void desk_enrolment::first_exchange()
{
    m_progress(enrolment_step::first_synchronisation);

    struct outbox
    {
        sync_request request;
        signing_key key;
    };

    m_desk.ask(
        this,
        [](desk_register& desk) -> result<outbox> {
            TRY(auto request,
                load_outbox(desk, {.max_operations = 0, .answer_bytes = first_batch_bytes}));
            return outbox{std::move(request), desk.key()};
        },
        [this](result<outbox> loaded) {
            if (!loaded) return finish(loaded.error());
            m_exchange = std::make_unique<line_exchange>(*m_client, wire_dictionary());
            const auto stamp = [this] {
                system_random random;
                const auto now = m_time.now();
                return request_signer::stamp{now, new_uuid(now, random)};
            };
            m_exchange->run(
                loaded->request,
                {loaded->request.desk, loaded->key, stamp},
                [this](const result<sync_response>& answer) {
                    answer ? take_first(*answer) : finish(answer.error());
                }
            );
        }
    );
}

void desk_enrolment::take_first(const sync_response& response)
{
    m_desk.ask(
        this,
        [response, now = m_time.now()](desk_register& desk) {
            return take_in_answer(desk, response, now);
        },
        [this](result<exchange_report> taken) { finish(taken ? status() : status(taken.error())); }
    );
}

void desk_enrolment::finish(const status& how)
{
    if (m_exchange) m_exchange.release()->deleteLater();
    if (m_client) m_client.release()->deleteLater(); // it may be what is calling
    m_done(how);
}

} // namespace hotich
