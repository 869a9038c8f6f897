// The colours of the program, by what they say. Three themes; the style sheet (style.qss) names the
// tones as @ink, @accent, …, and what writes HTML asks for them here. Colours are never alone: a
// sign or a word stands beside each.
#pragma once

#include <QPalette>
#include <QString>

namespace hotich {

enum class theme { light, dark, contrast };

/// "light", "dark" or "contrast"; anything else is light.
theme theme_named(const QString& name);
QString name_of(theme chosen);

/// What the program wears from now on: style sheet texts and colours told before keep the old ones.
void wear(theme chosen);
theme worn_theme();

/// "#rrggbb" of a tone of the style sheet, without its @: "ink", "quiet", "red", …
QString tone(const char* name);
/// The sheet with every @tone replaced.
QString themed(QString sheet);
QPalette themed_palette();

} // namespace hotich
