#include "common/definitions/event_definition.h"

#include "common/definitions/path_check.h"
#include "common/definitions/reading.h"
#include "common/definitions/schema_bundle.h"
#include "common/definitions/schema_validator.h"

#include <algorithm>

namespace hotich {

namespace {

result<rule_use> rule_of(const json::object& source)
{
    rule_use use;
    use.rule = std::string(text_at(source, "rule"));
    if (use.rule.empty()) return at_place("rules", "a rule needs its name");
    const auto place = "rules." + use.rule;
    if (const auto* args = source.if_contains("args"); args != nullptr && args->is_array())
        use.args = args->get_array();
    TRY(use.level, severity_of(place, text_at(source, "severity")));
    auto when = condition_of(source, "when", condition());
    if (!when) return at_place(place, when.error().detail);
    use.when = std::move(*when);
    use.needs_reason = is_set(source, "needs_reason");
    use.no_override = is_set(source, "no_override");
    use.valid = validity_of(source);
    const auto historic = text_at(source, "historic");
    if (historic == "off") {
        use.historic.reset();
    } else if (!historic.empty()) {
        TRY(use.historic, severity_of(place, historic));
    }
    return use;
}

/// Arguments of a block's rule that the event replaces: {".gender": {"value": "2"}}.
void replace_arguments(json::object& rule, const json::value* replace)
{
    auto* args = rule.if_contains("args");
    if (replace == nullptr || !replace->is_object() || args == nullptr || !args->is_array()) return;
    for (auto& argument : args->get_array()) {
        if (!argument.is_string()) continue;
        if (const auto* other = replace->get_object().if_contains(argument.get_string()))
            argument = *other;
    }
}

/// The rules a block brings along, for the group of fields that the event keeps there.
status read_block_rules(const json::object& item, const block_loader& load, event_definition& event)
{
    const auto file = "../blocks/" + std::string(text_at(item, "block"));
    const auto block = load(file);
    if (!block) return at_place("rules", file + ": " + block.error().detail);
    if (!block->is_object()) return at_place(file, "an object is expected");
    const auto prefix = std::string(text_at(item, "prefix"));
    const auto except = texts_of(item.if_contains("except"));
    return for_each_object(block->get_object(), "rules", [&](const json::object& shared) -> status {
        auto rule = shared;
        const auto name = text_at(rule, "rule");
        if (std::find(except.begin(), except.end(), name) != except.end()) return {};
        replace_arguments(rule, item.if_contains("replace"));
        rule = absolute(rule, prefix.empty() ? "" : prefix + ".").get_object();
        if (const auto* when = item.if_contains("when")) {
            const auto* own = rule.if_contains("when");
            rule["when"] = own == nullptr ? *when : json::value{{"all", json::array{*when, *own}}};
        }
        TRY(auto use, rule_of(rule));
        event.rules.push_back(std::move(use));
        return {};
    });
}

result<claim_definition> claim_of(const json::object& source)
{
    claim_definition claim{
        std::string(text_at(source, "id")), texts_of(source.if_contains("fields")), {}, {}};
    if (claim.id.empty() || claim.fields.empty())
        return at_place("claims", "a claim needs an id and fields");
    TRY(claim.level, severity_of("claims." + claim.id, text_at(source, "severity")));
    TRY(claim.holds_while, condition_of(source, "while", condition()));
    return claim;
}

result<book_definition> book_of(const json::object& source)
{
    book_definition book{
        std::string(text_at(source, "kind")),
        std::string(text_at(source, "moj_code")),
        bilingual_of(source, "title"),
        {}};
    if (book.kind.empty() || book.title.vi.empty())
        return at_place("book", "kind and title are needed");
    TRY(book.when, condition_of(source, "when", condition()));
    return book;
}

status read_books(const json::object& source, event_definition& event)
{
    TRY_STATUS(for_each_object(source, "books", [&](const json::object& item) -> status {
        TRY(auto book, book_of(item));
        event.books.push_back(std::move(book));
        return {};
    }));
    const auto* book = source.if_contains("book");
    if (book == nullptr || !book->is_object()) return {};
    TRY(auto only, book_of(book->get_object()));
    event.books.push_back(std::move(only));
    return {};
}

status read_lists(const json::object& source, const block_loader& load, event_definition& event)
{
    TRY_STATUS(read_form(source, load, event));
    TRY_STATUS(for_each_object(source, "rules", [&](const json::object& item) -> status {
        if (item.contains("block")) return read_block_rules(item, load, event);
        TRY(auto use, rule_of(item));
        event.rules.push_back(std::move(use));
        return {};
    }));
    TRY_STATUS(for_each_object(source, "claims", [&](const json::object& item) -> status {
        TRY(auto claim, claim_of(item));
        event.claims.push_back(std::move(claim));
        return {};
    }));
    TRY_STATUS(for_each_object(source, "papers", [&](const json::object& item) -> status {
        TRY(auto paper, parse_paper_definition(item));
        event.papers.push_back(std::move(paper));
        return {};
    }));
    return read_effects(source, event);
}

status read_schema(const json::object& source, const block_loader& load, event_definition& event)
{
    const auto* fields = source.if_contains("fields");
    if (fields == nullptr || !fields->is_object())
        return at_place("fields", "a JSON Schema is needed");
    TRY(auto bundled, bundle_schema(*fields, "events/", load));
    event.schema = std::move(bundled.get_object());
    TRY(event.validator, schema_validator::compile(event.schema));
    return {};
}

/// "stays.0.place" without its row: the list and the column, or nothing where no row is named.
std::optional<std::pair<std::string_view, std::string_view>> cell_of(std::string_view path)
{
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        const auto end = path.find('.', dot + 1);
        const auto step = path.substr(dot + 1, end - dot - 1);
        const bool is_row = !step.empty()
            && std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (is_row && end != std::string_view::npos)
            return std::pair(path.substr(0, dot), path.substr(end + 1));
    }
    return std::nullopt;
}

const field_definition* named(const std::vector<field_definition>& fields, std::string_view path)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [path](const auto& field) {
        return field.path == path;
    });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

