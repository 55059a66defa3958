// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include <curl/curl.h>
#include <sys/socket.h>

#include "http/address_policy.h"
#include "http/client.h"
#include "http/curl_pool.h"
#include "http/forms.h"
#include "http/outbound_tls.h"
#include "http/syntax.h"

namespace gatehouse::http {

namespace {

constexpr long kNever = 0; ///< redirects are answers: what they point at is for the caller to judge
constexpr long kOn = 1;
constexpr long kCheckHostName = 2;
constexpr long kMaxConnections = 4; ///< kept open by one handle
constexpr long kConnectMillis = 5000;
constexpr long kSlowestBytesASecond = 64;
constexpr long kSlowSeconds = 5;
constexpr std::size_t kMaxHeaderBytes = 64 * 1024; ///< interim answers included
constexpr std::size_t kMaxHeaders = 200;
constexpr long kOk = 200;
constexpr std::string_view kAdminPath = "/admin/v1";
constexpr std::string_view kThisMachine = "localhost";

/// One call: what the callbacks read and write.
struct Call {
    const AddressRules* rules = nullptr;
    bool allowAdminApi = false;
    const ClientOptions* options = nullptr;
    CurlHandle* handle = nullptr;
    std::string_view authorities; ///< PEM, of the request
    Url url;
    bool viaProxy = false;
    bool onlyConnects = false;
    std::size_t maxBytes = 0;
    std::function<bool(std::string_view)> onBody;
    std::size_t bodyBytes = 0;
    bool hasEnough = false;
    OutboundResponse response;
    std::size_t headerBytes = 0;
    bool tooLarge = false;
    std::string refusedAddress;
    std::string refusedBecause;
    bool authoritiesUnusable = false;
};

/// Empty if this call may go there.
std::string_view judgeCall(const Call& call, const IpAddress& address) {
    if (const std::string_view why = judge(address, *call.rules); !why.empty()) {
        return why;
    }
    const bool loopback = kindOf(address) == AddressKind::Loopback;
    if (call.url.scheme == "http" && !loopback) {
        return "plain http is for addresses of this machine only";
    }
    if (loopback && !call.allowAdminApi &&
        equalsIgnoringCase(std::string_view(call.url.path).substr(0, kAdminPath.size()), kAdminPath)) {
        return "the Admin API is not called from within";
    }
    return {};
}

bool mayReach(Call& call, const std::optional<IpAddress>& address) {
    if (call.viaProxy && address) {
        return true; // it is the proxy, which the operator named; what lies behind was judged as far as it can be
    }
    const std::string_view why = address ? judgeCall(call, *address) : "it is not an IP address";
    if (!why.empty()) {
        call.refusedAddress = address ? address->text() : std::string("unknown");
        call.refusedBecause = why;
    }
    return why.empty();
}

/// The decision about a new connection: on the very address that connect() gets (security.md NW-22).
curl_socket_t openSocket(void* user, curlsocktype, curl_sockaddr* address) {
    if (!mayReach(*static_cast<Call*>(user), ipAddressOf(address->addr))) {
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Asked before each request, also on a connection that was kept open.
int beforeRequest(void* user, char* remoteAddress, char*, int, int) {
    return mayReach(*static_cast<Call*>(user), parseIpAddress(remoteAddress)) ? CURL_PREREQFUNC_OK
                                                                              : CURL_PREREQFUNC_ABORT;
}

CURLcode onTlsContext(CURL*, void* sslContext, void* user) {
    auto& call = *static_cast<Call*>(user);
    if (!observeTls(sslContext, call.options->caFile, call.handle->tls)) {
        call.authoritiesUnusable = true;
        return CURLE_SSL_CACERT_BADFILE;
    }
    if (!call.authorities.empty() && !trustAuthorities(sslContext, call.authorities)) {
        call.authoritiesUnusable = true;
        return CURLE_SSL_CACERT_BADFILE;
    }
    return CURLE_OK;
}

std::size_t onHeader(char* data, std::size_t, std::size_t size, void* user) {
    auto& call = *static_cast<Call*>(user);
    const std::string_view line(data, size);
    call.headerBytes += size;
    if (call.headerBytes > kMaxHeaderBytes || call.response.headers.fields().size() >= kMaxHeaders) {
        call.tooLarge = true;
        return 0;
    }
    if (line.substr(0, 5) == "HTTP/") {
        call.response.headers = {}; // of an interim answer
        return size;
    }
    if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
        std::string_view value = line.substr(colon + 1);
        while (!value.empty() && (value.back() == '\r' || value.back() == '\n')) {
            value.remove_suffix(1);
        }
        // A field that breaks the syntax is left out.
        static_cast<void>(call.response.headers.tryAdd(line.substr(0, colon), std::string(trimmed(value))));
    }
    return size;
}

std::size_t onBody(char* data, std::size_t, std::size_t size, void* user) {
    auto& call = *static_cast<Call*>(user);
    if (size > call.maxBytes - call.bodyBytes) {
        call.tooLarge = true;
        return 0;
    }
    call.bodyBytes += size;
    long status = 0;
    curl_easy_getinfo(call.handle->easy, CURLINFO_RESPONSE_CODE, &status);
    if (!call.onBody || status != kOk) {
        call.response.body.append(data, size);
        return size;
    }
    call.hasEnough = !call.onBody({data, size});
    return call.hasEnough ? 0 : size;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList headerLines(const Headers& headers) {
    HeaderList list(nullptr, curl_slist_free_all);
    const auto append = [&list](const std::string& line) {
        if (curl_slist* extended = curl_slist_append(list.get(), line.c_str())) {
            curl_slist* const before = list.release(); // a part of the new one, if any
            static_cast<void>(before);
            list.reset(extended);
        }
    };
    for (const auto& [name, value] : headers.fields()) {
        std::string line = name;
        line += value.empty() ? ";" : ": "; // libcurl's spelling of an empty field
        line += value;
        append(line);
    }
    append("Expect:");
    if (!headers.get("Content-Type")) {
        append("Content-Type:");
    }
    return list;
}

std::string canonical(const Url& url) {
    const bool bracketed = url.host.find(':') != std::string::npos;
    return url.scheme + "://" + (bracketed ? "[" + url.host + "]" : url.host) + ":" + std::to_string(url.port) +
           url.path + (url.query.empty() ? "" : "?" + url.query);
}

void setMethod(CURL* easy, const OutboundRequest& request) {
    if (request.method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, kOn);
        return;
    }
    if (!request.body.empty() || request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POST, kOn);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    } else {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, kOn);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

/// security.md section 7. False if libcurl does not know one of the settings that safety hangs on.
bool setSafety(CURL* easy, Call& call) {
    const char* protocols = call.url.scheme == "http" ? "http" : "https";
    const std::string proxy = call.viaProxy ? call.options->proxy : std::string();
    const std::array<CURLcode, 20> results = {
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, protocols),
        curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "https"),
        curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, kNever),
        curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED)),
        curl_easy_setopt(easy, CURLOPT_PROXY, proxy.c_str()),
        curl_easy_setopt(easy, CURLOPT_NOPROXY, call.viaProxy ? "" : "*"),
        curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, kOn),
        curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, kOn),
        curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, call.onlyConnects ? kOn : kNever),
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, kOn),
        curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, kOn),
        curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1)),
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)),
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, kOn),
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, kCheckHostName),
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &onTlsContext),
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &openSocket),
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &call),
        curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &beforeRequest),
        curl_easy_setopt(easy, CURLOPT_PREREQDATA, &call),
    };
    return std::all_of(results.begin(), results.end(), [](CURLcode result) { return result == CURLE_OK; });
}

