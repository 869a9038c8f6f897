// The command line of `hotich`: which commands there are, what each takes, and which was chosen.
#pragma once

#include "desktop/tool/commands.h"
#include "desktop/tool/keeping_commands.h"
#include "desktop/tool/paper_commands.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace hotich::tool {

/// The command that was chosen, run after the definitions are read.
using action = std::function<exit_code(context&)>;

class command_line
{
public:
    command_line();

    CLI::App& app() { return m_app; }

    [[nodiscard]] const options& chosen() const { return m_options; }

    [[nodiscard]] const action& act() const { return m_action; }

    [[nodiscard]] bool paints() const
    {
        return !m_print.pdf.empty() || !m_pdf.empty() || !m_book.pdf.empty()
            || !m_paper_told.list.empty();
    }

private:
    CLI::App* command(const std::string& name, const std::string& help, action act);
    /// A command of a group, such as "bundle export".
    CLI::App* command(
        CLI::App& group, const std::string& name, const std::string& help, action act
    );
    void add_registering();
    void add_entries();
    void add_books();
    void add_papers();
    void add_dossiers();
    void add_looking();
    void add_line();
    void add_courier();
    void add_scans();
    void add_keeping();

    CLI::App m_app{"the civil-status register of a commune", "hotich"};
    options m_options;
    action m_action;
    std::string m_event;
    registration_files m_files;
    std::string m_office;
    std::string m_record;
    std::string m_other;
    std::string m_reason;
    std::vector<std::string> m_settings;
    int m_number = 0;
    book_options m_book;
    paper_options m_paper_told;
    blank_options m_blanks;
    dossier_options m_dossier;
    std::string m_text;
    int m_limit = 50;
    print_request m_print;
    int m_year = 0;
    std::string m_pdf;
    std::string m_paper = "list";
    std::string m_certificate;
    replacing_options m_replacing;
    int m_count = 0;
    std::string m_block;
    std::string m_bundle;
    scan_options m_scan;
    keeping_options m_keeping;
    std::string m_scans = "as-set";
};

} // namespace hotich::tool
