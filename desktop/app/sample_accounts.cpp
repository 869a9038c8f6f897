#include "desktop/app/sample_accounts.h"

#include <QFile>

namespace hotich {

namespace {

/// Answers by method and path, and the list to import.
json::object sample_answers()
{
    QFile file(":/sample/sample_accounts.json");
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto told = parse_json_object(file.readAll().toStdString());
    return told ? *told : json::object();
}

} // namespace

result<json::object> sample_accounts(const line_question& asked)
{
    const auto answers = sample_answers();
    const auto path = asked.target.substr(0, asked.target.find('?'));
    const auto* found = answers.if_contains(asked.method + " " + path);
    if (found != nullptr && found->is_object()) return found->get_object();
    return failure{failure_code::not_found, "no such account"};
}

QByteArray sample_account_table()
{
    const auto answers = sample_answers();
    const auto text = text_at(answers, "import");
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace hotich
