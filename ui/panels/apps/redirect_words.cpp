// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/redirect_words.h"

#include <array>
#include <utility>

#include "ui/widgets/masking.h"

namespace gatehouse::ui::panels::apps {

namespace {

struct Named {
    char32_t point;
    const char* name;
};

constexpr std::array kNames{
    Named{U'/', QT_TRANSLATE_NOOP("RedirectWords", "a slash")},
    Named{U':', QT_TRANSLATE_NOOP("RedirectWords", "a colon")},
    Named{U'.', QT_TRANSLATE_NOOP("RedirectWords", "a period")},
    Named{U'-', QT_TRANSLATE_NOOP("RedirectWords", "a hyphen")},
    Named{U'_', QT_TRANSLATE_NOOP("RedirectWords", "an underline")},
    Named{U'?', QT_TRANSLATE_NOOP("RedirectWords", "a question mark")},
    Named{U'#', QT_TRANSLATE_NOOP("RedirectWords", "a number sign")},
    Named{U'&', QT_TRANSLATE_NOOP("RedirectWords", "an ampersand")},
    Named{U'=', QT_TRANSLATE_NOOP("RedirectWords", "an equals sign")},
    Named{U'%', QT_TRANSLATE_NOOP("RedirectWords", "a percent sign")},
    Named{U'@', QT_TRANSLATE_NOOP("RedirectWords", "an at sign")},
    Named{U'+', QT_TRANSLATE_NOOP("RedirectWords", "a plus sign")},
    Named{U' ', QT_TRANSLATE_NOOP("RedirectWords", "a space")},
    Named{U'\t', QT_TRANSLATE_NOOP("RedirectWords", "a tab")},
    Named{U'\n', QT_TRANSLATE_NOOP("RedirectWords", "a line break")},
    Named{U'\r', QT_TRANSLATE_NOOP("RedirectWords", "a carriage return")},
    Named{0x00A0, QT_TRANSLATE_NOOP("RedirectWords", "a no-break space")},
    Named{0x00AD, QT_TRANSLATE_NOOP("RedirectWords", "a soft hyphen")},
    Named{0x200B, QT_TRANSLATE_NOOP("RedirectWords", "a zero width space")},
    Named{0x200C, QT_TRANSLATE_NOOP("RedirectWords", "a zero width non-joiner")},
    Named{0x200D, QT_TRANSLATE_NOOP("RedirectWords", "a zero width joiner")},
    Named{0x200E, QT_TRANSLATE_NOOP("RedirectWords", "a left-to-right mark")},
    Named{0x200F, QT_TRANSLATE_NOOP("RedirectWords", "a right-to-left mark")},
    Named{0x2010, QT_TRANSLATE_NOOP("RedirectWords", "a typographic hyphen")},
    Named{0x2013, QT_TRANSLATE_NOOP("RedirectWords", "an en dash")},
    Named{0x2014, QT_TRANSLATE_NOOP("RedirectWords", "an em dash")},
    Named{0x202F, QT_TRANSLATE_NOOP("RedirectWords", "a narrow no-break space")},
    Named{0x2044, QT_TRANSLATE_NOOP("RedirectWords", "a fraction slash")},
    Named{0x2060, QT_TRANSLATE_NOOP("RedirectWords", "a word joiner")},
    Named{0x3000, QT_TRANSLATE_NOOP("RedirectWords", "an ideographic space")},
    Named{0xFEFF, QT_TRANSLATE_NOOP("RedirectWords", "a byte order mark")},
};

constexpr std::array kParts{
    std::pair("invisible_character",
              QT_TRANSLATE_NOOP("RedirectWords", "The two look alike: a character that nobody sees is in the way.")),
    std::pair("foreign_character",
              QT_TRANSLATE_NOOP("RedirectWords", "A character is in it that only looks like one of an address.")),
    std::pair("scheme", QT_TRANSLATE_NOOP("RedirectWords", "The scheme differs (https or http).")),
    std::pair("user_info", QT_TRANSLATE_NOOP("RedirectWords", "One has a user name before the host.")),
    std::pair("host", QT_TRANSLATE_NOOP("RedirectWords", "The host differs.")),
    std::pair("host_case", QT_TRANSLATE_NOOP("RedirectWords", "The host differs in upper and lower case.")),
    std::pair("port", QT_TRANSLATE_NOOP("RedirectWords", "The port differs.")),
    std::pair("path", QT_TRANSLATE_NOOP("RedirectWords", "The path differs.")),
    std::pair("path_case", QT_TRANSLATE_NOOP("RedirectWords", "The path differs in upper and lower case.")),
    std::pair("trailing_slash", QT_TRANSLATE_NOOP("RedirectWords", "The slash at the end differs.")),
    std::pair("percent_encoding",
              QT_TRANSLATE_NOOP("RedirectWords", "The same character is written as a percent escape in one of them.")),
    std::pair("query", QT_TRANSLATE_NOOP("RedirectWords", "The query differs (what follows the question mark).")),
    std::pair("fragment", QT_TRANSLATE_NOOP("RedirectWords", "The fragment differs (what follows the number sign).")),
};

constexpr std::array kProblems{
    std::pair("empty", QT_TRANSLATE_NOOP("RedirectWords", "There is no address in it.")),
    std::pair("too_long", QT_TRANSLATE_NOOP("RedirectWords", "It is longer than 2,048 bytes.")),
    std::pair("character", QT_TRANSLATE_NOOP("RedirectWords", "It holds a character that an address must not hold.")),
    std::pair("wildcard", QT_TRANSLATE_NOOP("RedirectWords", "A star stands for nothing: each address is registered.")),
    std::pair("fragment", QT_TRANSLATE_NOOP("RedirectWords", "It has a fragment, which never reaches a server.")),
    std::pair("scheme", QT_TRANSLATE_NOOP("RedirectWords",
                                          "It has to begin with https; http is for 127.0.0.1 and [::1] alone, and a "
                                          "scheme of its own for native apps.")),
    std::pair("user_info", QT_TRANSLATE_NOOP("RedirectWords", "It has a user name before the host.")),
    std::pair("host", QT_TRANSLATE_NOOP("RedirectWords", "Its host is no host name in lower case.")),
    std::pair("port", QT_TRANSLATE_NOOP("RedirectWords", "Its port is no port.")),
    std::pair("dot_segment", QT_TRANSLATE_NOOP("RedirectWords", "It has . or .. in its path.")),
    std::pair("reserved_parameter",
              QT_TRANSLATE_NOOP("RedirectWords", "Its query holds a parameter that the answer brings itself.")),
};

template <std::size_t N>
QString said(const std::array<std::pair<const char*, const char*>, N>& words, const std::string& slug) {
    for (const auto& [name, text] : words) {
        if (slug == name) {
            return RedirectWords::tr(text);
        }
    }
    return QString::fromStdString(slug);
}

bool isSeen(char32_t point) {
    return point > 0x20 && point < 0x7F;
}

QString number(char32_t point) {
    return QStringLiteral("U+%1").arg(uint(point), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString RedirectWords::character(const admin::api::AddressCharacter& character) {
    if (character.text.empty()) {
        return tr("the end of the address");
    }
    const QList<uint> points = QString::fromStdString(character.text).toUcs4();
    const char32_t point = points.isEmpty() ? 0 : points.front();
    const QString mark =
        isSeen(point) ? QString::fromStdString(character.text) : QString::fromStdString(character.codePoint);
    for (const Named& each : kNames) {
        if (each.point == point) {
            return tr("%1 (%2)", "a character and how it is written").arg(tr(each.name), mark);
        }
    }
    return isSeen(point)
               ? tr("“%1”", "a character").arg(mark)
               : tr("“%1” (%2)", "a character and its number").arg(QString::fromStdString(character.text), mark);
}

QString RedirectWords::part(const std::string& slug) {
    return said(kParts, slug);
}

QString RedirectWords::problem(const std::string& slug) {
    return said(kProblems, slug);
}

QString RedirectWords::marked(const QString& uri, qint64 position) {
    const QList<uint> points = widgets::presented(uri).toUcs4();
    QString html;
    for (qsizetype at = 0; at < points.size(); ++at) {
        const char32_t point = points.at(at);
        const QString text = isSeen(point) || point > 0xFF ? QString::fromUcs4(&point, 1) : number(point);
        const bool named = at + 1 == position && !isSeen(point);
        const QString shown = (named ? number(point) : text).toHtmlEscaped();
        html += at + 1 == position ? QStringLiteral("<b><u>%1</u></b>").arg(shown) : shown;
    }
    if (position > points.size()) {
        html += QStringLiteral("<b><u>&nbsp;</u></b>");
    }
    return QStringLiteral("<div dir=\"ltr\">%1</div>").arg(html);
}

} // namespace gatehouse::ui::panels::apps
