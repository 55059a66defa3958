// SPDX-License-Identifier: Apache-2.0
#include "sandbox/page.h"

namespace gatehouse::sandbox {

namespace {

constexpr std::string_view kStyle =
    R"css(:root{color-scheme:light dark;--window:#f5f6f8;--base:#fff;--alt:#eef1f4;--text:#1b1f24;--muted:#57606a;
--line:#d5dae0;--accent:#0b5cad;--on-accent:#fff;--sandbox:#6b3fa0;--sandbox-tint:#ede4f8;--error:#b91c2b;--error-tint:#fde3e5;
--ok:#1a7032;--ok-tint:#ddf4e4}
@media(prefers-color-scheme:dark){:root{--window:#15181c;--base:#1c2025;--alt:#22272d;--text:#e6eaf0;--muted:#b4bec9;--line:#343b43;
--accent:#6cb0ff;--on-accent:#0b1d30;--sandbox:#c3a0f5;--sandbox-tint:#2f2145;--error:#ff8a8f;--error-tint:#45171b;--ok:#5bd180;--ok-tint:#12361f}}
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.band{background:var(--sandbox-tint);color:var(--sandbox);padding:8px 16px;text-align:center;font-weight:600;
border-bottom:2px dashed var(--sandbox)}
main{max-width:880px;margin:32px auto;padding:0 16px}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 8px}
h2{font-size:1.1rem;margin:0 0 8px}
p{margin:0 0 16px}
.muted{color:var(--muted)}
.cards{list-style:none;margin:24px 0;padding:0;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(256px,1fr))}
.card{display:flex;gap:12px;height:100%;padding:16px;background:var(--base);border:1px solid var(--line);border-radius:8px;
color:inherit;text-decoration:none}
a.card:hover,a.card:focus-visible{border-color:var(--accent);outline:2px solid var(--accent);outline-offset:-1px}
.card.hinted{border-color:var(--sandbox);background:var(--sandbox-tint)}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:var(--accent);color:var(--on-accent);display:grid;
place-items:center;font-weight:600}
.card strong{display:block}
.card small{display:block;color:var(--muted);overflow-wrap:anywhere}
.panel{background:var(--base);border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 16px}
.note{border-radius:8px;padding:12px 16px;margin:0 0 16px;background:var(--alt)}
.note.bad{background:var(--error-tint);color:var(--error)}
.note.good{background:var(--ok-tint);color:var(--ok)}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0}
.actions form{margin:0}
.button{display:inline-block;font:inherit;font-weight:600;padding:8px 16px;border-radius:6px;border:1px solid var(--accent);cursor:pointer;
background:var(--accent);color:var(--on-accent);text-decoration:none}
.button.quiet{background:transparent;color:var(--accent)}
.button:focus-visible{outline:2px solid var(--text);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
pre{margin:0;padding:12px;background:var(--alt);border-radius:6px;overflow-x:auto;font:13px/1.5 "JetBrains Mono",ui-monospace,monospace;
white-space:pre-wrap;overflow-wrap:anywhere}
details{margin:0 0 16px;background:var(--base);border:1px solid var(--line);border-radius:8px;padding:12px 16px}
summary{cursor:pointer;font-weight:600}
details pre{margin-top:12px}
)css";

void addHeaders(http::Response& response) {
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
}

} // namespace

std::string escapeHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

http::Response htmlPage(int status, std::string_view path, std::string_view title, std::string_view body) {
    http::Response response;
    response.status = status;
    addHeaders(response);
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.headers.set("X-Frame-Options", "DENY");
    response.headers.set("Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                         "frame-ancestors 'none'");
    response.body = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                    escapeHtml(title) + "</title>\n<link rel=\"stylesheet\" href=\"" + escapeHtml(path) +
                    "/style.css\">\n</head>\n<body>\n<div class=\"band\">Sandbox: for practice only, nobody here is "
                    "real</div>\n<main>\n";
    response.body.append(body).append("\n</main>\n</body>\n</html>\n");
    return response;
}

http::Response styleSheet() {
    http::Response response;
    addHeaders(response);
    response.headers.set("Content-Type", "text/css; charset=utf-8");
    response.headers.set("Cache-Control", "max-age=3600");
    response.body = kStyle;
    return response;
}

http::Response seeOther(const std::string& location) {
    http::Response response;
    response.status = 303;
    addHeaders(response);
    if (!response.headers.trySet("Location", location)) {
        response.status = 500;
    }
    return response;
}

http::Response jsonAnswer(int status, std::string body) {
    http::Response response;
    response.status = status;
    addHeaders(response);
    response.headers.set("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

http::Response wrongMethod(std::string_view allow) {
    http::Response response = jsonAnswer(405, R"({"error":"method_not_allowed"})");
    response.headers.set("Allow", std::string(allow));
    return response;
}

http::Response notFound() {
    return jsonAnswer(404, R"({"error":"not_found"})");
}

} // namespace gatehouse::sandbox