void setLimits(CURL* easy, const OutboundRequest& request, const ClientOptions& options) {
    const long millis = static_cast<long>(std::max<std::int64_t>(1, request.deadline.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, millis);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, std::min(millis, kConnectMillis));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesASecond);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.maxBytes));
    curl_easy_setopt(easy, CURLOPT_MAXCONNECTS, kMaxConnections);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, options.userAgent.c_str());
}

Error refused(const Call& call) {
    return Error{Code::PermissionDenied, "outbound.address_refused",
                 call.url.host + " is at " + call.refusedAddress + ", where calls may not go: " + call.refusedBecause +
                     "."};
}

/// Whether the way ended at the proxy: not found, not there, or it said no.
bool failedAtProxy(const CurlHandle& handle, CURLcode code) {
    long answered = 0;
    curl_easy_getinfo(handle.easy, CURLINFO_HTTP_CONNECTCODE, &answered);
    return code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY || code == CURLE_COULDNT_CONNECT ||
           (answered != 0 && answered / 100 != 2);
}

std::string proxyAnswer(const CurlHandle& handle) {
    long answered = 0;
    curl_easy_getinfo(handle.easy, CURLINFO_HTTP_CONNECTCODE, &answered);
    return answered == 0 ? ": nothing answers there" : ": it said HTTP " + std::to_string(answered);
}

