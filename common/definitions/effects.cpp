#include "common/definitions/effects.h"

#include "common/definitions/reading.h"

namespace hotich {

namespace {

value_source source_of(const json::object& object, std::string_view name, const char* path_member)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr) return {};
    if (const auto* text = value->if_string()) return {std::string(*text), ""};
    if (!value->is_object()) return {};
    const auto& inner = value->get_object();
    return {std::string(text_at(inner, path_member)), std::string(text_at(inner, "value"))};
}

target_definition target_of(const json::object& source)
{
    return {
        source_of(source, "doc_kind", "from"),
        std::string(text_at(source, "no")),
        std::string(text_at(source, "date")),
        std::string(text_at(source, "office_code")),
        std::string(text_at(source, "record")),
    };
}

result<annotation_definition> annotation_of(const json::object& source)
{
    annotation_definition out;
    out.kind = std::string(text_at(source, "kind"));
    const auto place = "annotates." + out.kind;
    const auto* target = object_at(source, "target");
    if (out.kind.empty() || target == nullptr) return at_place(place, "kind and target are needed");
    TRY(out.when, condition_of(source, "when", condition()));
    out.target = target_of(*target);
    out.changes = std::string(text_at(source, "changes"));
    if (const auto* set = object_at(source, "set"))
        for (const auto& [field, value] : *set)
            out.set.emplace_back(std::string(field), source_of(*set, field, "from"));
    if (const auto* basis = object_at(source, "basis")) {
        out.basis_kind = source_of(*basis, "doc_kind", "from");
        out.basis_no = source_of(*basis, "no", "from");
        out.basis_date = source_of(*basis, "date", "from");
        out.basis_issuer = source_of(*basis, "issuer", "from");
    }
    out.text = std::string(text_at(source, "text"));
    const auto* on_copies = source.if_contains("on_copies");
    out.on_copies = on_copies == nullptr || *on_copies != json::value(false);
    return out;
}

status read_people(const json::object& source, event_definition& event)
{
    TRY_STATUS(for_each_object(source, "people", [&](const json::object& item) -> status {
        event.people.push_back(
            {std::string(text_at(item, "path")), std::string(text_at(item, "gender"))}
        );
        return {};
    }));
    TRY_STATUS(for_each_object(source, "relations", [&](const json::object& item) -> status {
        relation_definition out{
            std::string(text_at(item, "kind")),
            std::string(text_at(item, "a")),
            std::string(text_at(item, "b")),
            std::string(text_at(item, "from")),
            {},
            condition::never()};
        TRY(out.when, condition_of(item, "when", condition()));
        TRY(out.ended, condition_of(item, "ended", condition::never()));
        event.relations.push_back(std::move(out));
        return {};
    }));
    return for_each_object(source, "flags", [&](const json::object& item) -> status {
        flag_definition out{
            std::string(text_at(item, "flag")),
            std::string(text_at(item, "person")),
            {},
            std::string(text_at(item, "from"))};
        TRY(out.when, condition_of(item, "when", condition()));
        event.flags.push_back(std::move(out));
        return {};
    });
}

status read_processing(const json::object& source, event_definition& event)
{
    return for_each_object(source, "processing", [&](const json::object& item) -> status {
        processing_definition out{
            number_of(item, "days", 0),
            number_of(item, "verification_days", 0),
            {},
            validity_of(item)};
        TRY(out.when, condition_of(item, "when", condition()));
        event.processing.push_back(std::move(out));
        return {};
    });
}

status read_parts(const json::object& source, event_definition& event)
{
    return for_each_object(source, "parts", [&](const json::object& item) -> status {
        joint_part part{
            std::string(text_at(item, "event")), std::string(text_at(item, "prefix")), {}, nullptr};
        if (part.event.empty() || part.prefix.empty())
            return at_place("parts", "a part needs its event and prefix");
        if (const auto* copies = object_at(item, "copy"))
            for (const auto& [field, path] : *copies)
                if (path.is_string())
                    part.copies.emplace_back(std::string(field), std::string(path.get_string()));
        event.parts.push_back(std::move(part));
        return {};
    });
}

result<again_definition> again_of(const json::object& source)
{
    const auto* title = object_at(source, "title");
    again_definition again{
        std::string(text_at(source, "id")),
        title == nullptr ? "" : std::string(text_at(*title, "vi")),
        title == nullptr ? "" : std::string(text_at(*title, "en")),
        texts_of(source.if_contains("takes"))};
    if (again.id.empty() || again.title_vi.empty() || again.title_en.empty() || again.takes.empty())
        return at_place("again", "an id, a title and what it takes are needed");
    return again;
}

} // namespace

std::string value_source::in(const json::object& data) const
{
    if (path.empty()) return literal;
    const auto* value = find_path(data, path);
    if (value == nullptr) return {};
    return value->is_string() ? std::string(value->get_string()) : to_text(*value);
}

entry_key target_definition::key_in(const json::object& data, const std::string& this_office) const
{
    const auto at = [&data](const std::string& path) {
        return path.empty() ? std::string() : std::string(text_at(data, path));
    };
    auto office = at(office_code);
    if (office.empty()) office = this_office;
    return {std::move(office), doc_kind.in(data), at(no), at(record), at(date)};
}

void again_definition::take_over(const json::object& from, json::object& into) const
{
    for (const auto& path : takes)
        if (const auto* value = find_path(from, path); value != nullptr && is_known(*value))
            set_path(into, path, *value);
}

status read_effects(const json::object& source, event_definition& event)
{
    TRY_STATUS(read_people(source, event));
    TRY_STATUS(for_each_object(source, "annotates", [&](const json::object& item) -> status {
        TRY(auto annotation, annotation_of(item));
        event.annotates.push_back(std::move(annotation));
        return {};
    }));
    TRY_STATUS(read_processing(source, event));
    TRY_STATUS(read_parts(source, event));
    TRY_STATUS(for_each_object(source, "again", [&](const json::object& item) -> status {
        TRY(auto again, again_of(item));
        event.again.push_back(std::move(again));
        return {};
    }));
    if (const auto* copies = object_at(source, "copies_of")) event.copies_of = target_of(*copies);
    if (const auto* pin = object_at(source, "pin_request")) {
        pin_request_definition out{
            std::string(text_at(*pin, "person")), {}, number_of(*pin, "under_age", 14)};
        TRY(out.when, condition_of(*pin, "when", condition()));
        event.pin_request = std::move(out);
    }
    return {};
}

} // namespace hotich
