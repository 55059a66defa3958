// SPDX-License-Identifier: Apache-2.0
// Attacks of which there are too many to write each of them down (security.md, 2.3): by rule, or by chance.
#include <QtTest>

#include <ctime>
#include <random>

#include <QTemporaryDir>

#include <arpa/inet.h>
#include <dlfcn.h>
#include <openssl/evp.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

#include "saml/sp/tst_signed_response.h"
#include "xml/canonical.h"

using namespace gatehouse;
using namespace saml::sp::test;
using saml::sp::ResponseRules;

namespace {

/// What the call of this name gives instead of what it found out.
struct Injected {
    const char* call = "";
    int result = 0;
};
Injected injected;

int resultOf(const char* call, int found) {
    return std::string_view(call) == injected.call ? injected.result : found;
}

} // namespace

// In front of OpenSSL's own.
extern "C" {
int EVP_PKEY_verify(EVP_PKEY_CTX* context, const unsigned char* signature, std::size_t signatureSize,
                    const unsigned char* digest, std::size_t digestSize) {
    static const auto real = reinterpret_cast<decltype(&EVP_PKEY_verify)>(dlsym(RTLD_NEXT, "EVP_PKEY_verify"));
    return resultOf("EVP_PKEY_verify", real(context, signature, signatureSize, digest, digestSize));
}
int EVP_PKEY_decrypt(EVP_PKEY_CTX* context, unsigned char* out, std::size_t* size, const unsigned char* in,
                     std::size_t inSize) {
    static const auto real = reinterpret_cast<decltype(&EVP_PKEY_decrypt)>(dlsym(RTLD_NEXT, "EVP_PKEY_decrypt"));
    return resultOf("EVP_PKEY_decrypt", real(context, out, size, in, inSize));
}
int EVP_DecryptFinal_ex(EVP_CIPHER_CTX* context, unsigned char* out, int* size) {
    static const auto real = reinterpret_cast<decltype(&EVP_DecryptFinal_ex)>(dlsym(RTLD_NEXT, "EVP_DecryptFinal_ex"));
    return resultOf("EVP_DecryptFinal_ex", real(context, out, size));
}
}

namespace {

const crypto::PrivateKey& quickKey() {
    static const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
    return key;
}

ResponseRules quickRules() {
    ResponseRules out = rules();
    out.keys = {quickKey().publicKey()};
    return out;
}

/// A part of a text: an element, or an attribute with the blank before it.
struct Piece {
    std::size_t begin;
    std::size_t end;
    [[nodiscard]] bool holds(const Piece& other) const { return begin <= other.begin && other.end <= end; }
};

std::vector<Piece> piecesOf(const std::string& text) {
    std::vector<Piece> out;
    const auto tree = xml::Tree::parse(text).value();
    for (const xml::Element& each : tree.root().withDescendants()) {
        const std::size_t begin = std::size_t(each.source().data() - tree.text().data());
        if (each != tree.root()) {
            out.push_back({begin, begin + each.source().size()});
        }
        const std::string_view tag = each.source().substr(0, each.source().find('>'));
        for (std::size_t at = tag.find(' '); at != std::string_view::npos; at = tag.find(' ', at + 1)) {
            const std::size_t end = tag.find('"', tag.find('"', at) + 1) + 1;
            out.push_back({begin + at, begin + end});
        }
    }
    return out;
}

std::string without(std::string text, Piece a, Piece b) {
    if (a.begin < b.begin) {
        std::swap(a, b);
    }
    text.erase(a.begin, a.end - a.begin);
    return b.holds(a) ? text.erase(b.begin, b.end - b.begin - (a.end - a.begin)) : text.erase(b.begin, b.end - b.begin);
}

/// As the provider itself would send it, where it can be signed at all.
bool isAccepted(const std::string& text) {
    const auto message = xml::sign(text, "r1", "", {quickKey(), crypto::Signature::ES256});
    return outcome(message.value_or(text), quickRules()) == "accepted";
}

/// A text with something changed in it.
class Spoiler {
public:
    std::string change(std::string text) {
        static constexpr std::string_view kParts[] = {
            "<",        ">",       "\"",    "'",     "&",        "&amp;",  "/",
            " ",        "\n",      "\r",    ":",     "=",        "a",      "ID",
            "p:",       "xmlns",   "<a/>",  "</a>",  "<p:b>",    "&#x41;", "<!--x>",
            "<!-- -->", "]]>",     "<?x?>", "saml:", "\xc3\xa4", "#",      "xmlns:p=\"urn:p\"",
            " x=\"1\"", "mallory", "0"};
        for (int i = 1 + below(3); i > 0; --i) {
            const std::size_t at = std::size_t(below(int(text.size())));
            const std::size_t size = std::min(std::size_t(below(40)), text.size() - at);
            switch (below(4)) {
            case 0:
                text[at] = char(below(256));
                break;
            case 1:
                text.insert(at, kParts[std::size_t(below(int(std::size(kParts))))]);
                break;
            case 2:
                text.erase(at, size);
                break;
            default:
                text.insert(std::size_t(below(int(text.size()))), text.substr(at, size));
            }
        }
        return text;
    }

private:
    int below(int end) { return int(m_random() % unsigned(end)); }
    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same changes each time
};

/// A file and an address that nobody has a reason to look at, and whether somebody did.
class Bait {
public:
    Bait()
        : m_watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
        , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
        QFile secret(m_folder.filePath("secret"));
        QVERIFY(secret.open(QFile::WriteOnly) && secret.write("secret") == 6);
        secret.close();
        QVERIFY(inotify_add_watch(m_watch, file().c_str(), IN_OPEN | IN_ACCESS) >= 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        QVERIFY(bind(m_listener, any, size) == 0 && listen(m_listener, 8) == 0);
        QVERIFY(getsockname(m_listener, any, &size) == 0);
        m_url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/x";
    }
    ~Bait() {
        close(m_watch);
        close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(Bait)

    [[nodiscard]] std::string file() const { return m_folder.filePath("secret").toStdString(); }
    [[nodiscard]] const std::string& url() const { return m_url; }
    /// Since the last time that it was asked.
    [[nodiscard]] bool wasTaken() {
        std::array<char, 4096> events{};
        const bool opened = read(m_watch, events.data(), events.size()) > 0;
        const int caller = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        return opened || (caller >= 0 && close(caller) == 0);
    }

private:
    QTemporaryDir m_folder;
    int m_watch;
    int m_listener;
    std::string m_url;
};

} // namespace

class TstAttacks final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { injected = {}; }

