// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

#include "json/number.h"
#include "json/text_writer.h"

namespace gatehouse::json {
namespace {

constexpr std::uint64_t everyOctet(unsigned char octet) {
    return 0x0101010101010101U * octet;
}

/// Not zero if one of the eight octets is zero (exact up to the first one that is).
constexpr std::uint64_t zeroOctets(std::uint64_t word) {
    return (word - everyOctet(1)) & ~word & everyOctet(0x80);
}

constexpr bool needsEscape(unsigned char byte) {
    return byte < 0x20 || byte == '"' || byte == '\\';
}

/// The first octet from `at` on that has to be escaped, or the size. Most text has none, so eight are looked at at
/// once.
std::size_t findEscape(std::string_view text, std::size_t at) {
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t control = (word - everyOctet(0x20)) & ~word & everyOctet(0x80);
        if ((control | zeroOctets(word ^ everyOctet('"')) | zeroOctets(word ^ everyOctet('\\'))) != 0) {
            break;
        }
    }
    while (at < text.size() && !needsEscape(static_cast<unsigned char>(text[at]))) {
        ++at;
    }
    return at;
}

void appendString(std::string& out, std::string_view text) {
    constexpr char kDigits[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t plain = 0;
    for (std::size_t i = findEscape(text, 0); i < text.size(); i = findEscape(text, i + 1)) {
        const auto byte = static_cast<unsigned char>(text[i]);
        out.append(text.substr(plain, i - plain));
        plain = i + 1;
        out.push_back('\\');
        switch (byte) {
        case '\b':
            out.push_back('b');
            break;
        case '\t':
            out.push_back('t');
            break;
        case '\n':
            out.push_back('n');
            break;
        case '\f':
            out.push_back('f');
            break;
        case '\r':
            out.push_back('r');
            break;
        case '"':
        case '\\':
            out.push_back(char(byte));
            break;
        default:
            out.append("u00");
            out.push_back(kDigits[byte >> 4]);
            out.push_back(kDigits[byte & 15]);
        }
    }
    out.append(text.substr(plain));
    out.push_back('"');
}

template <class Integer>
void appendInteger(std::string& out, Integer value) {
    char text[24];
    const auto written = std::to_chars(text, text + sizeof text, value);
    out.append(text, std::size_t(written.ptr - text));
}

// Surrogates (what UTF-16 makes of a four byte sequence) come before U+E000..U+FFFF, whose UTF-8 starts with EE or EF.
int utf16Rank(char byte) {
    const int value = static_cast<unsigned char>(byte);
    return value == 0xEE || value == 0xEF ? value + 0x100 : value;
}

/// The order of the UTF-16 code units, on UTF-8 (RFC 8785, 3.2.3).
bool utf16Less(std::string_view a, std::string_view b) {
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (inA == a.end() || inB == b.end()) {
        return inA == a.end() && inB != b.end();
    }
    return utf16Rank(*inA) < utf16Rank(*inB);
}

enum class Form { Compact, Pretty, Canonical };

class Printer {
public:
    Printer(std::string& out, Form form)
        : m_form(form)
        , m_out(out) {}

    void value(const Value& item) {
        switch (item.kind()) {
        case boost::json::kind::null:
            m_out.append("null");
            return;
        case boost::json::kind::bool_:
            m_out.append(item.get_bool() ? "true" : "false");
            return;
        case boost::json::kind::int64:
            integer(item.get_int64());
            return;
        case boost::json::kind::uint64:
            integer(item.get_uint64());
            return;
        case boost::json::kind::double_:
            appendNumber(m_out, item.get_double());
            return;
        case boost::json::kind::string:
            appendString(m_out, view(item.get_string()));
            return;
        case boost::json::kind::array:
            array(item.get_array());
            return;
        case boost::json::kind::object:
            object(item.get_object());
            return;
        }
    }
    void object(const Object& item) {
        if (item.empty()) {
            m_out.append("{}");
            return;
        }
        open('{');
        if (m_form == Form::Canonical) {
            sortedMembers(item);
        } else {
            for (const auto& entry : item) {
                member(entry);
            }
        }
        close('}');
    }

private:
    void array(const Array& item) {
        if (item.empty()) {
            m_out.append("[]");
            return;
        }
        open('[');
        for (const Value& element : item) {
            separate();
            value(element);
        }
        close(']');
    }
    template <class Integer>
    void integer(Integer number) {
        // RFC 8785 knows doubles only; below 2^53 both ways give the same digits.
        constexpr auto kExact = Integer(std::int64_t(1) << 53);
        const bool exact = number <= kExact && (std::is_unsigned_v<Integer> || number >= Integer(0) - kExact);
        if (m_form == Form::Canonical && !exact) {
            appendNumber(m_out, double(number));
        } else {
            appendInteger(m_out, number);
        }
    }
    void member(const boost::json::key_value_pair& entry) {
        separate();
        appendString(m_out, {entry.key().data(), entry.key().size()});
        m_out.append(m_form == Form::Pretty ? ": " : ":");
        value(entry.value());
    }
    void sortedMembers(const Object& item) {
        std::vector<const boost::json::key_value_pair*> entries;
        entries.reserve(item.size());
        for (const auto& entry : item) {
            entries.push_back(&entry);
        }
        std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
            return utf16Less({a->key().data(), a->key().size()}, {b->key().data(), b->key().size()});
        });
        for (const auto* entry : entries) {
            member(*entry);
        }
    }
    void open(char bracket) {
        m_out.push_back(bracket);
        m_first = true;
        ++m_level;
    }
    void separate() {
        if (!m_first) {
            m_out.push_back(',');
        }
        m_first = false;
        newLine();
    }
    void close(char bracket) {
        --m_level;
        newLine();
        m_out.push_back(bracket);
        m_first = false;
    }
    void newLine() {
        if (m_form == Form::Pretty) {
            m_out.push_back('\n');
            m_out.append(m_level * 2, ' ');
        }
    }

    Form m_form;
    std::string& m_out;
    std::size_t m_level = 0;
    bool m_first = true;
};

constexpr std::size_t kUsualSize = 512;

std::string print(const Value& value, Form form) {
    std::string out;
    out.reserve(kUsualSize);
    Printer(out, form).value(value);
    return out;
}

} // namespace

std::string write(const Value& value) {
    return print(value, Form::Compact);
}

std::string write(const Object& object) {
    std::string out;
    out.reserve(kUsualSize);
    Printer(out, Form::Compact).object(object);
    return out;
}

std::string writePretty(const Value& value) {
    return print(value, Form::Pretty);
}

std::string canonical(const Value& value) {
    return print(value, Form::Canonical);
}

void TextWriter::key(std::string_view name) {
    separate();
    appendString(m_out, name);
    m_out.push_back(':');
}

void TextWriter::text(std::string_view value) {
    separate();
    appendString(m_out, value);
}

void TextWriter::boolean(bool value) {
    separate();
    m_out.append(value ? "true" : "false");
}

void TextWriter::integer(std::int64_t value) {
    separate();
    appendInteger(m_out, value);
}

void TextWriter::tree(const Value& value) {
    separate();
    Printer(m_out, Form::Compact).value(value);
}

void TextWriter::tree(const Object& value) {
    separate();
    Printer(m_out, Form::Compact).object(value);
}

} // namespace gatehouse::json
