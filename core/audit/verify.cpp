// SPDX-License-Identifier: Apache-2.0
#include "audit/verify.h"

#include <algorithm>

#include "audit/event.h"
#include "crypto/hash.h"

namespace gatehouse::audit {

namespace {

constexpr std::size_t kMaxFindings = 100;
constexpr std::size_t kMaxLine = 1024 * 1024;

Bytes hashAt(const json::Object& object, std::string_view name) {
    const auto text = json::stringMember(object, name);
    return text ? base64UrlDecode(*text).value_or(Bytes()) : Bytes();
}

/// The chain hash that the line's content gives.
Result<Bytes> recompute(const json::Object& line, std::int64_t seq, BytesView previous) {
    json::Object event = line;
    for (const char* name : {"seq", "prevHash", "hash", "commitments"}) {
        event.erase(name);
    }
    const json::Object* commitments = json::objectMember(line, "commitments");
    if (commitments == nullptr) {
        return fail(Code::InvalidArgument, "audit.commitment");
    }
    TRY(hashed, hashedForm(std::move(event), *commitments));
    return chainHash(seq, previous, crypto::sha256(json::canonical(hashed)));
}

std::int64_t erasedIn(const json::Object& line) {
    const json::Object* commitments = json::objectMember(line, "commitments");
    return commitments == nullptr ? 0 : std::count_if(commitments->begin(), commitments->end(), [](const auto& member) {
        return member.value().is_object() && member.value().get_object().contains("commitment");
    });
}

} // namespace

ExportVerifier::ExportVerifier(std::vector<jose::Jwk> keys, std::optional<Checkpoint> trusted)
    : m_keys(std::move(keys))
    , m_trusted(std::move(trusted)) {
    m_trustedSeen = !m_trusted || m_trusted->size == 0;
}

void ExportVerifier::report(std::int64_t seq, std::string_view code, std::string message) {
    if (m_out.findings.size() < kMaxFindings) {
        m_out.findings.push_back({seq, m_line, std::string(code), std::move(message)});
    }
}

void ExportVerifier::addLine(std::string_view line) {
    ++m_line;
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (line.empty()) {
        return;
    }
    const auto object = json::parseObject(line, {.bytes = kMaxLine});
    if (!object) {
        report(0, "malformed",
               "line " + std::to_string(m_line) + " is not a JSON object (" + object.error().reason + ")");
        return;
    }
    if (const json::Object* head = json::objectMember(*object, "checkpoint")) {
        addCheckpoint(*head);
    } else {
        addRecord(*object);
    }
}

void ExportVerifier::addRecord(const json::Object& object) {
    const auto seq = json::integerMember(object, "seq");
    const Bytes previous = hashAt(object, "prevHash");
    const Bytes hash = hashAt(object, "hash");
    if (!seq || *seq < 1 || previous.size() != 32 || hash.size() != 32) {
        report(seq.value_or(0), "malformed", "line " + std::to_string(m_line) + " is not a record");
        return;
    }
    ++m_out.records;
    m_out.erased += erasedIn(object);
    const std::string name = "record " + std::to_string(*seq);
    if (m_sawCheckpoint) {
        report(*seq, "added", name + " stands after the checkpoint");
        return;
    }
    if (*seq <= m_lastSeq) {
        const auto missed = std::find_if(m_out.findings.begin(), m_out.findings.end(),
                                         [&](const Finding& f) { return f.code == "removed" && f.seq == *seq; });
        if (missed != m_out.findings.end()) {
            *missed = {*seq, m_line, "reordered", name + " stands after record " + std::to_string(m_lastSeq)};
        } else {
            report(*seq, "added", name + " is there more than once, or was put in");
        }
        return;
    }
    for (std::int64_t missing = m_lastSeq + 1; missing < *seq && m_out.findings.size() < kMaxFindings; ++missing) {
        report(missing, "removed", "record " + std::to_string(missing) + " is missing");
    }
    const auto expected = recompute(object, *seq, previous);
    if (!expected || *expected != hash) {
        report(*seq, "changed", name + " was changed: its content does not give its hash");
    } else if (m_lastSeq != 0 && *seq == m_lastSeq + 1 && previous != m_previous) {
        report(*seq, "changed",
               name + " does not follow record " + std::to_string(m_lastSeq) + ": one of the two was changed");
    }
    if (m_lastSeq == 0) {
        m_firstPrev = previous;
    }
    m_previous = hash;
    m_lastSeq = *seq;
    m_tree.add(leafHash(hash));
    if (m_trusted && m_tree.size() == m_trusted->size) {
        m_trustedSeen = true;
        if (m_tree.root() != m_trusted->root) {
            report(*seq, "root",
                   "the first " + std::to_string(m_trusted->size) +
                       " records are not those of the checkpoint that was kept");
        }
    }
}

void ExportVerifier::addCheckpoint(const json::Object& object) {
    if (m_sawCheckpoint) {
        report(0, "checkpoint_malformed", "there is more than one checkpoint");
        return;
    }
    m_sawCheckpoint = true;
    const auto note = json::stringMember(object, "note");
    const auto tenant = json::stringMember(object, "tenant");
    const auto createdText = json::stringMember(object, "createdAt");
    const auto created =
        createdText ? parseRfc3339(*createdText) : Result<Time>(fail(Code::InvalidArgument, "time.malformed"));
    if (!note || !tenant || !created) {
        report(0, "checkpoint_malformed", "the checkpoint line is incomplete");
        return;
    }
    std::vector<jose::Jwk> keys = m_keys;
    if (keys.empty()) {
        if (const json::Object* jwks = json::objectMember(object, "jwks")) {
            if (auto parsed = jose::parseJwkSet(json::write(*jwks))) {
                keys = std::move(parsed->keys);
            }
        }
    } else {
        m_out.signatureChecked = true;
    }
    const auto checkpoint = openNote(*note, keys);
    if (!checkpoint || keys.empty()) {
        const std::string reason = checkpoint ? "audit.note_unsigned" : checkpoint.error().reason;
        report(0, reason == "audit.note_malformed" ? "checkpoint_malformed" : "checkpoint_signature",
               "the checkpoint is not signed by a known key (" + reason + ")");
        return;
    }
    if (m_trusted && m_trusted->origin != checkpoint->origin) {
        report(0, "checkpoint_origin", "the checkpoint is of " + checkpoint->origin + ", not of " + m_trusted->origin);
    }
    if (!m_firstPrev.empty() && m_firstPrev != genesisHash(TenantId(std::string(*tenant)), *created)) {
        report(1, "genesis", "the first record does not begin the log of tenant " + std::string(*tenant));
    }
    checkTree(*checkpoint);
}

void ExportVerifier::checkTree(const Checkpoint& checkpoint) {
    const auto size = std::int64_t(checkpoint.size);
    if (size > m_lastSeq) {
        report(m_lastSeq + 1, "tail_cut",
               "the checkpoint was made over " + std::to_string(size) + " records; those after " +
                   std::to_string(m_lastSeq) + " were cut off");
    } else if (size < m_lastSeq) {
        report(size + 1, "added", "the checkpoint was made over " + std::to_string(size) + " records; there are more");
    } else if (m_out.findings.empty() && m_tree.root() != checkpoint.root) {
        report(0, "root", "the records are consistent, but they are not those that the checkpoint was made over");
    }
}

Verification ExportVerifier::finish() {
    if (!m_sawCheckpoint) {
        report(0, "checkpoint_missing",
               "the export ends without a checkpoint: records may have been cut off at its end");
    }
    if (!m_trustedSeen) {
        report(m_lastSeq + 1, "tail_cut",
               "the checkpoint that was kept covers " + std::to_string(m_trusted->size) + " records; there are fewer");
    }
    return std::move(m_out);
}

Verification verifyExport(const std::vector<std::string>& lines, std::vector<jose::Jwk> keys,
                          std::optional<Checkpoint> trusted) {
    ExportVerifier verifier(std::move(keys), std::move(trusted));
    for (const std::string& line : lines) {
        verifier.addLine(line);
    }
    return verifier.finish();
}

} // namespace gatehouse::audit