    // SP-45: what is read, written and read again is the same, or refused.
    void sp45WhatIsWrittenAgainReadsTheSame() {
        Spoiler spoiler;
        const std::string message = assertionSigned();
        int read = 0;
        for (int i = 0; i < 30'000; ++i) {
            const auto tree = xml::Tree::parse(spoiler.change(message));
            if (!tree) {
                continue;
            }
            ++read;
            const std::string octets = xml::canonical(tree->root()).value();
            const auto again = xml::Tree::parse(octets);
            QVERIFY2(again, octets.c_str());
            QCOMPARE(xml::canonical(again->root()).value(), octets);
            QCOMPARE(again->elementCount(), tree->elementCount());
            const auto before = tree->root().withDescendants();
            const auto after = again->root().withDescendants();
            for (std::size_t k = 0; k < before.size(); ++k) {
                QVERIFY(after[k].is(before[k].namespaceUri(), before[k].localName()));
                QVERIFY(after[k].text() == before[k].text() && after[k].id() == before[k].id());
            }
        }
        QVERIFY2(read > 1000, std::to_string(read).c_str());
    }

    // SP-45, SP-16: whatever is accepted says what was signed.
    void sp45NoChangeOnItsWayIsBelieved() {
        Spoiler spoiler;
        const std::string message =
            response(xml::sign(assertion(), "a1", "Issuer", {quickKey(), crypto::Signature::ES256}).value());
        int accepted = 0;
        for (int i = 0; i < 30'000; ++i) {
            const std::string changed = spoiler.change(message);
            const auto verdict = saml::sp::judgeResponse(changed, quickRules(), kNow);
            if (!verdict.assertion) {
                continue;
            }
            ++accepted;
            QCOMPARE(verdict.assertion->id, std::string("a1"));
            QCOMPARE(verdict.assertion->nameId->value, std::string("alice"));
            QCOMPARE(verdict.assertion->attributes.size(), std::size_t(2));
            QCOMPARE(verdict.assertion->attributes[0].values, std::vector<std::string>{"alice@corp.example"});
            QCOMPARE(verdict.assertion->attributes[1].values, (std::vector<std::string>{"eng", "ops"}));
        }
        QVERIFY2(accepted > 0, "no change was harmless");
    }

