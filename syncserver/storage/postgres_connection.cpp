#include "syncserver/storage/postgres_connection.h"

#include "common/sql/sql_text.h"
#include "syncserver/storage/postgres_text.h"

#include <libpq-fe.h>

#include <array>
#include <optional>
#include <unordered_map>

namespace hotich {

namespace {

constexpr std::size_t max_prepared_statements = 256;
/// From so many rows on COPY is cheaper than statements.
constexpr std::size_t min_rows_to_copy = 2;

struct connection_closer
{
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

struct result_closer
{
    void operator()(PGresult* answer) const { PQclear(answer); }
};

using connection = std::unique_ptr<PGconn, connection_closer>;
using answer = std::unique_ptr<PGresult, result_closer>;

failure not_reached() { return {failure_code::storage_unavailable, "the database is not reached"}; }

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text;
}

/// libpq quotes parts of a string that it cannot read, and a part may be the password.
status check_conninfo(const std::string& conninfo)
{
    char* message = nullptr;
    auto* parsed = PQconninfoParse(conninfo.c_str(), &message);
    PQconninfoFree(parsed);
    PQfreemem(message);
    if (parsed == nullptr || conninfo.empty())
        return failure{failure_code::invalid_input, "the connection string cannot be read"};
    return {};
}

std::string session_settings(const postgres_settings& settings)
{
    const auto set = [](const char* name, std::chrono::milliseconds value) {
        return std::string("SET ") + name + " = " + std::to_string(value.count()) + ";";
    };
    return set("statement_timeout", settings.statement_timeout)
        + set("lock_timeout", settings.lock_timeout)
        + set("idle_in_transaction_session_timeout", settings.idle_in_transaction_timeout)
        + "SET default_transaction_isolation = 'read committed'";
}

/// What stands in the connection string wins over what stands before it here.
connection connect_with(const std::string& conninfo)
{
    constexpr std::array names{
        "connect_timeout",
        "application_name",
        "keepalives_idle",
        "tcp_user_timeout",
        "target_session_attrs",
        "dbname",
        "client_encoding",
        static_cast<const char*>(nullptr)};
    const std::array values{
        "5",
        "hotich-server",
        "30",
        "30000",
        "read-write", // among several hosts the one that may be written to
        conninfo.c_str(),
        "UTF8",
        static_cast<const char*>(nullptr)};
    return connection(PQconnectdbParams(names.data(), values.data(), 1));
}

std::string copy_statement(std::string_view table, std::span<const std::string_view> columns)
{
    return "COPY " + std::string(table) + " (" + column_list(columns) + ") FROM STDIN";
}

class postgres_connection final : public sql_connection
{
public:
    explicit postgres_connection(postgres_settings settings) : m_settings(std::move(settings)) {}

    status connect()
    {
        m_prepared.clear();
        m_is_unfit = false;
        m_db = connect_with(m_settings.conninfo);
        if (PQstatus(m_db.get()) != CONNECTION_OK) {
            const auto why = trimmed(PQerrorMessage(m_db.get()));
            m_db.reset();
            return failure{failure_code::storage_unavailable, why};
        }
        PQsetNoticeProcessor(
            m_db.get(), [](void*, const char*) {}, nullptr
        );
        const answer set(PQexec(m_db.get(), session_settings(m_settings).c_str()));
        if (PQresultStatus(set.get()) == PGRES_COMMAND_OK) return {};
        m_db.reset();
        return not_reached();
    }

    result<std::vector<sql_row>> query(std::string_view text, std::span<const sql_value> values)
        override
    {
        TRY(const auto given, run_again_if_lost(text, values));
        std::vector<sql_row> rows;
        const int count = PQntuples(given.get());
        const int columns = PQnfields(given.get());
        rows.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            std::vector<sql_value> row;
            row.reserve(static_cast<std::size_t>(columns));
            for (int k = 0; k < columns; ++k)
                row.push_back(value_at(given.get(), i, k));
            rows.emplace_back(std::move(row));
        }
        return rows;
    }

