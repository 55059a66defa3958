// SPDX-License-Identifier: Apache-2.0
#include "xml/text.h"

namespace gatehouse::xml {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out.append("&amp;");
            break;
        case '<':
            out.append("&lt;");
            break;
        case '>':
            out.append("&gt;");
            break;
        case '"':
            out.append("&quot;");
            break;
        case '\t':
            out.append("&#x9;");
            break;
        case '\n':
            out.append("&#xA;");
            break;
        case '\r':
            out.append("&#xD;");
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out.append("\xef\xbf\xbd");
            } else {
                out.push_back(c);
            }
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

std::string element(std::string_view name, std::string_view text) {
    const std::string tag(name);
    return "<" + tag + ">" + escaped(text) + "</" + tag + ">";
}

} // namespace gatehouse::xml