/// Whether a call goes to this machine, where no proxy is asked.
bool staysHere(const Url& url) {
    const std::optional<IpAddress> address = parseIpAddress(url.host);
    return address ? kindOf(*address) == AddressKind::Loopback
                   : url.host == kThisMachine || url.host.ends_with("." + std::string(kThisMachine));
}

/// What went wrong, in a sentence for an administrator.
Error outboundError(const Call& call, const OutboundRequest& request, CURLcode code) {
    const std::string& host = call.url.host;
    const std::string text = curl_easy_strerror(code);
    if (call.viaProxy && failedAtProxy(*call.handle, code)) {
        return {Code::Unavailable, "outbound.proxy",
                "The proxy " + call.options->proxy + " did not lead to " + host + proxyAnswer(*call.handle) + "."};
    }
    if (call.tooLarge || code == CURLE_FILESIZE_EXCEEDED) {
        return {Code::FailedPrecondition, "outbound.too_large",
                "The answer of " + host + " is larger than " + std::to_string(request.maxBytes) +
                    " bytes, or its header than 64 KiB."};
    }
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {Code::Unavailable, "outbound.resolve", "The name " + host + " could not be resolved to an address."};
    case CURLE_COULDNT_CONNECT:
    case CURLE_ABORTED_BY_CALLBACK:
        if (!call.refusedAddress.empty()) {
            return refused(call);
        }
        return {Code::Unavailable, "outbound.connect",
                "Nothing at " + host + " port " + std::to_string(call.url.port) + " accepted the connection."};
    case CURLE_OPERATION_TIMEDOUT:
        return {Code::DeadlineExceeded, "outbound.timeout",
                host + " did not answer within " + std::to_string(request.deadline.count()) + " ms."};
    case CURLE_PEER_FAILED_VERIFICATION:
        return tlsError(call.handle->tls, host, true, text);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
        if (call.authoritiesUnusable) {
            return {Code::FailedPrecondition, "outbound.tls",
                    call.authorities.empty()
                        ? "The file of extra authorities, " + call.options->caFile + ", cannot be used."
                        : std::string("The authorities that are trusted for this call cannot be used.")};
        }
        return tlsError(call.handle->tls, host, false, text);
    case CURLE_URL_MALFORMAT:
        return {Code::InvalidArgument, "outbound.url", "The address is not a URL."};
    default:
        return {Code::Unavailable, "outbound.protocol", host + " did not answer as HTTP wants it: " + text + "."};
    }
}