    result<std::int64_t> execute(std::string_view text, std::span<const sql_value> values) override
    {
        TRY_STATUS(revive());
        TRY(const auto given, run(text, values));
        return static_cast<std::int64_t>(std::atoll(PQcmdTuples(given.get())));
    }

    status insert_rows(
        std::string_view table,
        std::span<const std::string_view> columns,
        std::span<const sql_value> values
    ) override
    {
        if (columns.empty() || values.size() % columns.size() != 0)
            return failure{failure_code::invalid_input, "rows of another length than the columns"};
        const auto rows = values.size() / columns.size();
        if (rows == 0) return {};
        if (rows < min_rows_to_copy) {
            TRY([[maybe_unused]] const auto added, execute(insert_text(table, columns), values));
            return {};
        }
        TRY(const auto lines, copy_text(values, columns.size()));
        TRY_STATUS(revive());
        return copy(copy_statement(table, columns), lines);
    }

    status execute_script(std::string_view text) override
    {
        TRY_STATUS(revive());
        const answer given(PQexec(m_db.get(), std::string(text).c_str()));
        TRY_STATUS(check(given.get()));
        return {};
    }

    status begin_write() override
    {
        TRY_STATUS(revive());
        m_first_failure.reset();
        const answer begun(PQexec(m_db.get(), "BEGIN"));
        auto checked = check(begun.get());
        if (checked || is_connected()) return checked;
        TRY_STATUS(revive()); // it was lost while nobody looked, and nothing is done yet
        const answer again(PQexec(m_db.get(), "BEGIN"));
        return check(again.get());
    }

    /// PostgreSQL answers COMMIT of a failed transaction with success and the tag ROLLBACK.
    status commit() override
    {
        if (!m_db) return not_reached();
        const answer done(PQexec(m_db.get(), "COMMIT"));
        const auto failed = m_first_failure;
        const auto checked = check(done.get());
        if (!is_connected())
            return failure{
                failure_code::storage_unavailable,
                "the connection was lost while committing: whether it is done is not known"};
        if (!checked) return checked;
        m_first_failure.reset();
        if (std::string_view(PQcmdStatus(done.get())) == "COMMIT") return {};
        return failed.value_or(failure{
            failure_code::storage_unavailable, "the transaction was rolled back"});
    }

    void rollback() noexcept override
    {
        m_in_transaction = false;
        m_first_failure.reset();
        if (!m_db || PQtransactionStatus(m_db.get()) == PQTRANS_IDLE) return;
        const answer done(PQexec(m_db.get(), "ROLLBACK"));
        if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) m_db.reset();
    }

    using sql_connection::execute;
    using sql_connection::query;

private:
    static sql_value value_at(const PGresult* given, int row, int column)
    {
        if (PQgetisnull(given, row, column) != 0) return std::monostate();
        return value_of_text(
            PQftype(given, column),
            {PQgetvalue(given, row, column),
             static_cast<std::size_t>(PQgetlength(given, row, column))}
        );
    }

    [[nodiscard]] bool is_connected() const
    {
        return m_db && PQstatus(m_db.get()) == CONNECTION_OK;
    }

    /// A lost connection is made again, but never in the middle of a transaction: what was done in
    /// it is gone.
    status revive()
    {
        if (is_connected() && (!m_is_unfit || m_in_transaction)) return {};
        if (m_in_transaction) return not_reached();
        return connect() ? status() : not_reached();
    }

    /// Reading twice does no harm, writing twice might.
    result<answer> run_again_if_lost(std::string_view text, std::span<const sql_value> values)
    {
        TRY_STATUS(revive());
        const bool may_repeat = !m_in_transaction;
        auto first = run(text, values);
        if (first || !may_repeat || is_connected()) return first;
        TRY_STATUS(revive());
        return run(text, values);
    }

    result<answer> run(std::string_view text, std::span<const sql_value> values)
    {
        TRY(const auto given, parameters_of(values));
        TRY(const auto name, prepared(text, given));
        answer done(PQexecPrepared(
            m_db.get(),
            name.c_str(),
            static_cast<int>(values.size()),
            given.values.data(),
            given.lengths.data(),
            nullptr,
            0
        ));
        TRY_STATUS(check(done.get()));
        return done;
    }

