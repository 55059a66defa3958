// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <cstdio>
#include <deque>
#include <functional>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>

#include "doctors.h"
#include "documents.h"
#include "resource_command.h"
#include "saml_doctor.h"
#include "scim_test.h"
#include "user_import.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Route;
using Action = std::function<Outcome<int>()>;

/// The verbs that the table of operations has for a noun.
std::string verbsOf(std::string_view noun) {
    std::string out;
    for (const Route& route : admin::api::routes()) {
        if (route.noun == noun) {
            out.append(out.empty() ? "" : ", ").append(route.verb);
        }
    }
    return out;
}

/// What was typed, and what to do about it once everything is parsed.
class CommandLine {
public:
    explicit CommandLine(const OpenOffline& openOffline)
        : m_openOffline(openOffline) {
        m_target.dataDir = defaultDataDir();
        m_app.require_subcommand(1);
        m_app.add_option("--data-dir", m_target.dataDir, "The broker's data directory")->capture_default_str();
        m_app.add_option("--server", m_target.server, "A remote broker's address instead, with --token-file");
        m_app.add_option("--token-file", m_target.tokenFile, "File with a ghat_ token for --server");
        m_app.add_option("--master-key", m_target.masterKey,
                         "file:F, env:NAME or credential:NAME; where no broker runs");
        m_app.add_flag("--json", m_json, "Print JSON instead of tables");
        addDocuments();
        addDoctors();
        addUserImport();
        for (const Route& route : admin::api::routes()) {
            addResource(route);
        }
    }

    int run(int argc, char** argv) {
        try {
            m_app.parse(argc, argv);
        } catch (const CLI::ParseError& problem) {
            if (problem.get_exit_code() == int(CLI::ExitCodes::Success)) {
                return m_app.exit(problem); // --help
            }
            std::fprintf(stderr, "gatehousectl: usage: %s: see --help\n", printable(problem.what()).c_str());
            return kUsage;
        }
        const Outcome<int> done = m_action();
        if (!done) {
            const Failure& why = done.error();
            std::fprintf(stderr, "gatehousectl: %s: %s: %s\n", why.what.c_str(), why.why.c_str(), why.cure.c_str());
            return why.exitCode;
        }
        return *done;
    }

private:
    [[nodiscard]] Format format() const { return m_json ? Format::Json : Format::Table; }

    CLI::App* noun(std::string_view name, const std::string& about) {
        CLI::App*& found = m_nouns[std::string(name)];
        if (found == nullptr) {
            found = m_app.add_subcommand(std::string(name), about);
            found->require_subcommand(1);
            found->fallthrough();
        }
        return found;
    }
    CLI::App* command(CLI::App* parent, const std::string& name, const std::string& about, Action action) {
        CLI::App* sub = parent->add_subcommand(name, about);
        sub->fallthrough();
        sub->callback([this, action = std::move(action)] { m_action = action; });
        return sub;
    }
    /// An action that talks to the broker.
    Action online(std::function<Outcome<int>(const Send&)> action) {
        return [this, action = std::move(action)]() -> Outcome<int> {
            const Outcome<Send> send = connect(m_target, m_openOffline);
            return send ? action(*send) : tl::unexpected(send.error());
        };
    }

    void addDocuments();
    void addDoctors();
    void addSamlDoctors();
    void addScimTest();
    void addUserImport();
    void addResource(const Route& route);
    Outcome<int> runResource(const Send& send, const ResourceCommand& command) const;

    const OpenOffline& m_openOffline;
    CLI::App m_app{"Administers a Gatehouse broker", "gatehousectl"};
    Target m_target;
    bool m_json = false;
    Action m_action;
    std::map<std::string, CLI::App*> m_nouns;
    std::deque<ResourceCommand> m_resources; ///< stay where they are: options point into them
    std::deque<std::map<std::string, std::string>> m_filters;
    Apply m_apply;
    NewToken m_token;
    JwtVerify m_jwt;
    SamlVerify m_saml;
    ScimTest m_scim;
    UserImport m_import;
    std::string m_file;
    std::string m_keys;
    std::string m_tenant;
};

