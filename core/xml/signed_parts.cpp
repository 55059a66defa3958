// SPDX-License-Identifier: Apache-2.0
#include "xml/signed_parts.h"

#include "crypto/hasher.h"
#include "xml/canonical.h"
#include "xml/signed_info.h"

namespace gatehouse::xml {
namespace {

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail) {
    return fail(Code::Unauthenticated, reason, detail);
}

} // namespace

struct SignedParts::State {
    std::vector<crypto::PublicKey> keys;
    Limits limits;
    std::optional<Tree> root;
    std::optional<SignedInfo> info;
    std::optional<crypto::Hasher> hasher;
    std::string open; ///< empty until the first part with content
    std::string close;

    void digest(std::string_view octets) {
        if (hasher) {
            hasher->add(octets);
        }
    }
    /// Reads the signature of the root's first child, by which the prefixes are known that every tag is written with.
    Status begin(PartReader::Kind kind, const Tree& part) {
        std::vector<std::string> prefixes;
        if (!keys.empty()) {
            const Element holder = part.root();
            TRY(signature, signatureIn(holder));
            if (kind != PartReader::Kind::Child || !signature) {
                return refused("signature.absent", holder.localName());
            }
            TRY(read, readSignedInfo(*signature, holder.id(), Sha1::Refuse, limits));
            ENSURE(keyThatSigned(read, keys));
            prefixes = read.contentPrefixes;
            hasher.emplace(*read.digest->algorithm);
            info = std::move(read);
        }
        TRY(tags, canonical(root->root(), {}, prefixes, limits));
        const std::size_t inside = tags.rfind("</");
        open = tags.substr(0, inside);
        close = tags.substr(inside);
        digest(open);
        return {};
    }
};

SignedParts::SignedParts(std::vector<crypto::PublicKey> keys, const Limits& part)
    : m_state(std::make_unique<State>()) {
    m_state->keys = std::move(keys);
    m_state->limits = part;
}

SignedParts::SignedParts(SignedParts&&) noexcept = default;
SignedParts& SignedParts::operator=(SignedParts&&) noexcept = default;
SignedParts::~SignedParts() = default;

// A root's tag is written the same whatever stands in it, so the octets of a document are those of its root's tag, of
// what each part has behind that, and of the end tag.
Result<std::string> SignedParts::add(PartReader::Kind kind, Tree part) {
    if (kind == PartReader::Kind::Root) {
        m_state->root = std::move(part);
        return std::string();
    }
    const bool isFirst = m_state->open.empty();
    if (isFirst) {
        ENSURE(m_state->begin(kind, part));
    }
    TRY(signature, signatureIn(part.root()));
    if (signature && m_state->info && !isFirst) {
        return refused("signature.shape", "more than one signature");
    }
    const auto& prefixes = m_state->info ? m_state->info->contentPrefixes : std::vector<std::string>();
    TRY(octets, canonical(part.root(), m_state->info ? signature : std::nullopt, prefixes, m_state->limits));
    std::string content =
        octets.substr(m_state->open.size(), octets.size() - m_state->open.size() - m_state->close.size());
    m_state->digest(content);
    return content;
}

Status SignedParts::finish() {
    if (!m_state->hasher) {
        return {};
    }
    m_state->digest(m_state->close);
    return checkDigest(*m_state->info, m_state->hasher->finish());
}

const std::string& SignedParts::open() const {
    return m_state->open;
}

const std::string& SignedParts::close() const {
    return m_state->close;
}

} // namespace gatehouse::xml