    result<std::string> prepared(std::string_view text, const postgres_parameters& given)
    {
        auto key = given.signature + " " + std::string(text);
        if (const auto found = m_prepared.find(key); found != m_prepared.end())
            return found->second;
        if (m_prepared.size() >= max_prepared_statements) { // only a tool makes so many
            const answer emptied(PQexec(m_db.get(), "DEALLOCATE ALL"));
            TRY_STATUS(check(emptied.get()));
            m_prepared.clear();
        }
        auto name = "h" + std::to_string(++m_last_name);
        const answer made(PQprepare(
            m_db.get(),
            name.c_str(),
            without_index_hint(text).c_str(),
            static_cast<int>(given.types.size()),
            given.types.data()
        ));
        TRY_STATUS(check(made.get()));
        m_prepared.emplace(std::move(key), name);
        return name;
    }

    status copy(const std::string& statement, const std::string& lines)
    {
        constexpr std::size_t max_piece = 1u << 20;
        const answer begun(PQexec(m_db.get(), statement.c_str()));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return check(begun.get());
        for (std::size_t at = 0; at < lines.size(); at += max_piece) {
            const auto size = std::min(max_piece, lines.size() - at);
            if (PQputCopyData(m_db.get(), lines.data() + at, static_cast<int>(size)) != 1) break;
        }
        PQputCopyEnd(m_db.get(), nullptr);
        status done;
        while (const auto given = answer(PQgetResult(m_db.get()))) {
            auto checked = check(given.get());
            if (done && !checked) done = checked;
        }
        return done;
    }

    status check(const PGresult* given)
    {
        const auto state = PQresultStatus(given);
        if (state == PGRES_COMMAND_OK || state == PGRES_TUPLES_OK || state == PGRES_EMPTY_QUERY) {
            m_in_transaction = PQtransactionStatus(m_db.get()) != PQTRANS_IDLE;
            return {};
        }
        auto failed = failure_of(given);
        note_loss(given);
        const bool is_first = PQtransactionStatus(m_db.get()) == PQTRANS_INERROR;
        if (is_first && !m_first_failure) m_first_failure = failed;
        return m_first_failure.value_or(failed);
    }

    static std::string field_of(const PGresult* given, int code)
    {
        const char* text = PQresultErrorField(given, code);
        return text == nullptr ? "" : text;
    }

    /// The server ends a session with FATAL; after a failover one may stand at what may only be
    /// read.
    void note_loss(const PGresult* given)
    {
        const auto severity = field_of(given, PG_DIAG_SEVERITY_NONLOCALIZED);
        if (severity == "FATAL" || severity == "PANIC") m_db.reset();
        if (field_of(given, PG_DIAG_SQLSTATE) == "25006") m_is_unfit = true;
    }

    failure failure_of(const PGresult* given) const
    {
        if (!is_connected()) return not_reached();
        const auto field = [given](int code) { return field_of(given, code); };
        return failure_of_sqlstate(
            field(PG_DIAG_SQLSTATE), field(PG_DIAG_CONSTRAINT_NAME), field(PG_DIAG_MESSAGE_PRIMARY)
        );
    }

    postgres_settings m_settings;
    connection m_db;
    std::unordered_map<std::string, std::string> m_prepared; ///< signature and text → name
    std::int64_t m_last_name = 0;
    bool m_in_transaction = false;
    bool m_is_unfit = false;                ///< to be made again after this transaction
    std::optional<failure> m_first_failure; ///< of the transaction that PostgreSQL has given up
};

} // namespace

postgres_settings patient(postgres_settings settings)
{
    settings.statement_timeout = settings.idle_in_transaction_timeout = {};
    return settings;
}

result<std::unique_ptr<sql_connection>> open_postgres(const postgres_settings& settings)
{
    TRY_STATUS(check_conninfo(settings.conninfo));
    auto db = std::make_unique<postgres_connection>(settings);
    TRY_STATUS(db->connect());
    return std::unique_ptr<sql_connection>(std::move(db));
}

std::unique_ptr<sql_connection> postgres_on_demand(const postgres_settings& settings)
{
    return std::make_unique<postgres_connection>(settings);
}

} // namespace hotich