void CommandLine::addDocuments() {
    CLI::App* applied = command(&m_app, "apply", "Make the configuration what a document says",
                                online([this](const Send& send) { return apply(send, m_apply, format()); }));
    applied->add_option("-f,--file", m_apply.file, "The document; - for standard input")->required();
    applied->add_flag("--dry-run", m_apply.dryRun, "Say what would change, and change nothing");
    applied->add_flag("--prune", m_apply.prune, "Delete what the document does not name");
    command(&m_app, "export", "Print the configuration as apply takes it", online([this](const Send& send) {
        return exportConfiguration(send, m_tenant);
    }))->add_option("--tenant", m_tenant, "Only this one");
    CLI::App* token =
        command(noun("token", "Bearer tokens of the Admin API"), "create", "Make a token and print it, once",
                online([this](const Send& send) { return createToken(send, m_token, format()); }));
    token->add_option("--role", m_token.role, "owner, tenant-admin, auditor, helpdesk or delegate")->required();
    token->add_option("--tenant", m_token.tenant, "For this tenant only");
    token->add_option("--ttl", m_token.ttl, "How long it works, e.g. 8h");
    token->add_option("--name", m_token.name, "What it is for");
    command(&m_app, "backup", "Copy the database to a new file while it is in use",
            online([this](const Send& send) { return backUp(send, m_file); }))
        ->add_option("file", m_file, "The new file")
        ->required();
    command(&m_app, "restore", "Put a backup in place, while no broker runs",
            [this] { return restore(m_target, m_openOffline, m_file); })
        ->add_option("file", m_file, "The backup")
        ->required();
    command(&m_app, "doctor", "Look for what is wrong",
            online([this](const Send& send) { return doctor(send, format()); }));
}

void CommandLine::addDoctors() {
    CLI::App* audit = noun("audit", "The audit log");
    CLI::App* verify = command(audit, "verify", "Prove that an export is whole; needs no broker",
                               [this] { return verifyAudit(m_file, m_keys, format()); });
    verify->add_option("file", m_file, "What `audit export` wrote; - for standard input")->required();
    verify->add_option("--key", m_keys, "JWK Set with the tenant's checkpoint key");
    CLI::App* written = command(
        audit, "export", "Write the whole log with a signed checkpoint",
        online([this](const Send& send) { return exportAudit(send, m_tenant, m_file.empty() ? "-" : m_file); }));
    written->add_option("--tenant", m_tenant, "Whose")->required();
    written->add_option("-o,--output", m_file, "A new file; standard output where left out");
    CLI::App* jwt = noun("jwt", "JSON Web Tokens; needs no broker");
    command(jwt, "inspect", "Show what a token says, unproven", [this] { return inspectJwt(m_jwt.file, format()); })
        ->add_option("file", m_jwt.file, "The token; - for standard input")
        ->required();
    CLI::App* proven = command(jwt, "verify", "Check a token", [this] { return verifyJwt(m_jwt, format()); });
    proven->add_option("file", m_jwt.file, "The token; - for standard input")->required();
    proven->add_option("--jwks", m_jwt.jwks, "JWK Set with the issuer's keys")->required();
    proven->add_option("--issuer", m_jwt.issuer, "What iss must be");
    proven->add_option("--audience", m_jwt.audience, "What aud must hold");
    proven->add_option("--now", m_jwt.now, "Judge as of this time");
    addSamlDoctors();
    addScimTest();
}

void CommandLine::addSamlDoctors() {
    CLI::App* saml = noun("saml", "SAML messages; needs no broker");
    command(saml, "inspect", "Show what a message says, unproven", [this] { return inspectSaml(m_saml.file); })
        ->add_option("file", m_saml.file, "XML or base64; - for standard input")
        ->required();
    CLI::App* proven = command(saml, "verify", "Check a response", [this] { return verifySaml(m_saml, format()); });
    proven->add_option("file", m_saml.file, "XML or base64; - for standard input")->required();
    proven->add_option("--idp-metadata", m_saml.idpMetadata, "The identity provider's metadata");
    proven->add_option("--idp-cert", m_saml.idpCertificate, "Or its signing certificates");
    proven->add_option("--idp-entity-id", m_saml.idpEntityId, "Who the issuer must be");
    proven->add_option("--sp-entity-id", m_saml.spEntityId, "Whom the assertion must be for");
    proven->add_option("--acs", m_saml.acs, "Where it must be sent to");
    proven->add_option("--in-response-to", m_saml.inResponseTo, "The ID of the request that it must answer");
    proven->add_option("--decrypt-key", m_saml.decryptKey, "Private key for an encrypted assertion, as PEM");
    proven->add_option("--now", m_saml.now, "Judge as of this time");
    proven->add_flag("--want-assertion-signed", m_saml.wantAssertionSigned, "The assertion must be signed itself");
    proven->add_flag("--want-response-signed", m_saml.wantResponseSigned, "The response must be signed itself");
}

