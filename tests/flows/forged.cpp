// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/forged.h"

#include <algorithm>

#include <QByteArray>
#include <QList>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "crypto/keys.h"
#include "jose/jwk.h"

namespace gatehouse::flows {
namespace {

struct Parts {
    std::string header, payload, signature; ///< encoded
    [[nodiscard]] json::Object headerObject() const {
        return json::parseObject(base64UrlDecode(header).value()).value();
    }
    [[nodiscard]] std::string payloadText() const { return base64UrlDecode(payload).value(); }
};

Parts split(const std::string& token) {
    const std::size_t first = token.find('.');
    const std::size_t second = token.find('.', first + 1);
    return {token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1)};
}

json::Object with(json::Object object, std::string_view name, json::Value value) {
    object[name] = std::move(value);
    return object;
}

json::Object without(json::Object object, std::string_view name) {
    object.erase(name);
    return object;
}

// What is between the lines of a PEM.
std::string derOf(const std::string& pem) {
    const QList<QByteArray> lines = QByteArray::fromStdString(pem).trimmed().split('\n');
    return QByteArray::fromBase64(lines.mid(1, lines.size() - 2).join()).toStdString();
}

class Forger {
public:
    Forger(const std::string& genuine, const json::Object& publicJwk)
        : m_parts(split(genuine))
        , m_header(m_parts.headerObject())
        , m_publicJwk(publicJwk) {}

    std::vector<Forged> all() {
        withoutAlgorithm();
        withTheKeyAsASecret();
        withKeysInTheHeader();
        withOtherKeyIds();
        inOtherShapes();
        return std::move(m_out);
    }

private:
    void add(std::string name, std::string token) { m_out.push_back({std::move(name), std::move(token)}); }
    [[nodiscard]] std::string input(const json::Object& header) const {
        return base64UrlEncode(json::write(header)) + "." + m_parts.payload;
    }
    [[nodiscard]] std::string byForger(const json::Object& header) const {
        const std::string text = input(header);
        return text + "." + base64UrlEncode(m_key.sign(crypto::Signature::ES256, text).value());
    }

