// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "xml/tree.h"

namespace gatehouse::xml {

/// What a document that is read in parts may be at most.
struct PartLimits {
    std::size_t octets = std::size_t(200) * 1024 * 1024;
    std::size_t children = 100'000;
    std::size_t rootTag = std::size_t(8) * 1024; ///< it is read again with each child
    Limits part;
};

/// Cuts a document that comes piece by piece, and is too large to be held, into parts that are documents themselves:
/// first the tags of its root with nothing between them, then for each child the same tags with the characters before
/// that child and the child, at last with what is behind the last child. Takes the memory of the largest child.
///
/// Tags are found here, and judged by Tree::parse alone, in the same order in which they stand: what is cut in the
/// wrong place is no document. An ID may not be the root's, but may be in two parts.
class PartReader {
public:
    enum class Kind { Root, Child, End };
    /// An error of it ends the reading.
    using Take = std::function<Status(Kind, Tree)>;
    PartReader(const PartLimits& limits, Take take);

    /// Errors of Tree::parse and of `take`; nothing may be fed after one. `xml.too_large` and `xml.too_many` for the
    /// limits.
    [[nodiscard]] Status feed(std::string_view octets);
    /// After the last octet.
    [[nodiscard]] Status finish();

private:
    enum class In { Text, Opening, StartTag, Quoted, EndTag, Declaration, Comment, Instruction };
    [[nodiscard]] Status scan();
    void scanOpening();
    [[nodiscard]] Status scanDeclaration();
    [[nodiscard]] Status begins(bool isEmpty);
    [[nodiscard]] Status ends();
    [[nodiscard]] Status rootBegins(bool isEmpty);
    [[nodiscard]] Status childEnds();
    /// Past the next one of it; false: it did not come yet.
    bool skipPast(std::string_view what);

    PartLimits m_limits;
    Take m_take;
    std::string m_open;  ///< the root's tag
    std::string m_close; ///< its end tag
    std::string m_buffer;
    std::size_t m_given = 0; ///< how much of the buffer was given on
    std::size_t m_at = 0;    ///< where the search goes on
    std::size_t m_tag = 0;   ///< where the tag begins in which it is
    In m_in = In::Text;
    char m_quote = '"';
    std::size_t m_depth = 0; ///< of elements that are open
    bool m_hasEnded = false;
    std::size_t m_octets = 0;
    std::size_t m_children = 0;
};

} // namespace gatehouse::xml
