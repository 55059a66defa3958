// SPDX-License-Identifier: Apache-2.0
#include "doctors.h"

#include <charconv>
#include <cstdio>

#include "audit/verify.h"
#include "files.h"
#include "jose/jwt.h"

namespace gatehouse::ctl {

namespace {

std::string trimmed(std::string text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && isSpace(text.back())) {
        text.pop_back();
    }
    std::size_t start = 0;
    while (start < text.size() && isSpace(text[start])) {
        ++start;
    }
    return text.substr(start);
}

Outcome<jose::JwkSet> readKeys(const std::string& file) {
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    Result<jose::JwkSet> keys = jose::parseJwkSet(*text);
    if (!keys) {
        return failure(file + " is no JWK Set", keys.error(), "save the provider's jwks_uri into it");
    }
    return *std::move(keys);
}

void put(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string renderFindings(const audit::Verification& verification, Format format) {
    if (format == Format::Json) {
        json::Array findings;
        for (const audit::Finding& finding : verification.findings) {
            findings.push_back(json::Object{
                {"seq", finding.seq}, {"line", finding.line}, {"code", finding.code}, {"message", finding.message}});
        }
        return json::writePretty(json::Object{{"intact", verification.intact()},
                                              {"records", verification.records},
                                              {"erased", verification.erased},
                                              {"signatureChecked", verification.signatureChecked},
                                              {"findings", std::move(findings)}}) +
               "\n";
    }
    std::string out;
    for (const audit::Finding& finding : verification.findings) {
        out += "seq " + std::to_string(finding.seq) + " (line " + std::to_string(finding.line) + "): " + finding.code +
               ": " + printable(finding.message) + "\n";
    }
    out += std::string(verification.intact() ? "intact: " : "NOT intact: ") + std::to_string(verification.records) +
           " records";
    if (verification.erased > 0) {
        out += ", " + std::to_string(verification.erased) + " personal values erased";
    }
    out += verification.signatureChecked
               ? ", signature proven by the given key\n"
               : ", signature proven only by the key in the file: give --key to prove whose it is\n";
    return out;
}

} // namespace

Outcome<Time> parseNow(const std::string& text) {
    if (text.empty()) {
        return SystemClock().now();
    }
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem == std::errc() && end == text.data() + text.size()) {
        return fromUnixSeconds(seconds);
    }
    const Result<Time> time = parseRfc3339(text);
    if (!time) {
        return failure("--now " + text, time.error(), "write it as 2026-11-21T23:05:00Z or as seconds since 1970",
                       kUsage);
    }
    return *time;
}

std::string renderChecks(const Checks& checks, Format format) {
    if (format == Format::Json) {
        json::Array list;
        for (const Check& check : checks) {
            list.push_back(json::Object{{"name", check.name},
                                        {"status", statusName(check.status)},
                                        {"expected", check.expected},
                                        {"actual", check.actual},
                                        {"cure", check.cure},
                                        {"spec", check.spec}});
        }
        return json::writePretty(json::Object{{"ok", firstFailure(checks) == nullptr}, {"checks", std::move(list)}}) +
               "\n";
    }
    std::vector<std::vector<std::string>> rows;
    const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : printable(text); };
    for (const Check& check : checks) {
        rows.push_back({statusName(check.status), shown(check.name), shown(check.expected), shown(check.actual),
                        shown(check.cure)});
    }
    return table({"status", "check", "expected", "actual", "cure"}, rows);
}

Outcome<int> inspectJwt(const std::string& file, Format) {
    const Outcome<std::string> token = readFile(file);
    if (!token) {
        return tl::unexpected(token.error());
    }
    const Result<json::Object> seen = jose::inspectJwt(trimmed(*token), SystemClock().now());
    if (!seen) {
        return failure("this is no JWT", seen.error(), "paste the compact form: three base64url parts joined by dots");
    }
    put(json::writePretty(*seen) + "\n");
    return kDone;
}

Outcome<int> verifyJwt(const JwtVerify& command, Format format) {
    const Outcome<std::string> token = readFile(command.file);
    if (!token) {
        return tl::unexpected(token.error());
    }
    const Outcome<jose::JwkSet> keys = readKeys(command.jwks);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    const Outcome<Time> now = parseNow(command.now);
    if (!now) {
        return tl::unexpected(now.error());
    }
    jose::ClaimRules rules;
    if (!command.issuer.empty()) {
        rules.issuer = command.issuer;
    }
    if (!command.audience.empty()) {
        rules.audience = command.audience;
    }
    const Checks checks = jose::verifyJwt(trimmed(*token), *keys, rules, *now);
    put(renderChecks(checks, format));
    return firstFailure(checks) == nullptr ? kDone : kFailed;
}

Outcome<int> verifyAudit(const std::string& file, const std::string& keys, Format format) {
    std::vector<jose::Jwk> trusted;
    if (!keys.empty()) {
        Outcome<jose::JwkSet> set = readKeys(keys);
        if (!set) {
            return tl::unexpected(set.error());
        }
        trusted = std::move(set->keys);
        if (trusted.empty()) {
            return failure(keys + " holds no key that can be used", "nothing to prove the signature with",
                           "give the checkpoint key's JWK Set");
        }
    }
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    audit::ExportVerifier verifier(std::move(trusted));
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (const std::string_view line = rest.substr(0, end); !line.empty()) {
            verifier.addLine(line);
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    const audit::Verification verification = verifier.finish();
    put(renderFindings(verification, format));
    return verification.intact() ? kDone : kFailed;
}

} // namespace gatehouse::ctl
