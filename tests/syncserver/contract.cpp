#include "tests/syncserver/contract.h"

#include "common/sync/dictionary.h"
#include "tests/support/small_world.h"

#include <yaml-cpp/yaml.h>

namespace hotich::test {

namespace {

const std::string folder = HOTICH_SOURCE "/schemas/protocol/";

json::value to_json(const YAML::Node& node)
{
    if (node.IsMap()) {
        json::object out;
        for (const auto& member : node)
            out[member.first.as<std::string>()] = to_json(member.second);
        return out;
    }
    if (node.IsSequence()) {
        json::array out;
        for (const auto& item : node)
            out.push_back(to_json(item));
        return out;
    }
    const auto text = node.as<std::string>();
    if (node.Tag() != "!" && (text == "true" || text == "false")) return text == "true";
    return json::value(text);
}

/// A reference into this document in place of what it names; references to files stay.
const json::object* resolved(const json::object& document, const json::value* value)
{
    if (value == nullptr || !value->is_object()) return nullptr;
    const auto reference = std::string(text_at(value->get_object(), "$ref"));
    if (reference.rfind("#/", 0) != 0) return &value->get_object();
    auto path = reference.substr(2);
    std::replace(path.begin(), path.end(), '/', '.');
    const auto* found = find_path(document, path);
    return found == nullptr ? nullptr : found->if_object();
}

const json::object* member(const json::object* parent, const std::string& name)
{
    const auto* found = parent == nullptr ? nullptr : parent->if_contains(name);
    return found == nullptr ? nullptr : found->if_object();
}

QString name_of_answer(
    const std::string& method, const std::string& path, const std::string& status
)
{
    return QString::fromStdString(method + " " + path + " " + status);
}

std::string upper(std::string text)
{
    for (auto& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

template <class Visit>
void for_each_operation(const json::object& document, Visit visit)
{
    const auto* paths = member(&document, "paths");
    for (const auto& path : *paths)
        for (const auto& operation : path.value().get_object())
            visit(upper(operation.key()), std::string(path.key()), operation.value().get_object());
}

} // namespace

contract::contract() : m_document(to_json(YAML::LoadFile(folder + "openapi.yaml")).get_object()) {}

QStringList contract::operations() const
{
    QStringList out;
    for_each_operation(
        m_document,
        [&](const std::string& method, const std::string& path, const json::object&) {
            out << QString::fromStdString(method + " " + path);
        }
    );
    return out;
}

const json::object* contract::described(
    const QByteArray& method, const QByteArray& pattern, int status
) const
{
    const auto* path = member(member(&m_document, "paths"), pattern.toStdString());
    const auto* responses = member(member(path, method.toLower().toStdString()), "responses");
    if (responses == nullptr) return nullptr;
    return resolved(m_document, responses->if_contains(std::to_string(status)));
}

QStringList contract::misfits(
    const QByteArray& method, const QByteArray& pattern, const http_answer& answer
)
{
    const auto name =
        name_of_answer(method.toStdString(), pattern.toStdString(), std::to_string(answer.status));
    const auto* response = described(method, pattern, answer.status);
    if (response == nullptr) return {name + " is not described"};
    m_seen.insert(name);
    if (!response->contains("content"))
        return answer.body.isEmpty() ? QStringList() : QStringList(name + " may not have a body");
    const auto type = answer.header("content-type").split(';').front().toStdString();
    const auto* content = member(member(response, "content"), type);
    if (content == nullptr)
        return {name + " may not have the type " + QString::fromStdString(type)};
    QStringList wrong;
    if (const auto* headers = member(response, "headers");
        headers != nullptr && headers->contains("Retry-After"))
        if (answer.header("retry-after").isEmpty()) wrong << name + " lacks Retry-After";
    const auto body = answer.body.toStdString();
    if (content->contains("x-first-line")) {
        const auto words = answer.header("hotich-dictionary").isEmpty()
            ? wire_dictionary()
            : must(wire_dictionary::load(real_definitions().folder()));
        const auto plain =
            answer.header("content-encoding") == "zstd" ? must(words.decompress(body)) : body;
        return wrong
            + misfits_of_lines(
                   plain,
                   std::string(text_at(*content, "x-first-line.$ref")),
                   std::string(text_at(*content, "x-further-lines.$ref"))
            );
    }
    if (type != "application/json") return wrong;
    const auto document = parse_json(body);
    if (!document) return wrong << name + ": the body is no JSON";
    return wrong + misfits_of(std::string(text_at(*content, "schema.$ref")), *document);
}

int contract::checked(
    const QByteArray& method, const QByteArray& pattern, const http_answer& answer
)
{
    const auto wrong = misfits(method, pattern, answer);
    for (const auto& line : wrong)
        qWarning("%s", qPrintable(line));
    return wrong.isEmpty() ? answer.status : -answer.status;
}

QStringList contract::unseen() const
{
    QStringList out;
    for_each_operation(
        m_document,
        [&](const std::string& method, const std::string& path, const json::object& operation) {
            for (const auto& response : operation.at("responses").get_object()) {
                const auto name = name_of_answer(method, path, std::string(response.key()));
                if (!m_seen.contains(name)) out << name;
            }
        }
    );
    return out;
}

QStringList contract::misfits_of_lines(
    const std::string& text, const std::string& first, const std::string& further
) const
{
    QStringList wrong;
    const auto lines = QString::fromStdString(text).split('\n');
    if (!lines.back().isEmpty()) wrong << "the last line has no end";
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const auto line = must(parse_json(lines[i].toStdString()));
        wrong += misfits_of(i == 0 ? first : further, line);
        if (i == 0 || further != "entry.json") continue;
        wrong +=
            misfits_of("verdict.json", must(parse_json(text_at(line.get_object(), "verdict"))));
        if (line.get_object().contains("body"))
            wrong +=
                misfits_of("operation.json", must(parse_json(text_at(line.get_object(), "body"))));
    }
    return wrong;
}

QStringList contract::misfits_of(const std::string& schema_file, const json::value& document)
{
    const auto schema = must(read_json_file(folder + schema_file));
    const auto validator = must(schema_validator::compile(schema.get_object()));
    QStringList wrong;
    for (const auto& place : validator->misfits(document))
        wrong << QString::fromStdString(schema_file + ": \"" + place + "\" does not fit");
    return wrong;
}

} // namespace hotich::test
