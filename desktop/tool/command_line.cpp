#include "desktop/tool/command_line.h"

#include "common/base/manual.h"

namespace hotich::tool {

command_line::command_line()
{
    m_app.require_subcommand(1);
    m_app.set_help_all_flag("--help-all", "help of every command");
    m_app.add_option("--register", m_options.register_file, "the register's file");
    m_app.add_option(
        "--user", m_options.user, "who works; needed only when enrolling or with several users"
    );
    m_app.add_option("--lang", m_options.language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
    m_app.add_option("--schemas", m_options.schemas_folder, "the folder of definitions");
    m_app.add_flag("--json", m_options.as_json, "one JSON document on standard output");
    m_app.set_version_flag("--version", HOTICH_VERSION);
    add_manual_options(m_app, HOTICH_VERSION);
    m_app.add_flag_callback("--licences", show_licences, "what this program is made of");
    m_app.fallthrough();
    add_registering();
    add_entries();
    add_books();
    add_papers();
    add_dossiers();
    add_looking();
    add_line();
    add_courier();
    add_scans();
    add_keeping();
}

CLI::App* command_line::command(const std::string& name, const std::string& help, action act)
{
    return command(m_app, name, help, std::move(act));
}

CLI::App* command_line::command(
    CLI::App& group, const std::string& name, const std::string& help, action act
)
{
    auto* added = group.add_subcommand(name, help);
    added->callback([this, act = std::move(act)] { m_action = act; });
    return added;
}

void command_line::add_registering()
{
    auto* check_command = command("check", "check a file, store nothing", [this](context& in) {
        return check(in, m_event, m_files.data, m_office);
    });
    check_command->add_option("event", m_event)->required();
    check_command->add_option("--data", m_files.data, "a JSON file, or -")->required();
    check_command->add_option(
        "--office", m_office, "check as this office, where there is no register"
    );

    auto* register_command = command("register", "register an event", [this](context& in) {
        return register_event(in, m_event, m_files);
    });
    register_command->add_option("event", m_event)->required();
    register_command->add_option("--data", m_files.data, "a JSON file, or -")->required();
    register_command->add_option(
        "--overrides", m_files.overrides, R"([{"rule","reason","document"?,"field"?}])"
    );
    register_command->add_option(
        "--record", m_files.record, "a rejected or held record that is sent again"
    );

    auto* withdraw_command =
        command("withdraw", "give up a rejected or held record", [this](context& in) {
            return withdraw(in, m_record, m_reason);
        });
    withdraw_command->add_option("record", m_record)->required();
    withdraw_command->add_option("--reason", m_reason)->required();

    auto* distinct_command =
        command("confirm-distinct", "a held record is another event", [this](context& in) {
            return confirm_distinct(in, m_record, m_reason);
        });
    distinct_command->add_option("record", m_record)->required();
    distinct_command->add_option("--reason", m_reason)->required();

    command("example", "a valid input", [this](context& in) { return example(in, m_event); })
        ->add_option("event", m_event)
        ->required();
    command(
        "schema", "the JSON Schema of an input", [this](context& in) { return schema(in, m_event); }
    )
        ->add_option("event", m_event)
        ->required();
}

void command_line::add_entries()
{
    command("events", "every kind of event", [](context& in) { return events(in); });

    auto* annotate_command = command("annotate", "note something on an entry", [this](context& in) {
        return annotate(in, m_record, m_event, m_files);
    });
    annotate_command
        ->add_option("record", m_record, "an entry here, or OFFICE:EVENT:NUMBER elsewhere")
        ->required();
    annotate_command->add_option("event", m_event)->required();
    annotate_command->add_option("--data", m_files.data, "a JSON file, or -")->required();
    annotate_command->add_option("--overrides", m_files.overrides);

    auto* declare_command =
        command("declare", "print the declaration to sign", [this](context& in) {
            return declare(in, m_event, m_files.data, m_pdf);
        });
    declare_command->add_option("event", m_event)->required();
    declare_command->add_option("--data", m_files.data, "a JSON file, or -")->required();
    declare_command->add_option("--pdf", m_pdf)->required();

    auto* fix_command = command("fix", "mend an entry of today in place", [this](context& in) {
        return fix(in, m_record, m_settings, m_reason);
    });
    fix_command->add_option("record", m_record)->required();
    fix_command->add_option("--set", m_settings, "FIELD=VALUE")->required();
    fix_command->add_option("--reason", m_reason)->required();

    command("notices", "notes of other offices that wait", [](context& in) {
        return list_notices(in);
    });
    auto* confirm = command("confirm-notice", "write the note down", [this](context& in) {
        return answer_notice(in, m_record, m_number, std::nullopt);
    });
    confirm->add_option("record", m_record)->required();
    confirm->add_option("notice", m_number, "its place in the entry's list");
    auto* decline = command("decline-notice", "send the note back", [this](context& in) {
        return answer_notice(in, m_record, m_number, m_reason);
    });
    decline->add_option("record", m_record)->required();
    decline->add_option("notice", m_number, "its place in the entry's list");
    decline->add_option("--reason", m_reason)->required();

    command(
        "person", "a person and all entries", [this](context& in) { return person(in, m_text); }
    )
        ->add_option("text", m_text, "name, personal number or number of a document")
        ->required();
    for (const bool is_same : {true, false}) {
        auto* judge = command(
            is_same ? "same-person" : "distinct-person",
            is_same ? "two namings are one person" : "two namings are two people",
            [this, is_same](context& in) {
                return judge_person(in, m_record, m_other, is_same, m_reason);
            }
        );
        judge->add_option("a", m_record, "RECORD:ROLE")->required();
        judge->add_option("b", m_other, "RECORD:ROLE")->required();
        judge->add_option("--reason", m_reason)->required();
    }
}

void command_line::add_dossiers()
{
    auto* dossier = m_app.add_subcommand("dossier", "dossiers before registration");
    dossier->require_subcommand(1);
    const auto add = [this, dossier](const std::string& name, const char* help, action act) {
        auto* added = dossier->add_subcommand(name, help);
        added->callback([this, act = std::move(act)] { m_action = act; });
        return added;
    };
    auto* receive = add("receive", "receive a dossier", [this](context& in) {
        return receive_dossier(in, m_dossier);
    });
    receive->add_option("event", m_dossier.event)->required();
    receive->add_option("--data", m_dossier.data, "what of the form is known")->required();
    receive->add_option("--channel", m_dossier.channel);
    receive->add_option("--paper", m_dossier.papers);
    add("list", "open dossiers", [](context& in) { return list_dossiers(in); });
    for (const std::string name : {"pause", "resume", "ask-papers", "delay", "refuse"}) {
        auto* act = add(name, "act on a dossier", [this, name](context& in) {
            return act_on_dossier(in, name, m_dossier);
        });
        act->add_option("record", m_dossier.record)->required();
        act->add_option("--reason", m_dossier.reason);
        if (name == "ask-papers") act->add_option("--paper", m_dossier.papers)->required();
        if (name == "delay") act->add_option("--due", m_dossier.due_on)->required();
    }
}

void command_line::add_looking()
{
    command("show", "a record", [this](context& in) { return show(in, m_record); })
        ->add_option("record", m_record, "id, its beginning, or a number such as 12/2026")
        ->required();

    auto* search_command = command("search", "find records", [this](context& in) {
        return search(in, m_text, m_limit);
    });
    search_command->add_option("text", m_text)->required();
    search_command->add_option("--limit", m_limit)->check(CLI::Range(1, 1000));

    auto* print_command = command("print", "print a paper into a PDF", [this](context& in) {
        return print(in, m_print);
    });
    print_command->add_option("record", m_print.record)->required();
    print_command->add_option("--certificate", m_print.certificate)->required();
    print_command->add_option("--pdf", m_print.pdf)->required();
    print_command->add_flag("--on-blank", m_print.on_blank, "only what is filled in");
    print_command->add_option(
        "--blank", m_print.blanks, "the blank's serial, for each sheet; with --on-blank"
    );

    auto* book_command = command("book", "a book's entries", [this](context& in) {
        return book(in, m_event, m_year, m_pdf, m_paper);
    });
    book_command->add_option("event", m_event)->required();
    book_command->add_option("year", m_year)->required()->check(CLI::Range(1900, 2999));
    book_command->add_option("--pdf", m_pdf);
    book_command->add_option("--paper", m_paper, "a3, a4, or list: one line an entry")
        ->check(CLI::IsMember({"a3", "a4", "list"}));

    command("verify", "prove the register whole", [](context& in) { return verify(in); });
}

void command_line::add_keeping()
{
    auto* backup_command =
        command("backup", "a copy of the register on another disk", [this](context& in) {
            return back_up(in, m_keeping);
        });
    backup_command->add_option("--to", m_keeping.to, "a folder; the plan's if absent");
    auto* plan_command = command("backup-plan", "where a copy goes every day", [this](context& in) {
        return plan_backups(in, m_keeping);
    });
    plan_command->add_option("folder", m_keeping.to, "on another disk or a stick; none for nowhere")
        ->required();
    for (auto* one : {backup_command, plan_command})
        one->add_option("--keep", m_keeping.kept, "copies of this desk that stay")
            ->check(CLI::Range(1, 1000));
    auto* nightly_command =
        command("nightly", "synchronise, then make the day's copy", [this](context& in) {
            return nightly(in, m_keeping);
        });
    nightly_command->add_flag(
        "--remember", m_keeping.remember, "only keep the password for it, by this PC's own store"
    );
    nightly_command->add_flag("--forget", m_keeping.forget, "only forget that password")
        ->excludes("--remember");
    command("status", "how this desk stands", [](context& in) { return show_status(in); });
    command("rotate-key", "a new key for the register's file", [](context& in) {
        return rotate_key(in);
    });
    command(
        "restore",
        "a copy becomes the register",
        [this](context& in) { return restore(in, m_keeping); }
    )
        ->add_option("copy", m_keeping.file)
        ->required();
    command(
        "recover",
        "a password for a register nobody can open",
        [this](context& in) { return recover(in, m_keeping); }
    )
        ->add_option("--recovery-key", m_keeping.key, "the province's file")
        ->required();
    auto* receipt_command =
        command("receipt", "proof that the server took an entry in", [this](context& in) {
            return receipt(in, m_record, m_keeping);
        });
    receipt_command->add_option("record", m_record)->required();
    receipt_command->add_option("--to", m_keeping.to, "a file");
    auto* check_command =
        command("verify-receipt", "whether a receipt proves its entry", [this](context& in) {
            return verify_receipt(in, m_keeping);
        });
    check_command->add_option("file", m_keeping.file, "a receipt, or -")->required();
    check_command->add_option("--server-key", m_keeping.key, "the server's public key, 64 digits");
}

void command_line::add_line()
{
    auto* enrol_command = command("enrol", "a new register for this desk", [this](context& in) {
        return enrol(in, m_replacing);
    });
    enrol_command->add_option("--server", m_replacing.server, "https://…")->required();
    enrol_command->add_option("--code", m_replacing.code)->required();
    enrol_command->add_option(
        "--from-backup",
        m_replacing.backup,
        "a copy of the PC that is replaced, or their folder: what it had not sent is sent first"
    );
    enrol_command->add_option(
        "--recovery-key", m_replacing.key, "the province's file, which opens that copy on this PC"
    );
    command("prove-complete", "prove that nothing of the office is missing", [](context& in) {
        return prove_complete(in);
    });

    command("password", "a new password of your own", [](context& in) {
        return change_password(in);
    });
    command("users", "who may open this register", [](context& in) { return users(in); });
    auto* readings_command = command("readings", "who read what on this desk", [this](context& in) {
        return list_readings(in, m_record, m_limit);
    });
    readings_command->add_option("--record", m_record, "only of this one");
    readings_command->add_option("--limit", m_limit)->check(CLI::Range(1, 10'000));
    command("sync", "synchronise now", [this](context& in) { return synchronise(in, m_scans); })
        ->add_option("--scans", m_scans, "scanned papers: as the office has set, now, or later")
        ->check(CLI::IsMember({"as-set", "now", "later"}));
    auto* certificate = command(
        "certificate",
        "the server's new certificate, in its own word",
        [this](context& in) { return take_certificate(in, m_certificate); }
    );
    certificate->add_option("word", m_certificate, "what `hotich-server certificate show` says")
        ->required();
    command("line", "what went over the line", [](context& in) { return show_line(in); });

    auto* numbers = m_app.add_subcommand("numbers", "number blocks");
    numbers->require_subcommand(1);
    auto* take = command(*numbers, "take", "ask for a block", [this](context& in) {
        return take_numbers(in, m_event, m_count);
    });
    take->add_option("event", m_event)->required();
    take->add_option("count", m_count)->required();
    command(*numbers, "list", "blocks in hand", [](context& in) { return list_numbers(in); });
    command(
        *numbers,
        "return",
        "give back what is left of a block",
        [this](context& in) { return return_numbers(in, m_block); }
    )
        ->add_option("block", m_block)
        ->required();
}

void command_line::add_courier()
{
    auto* bundle = m_app.add_subcommand("bundle", "a courier instead of a line");
    bundle->require_subcommand(1);
    auto* made = bundle->add_subcommand("export", "what the server has not decided, as a file");
    made->callback([this] {
        m_action = [this](context& in) { return export_bundle(in, m_bundle); };
    });
    made->add_option("--to", m_bundle, "a file, or a folder such as the stick's")->required();
    auto* taken = bundle->add_subcommand("import", "take in the server's answer");
    taken->callback([this] {
        m_action = [this](context& in) { return import_bundle(in, m_bundle); };
    });
    taken->add_option("file", m_bundle)->required();
}

void command_line::add_scans()
{
    auto* scans = m_app.add_subcommand("scan", "scanned papers of a record");
    scans->require_subcommand(1);
    auto* attach = command(*scans, "attach", "attach a scanned paper", [this](context& in) {
        return attach_scan(in, m_scan);
    });
    attach->add_option("record", m_scan.record)->required();
    attach->add_option("file", m_scan.file, "PDF, JPEG, PNG or TIFF, at most 10 MB")->required();
    attach->add_option("--name", m_scan.name, "what it is; the file's name if absent");
    command(*scans, "list", "a record's scans, or those still to be carried", [this](context& in) {
        return list_scans(in, m_scan);
    })->add_option("record", m_scan.record);
    auto* save = command(*scans, "save", "write a scan into a file", [this](context& in) {
        return save_scan(in, m_scan);
    });
    save->add_option("record", m_scan.record)->required();
    save->add_option("number", m_scan.number, "its place in the record's list")
        ->required()
        ->check(CLI::PositiveNumber);
    save->add_option("--to", m_scan.file)->required();
}

} // namespace hotich::tool
