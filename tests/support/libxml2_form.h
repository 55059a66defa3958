// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "xml/tree.h"

namespace gatehouse::test {

/// A document as libxml2 reads it, to be canonicalised: the second opinion on xml::canonical(), and what benchmarks
/// measure it by. It asks no network and no file.
class Libxml2Form {
public:
    /// `libxml2.differs`: libxml2 refuses what our reader took.
    [[nodiscard]] static Result<Libxml2Form> of(const xml::Tree& tree);

    /// As xml::canonical(). `libxml2.differs`: there is another element at that place; `libxml2.gave_up`.
    [[nodiscard]] Result<std::string> exclusive(const xml::Element& element,
                                                const std::optional<xml::Element>& without = {},
                                                const std::vector<std::string>& prefixes = {}) const;

private:
    struct Impl;
    struct Free {
        void operator()(Impl* impl) const;
    };
    explicit Libxml2Form(std::unique_ptr<Impl, Free> impl)
        : m_impl(std::move(impl)) {}
    std::unique_ptr<Impl, Free> m_impl;
};

} // namespace gatehouse::test