const char* name_of(severity level)
{
    switch (level) {
    case severity::info:
        return "info";
    case severity::warn:
        return "warn";
    case severity::block:
        return "block";
    }
    return "block";
}

bool field_definition::is_required(const json::object& data) const
{
    return (always_required || required_when.holds(data)) && !blank_when.holds(data);
}

const field_definition* event_definition::find_field(std::string_view path) const
{
    if (const auto* field = named(fields, path)) return field;
    const auto cell = cell_of(path);
    const auto* list = cell ? named(fields, cell->first) : nullptr;
    return list == nullptr ? nullptr : named(list->columns, cell->second);
}

const paper_definition* event_definition::find_paper(std::string_view certificate) const
{
    const auto found = std::find_if(papers.begin(), papers.end(), [certificate](const auto& paper) {
        return paper.certificate == certificate;
    });
    return found == papers.end() ? nullptr : &*found;
}

const book_definition* event_definition::book_for(const json::object& data) const
{
    const auto found = std::find_if(books.begin(), books.end(), [&data](const auto& book) {
        return book.when.holds(data);
    });
    return found == books.end() ? nullptr : &*found;
}

result<paper_definition> parse_paper_definition(const json::object& source)
{
    const auto needs = texts_of(source.if_contains("needs"));
    const auto needs_it = [&needs](std::string_view what) {
        return std::find(needs.begin(), needs.end(), what) != needs.end();
    };
    paper_definition paper;
    paper.certificate = std::string(text_at(source, "certificate"));
    if (paper.certificate.empty()) return at_place("papers", "a paper needs its certificate");
    paper.title = bilingual_of(source, "title");
    paper.kind = std::string(text_at(source, "kind"));
    paper.needs_number = needs_it("number");
    paper.needs_pin = needs_it("pin");
    paper.number_suffix = std::string(text_at(source, "number_suffix"));
    paper.dossier_member = std::string(text_at(source, "dossier"));
    paper.has_blank = source.contains("blank");
    paper.originals = number_of(source, "originals", 1);
    TRY(paper.when, condition_of(source, "when", condition()));
    paper.valid = validity_of(source);
    return paper;
}

result<event_definition> parse_event_definition(
    const json::object& source, const block_loader& load_block
)
{
    event_definition event;
    event.event = std::string(text_at(source, "event"));
    event.title = bilingual_of(source, "title");
    event.order = number_of(source, "order", 0);
    event.group = std::string(text_at(source, "group"));
    TRY_STATUS(read_books(source, event));
    event.subject = std::string(text_at(source, "subject"));
    if (event.event.empty() || event.title.vi.empty())
        return at_place("event", "event and title are needed");
    if (const auto* example = source.if_contains("example");
        example != nullptr && example->is_object())
        event.example = example->get_object();
    if (source.contains("parts")) {
        TRY_STATUS(read_effects(source, event));
        return event;
    }
    TRY_STATUS(read_schema(source, load_block, event));
    TRY_STATUS(read_lists(source, load_block, event));
    TRY(event.duplicates, parse_duplicate_definition(source));
    event.search_names = texts_of(find_path(source, "search.names"));
    event.search_numbers = texts_of(find_path(source, "search.numbers"));
    TRY_STATUS(check_paths(event));
    return event;
}

} // namespace hotich
