// Commands about printed papers and the blanks they are printed on. Used by command_line.
#pragma once

#include "desktop/tool/context.h"

#include <string>

namespace hotich::tool {

struct paper_options
{
    std::string token;
    std::string state; ///< a paper_state by name
    std::string reason;
    std::string to;
    std::string serial;
    std::string list; ///< a PDF, of what waits to be signed
};

struct blank_options
{
    std::string certificate;
    std::string first;
    std::string last;
    std::string what = "received";
    std::string note;
};

/// What is to be printed, looked at, signed and handed over.
exit_code list_papers(context& in, const paper_options& options);
exit_code tell_paper(context& in, const paper_options& options);
exit_code list_blanks(context& in);
exit_code move_blanks(context& in, const blank_options& options);

} // namespace hotich::tool