    // CR-01
    void withoutAlgorithm() {
        for (const char* none : {"none", "None", "NONE", "nOnE", ""}) {
            const std::string text = input(with(m_header, "alg", none));
            add("alg '" + std::string(none) + "', no signature", text + ".");
            add("alg '" + std::string(none) + "', the old signature", text + "." + m_parts.signature);
        }
        add("alg null", input(with(m_header, "alg", nullptr)) + "." + m_parts.signature);
        add("alg absent", input(without(m_header, "alg")) + "." + m_parts.signature);
        add("alg an array", input(with(m_header, "alg", json::Array{"none"})) + ".");
    }
    // CR-02
    void withTheKeyAsASecret() {
        const std::string jwk = json::write(m_publicJwk);
        const std::string x = std::string(json::stringMember(m_publicJwk, "x").value_or(""));
        const std::string pem = jose::parseJwkSet(json::write(json::Object{{"keys", json::Array{m_publicJwk}}}))
                                    .value()
                                    .keys.front()
                                    .key.toPem();
        for (const auto& [name, secret] : std::vector<std::pair<std::string, std::string>>{
                 {"the key's PEM", pem},
                 {"its PEM without a line end", pem.substr(0, pem.size() - 1)},
                 {"its PEM with carriage returns", QByteArray::fromStdString(pem).replace("\n", "\r\n").toStdString()},
                 {"its DER", derOf(pem)},
                 {"its JWK", jwk},
                 {"its x", base64UrlDecode(x).value_or("")},
                 {"nothing", ""}}) {
            const std::string text = input(with(m_header, "alg", "HS256"));
            add("HS256 with " + name, text + "." + base64UrlEncode(crypto::hmac(crypto::Digest::Sha256, secret, text)));
        }
        const std::string other = json::stringMember(m_header, "alg") == "RS256" ? "PS256" : "RS256";
        add(other + " over the old signature",
            input(with(m_header, "alg", json::Value(other))) + "." + m_parts.signature);
    }
    // CR-03
    void withKeysInTheHeader() {
        const json::Object mine = jose::toJwk(m_key.publicKey(), "mine", "sig", "ES256");
        const json::Value here("https://evil.example/keys");
        add("a key of the forger's under the right kid", byForger(m_header));
        add("jwk", byForger(with(m_header, "jwk", mine)));
        add("jwk, no kid", byForger(without(with(m_header, "jwk", mine), "kid")));
        add("jku", byForger(with(m_header, "jku", here)));
        add("x5u", byForger(with(m_header, "x5u", here)));
        add("x5c", byForger(with(m_header, "x5c", json::Array{"MIIB"})));
    }
    // CR-04
    void withOtherKeyIds() {
        const json::Array ids = {"../../dev/null",
                                 "' or 1=1 --",
                                 std::string_view("a\0b", 3),
                                 "https://evil.example/",
                                 std::string(5'000, 'k'),
                                 json::Array{"a"},
                                 7,
                                 nullptr,
                                 ""};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            add("kid no. " + std::to_string(i), byForger(with(m_header, "kid", ids[i])));
        }
    }
    // CR-06, CR-23
    void inOtherShapes() {
        const auto& [header, payload, signature] = m_parts;
        const std::string token = header + "." + payload + "." + signature;
        add("flattened",
            json::write(json::Object{{"protected", header}, {"payload", payload}, {"signature", signature}}));
        add("general", json::write(json::Object{{"payload", payload},
                                                {"signatures", json::Array{json::Object{{"protected", header},
                                                                                        {"signature", signature}}}}}));
        add("padded", header + "." + payload + "." + signature + "=");
        add("a dot behind", token + ".");
        add("a space before", " " + token);
        add("a line end behind", token + "\n");
        add("a space within", header + ". " + payload + "." + signature);
        add("two segments", header + "." + payload);
        add("four segments", token + "." + signature);
        add("six segments", token + "." + token);
        add("the last character gone", token.substr(0, token.size() - 1));
        add("a character more", token + "A");
        add("the last character's unused bits", token.substr(0, token.size() - 1) + nextInAlphabet(token.back()));
        add("another payload", header + "." + base64UrlEncode(changed()) + "." + signature);
        add("no signature", header + "." + payload + ".");
        std::string standard = token;
        std::replace(standard.begin(), standard.end(), '-', '+');
        std::replace(standard.begin(), standard.end(), '_', '/');
        if (standard != token) {
            add("the alphabet of plain base64", standard);
        }
        add("a signature of noughts", header + "." + payload + "." + base64UrlEncode(std::string(64, '\0')));
        add("too long", header + "." + payload + std::string(60'000, 'A') + "." + signature);
    }
    // The genuine payload with one more member.
    [[nodiscard]] std::string changed() const {
        return json::write(with(json::parseObject(m_parts.payloadText()).value(), "admin", true));
    }
    static char nextInAlphabet(char c) {
        // 64 octets leave four unused bits: neighbours decode to the same octets where a decoder is lax.
        static constexpr std::string_view kAlphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return kAlphabet[kAlphabet.find(c) ^ 1];
    }

    Parts m_parts;
    json::Object m_header;
    json::Object m_publicJwk;
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
    std::vector<Forged> m_out;
};

// The object's text with `member` (a quoted name, a colon and a value) put first.
std::string textWith(const json::Object& object, const std::string& member) {
    return "{" + member + "," + json::write(object).substr(1);
}

} // namespace

std::vector<Forged> forgeries(const std::string& genuine, const json::Object& publicJwk) {
    return Forger(genuine, publicJwk).all();
}

std::vector<Forged> malformed(const std::string& genuine, const Sign& sign) {
    const Parts parts = split(genuine);
    const json::Object header = parts.headerObject();
    const json::Object claims = json::parseObject(parts.payloadText()).value();
    const std::string headerText = json::write(header);
    std::vector<Forged> out;
    // CR-05
    const auto head = [&](const std::string& name, const json::Object& changed) {
        out.push_back({name, sign(json::write(changed), parts.payloadText())});
    };
    head("crit with a name unknown", with(with(header, "crit", json::Array{"x"}), "x", 1));
    head("crit empty", with(header, "crit", json::Array{}));
    head("crit no array", with(header, "crit", "exp"));
    out.push_back({"crit twice",
                   sign(textWith(with(header, "crit", json::Array{"exp"}), R"("crit":["exp"])"), parts.payloadText())});
    head("b64 false", with(with(header, "crit", json::Array{"b64"}), "b64", false));
    head("zip", with(header, "zip", "DEF"));
    out.push_back({"a header member twice", sign(textWith(header, R"("alg":"none")"), parts.payloadText())});
    // CR-22
    for (const char* name : {"exp", "iat", "nbf"}) {
        if (claims.contains(name)) {
            for (const char* value : {"\"4102444800\"", "1e999", "[4102444800]", "null", "true", "{}"}) {
                const std::string member = "\"" + std::string(name) + "\":" + value;
                out.push_back({member, sign(headerText, textWith(without(claims, name), member))});
            }
        }
    }
    if (claims.contains("exp")) {
        out.push_back({"exp before the epoch", sign(headerText, json::write(with(claims, "exp", -1)))});
    }
    if (claims.contains("iss")) {
        out.push_back({"iss twice", sign(headerText, textWith(claims, R"("iss":"https:\/\/evil.example")"))});
        out.push_back({"iss a number", sign(headerText, json::write(with(claims, "iss", 7)))});
    }
    if (claims.contains("aud")) {
        out.push_back({"aud a number", sign(headerText, json::write(with(claims, "aud", 7)))});
        out.push_back({"aud empty", sign(headerText, json::write(with(claims, "aud", json::Array{})))});
    }
    if (claims.contains("jti")) {
        out.push_back({"jti a number", sign(headerText, json::write(with(claims, "jti", 7)))});
        out.push_back({"jti empty", sign(headerText, json::write(with(claims, "jti", "")))});
        out.push_back({"jti of 50,000 characters",
                       sign(headerText, json::write(with(claims, "jti", json::Value(std::string(50'000, 'j')))))});
    }
    if (claims.contains("sub")) {
        out.push_back({"sub with a NUL",
                       sign(headerText, json::write(with(claims, "sub", json::Value(std::string("a\0b", 3)))))});
        out.push_back({"sub a number", sign(headerText, json::write(with(claims, "sub", 7)))});
    }
    out.push_back({"a claim of 100,000 characters",
                   sign(headerText, json::write(with(claims, "x", json::Value(std::string(100'000, 'x')))))});
    std::string deep = "1";
    for (int i = 0; i < 64; ++i) {
        deep = "[" + deep + "]";
    }
    out.push_back({"64 arrays deep", sign(headerText, textWith(claims, "\"deep\":" + deep))});
    out.push_back({"no object", sign(headerText, "[]")});
    out.push_back({"nothing", sign(headerText, "")});
    out.push_back({"not UTF-8", sign(headerText, "{\"iss\":\"\xff\"}")});
    return out;
}

} // namespace gatehouse::flows
