// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.h"
#include "audit/merkle.h"
#include "jose/jwk.h"

namespace gatehouse::audit {

/// Something that is wrong with an export. Codes: `malformed`, `changed`, `removed`, `added`, `reordered`, `genesis`,
/// `tail_cut`, `root`, `checkpoint_missing`, `checkpoint_malformed`, `checkpoint_signature`, `checkpoint_origin`.
struct Finding {
    std::int64_t seq = 0;  ///< of the record concerned; 0 if none
    std::int64_t line = 0; ///< from 1
    std::string code;
    std::string message;
};

struct Verification {
    std::vector<Finding> findings; ///< at most 100; empty means intact
    std::int64_t records = 0;
    std::int64_t erased = 0; ///< personal values that are no longer there
    bool signatureChecked = false;
    [[nodiscard]] bool intact() const { return findings.empty(); }
};

/// Takes an export line by line, in constant memory, and proves it without broker, store or network (`gatehousectl
/// audit verify`).
class ExportVerifier {
public:
    /// `keys`: trusted checkpoint keys (Ed25519); where empty, the key in the export itself is used and
    /// signatureChecked stays false. `trusted`: a checkpoint that was kept elsewhere; the export must extend it (finds
    /// a log that was cut and signed anew).
    explicit ExportVerifier(std::vector<jose::Jwk> keys = {}, std::optional<Checkpoint> trusted = {});
    void addLine(std::string_view line);
    [[nodiscard]] Verification finish();

private:
    void addRecord(const json::Object& object);
    void addCheckpoint(const json::Object& object);
    void checkTree(const Checkpoint& checkpoint);
    void report(std::int64_t seq, std::string_view code, std::string message);

    std::vector<jose::Jwk> m_keys;
    std::optional<Checkpoint> m_trusted;
    Verification m_out;
    Frontier m_tree;
    Bytes m_firstPrev;
    Bytes m_previous;
    std::int64_t m_lastSeq = 0;
    std::int64_t m_line = 0;
    bool m_sawCheckpoint = false;
    bool m_trustedSeen = false;
};

/// All lines at once.
[[nodiscard]] Verification verifyExport(const std::vector<std::string>& lines, std::vector<jose::Jwk> keys = {},
                                        std::optional<Checkpoint> trusted = {});

} // namespace gatehouse::audit
