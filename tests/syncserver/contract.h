// schemas/protocol/openapi.yaml as a test can ask it: is this answer one of those it describes,
// does this body fit its schema, and which of its answers has nobody seen yet.
#pragma once

#include "common/definitions/schema_validator.h"
#include "tests/syncserver/https_client.h"

#include <QStringList>

#include <set>

namespace hotich::test {

class contract
{
public:
    contract();

    /// "GET /healthz", …
    [[nodiscard]] QStringList operations() const;
    /// What is wrong with an answer; empty where it is as described. Remembers what was seen.
    QStringList misfits(
        const QByteArray& method, const QByteArray& pattern, const http_answer& answer
    );
    /// The status, where the answer is as described; else negative, and what is wrong is said.
    int checked(const QByteArray& method, const QByteArray& pattern, const http_answer& answer);
    /// Answers that are described and were never seen, as "GET /healthz 200"; those of 503 need a
    /// broken server.
    [[nodiscard]] QStringList unseen() const;
    /// The first line and the others of an NDJSON text, held against the schemas that the document
    /// names for it.
    [[nodiscard]] QStringList misfits_of_lines(
        const std::string& text, const std::string& first, const std::string& further
    ) const;
    /// A schema file of schemas/protocol.
    [[nodiscard]] static QStringList misfits_of(
        const std::string& schema_file, const json::value& document
    );

private:
    [[nodiscard]] const json::object* described(
        const QByteArray& method, const QByteArray& pattern, int status
    ) const;

    json::object m_document;
    std::set<QString> m_seen;
};

} // namespace hotich::test
