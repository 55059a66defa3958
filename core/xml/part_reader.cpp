// SPDX-License-Identifier: Apache-2.0
#include "xml/part_reader.h"

#include <algorithm>
#include <utility>

namespace gatehouse::xml {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kComment = "<!--";

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail) {
    return fail(Code::InvalidArgument, reason, detail);
}

} // namespace

PartReader::PartReader(const PartLimits& limits, Take take)
    : m_limits(limits)
    , m_take(std::move(take)) {}

Status PartReader::feed(std::string_view octets) {
    m_octets += octets.size();
    if (m_octets > m_limits.octets) {
        return refused("xml.too_large", "more than " + std::to_string(m_limits.octets) + " bytes");
    }
    m_buffer.append(octets);
    if (!m_hasEnded) {
        ENSURE(scan());
    }
    m_buffer.erase(0, m_given);
    m_at -= m_given;
    m_tag -= std::min(m_tag, m_given);
    m_given = 0;
    return m_buffer.size() <= m_limits.part.octets
               ? Status()
               : refused("xml.too_large", "an element of more than " + std::to_string(m_limits.part.octets) + " bytes");
}

Status PartReader::finish() {
    if (m_open.empty()) {
        return Tree::parse(std::exchange(m_buffer, {}), m_limits.part).and_then([](const Tree&) -> Status {
            return refused("xml.malformed", "no element");
        });
    }
    // With its own end tag, if it came that far.
    TRY(end, Tree::parse(m_open + m_buffer, m_limits.part));
    return m_take(Kind::End, std::move(end));
}

Status PartReader::scan() {
    while (m_at < m_buffer.size() && !m_hasEnded) {
        switch (m_in) {
        case In::Text:
            if (skipPast("<")) {
                m_tag = m_at - 1;
                m_in = In::Opening;
            }
            break;
        case In::Opening:
            scanOpening();
            break;
        case In::StartTag:
            m_at = std::min(m_buffer.find_first_of("\"'>", m_at), m_buffer.size());
            if (m_at < m_buffer.size()) {
                const char c = m_buffer[m_at++];
                if (c == '>') {
                    m_in = In::Text;
                    ENSURE(begins(m_buffer[m_at - 2] == '/'));
                } else {
                    m_quote = c;
                    m_in = In::Quoted;
                }
            }
            break;
        case In::Quoted:
            m_in = skipPast(std::string_view(&m_quote, 1)) ? In::StartTag : In::Quoted;
            break;
        case In::EndTag:
            if (skipPast(">")) {
                m_in = In::Text;
                ENSURE(ends());
            }
            break;
        case In::Declaration:
            ENSURE(scanDeclaration());
            break;
        case In::Comment:
            m_in = skipPast("-->") ? In::Text : In::Comment;
            break;
        case In::Instruction:
            m_in = skipPast("?>") ? In::Text : In::Instruction;
            break;
        }
    }
    return {};
}

void PartReader::scanOpening() {
    const char c = m_buffer[m_at];
    m_in = c == '/' ? In::EndTag : c == '!' ? In::Declaration : c == '?' ? In::Instruction : In::StartTag;
    m_at += m_in == In::StartTag ? 0 : 1;
}

// Of what begins with "<!" there is nothing but comments.
Status PartReader::scanDeclaration() {
    const std::string_view begin = std::string_view(m_buffer).substr(m_tag, kComment.size());
    if (begin.size() < kComment.size() && kComment.starts_with(begin)) {
        m_at = m_buffer.size();
        return {};
    }
    if (begin != kComment) {
        const bool isSection = begin.starts_with("<![");
        return refused(isSection ? "xml.cdata" : "xml.doctype", "\"" + std::string(begin) + "\"");
    }
    m_at = m_tag + kComment.size();
    m_in = In::Comment;
    return {};
}

bool PartReader::skipPast(std::string_view what) {
    // Its first characters may be the last ones that came before; those of a tag's begin are none of it.
    const std::size_t content = m_tag + (m_in == In::Comment ? kComment.size() : 1);
    const std::size_t from = std::max(m_at - std::min(m_at, what.size() - 1), std::min(content, m_at));
    const std::size_t found = m_buffer.find(what, from);
    m_at = found == std::string::npos ? m_buffer.size() : found + what.size();
    return found != std::string::npos;
}

Status PartReader::begins(bool isEmpty) {
    if (m_depth == 0) {
        return rootBegins(isEmpty);
    }
    m_depth += isEmpty ? 0 : 1;
    return m_depth == 1 ? childEnds() : Status();
}

Status PartReader::ends() {
    m_depth -= m_depth > 0 ? 1 : 0;
    m_hasEnded = m_depth == 0;
    return m_depth == 1 ? childEnds() : Status();
}

Status PartReader::rootBegins(bool isEmpty) {
    if (m_at - m_tag > m_limits.rootTag) {
        return refused("xml.too_large", "the tag of the root");
    }
    const std::string_view tag = std::string_view(m_buffer).substr(m_tag, m_at - m_tag);
    const std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
    m_close = "</" + std::string(name) + ">";
    std::string_view open = std::string_view(m_buffer).substr(0, m_at);
    // What stands before the root is judged with it, once.
    TRY(root, Tree::parse(std::string(open.starts_with(kByteOrderMark) ? open.substr(kByteOrderMark.size()) : open) +
                              (isEmpty ? "" : m_close),
                          m_limits.part));
    m_open = isEmpty ? std::string(tag.substr(0, tag.size() - 2)) + ">" : std::string(tag);
    m_given = m_at;
    m_depth = 1;
    ENSURE(m_take(Kind::Root, std::move(root)));
    if (isEmpty) {
        m_buffer.insert(m_at, m_close);
        m_hasEnded = true;
    }
    return {};
}

Status PartReader::childEnds() {
    if (++m_children > m_limits.children) {
        return refused("xml.too_many", "more than " + std::to_string(m_limits.children) + " elements below the root");
    }
    const std::string_view content = std::string_view(m_buffer).substr(m_given, m_at - m_given);
    TRY(part, Tree::parse(m_open + std::string(content) + m_close, m_limits.part));
    m_given = m_at;
    return m_take(Kind::Child, std::move(part));
}

} // namespace gatehouse::xml