Status checkRequest(const OutboundRequest& request, const AddressPolicy& policy, Url& url) {
    auto parsed = parseUrl(request.url);
    if (!parsed) {
        return fail(Code::InvalidArgument, "outbound.url",
                    "The address cannot be called: " + parsed.error().detail + ".");
    }
    url = std::move(*parsed);
    if (url.scheme == "http" && !policy.allowHttp) {
        return fail(Code::InvalidArgument, "outbound.scheme", "Plain http is not allowed; use https.");
    }
    const bool method = !request.method.empty() && std::all_of(request.method.begin(), request.method.end(),
                                                               [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!method) {
        return fail(Code::InvalidArgument, "outbound.protocol", "The method is not a word in capitals.");
    }
    return {};
}

class CurlClient final : public Client {
public:
    explicit CurlClient(ClientOptions options)
        : m_options(std::move(options))
        , m_rules(rulesOf(m_options.policy)) {
        static std::once_flag initialised;
        std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    }

    Result<OutboundResponse> send(const std::string& pool, const OutboundRequest& request) override {
        Call call;
        ENSURE(prepare(call, request));
        // Who trusts more shares no connection with who does not.
        const std::string shared = request.authorities.empty() ? pool : pool + '\n' + request.authorities;
        std::unique_ptr<CurlHandle> handle = m_pool.take(shared);
        if (handle->easy == nullptr) {
            return fail(Code::Internal, "outbound.protocol", "libcurl gave no handle.");
        }
        handle->tls = {};
        call.handle = handle.get();
        const CURLcode code = perform(call, request);
        if (code != CURLE_OK) {
            return tl::unexpected(outboundError(call, request, code)); // the handle and its connections go
        }
        m_pool.giveBack(shared, std::move(handle));
        return std::move(call.response);
    }

    Result<PresentedChain> presentedChain(const OutboundRequest& request) override {
        Call call;
        ENSURE(prepare(call, request));
        if (call.url.scheme != "https") {
            return fail(Code::InvalidArgument, "outbound.scheme", "Plain http shows no certificate; use https.");
        }
        CurlHandle handle; // of its own: a connection that was kept open shows nothing again
        if (handle.easy == nullptr) {
            return fail(Code::Internal, "outbound.protocol", "libcurl gave no handle.");
        }
        handle.tls.keepsChain = true;
        call.handle = &handle;
        call.onlyConnects = true;
        const CURLcode code = perform(call, request);
        PresentedChain chain{std::move(handle.tls.presented), {}};
        if (code != CURLE_OK) {
            chain.refused = outboundError(call, request, code);
            if (chain.certificates.empty()) {
                return tl::unexpected(*std::move(chain.refused));
            }
        }
        return chain;
    }

private:
    Status prepare(Call& call, const OutboundRequest& request) const {
        call.rules = &m_rules;
        call.allowAdminApi = m_options.policy.allowAdminApi;
        call.options = &m_options;
        call.authorities = request.authorities;
        call.maxBytes = request.maxBytes;
        call.onBody = request.onBody;
        ENSURE(checkRequest(request, m_options.policy, call.url));
        const bool proxied = !m_options.proxy.empty() && !staysHere(call.url);
        // An address that is spelled out is judged here; a name is the proxy's to resolve.
        if (const auto address = proxied ? parseIpAddress(call.url.host) : std::nullopt;
            address && !mayReach(call, address)) {
            return tl::unexpected(refused(call));
        }
        call.viaProxy = proxied;
        return {};
    }

    CURLcode perform(Call& call, const OutboundRequest& request) const {
        CURL* easy = call.handle->easy;
        const std::string url = canonical(call.url);
        const HeaderList headers = headerLines(request.headers);
        if (!setSafety(easy, call) || curl_easy_setopt(easy, CURLOPT_URL, url.c_str()) != CURLE_OK) {
            return CURLE_NOT_BUILT_IN;
        }
        setLimits(easy, request, m_options);
        setMethod(easy, request);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, &call);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &onHeader);
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, &call);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &onBody);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &call);
        const CURLcode code = curl_easy_perform(easy);
        const bool isDone = code == CURLE_OK || (code == CURLE_WRITE_ERROR && call.hasEnough);
        if (isDone) {
            readFacts(call);
        }
        return isDone ? CURLE_OK : code;
    }

    static void readFacts(Call& call) {
        CURL* easy = call.handle->easy;
        long status = 0;
        curl_off_t micros = 0;
        char* address = nullptr;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &micros);
        curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
        call.response.status = static_cast<int>(status);
        call.response.elapsed = std::chrono::duration_cast<Milliseconds>(std::chrono::microseconds(micros));
        call.response.peerAddress = address == nullptr ? "" : address;
        if (const auto date = call.response.headers.get("Date")) {
            if (const std::time_t seconds = curl_getdate(std::string(*date).c_str(), nullptr); seconds != -1) {
                call.response.date = fromUnixSeconds(seconds);
            }
        }
    }

    const ClientOptions m_options;
    const AddressRules m_rules;
    CurlPool m_pool;
};

} // namespace

std::string proxyProblem(std::string_view address) {
    const auto url = parseUrl(address);
    if (!url || url->scheme != "http") {
        return "must be http://host:port, without a user or a password";
    }
    return url->path == "/" && url->query.empty() ? "" : "must name a host and a port alone";
}

std::unique_ptr<Client> makeCurlClient(ClientOptions options) {
    return std::make_unique<CurlClient>(std::move(options));
}

} // namespace gatehouse::http