    // SP-20: whatever a document asks for, no file is opened and nobody is called.
    void sp20NothingIsFetched() {
        Bait bait;
        const std::string good = assertionSigned();
        const std::string file = "file://" + bait.file();
        for (const std::string& where :
             {file, bait.file(), "//localhost" + bait.file(), bait.url(), "ftp" + bait.url().substr(4)}) {
            const std::string system = " SYSTEM \"" + where + "\"";
            for (const std::string& text :
                 {"<!DOCTYPE x" + system + ">" + good,
                  "<!DOCTYPE x [<!ENTITY e" + system + ">]>" + replaced(good, "alice<", "&e;<"),
                  "<!DOCTYPE x [<!ENTITY % e" + system + "> %e;]>" + good,
                  "<?xml-stylesheet type=\"text/xsl\" href=\"" + where + "\"?>" + good,
                  replaced(good, "alice<",
                           "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + where +
                               "\"/><"),
                  replaced(good, "URI=\"#a1\"", "URI=\"" + where + "\"")}) {
                QVERIFY2(outcome(text) != "accepted", text.c_str());
                QVERIFY2(!bait.wasTaken(), text.c_str());
            }
            // Harmless words of the sender's own.
            const std::string located = replaced(
                good, "<samlp:Response ",
                "<samlp:Response xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x " +
                    where + "\" ");
            QCOMPARE(outcome(located), std::string("accepted"));
            QVERIFY(!bait.wasTaken());
        }
        QFile(QString::fromStdString(bait.file())).open(QFile::ReadOnly);
        QVERIFY2(bait.wasTaken(), "the bait is watched");
    }

    // SP-51: each element and attribute is taken out, and each two.
    void sp51WhateverIsMissingThereIsAnAnswer() {
        const std::string text = response(assertion());
        const std::vector<Piece> pieces = piecesOf(text);
        std::vector<bool> mayMiss;
        for (const Piece& each : pieces) {
            mayMiss.push_back(isAccepted(without(text, each, {each.end, each.end})));
        }
        int pairs = 0;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (std::size_t k = i + 1; k < pieces.size(); ++k, ++pairs) {
                const bool expected = pieces[i].holds(pieces[k])   ? mayMiss[i]
                                      : pieces[k].holds(pieces[i]) ? mayMiss[k]
                                                                   : mayMiss[i] && mayMiss[k];
                const std::string left = without(text, pieces[i], pieces[k]);
                QVERIFY2(isAccepted(left) == expected, left.c_str());
            }
        }
        QVERIFY2(pairs > 900, std::to_string(pairs).c_str());
    }

    // SP-46: of the three states of a result only one is success.
    void sp46AFailureOfACallIsNoSuccess_data() {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<int>("result");
        for (const char* call : {"EVP_PKEY_verify", "EVP_PKEY_decrypt", "EVP_DecryptFinal_ex"}) {
            for (const int result : {0, -1, -2, 2}) {
                QTest::addRow("%s %d", call, result) << QByteArray(call) << result;
            }
        }
    }
    void sp46AFailureOfACallIsNoSuccess() {
        QFETCH(QByteArray, call);
        QFETCH(int, result);
        const std::string good = response(encryptedFor(signedAssertion()));
        const std::string forged = response(encryptedFor(replaced(signedAssertion(), "alice<", "mallory<")));
        QCOMPARE(outcome(good), std::string("accepted"));
        injected = {call.constData(), result};
        QCOMPARE(outcome(good),
                 std::string(call == "EVP_PKEY_verify" ? "saml.signature.assertion" : "saml.decryption"));
        QVERIFY(outcome(forged) != "accepted");
        injected = {};
        QCOMPARE(outcome(good), std::string("accepted"));
    }

    // SP-24, SP-26: one declaration that siblings without number use, which canonical form writes at each of them.
    void sp24WhatGrowsInCanonicalFormIsRefusedSoon() {
        std::string inside;
        for (int i = 0; i < 10'000; ++i) {
            inside += "<x:b></x:b>";
        }
        const std::string message =
            replaced(replaced(assertionSigned(), "alice@corp.example", inside), "<samlp:Response ",
                     "<samlp:Response xmlns:x=\"urn:" + std::string(100'000, 'x') + "\" ");
        QVERIFY(message.size() < xml::Limits().octets);
        const auto begun = std::clock();
        QCOMPARE(outcome(message), std::string("saml.signature.assertion"));
        QVERIFY(double(std::clock() - begun) / CLOCKS_PER_SEC < 0.1);
    }
};

QTEST_GUILESS_MAIN(TstAttacks)
#include "tst_attacks.moc"
