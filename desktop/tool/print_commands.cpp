#include "common/base/text.h"
#include "common/register/desk_declarations.h"
#include "common/register/desk_printed.h"
#include "desktop/printing/certificate.h"
#include "desktop/printing/fonts.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/printing/practice_mark.h"
#include "desktop/tool/commands.h"

#include <QGuiApplication>

#include <memory>

namespace hotich::tool {

namespace {

/// not_allowed says in its detail which condition is missing; a text that does not fit names its
/// field.
exit_code explain(const context& in, const failure& why, const event_definition* event)
{
    if (why.code == failure_code::not_allowed
        && in.words("tool", "paper_" + why.detail) != "paper_" + why.detail) {
        in.say(in.words("tool", "paper_" + why.detail));
        return not_permitted;
    }
    const auto* field = event == nullptr ? nullptr : event->find_field(why.detail);
    if (field == nullptr) return in.fail(why);
    in.say(replace_placeholders(
        in.words("tool", "does_not_fit"), {{"field", field->label.in(in.chosen().language)}}
    ));
    return wrong_input;
}

} // namespace

status prepare_painting(context& in)
{
    if (qGuiApp == nullptr)
        return failure{failure_code::invalid_input, "no application to paint with"};
    if (!load_fonts())
        return failure{failure_code::corrupt_data, "the program's fonts are missing"};
    TRY(const auto* desk, in.desk());
    if (practice_mark(*desk)) mark_pages_of_practice(in.known());
    return {};
}

exit_code print(context& in, const print_request& request)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (const auto ready = prepare_painting(in); !ready) return in.fail(ready.error());
    const auto id = (*desk)->resolve(request.record);
    if (!id) return in.fail(id.error());
    const auto content = (*desk)->load(*id);
    if (!content) return in.fail(content.error());
    const auto* event = in.known().find_event(content->event);

    // Composed once without its token first, so that nothing is written of a paper that cannot be
    // printed.
    const auto preview = (*desk)->preview_paper(*id, request.certificate, in.now());
    if (!preview) return explain(in, preview.error(), event);
    if (const auto fits = compose_certificate(*preview, in.known(), (*desk)->office()); !fits)
        return explain(in, fits.error(), event);

    const auto& issued = in.known().find_event(preview->content.event);
    const auto* definition = in.known().find_paper(*issued, request.certificate);
    // Each sheet is a certificate of its own; where none is left, the first one says so.
    const auto sheets = std::max(1, originals_left(preview->content, *definition));
    std::vector<draw_list> pages;
    json::array tokens;
    for (int sheet = 0; sheet < sheets; ++sheet) {
        const auto at = static_cast<std::size_t>(sheet);
        const auto blank = at < request.blanks.size() ? request.blanks[at] : std::string();
        const auto issue = (*desk)->issue_paper(*id, request.certificate, in.now(), blank);
        if (!issue) return explain(in, issue.error(), event);
        auto page = compose_certificate(*issue, in.known(), (*desk)->office());
        if (!page) return explain(in, page.error(), event);
        pages.push_back(std::move(*page));
        tokens.emplace_back(issue->token);
    }
    const auto written = write_pdf(
        QString::fromStdString(request.pdf),
        pages,
        request.on_blank ? paper_kind::preprinted_blank : paper_kind::plain,
        QString::fromStdString(definition->title.vi)
    );
    if (!written) return in.fail(written.error());
    in.print(
        {{"record", *id},
         {"certificate", request.certificate},
         {"pdf", request.pdf},
         {"number", preview->number},
         {"originals", sheets},
         {"token", tokens.front()},
         {"tokens", tokens}},
        replace_placeholders(in.words("tool", "printed"), {{"file", request.pdf}})
    );
    return done;
}

exit_code declare(
    context& in, const std::string& event_name, const std::string& data_file, const std::string& pdf
)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    auto data = read_record(data_file);
    if (!data) return in.fail(data.error());
    if (const auto ready = prepare_painting(in); !ready) return in.fail(ready.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto declarations = declarations_of(**desk, **event, std::move(*data), in.now());
    if (!declarations) return in.fail(declarations.error());
    std::vector<draw_list> pages;
    for (const auto& paper : *declarations) {
        auto page = compose_certificate(paper, in.known(), (*desk)->office());
        if (!page) return explain(in, page.error(), *event);
        pages.push_back(std::move(*page));
    }
    const auto written = write_pdf(
        QString::fromStdString(pdf),
        pages,
        paper_kind::plain,
        QString::fromStdString((*event)->title.vi)
    );
    if (!written) return in.fail(written.error());
    in.print(
        {{"pdf", pdf}, {"pages", pages.size()}},
        replace_placeholders(in.words("tool", "printed"), {{"file", pdf}})
    );
    return done;
}

} // namespace hotich::tool