void CommandLine::addScimTest() {
    CLI::App* tested = command(
        noun("scim", "Provisioning over SCIM 2.0"), "test",
        "Test a SCIM service for conformance; makes test people in it, and deletes them", [this]() -> Outcome<int> {
            if (!m_scim.url.empty()) {
                return testScim(m_scim, format());
            }
            const Outcome<Send> send = connect(m_target, m_openOffline);
            return send ? testOwnScim(*send, m_tenant, m_scim, format()) : tl::unexpected(send.error());
        });
    tested->add_option("url", m_scim.url, "Base of the service, as a directory is given it");
    tested->add_option("--token", m_scim.token, "A bearer token of it");
    tested->add_option("--token-from", m_scim.tokenFile, "Or a file with it; - for standard input");
    tested->add_option("--tenant", m_tenant, "Instead of a URL: this tenant's own service, without a token");
    tested->add_flag("--all", m_scim.all, "Show what passed as well");
}

void CommandLine::addUserImport() {
    CLI::App* imported = command(noun("user", verbsOf("user")), "import",
                                 "Make the people of a list (CSV), or change those who are there",
                                 online([this](const Send& send) { return importUsers(send, m_import, format()); }));
    imported->add_option("file", m_import.file, "The list, its first line naming the columns; - for standard input")
        ->required();
    imported->add_option("--tenant", m_import.tenant, "Slug or id")->required();
    imported->add_option("--column", m_import.columns, "TITLE=member, where the title does not say it");
    imported->add_option("--refused", m_import.refusedFile, "Write the rows that were refused to this file, with why");
    imported->add_flag("--keep-existing", m_import.keepExisting, "Leave people who are there as they are");
    imported->add_flag("--dry-run", m_import.dryRun, "Say what would become of each row, and write nothing");
}

void CommandLine::addResource(const Route& route) {
    const bool ownCommand = route.noun == "config" || route.noun == "backup" || route.noun == "doctor" ||
                            route.noun == "events" || route.noun == "scim-test" || route.id == "token.create" ||
                            route.id == "user.import";
    if (ownCommand) {
        return;
    }
    ResourceCommand& typed = m_resources.emplace_back();
    typed.route = &route;
    std::map<std::string, std::string>& filters = m_filters.emplace_back();
    CLI::App* sub = command(noun(route.noun, verbsOf(route.noun)), std::string(route.verb), std::string(route.summary),
                            online([this, &typed, &filters](const Send& send) {
                                typed.query.assign(filters.begin(), filters.end());
                                std::erase_if(typed.query, [](const auto& pair) { return pair.second.empty(); });
                                return runResource(send, typed);
                            }));
    if (route.scope == admin::api::Scope::Tenant && route.noun == "tenant") {
        sub->add_option("slug", typed.tenant, "Slug or id")->required();
    } else if (route.scope == admin::api::Scope::Tenant) {
        sub->add_option("--tenant", typed.tenant, "Slug or id");
    }
    const std::vector<std::string> parameters = pathParameters(route.path);
    if (!parameters.empty()) {
        sub->add_option(parameters.front(), typed.ids, "Which one")->expected(int(parameters.size()))->required();
    }
    if (!route.request.empty()) {
        sub->add_option("-f,--file", typed.bodyFile, "JSON body; - for standard input");
        sub->add_option("--set", typed.settings, "member=value; may be repeated");
    }
    if (route.method == "PATCH" || route.method == "PUT" || route.method == "DELETE") {
        sub->add_option("--if-match", typed.ifMatch, "Only if the ETag is still this");
    }
    if (route.shape == admin::api::Shape::Page) {
        sub->add_option("-q,--search", filters["q"], "Only those that match");
        sub->add_option("--limit", filters["limit"], "1 to 500");
        sub->add_option("--cursor", filters["cursor"], "Of the last page");
    }
    for (std::string_view rest = route.query; !rest.empty();) {
        const std::size_t space = rest.find(' ');
        const std::string name(rest.substr(0, space));
        sub->add_option("--" + name, filters[name], "Filter");
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
    }
}

Outcome<int> CommandLine::runResource(const Send& send, const ResourceCommand& typed) const {
    const Outcome<admin::api::Call> call = toCall(typed);
    if (!call) {
        return tl::unexpected(call.error());
    }
    const Outcome<admin::api::Reply> reply = send(*call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (reply->status < 200 || reply->status > 299) {
        return tl::unexpected(refusal(std::string(typed.route->noun) + " " + std::string(typed.route->verb), *reply));
    }
    const std::string shown = render(routeFor(*typed.route, typed.tenant), *reply, format());
    std::fwrite(shown.data(), 1, shown.size(), stdout);
    return foundFault(*reply) ? kFailed : kDone;
}

} // namespace

int run(int argc, char** argv, const OpenOffline& openOffline) {
    CommandLine line(openOffline);
    return line.run(argc, argv);
}

} // namespace gatehouse::ctl
