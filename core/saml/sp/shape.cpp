// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "saml/wire/names.h"
#include "xml/algorithms.h"

namespace gatehouse::saml::sp {
namespace {

using wire::kAssertionSpace;
using wire::kProtocolSpace;

tl::unexpected<Error> wrong(const std::string& what) {
    return fail(Code::InvalidArgument, "saml.shape", what);
}

/// Where an element stands in its parent. What may come often shares its rank with what it may be mixed with.
struct Place {
    std::string_view space;
    std::string_view name;
    int rank;
    bool often = false;
};

constexpr std::array<Place, 5> kInResponse{{{kAssertionSpace, "Issuer", 1},
                                            {kProtocolSpace, "Extensions", 2},
                                            {kProtocolSpace, "Status", 3},
                                            {kAssertionSpace, "EncryptedAssertion", 4, true},
                                            {kAssertionSpace, "Assertion", 4, true}}};

constexpr std::array<Place, 7> kInAssertion{{{kAssertionSpace, "Issuer", 1},
                                             {kAssertionSpace, "Subject", 2},
                                             {kAssertionSpace, "Conditions", 3},
                                             {kAssertionSpace, "Advice", 4},
                                             {kAssertionSpace, "AuthnStatement", 5, true},
                                             {kAssertionSpace, "AuthzDecisionStatement", 5, true},
                                             {kAssertionSpace, "AttributeStatement", 5, true}}};

/// That the children come in the order of the schema. A signature may stand anywhere among them, since some providers
/// put it last: what it signs is the parent, wherever in it it stands.
template <std::size_t N>
Status inOrder(const xml::Element& parent, const std::array<Place, N>& places) {
    int last = 0;
    for (auto each = parent.firstChild(); each; each = each->nextSibling()) {
        if (each->is(xml::kSignatureSpace, "Signature")) {
            continue; // more than one is refused where it is proven
        }
        const auto place =
            std::find_if(places.begin(), places.end(), [&](const Place& one) { return each->is(one.space, one.name); });
        if (place == places.end() || place->rank < last || (place->rank == last && !place->often)) {
            return wrong(std::string(each->localName()) + " is not expected there in " +
                         std::string(parent.localName()));
        }
        last = place->rank;
    }
    return {};
}

/// How many elements of these local names, of whatever namespace, there are; not counting what an Advice of the
/// assertion holds, which is read by nobody.
struct Found {
    int responses = 0;
    int assertions = 0;
    int encrypted = 0;
    std::size_t signatures = 0;
};

void count(const xml::Element& below, Found& found) {
    const std::string_view name = below.localName();
    found.responses += name == "Response" ? 1 : 0;
    found.assertions += name == "Assertion" ? 1 : 0;
    found.encrypted += name == "EncryptedAssertion" ? 1 : 0;
    found.signatures += name == "Signature" ? 1 : 0;
    const bool isAdvice = below.is(kAssertionSpace, "Advice");
    for (auto each = below.firstChild(); each && !isAdvice; each = each->nextSibling()) {
        count(*each, found);
    }
}

} // namespace

Status checkAssertionShape(const xml::Element& assertion) {
    if (!assertion.is(kAssertionSpace, "Assertion")) {
        return wrong("no Assertion but " + std::string(assertion.localName()));
    }
    Found found;
    count(assertion, found);
    if (found.assertions != 1 || found.encrypted != 0 || found.responses != 0) {
        return wrong("an assertion within the assertion");
    }
    if (found.signatures != assertion.children(xml::kSignatureSpace, "Signature").size()) {
        return wrong("a signature that is not the assertion's");
    }
    return inOrder(assertion, kInAssertion);
}

Result<std::optional<Carried>> readShape(const xml::Element& response) {
    if (!response.is(kProtocolSpace, "Response")) {
        return wrong("no Response but " + std::string(response.localName()));
    }
    ENSURE(inOrder(response, kInResponse));
    Found found;
    count(response, found);
    if (found.responses != 1 || found.assertions + found.encrypted > 1) {
        return wrong(std::to_string(found.assertions + found.encrypted) + " assertions in one message");
    }
    const auto assertion = response.child(kAssertionSpace, "Assertion");
    const auto sealed = response.child(kAssertionSpace, "EncryptedAssertion");
    if ((found.assertions == 1 && !assertion) || (found.encrypted == 1 && !sealed)) {
        return wrong("an assertion that is not the response's own");
    }
    if (assertion) {
        ENSURE(checkAssertionShape(*assertion));
    }
    const std::size_t places = response.children(xml::kSignatureSpace, "Signature").size() +
                               (assertion ? assertion->children(xml::kSignatureSpace, "Signature").size() : 0);
    if (found.signatures != places) {
        return wrong("a signature that is neither the response's nor the assertion's");
    }
    if (assertion || sealed) {
        return std::optional(Carried{assertion ? *assertion : *sealed, !assertion});
    }
    return std::optional<Carried>();
}

} // namespace gatehouse::saml::sp
