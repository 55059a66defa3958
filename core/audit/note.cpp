// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "audit/checkpoint.h"
#include "crypto/hash.h"

namespace gatehouse::audit {

namespace {

// C2SP signed-note and tlog-checkpoint.
constexpr std::string_view kDash = "\xE2\x80\x94 ";
constexpr char kEd25519 = '\x01';
constexpr std::size_t kKeyIdSize = 4;
constexpr std::size_t kRootSize = 32;
constexpr std::size_t kMaxNote = 64 * 1024;
constexpr int kMaxSignatures = 100;

bool isKeyName(std::string_view name) {
    return !name.empty() && name.size() <= 512 && isUtf8(name) &&
           std::none_of(name.begin(), name.end(), [](char c) { return c <= ' ' || c == '+' || c == '\x7f'; });
}

Bytes keyId(std::string_view name, const crypto::PublicKey& key) {
    return crypto::sha256(Bytes(name) + '\n' + kEd25519 + key.parts().first).substr(0, kKeyIdSize);
}

/// Takes what stands before the next newline off the front of `text`.
std::optional<std::string_view> takeLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> parseSize(std::string_view text) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc() || end != text.data() + text.size() || (text.size() > 1 && text.front() == '0')) {
        return std::nullopt;
    }
    return size;
}

tl::unexpected<Error> malformed() {
    return fail(Code::InvalidArgument, "audit.note_malformed");
}

Result<Checkpoint> parseBody(std::string_view body) {
    const auto origin = takeLine(body);
    const auto size = takeLine(body);
    const auto root = takeLine(body);
    if (!origin || !size || !root || !body.empty() || !isKeyName(*origin)) {
        return malformed();
    }
    const auto number = parseSize(*size);
    const auto bytes = base64Decode(*root);
    if (!number || !bytes || bytes->size() != kRootSize) {
        return malformed();
    }
    Checkpoint checkpoint;
    checkpoint.origin = *origin;
    checkpoint.size = *number;
    checkpoint.root = *bytes;
    return checkpoint;
}

struct NoteSignature {
    std::string_view name;
    Bytes id;
    Bytes signature;
};

Result<std::vector<NoteSignature>> parseSignatures(std::string_view lines) {
    std::vector<NoteSignature> signatures;
    while (!lines.empty()) {
        auto line = takeLine(lines);
        if (!line || !line->starts_with(kDash) || signatures.size() >= kMaxSignatures) {
            return malformed();
        }
        line->remove_prefix(kDash.size());
        const std::size_t space = line->find(' ');
        if (space == std::string_view::npos) {
            return malformed();
        }
        const auto bytes = base64Decode(line->substr(space + 1));
        if (!bytes || bytes->size() <= kKeyIdSize) {
            return malformed();
        }
        signatures.push_back({line->substr(0, space), bytes->substr(0, kKeyIdSize), bytes->substr(kKeyIdSize)});
    }
    return signatures;
}

/// Signatures by keys that are not known say nothing, good or bad.
Status prove(std::string_view body, std::string_view origin, const std::vector<NoteSignature>& signatures,
             const std::vector<jose::Jwk>& keys) {
    bool proven = false;
    for (const NoteSignature& signature : signatures) {
        for (const jose::Jwk& key : keys) {
            if (key.key.type() != crypto::KeyType::Ed25519 || signature.name != origin ||
                signature.id != keyId(origin, key.key)) {
                continue;
            }
            if (!key.key.verify(crypto::Signature::EdDSA, body, signature.signature)) {
                return fail(Code::InvalidArgument, "audit.note_signature");
            }
            proven = true;
        }
    }
    return proven ? Status() : fail(Code::InvalidArgument, "audit.note_unsigned");
}

} // namespace

json::Object toJson(const Checkpoint& checkpoint) {
    return {{"origin", checkpoint.origin},
            {"size", std::int64_t(checkpoint.size)},
            {"root", base64Encode(checkpoint.root)},
            {"note", checkpoint.note},
            {"time", toRfc3339(checkpoint.time)}};
}

Result<std::string> signNote(std::string_view origin, std::uint64_t size, BytesView root,
                             const crypto::PrivateKey& key) {
    if (!isKeyName(origin) || root.size() != kRootSize) {
        return malformed();
    }
    std::string note = std::string(origin) + "\n" + std::to_string(size) + "\n" + base64Encode(root) + "\n";
    TRY(signature, key.sign(crypto::Signature::EdDSA, note));
    const std::string line = base64Encode(keyId(origin, key.publicKey()) + signature);
    note.append("\n").append(kDash).append(origin).append(" ").append(line).append("\n");
    return note;
}

Result<Checkpoint> openNote(std::string_view note, const std::vector<jose::Jwk>& keys) {
    const bool control =
        std::any_of(note.begin(), note.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7f'; });
    const std::size_t blank = note.find("\n\n");
    if (note.size() > kMaxNote || control || !isUtf8(note) || blank == std::string_view::npos) {
        return malformed();
    }
    const std::string_view body = note.substr(0, blank + 1);
    TRY(checkpoint, parseBody(body));
    TRY(signatures, parseSignatures(note.substr(blank + 2)));
    if (signatures.empty()) {
        return fail(Code::InvalidArgument, "audit.note_unsigned");
    }
    if (!keys.empty()) {
        ENSURE(prove(body, checkpoint.origin, signatures, keys));
    }
    checkpoint.note = note;
    return checkpoint;
}

} // namespace gatehouse::audit
