// SPDX-License-Identifier: Apache-2.0
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kFilter = "RFC 7644, 3.4.2.2";

/// Two people, "alpha" who is active and has a title, and "beta" who is not and has none.
class Pair {
public:
    explicit Pair(Probe& probe)
        : m_probe(probe)
        , m_alpha(probe.nameOf("filter-alpha"))
        , m_beta(probe.nameOf("filter-beta"))
        , m_only(" and userName sw \"" + probe.nameOf("filter-") + "\"") {
        m_made = !probe.addPerson("filter-alpha", {{"title", "Engineer"}}).empty() &&
                 !probe.addPerson("filter-beta", {{"active", false}}).empty();
    }
    enum class Who { Nobody, Alpha, Beta, Both };
    /// The filter finds just these, looking at both alone.
    void finds(std::string_view name, const std::string& filter, Who who) {
        const Answer answer = m_probe.find("(" + filter + ")" + m_only);
        const bool alpha = elementWith(answer.at("/Resources"), "userName", m_alpha) != nullptr;
        const bool beta = elementWith(answer.at("/Resources"), "userName", m_beta) != nullptr;
        const bool right =
            alpha == (who == Who::Alpha || who == Who::Both) && beta == (who == Who::Beta || who == Who::Both);
        m_probe.that({name, kFilter, filter}, answer.is(200) && right,
                     answer.is(200) ? std::string(alpha ? "finds alpha" : "") + (beta ? " finds beta" : "") +
                                          (alpha || beta ? "" : "finds nobody")
                                    : answer.said());
    }
    /// As a directory asks: by this filter and nothing else.
    void alone(std::string_view name, const std::string& filter, Who who) {
        const std::string kept = std::exchange(m_only, "");
        const Answer answer = m_probe.find(filter);
        const std::size_t wanted = who == Who::Nobody ? 0 : 1;
        m_probe.that({name, kFilter, filter},
                     answer.is(200) && answer.resources().size() == wanted &&
                         same(answer.at("/totalResults"), std::int64_t(wanted)),
                     answer);
        m_only = kept;
    }
    void refused(std::string_view name, const std::string& filter) {
        m_probe.refusal(name, kFilter, m_probe.find(filter), 400, "invalidFilter");
    }
    [[nodiscard]] bool made() const { return m_made; }
    [[nodiscard]] const std::string& alpha() const { return m_alpha; }
    [[nodiscard]] const std::string& beta() const { return m_beta; }

private:
    Probe& m_probe;
    std::string m_alpha;
    std::string m_beta;
    std::string m_only;
    bool m_made = false;
};

using Who = Pair::Who;

std::string upper(std::string text) {
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    return text;
}

void byDirectories(Pair& pair) {
    const std::string alpha = pair.alpha();
    pair.alone("user_name", "userName eq \"" + alpha + "\"", Who::Alpha);
    pair.alone("user_name_case", "userName eq \"" + upper(alpha) + "\"", Who::Alpha);
    pair.alone("external_id", "externalId eq \"ext-" + alpha + "\"", Who::Alpha);
    pair.alone("external_id_case", "externalId eq \"" + upper("ext-" + alpha) + "\"", Who::Nobody);
    pair.alone("email", "emails.value eq \"" + alpha + "@example.com\"", Who::Alpha);
    pair.alone("email_of_type", "emails[type eq \"work\" and value eq \"" + alpha + "@example.com\"]", Who::Alpha);
    pair.alone("nobody", "userName eq \"" + alpha + "-is-not-there\"", Who::Nobody);
}

void operators(Pair& pair) {
    pair.finds("co", "userName co \"filter-al\"", Who::Alpha);
    pair.finds("sw", "userName sw \"" + pair.alpha() + "\"", Who::Alpha);
    pair.finds("ew", "userName ew \"-beta\"", Who::Beta);
    pair.finds("ne", "userName ne \"" + pair.alpha() + "\"", Who::Beta);
    pair.finds("pr", "title pr", Who::Alpha);
    pair.finds("boolean", "active eq true", Who::Alpha);
    pair.finds("inactive", "active eq false", Who::Beta);
    pair.finds("gt", "meta.lastModified gt \"2001-01-01T00:00:00Z\"", Who::Both);
    pair.finds("ge", "meta.created ge \"2001-01-01T00:00:00Z\"", Who::Both);
    pair.finds("lt", "meta.lastModified lt \"2001-01-01T00:00:00Z\"", Who::Nobody);
    pair.finds("le", "meta.created le \"2001-01-01T00:00:00Z\"", Who::Nobody);
    pair.finds("and", "title eq \"Engineer\" and active eq true", Who::Alpha);
    pair.finds("or", "title eq \"Engineer\" or active eq false", Who::Both);
    pair.finds("not", "not (title eq \"Engineer\")", Who::Beta);
    pair.finds("precedence", "title eq \"none\" and active eq true or active eq false", Who::Beta);
    pair.finds("grouping", "title eq \"none\" and (active eq true or active eq false)", Who::Nobody);
    pair.finds("operator_case", "title EQ \"Engineer\" AND active Eq true", Who::Alpha);
    pair.finds("attribute_case", "TITLE eq \"Engineer\"", Who::Alpha);
    pair.finds("sub_attribute", "name.familyName eq \"filter-alpha\"", Who::Alpha);
    pair.finds("urn", std::string(kUserUrn) + ":title eq \"Engineer\"", Who::Alpha);
    pair.finds("value_path", "emails[type eq \"work\" and primary eq true]", Who::Both);
    pair.finds("escapes", "title eq \"Engineer\\\" or userName pr or title eq \\\"\"", Who::Nobody);
}

} // namespace

void filters(Probe& probe) {
    Pair pair(probe);
    if (!pair.made()) {
        return probe.skip("people", "nobody could be made to be found");
    }
    byDirectories(pair);
    operators(pair);
    pair.refused("unfinished", "userName eq");
    pair.refused("operator", "userName is \"x\"");
    pair.refused("quote", "userName eq \"x");
    pair.refused("bracket", "(userName eq \"x\"");
    pair.refused("boolean_order", "active gt true");
    pair.refused("two", "userName eq \"x\" userName eq \"y\"");
    const Answer deep = probe.find(std::string(1000, '(') + "userName pr" + std::string(1000, ')'));
    probe.that({"depth", kFilter, "a thousand brackets are answered, not failed at"},
               deep.status >= 200 && deep.status < 500, deep);
}

} // namespace gatehouse::scim::tester
