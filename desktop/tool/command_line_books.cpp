// The commands about books, papers and blanks.
#include "desktop/tool/command_line.h"

namespace hotich::tool {

void command_line::add_papers()
{
    command("papers", "what waits to be printed, signed, handed over", [this](context& in) {
        return list_papers(in, m_paper_told);
    })->add_option("--list", m_paper_told.list, "a PDF that goes with those to the signer");
    auto* told = command("paper", "what became of a printed sheet", [this](context& in) {
        return tell_paper(in, m_paper_told);
    });
    told->add_option("token", m_paper_told.token, "of its QR code")->required();
    told->add_option("state", m_paper_told.state)
        ->required()
        ->check(CLI::IsMember({"came_out", "signed", "handed_over", "spoiled", "not_printed"}));
    told->add_option("--reason", m_paper_told.reason, "why it is spoiled");
    told->add_option("--to", m_paper_told.to, "who took it");
    told->add_option("--blank", m_paper_told.serial, "the serial that the blank really bears");
    command("blanks", "pre-printed blanks in hand", [](context& in) { return list_blanks(in); });
    auto* moved = command("move-blanks", "blanks that came in or went", [this](context& in) {
        return move_blanks(in, m_blanks);
    });
    moved->add_option("certificate", m_blanks.certificate, "printed on them")->required();
    moved->add_option("first", m_blanks.first, "serial")->required();
    moved->add_option("last", m_blanks.last, "serial")->required();
    moved->add_option("--what", m_blanks.what)
        ->check(CLI::IsMember({"received", "spoiled", "lost", "handed_over"}));
    moved->add_option("--note", m_blanks.note, "from whom, to whom, or why");
}

void command_line::add_books()
{
    const auto book_command = [this](const char* name, const char* help, action act) {
        auto* added = command(name, help, std::move(act));
        added->add_option("book", m_book.book, "an event or a kind of book")->required();
        added->add_option("year", m_book.year)->required()->check(CLI::Range(1900, 2999));
        return added;
    };
    auto* open = book_command("open-book", "go on after a paper number", [this](context& in) {
        return open_book(in, m_book);
    });
    open->add_option("--after", m_book.after, "the last number of the paper book");
    open->add_flag("--next-volume", m_book.next_volume, "the volume is full");
    auto* close = book_command("close-book", "close a year with its totals", [this](context& in) {
        return close_book(in, m_book);
    });
    close->add_option("--pages", m_book.pages_used);
    close->add_option("--blank-pages", m_book.blank_pages);
    close->add_option("--head", m_book.head, "who signs the closing");
    close->add_option("--reason", m_book.reason, "why before the year is over");
    auto* voided = book_command("void-number", "a number no entry will have", [this](context& in) {
        return void_number(in, m_book);
    });
    voided->add_option("number", m_book.number)->required();
    voided->add_option("--reason", m_book.reason)->required();
    auto* day =
        command("day", "what a day brought", [this](context& in) { return show_day(in, m_book); });
    day->add_option("day", m_book.day, "dd/MM/yyyy; today if absent");
    day->add_option("--pdf", m_book.pdf);
}

} // namespace hotich::tool
