// SPDX-License-Identifier: Apache-2.0
#include "documents.h"

#include <charconv>
#include <cstdio>
#include <filesystem>

#include "admin/api/codec.h"
#include "files.h"
#include "http/forms.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Call;
using admin::api::Reply;

void put(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// The answer, or its problem as a failure.
Outcome<Reply> ask(const Send& send, std::string what, Call call) {
    if (!call.body.empty()) {
        call.headers.emplace_back("Content-Type", "application/json");
    }
    Outcome<Reply> reply = send(call);
    if (reply && (reply->status < 200 || reply->status > 299)) {
        return tl::unexpected(refusal(std::move(what), *reply));
    }
    return reply;
}

std::string describe(const admin::api::Change& change) {
    const char* sign = change.action == "create" ? "+ " : change.action == "delete" ? "- " : "~ ";
    std::string out = sign + change.resource + " " + (change.tenant.empty() ? "" : change.tenant + "/") + change.name;
    const json::Value after = admin::api::parsed(change.after);
    if (after.is_object()) {
        if (const auto secret = json::stringMember(after.get_object(), "clientSecret")) {
            out += "  clientSecret " + std::string(*secret) + "  (shown once)";
        }
    }
    return printable(out) + "\n";
}

} // namespace

Outcome<int> apply(const Send& send, const Apply& command, Format format) {
    const Outcome<json::Object> document = readJsonFile(command.file);
    if (!document) {
        return tl::unexpected(document.error());
    }
    std::string path = "/admin/v1/apply";
    path += command.dryRun ? "?dryRun=true" : "?dryRun=false";
    path += command.prune ? "&prune=true" : "&prune=false";
    const Outcome<Reply> reply = ask(send, "apply " + command.file, {"POST", path, {}, json::write(*document)});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const auto result = admin::api::decode<admin::api::ApplyResult>(reply->body, admin::api::Side::Reply);
    if (format == Format::Json || !result) {
        put(reply->body + "\n");
        return kDone;
    }
    for (const admin::api::Change& change : result->changes) {
        put(describe(change));
    }
    put(std::to_string(result->changes.size()) + (command.dryRun ? " changes, nothing done\n" : " changes\n"));
    return kDone;
}

Outcome<int> exportConfiguration(const Send& send, const std::string& tenant) {
    const std::string path = "/admin/v1/export" + (tenant.empty() ? "" : "?tenant=" + http::percentEncode(tenant));
    const Outcome<Reply> reply = ask(send, "export", {"GET", path, {}, {}});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const Result<json::Value> document =
        json::parse(reply->body, json::Limits{.bytes = 256UL * 1024 * 1024, .depth = 64});
    put(document ? json::writePretty(*document) + "\n" : reply->body);
    return kDone;
}

std::optional<std::int64_t> parseDuration(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (problem != std::errc() || count <= 0 || count > 315360000) {
        return std::nullopt;
    }
    const std::string_view unit(end, std::size_t(text.data() + text.size() - end));
    if (unit.empty() || unit == "s") {
        return count;
    }
    if (unit == "m") {
        return count * 60;
    }
    if (unit == "h") {
        return count * 3600;
    }
    return unit == "d" ? std::optional(count * 86400) : std::nullopt;
}

Outcome<int> createToken(const Send& send, const NewToken& command, Format format) {
    json::Object body{{"role", command.role}, {"name", command.name}};
    if (!command.tenant.empty()) {
        body["tenant"] = command.tenant;
    }
    if (!command.ttl.empty()) {
        const auto seconds = parseDuration(command.ttl);
        if (!seconds) {
            return failure("--ttl " + command.ttl, "it is no duration", "write for example 30m, 8h or 7d", kUsage);
        }
        body["ttl"] = *seconds;
    }
    const Outcome<Reply> reply = ask(send, "token create", {"POST", "/admin/v1/tokens", {}, json::write(body)});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const auto token = admin::api::decode<admin::api::Token>(reply->body, admin::api::Side::Reply);
    put((format == Format::Json || !token || !token->token ? reply->body : *token->token) + "\n");
    return kDone;
}

Outcome<int> exportAudit(const Send& send, const std::string& tenant, const std::string& file) {
    Call call{
        "GET", "/admin/v1/tenants/" + http::percentEncode(tenant) + "/audit", {{"Accept", "application/x-ndjson"}}, {}};
    const Outcome<Reply> reply = ask(send, "audit export", std::move(call));
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (file == "-") {
        put(reply->body);
        return kDone;
    }
    std::FILE* out = std::fopen(file.c_str(), "wbxe");
    if (out == nullptr) {
        return failure("cannot write " + file, "it exists or may not be created", "name a new file");
    }
    const bool written = std::fwrite(reply->body.data(), 1, reply->body.size(), out) == reply->body.size();
    if (std::fclose(out) != 0 || !written) {
        return failure("cannot write " + file, "the disk is full or failed", "make room and try again");
    }
    return kDone;
}

Outcome<int> backUp(const Send& send, const std::string& file) {
    const std::string absolute = std::filesystem::absolute(file).string();
    const Outcome<Reply> reply =
        ask(send, "backup " + file, {"POST", "/admin/v1/backup", {}, json::write(json::Object{{"file", absolute}})});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    put("backed up to " + printable(absolute) + "; keep the master key with it, apart from it\n");
    return kDone;
}

Outcome<int> doctor(const Send& send, Format format) {
    const Outcome<Reply> reply = ask(send, "doctor", {"GET", "/admin/v1/doctor", {}, {}});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    put(render(*admin::api::findRoute("doctor.run"), *reply, format));
    const auto report = admin::api::decode<admin::api::Doctor>(reply->body, admin::api::Side::Reply);
    return report && report->ok ? kDone : kFailed;
}

} // namespace gatehouse::ctl
