#include "desktop/shell/practice_guide.h"

#include "desktop/app/practice_desk.h"
#include "desktop/app/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int guide_width = 236;
constexpr int look_ms = 1000;

QString step_html(const QString& what, bool is_done)
{
    return QString("<span style='color:%1'>%2</span> %3")
        .arg(
            tone(is_done ? "good" : "quiet"),
            is_done ? QString::fromUtf16(u"\u2713") : QString::fromUtf16(u"\u25CB"),
            is_done ? QString("<span style='color:%1'>%2</span>").arg(tone("quiet"), what) : what
        );
}

} // namespace

practice_guide::practice_guide(const workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_steps{
          {"search",
           tr("<b>Find somebody.</b> F3, then two words of a name without accents: <i>gia bao</i>."
           )},
          {"birth",
           tr("<b>Register a birth.</b> Ctrl+N, <i>birth</i>, Enter. Type any names; Enter "
              "goes on, Ctrl+S reviews and registers.")},
          {"print",
           tr("<b>Issue its certificate.</b> Ctrl+P in the entry, then Ctrl+S for a PDF.")},
          {"book", tr("<b>Turn the book.</b> F4, a number, Enter.")},
          {"dossier", tr("<b>Receive a dossier.</b> F9, and its receipt with the due day.")},
          {"note",
           tr("<b>Correct an entry.</b> Open it from the book, choose what is done about it, "
              "<i>correction</i>.")},
          {"attention",
           tr("<b>Settle what the server did not accept.</b> F6: correct the one and send it "
              "again; "
              "the other resembles an entry elsewhere.")},
          {"day", tr("<b>Look at the day.</b> F12.")}},
      m_end(new QLabel)
{
    setObjectName("guide");
    setFixedWidth(guide_width);
    auto* heading = new QLabel(tr("Your first day"));
    heading->setObjectName("heading");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(heading);
    for (auto& one : m_steps) {
        one.shown = new QLabel(step_html(one.what, false));
        one.shown->setWordWrap(true);
        layout->addWidget(one.shown);
    }
    m_end->setWordWrap(true);
    m_end->setText("<b>" + tr("That was the day. The real register works just the same.") + "</b>");
    m_end->hide();
    layout->addWidget(m_end);
    layout->addStretch(1);
    connect(&m_look, &QTimer::timeout, this, &practice_guide::look);
}

void practice_guide::begin()
{
    look();
    m_look.start(look_ms);
}

void practice_guide::look()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return done_in_practice(desk); },
        [this](const result<std::vector<std::string>>& done) {
            if (done) show_steps(*done);
        }
    );
}

void practice_guide::show_steps(const std::vector<std::string>& done)
{
    m_done = 0;
    for (const auto& one : m_steps) {
        const bool is_done = std::find(done.begin(), done.end(), one.name) != done.end();
        m_done += is_done ? 1 : 0;
        one.shown->setText(step_html(one.what, is_done));
    }
    m_end->setVisible(m_done == int(m_steps.size()));
}

QLabel* practice_band()
{
    auto* band = new QLabel(practice_guide::tr(
        "PRACTICE – people and entries are made up, nothing is sent, no paper is valid"
    ));
    band->setObjectName("practice_band");
    band->setAlignment(Qt::AlignCenter);
    return band;
}

} // namespace hotich

#include "moc_practice_guide.cpp"
