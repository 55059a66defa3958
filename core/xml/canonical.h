// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "xml/tree.h"

namespace gatehouse::xml {

/// A document as libxml2 reads it, to be canonicalised. It reads only what Tree has read before, asks no network and no
/// file, and declares nothing.
class CanonicalForm {
public:
    /// `xml.readers_differ`: libxml2 refuses what our reader took.
    [[nodiscard]] static Result<CanonicalForm> of(const Tree& tree);

    /// The octets of an element by Exclusive XML Canonicalization 1.0, without comments. `without`: an element in it
    /// that is left out (the enveloped signature). `prefixes`: of InclusiveNamespaces, "#default" among them.
    /// `xml.readers_differ`: there is another element at that place; `xml.canonicalization`: libxml2 gave up, or gave
    /// nothing.
    [[nodiscard]] Result<std::string> exclusive(const Element& element, const std::optional<Element>& without = {},
                                                const std::vector<std::string>& prefixes = {}) const;

private:
    struct Impl;
    struct Free {
        void operator()(Impl* impl) const;
    };
    explicit CanonicalForm(std::unique_ptr<Impl, Free> impl)
        : m_impl(std::move(impl)) {}
    std::unique_ptr<Impl, Free> m_impl;
};

} // namespace gatehouse::xml
