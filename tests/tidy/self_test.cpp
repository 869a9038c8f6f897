#include "tests/tidy/checks.h"

#include <iostream>

namespace tidy {
namespace {

struct snippet
{
    const char* name;
    const char* path;
    std::string text;
    const char* expected; // part of the one message; empty: nothing may be found
};

std::string lines(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "int x;\n";
    return text;
}

/// A function of `count` lines in all, after `head` and with `more` in its body.
std::string function_of(std::size_t count, const std::string& head = "void f()\n")
{
    std::string text = head + "{\n";
    for (std::size_t i = 3; i < count; ++i)
        text += "    if (a) { b(); }\n";
    return text + "}\n";
}

std::vector<snippet> include_snippets()
{
    return {
        {"common_may_not_include_desktop",
         "common/base/a.cpp",
         "#include \"desktop/app/a.h\"\n",
         "may not include desktop"},
        {"server_may_not_include_desktop",
         "syncserver/a.cpp",
         "#include \"desktop/app/a.h\"\n",
         "may not include desktop"},
        {"desktop_may_not_include_server",
         "desktop/a.cpp",
         "#include \"syncserver/a.h\"\n",
         "may not include syncserver"},
        {"nobody_includes_tests",
         "common/base/a.cpp",
         "#include \"tests/a.h\"\n",
         "may not include tests"},
        {"desktop_may_include_common", "desktop/a.cpp", "#include \"common/sync/a.h\"\n", ""},
        {"tests_may_include_anything",
         "tests/a.cpp",
         "#include \"syncserver/a.h\"\n#include <QTest>\n",
         ""},
        {"base_includes_only_base",
         "common/base/a.cpp",
         "#include \"common/sql/a.h\"\n",
         "common/base may not"},
        {"papers_may_include_records",
         "common/papers/a.cpp",
         "#include \"common/records/a.h\"\n",
         ""},
        {"papers_may_not_include_sync",
         "common/papers/a.cpp",
         "#  include \"common/sync/a.h\"\n",
         "may not include common/sync"},
        {"a_module_includes_itself", "common/sql/a.cpp", "#include \"common/sql/a.h\"\n", ""},
        {"a_new_module_needs_its_line",
         "common/magic/a.cpp",
         "#include \"common/base/a.h\"\n",
         "has no line"},
        {"includes_start_at_the_root",
         "common/base/a.cpp",
         "#include \"result.h\"\n",
         "from the root"},
        {"moc_files_are_included_bare", "desktop/a.cpp", "#include \"moc_a.cpp\"\n", ""},
        {"no_qt_in_common", "common/base/a.cpp", "#include <QString>\n", "Qt belongs"},
        {"no_qt_in_the_server", "syncserver/a.cpp", "#include <QtCore/QString>\n", "Qt belongs"},
        {"qrencode_is_not_qt",
         "common/papers/a.cpp",
         "#include <qrencode.h>\n#include <queue>\n",
         ""},
        {"no_asio_in_common",
         "common/sync/a.cpp",
         "#include <boost/asio/awaitable.hpp>\n",
         "Asio and Beast"},
        {"no_beast_in_desktop", "desktop/a.cpp", "#include <boost/beast.hpp>\n", "Asio and Beast"},
        {"a_comment_includes_nothing",
         "common/base/a.cpp",
         "// #include <QString>\n/*\n#include <QString>\n*/\n",
         ""},
    };
}

std::vector<snippet> length_snippets()
{
    const std::string lambda = "const auto f = [](int a) ";
    const std::string table = "const int table[] = ";
    return {
        {"a_source_of_400_lines", "common/base/a.cpp", lines(400), ""},
        {"a_source_of_401_lines", "common/base/a.cpp", lines(401), "a file of 401 lines"},
        {"a_header_of_200_lines", "common/base/a.h", lines(200), ""},
        {"a_header_of_201_lines", "common/base/a.h", lines(201), "a file of 201 lines"},
        {"a_function_of_70_lines", "common/base/a.cpp", function_of(70), ""},
        {"a_function_of_71_lines", "common/base/a.cpp", function_of(71), "a function of 71 lines"},
        {"in_a_class",
         "desktop/a.h",
         "class a : b\n{\npublic:\n" + function_of(71) + "};\n",
         "a function of 71 lines"},
        {"in_a_namespace",
         "desktop/a.cpp",
         "namespace a {\n" + function_of(71) + "}\n",
         "a function of 71 lines"},
        {"a_template",
         "desktop/a.cpp",
         function_of(72, "template <class T> a<T> f(T b = {}) "),
         "a function of 71 lines"},
        {"with_member_list",
         "desktop/a.cpp",
         function_of(72, "a::a() : m_b{1}, m_c(2)\n"),
         "a function of 72 lines"},
        {"a_lambda", "desktop/a.cpp", function_of(90, lambda), "a function of 89 lines"},
        {"an_operator",
         "desktop/a.cpp",
         function_of(71, "bool a::operator==(b c)\n"),
         "a function of 71 lines"},
        {"a_long_table_is_no_function", "desktop/a.cpp", function_of(90, table), ""},
        {"a_long_class_is_no_function",
         "desktop/a.h",
         "struct alignas(8) a\n{\n" + lines(80) + "};\n",
         ""},
        {"braces_in_text_do_not_count",
         "desktop/a.cpp",
         "void f()\n{\n    a(\"{\", '{', R\"({)\");\n}\n" + lines(90),
         ""},
        {"braces_of_macros_do_not_count",
         "desktop/a.cpp",
         "#define A { \\\n{\nvoid f() {}\n" + lines(90),
         ""},
        {"digit_separators_are_no_quotes",
         "desktop/a.cpp",
         "int a = 1'000;\nvoid f() {}\nint b = 2'000;\n" + lines(90),
         ""},
    };
}

std::vector<snippet> coroutine_snippets()
{
    const char* here = "syncserver/http/connection.cpp";
    return {
        {"in_an_if", here, "if (co_await f()) a();\n", "inside a condition"},
        {"in_a_negated_if", here, "if (!co_await f())\n    co_return;\n", "inside a condition"},
        {"in_a_switch", here, "switch (co_await f()) {}\n", "co_await"},
        {"in_a_while", here, "while (\n    co_await f()) a();\n", "inside a condition"},
        {"an_aggregate_argument", here, "co_await f(reply{1, 2});\n", "with braces"},
        {"a_designated_argument", here, "co_await f({.a = 1});\n", "with braces"},
        {"a_temporary_s_member", here, "co_await reply{1}.send();\n", "with braces"},
        {"a_conditional", here, "const auto a = b ? co_await f() : c;\n", "beside ?:"},
        {"a_conditional_after", here, "const auto a = co_await f() ? b : c;\n", "beside ?:"},
        {"a_lambda", here, "co_await [a] { return a; }();\n", "lambda"},
        {"after_and", here, "const bool a = b && co_await f();\n", "after &&"},
        {"inside_a_list", here, "g({1, co_await f()});\n", "inside braces"},
        {"a_declaration", here, "const auto a = co_await f(b, std::move(c));\n", ""},
        {"a_statement_of_its_own",
         here,
         "void f() {\n    co_await f(b);\n    if (a) { co_return co_await f(\"? {\"); }\n}\n",
         ""},
        {"elsewhere", "syncserver/routes/a.cpp", "co_return;\n", "coroutines live in"},
        {"in_common", "common/sync/a.cpp", "co_yield a;\n", "coroutines live in"},
    };
}

std::vector<snippet> word_snippets()
{
    return {
        {"process_events", "desktop/a.cpp", "QApplication::processEvents();\n", "processEvents"},
        {"in_a_comment", "desktop/a.cpp", "// never processEvents() nor QSqlQuery\n", ""},
        {"qt_sql", "desktop/a.cpp", "QSqlQuery q;\n", "QSql"},
        {"using_namespace_in_a_header",
         "common/base/a.h",
         "using namespace std;\n",
         "using namespace"},
        {"using_namespace_in_a_source",
         "common/base/a.cpp",
         "using namespace std::literals;\n",
         ""},
        {"system_clock",
         "common/base/a.cpp",
         "auto a = std::chrono::system_clock::now();\n",
         "system_clock"},
        {"system_clock_in_the_clock",
         "syncserver/system_clock.cpp",
         "std::chrono::system_clock::now();\n",
         ""},
        {"current_date", "desktop/a.cpp", "QDate::currentDate();\n", "currentDate"},
        {"rand", "common/base/a.cpp", "int a = std::rand();\n", "rand("},
        {"a_word_that_contains_rand",
         "common/base/a.cpp",
         "int a = operand(1) + random.rand;\n",
         ""},
        {"random_device_in_common",
         "common/base/a.cpp",
         "std::random_device d;\n",
         "random_device"},
        {"todo", "common/base/a.cpp", "// TODO later\n", "TODO without"},
        {"todo_with_an_issue", "common/base/a.cpp", "// TODO(#12) later\n", ""},
        {"vietnamese", "desktop/a.cpp", "auto a = \"Kh\xC3\xB4ng\";\n", "Vietnamese in C++"},
        {"vietnamese_in_a_raw_string",
         "desktop/a.cpp",
         "auto a = R\"x(h\xE1\xBB\x99)x\";\n",
         "Vietnamese in C++"},
        {"vietnamese_in_wording",
         "common/base/wording_dates.cpp",
         "auto a = \"m\xC6\xB0\xE1\xBB\x9Di\";\n",
         ""},
        {"vietnamese_in_a_comment",
         "desktop/a.cpp",
         "// h\xE1\xBB\x99 t\xE1\xBB\x8B"
         "ch\n",
         ""},
        {"vietnamese_in_a_test", "tests/a.cpp", "auto a = \"h\xE1\xBB\x99\";\n", ""},
        {"other_signs", "desktop/a.cpp", "auto a = \"2 \xC3\x97 3 \xE2\x80\x93\";\n", ""},
    };
}

std::vector<snippet> text_snippets()
{
    return {
        {"nfd", "README.md", "Nguye\xCC\x82\xCC\x83n\n", "combining mark"},
        {"nfd_where_it_is_the_point", "tests/data/names_test_cases.json", "e\xCC\x82\n", ""},
        {"nfc", "README.md", "Nguy\xE1\xBB\x85n\n", ""},
        {"a_home", "README.md", "cd /home/somebody/hotich\n", "somebody's machine"},
        {"a_windows_home", "README.md", "C:\\Users\\somebody\n", "somebody's machine"},
        {"an_address",
         "README.md",
         "https://example.org/work/a and docs/work/b and /home/ alone\n",
         ""},
        {"a_text_without_en",
         "schemas/events/a.json",
         "{\"label\": {\"vi\": \"a\"}}\n",
         "without \"en\""},
        {"a_text_without_vi",
         "schemas/messages.json",
         "{\"a\": {\"en\": \"}\"}}\n",
         "without \"vi\""},
        {"both_languages",
         "schemas/blocks/a.json",
         "{\"a\": {\"vi\": \"\\\"en\", \"en\": \"b\"}, \"b\": [\"vi\"]}\n",
         ""},
        {"other_json", "schemas/protocol/a.json", "{\"vi\": 1}\n", ""},
        {"an_unfinished_translation",
         "desktop/i18n/a.ts",
         "<translation type=\"unfinished\"/>\n",
         "not finished"},
    };
}

bool is_as_expected(const snippet& one, const findings& found)
{
    const std::string_view expected = one.expected;
    if (expected.empty()) return found.empty();
    return !found.empty() && found.front().message.find(expected) != std::string::npos;
}

std::size_t run(const std::vector<snippet>& snippets)
{
    std::size_t wrong = 0;
    for (const auto& one : snippets) {
        const auto found = check_all(make_source(one.path, one.text));
        if (is_as_expected(one, found)) continue;
        ++wrong;
        std::cout << "self-test " << one.name << ": expected '" << one.expected << "', found";
        for (const auto& [path, line, message] : found)
            std::cout << " '" << message << "' in line " << line;
        std::cout << (found.empty() ? " nothing\n" : "\n");
    }
    return wrong;
}

} // namespace

std::size_t run_self_test()
{
    return run(include_snippets()) + run(length_snippets()) + run(coroutine_snippets())
        + run(word_snippets()) + run(text_snippets());
}

} // namespace tidy
