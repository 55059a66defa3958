// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of a check of a SAML response.
#include "admin/api/activity_fields.h"
#include "admin/api/fields.h"
#include "admin/api/response_check.h"

namespace gatehouse::admin::api {

template <>
struct Fields<ResponseCheckRequest> {
    static constexpr std::string_view name = "ResponseCheckRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("response", s.response,
          {.required = true, .maxLength = 524288, .about = "XML, base64, or the form, query or address that has it"});
        v("inResponseTo", s.inResponseTo, {.maxLength = 256, .about = "ID of the request; empty: not known"});
        v("at", s.at, {.about = "When to judge it; left out: when it was issued"});
    }
};

template <>
struct Fields<ResponseCheck> {
    static constexpr std::string_view name = "ResponseCheck";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("ok", s.ok, {});
        v("form", s.form, {.oneOf = "XML|base64|base64 of DEFLATE"});
        v("at", s.at, {.about = "When it was judged"});
        v("checks", s.checks, {});
        v("subject", s.subject, {.about = "Whom it names for good; empty: nobody"});
        v("message", s.message, {.about = "What it says of itself, proven or not"});
        v("xml", s.xml, {.about = "As a recording has it"});
        v("preview", s.preview, {.about = "What the mapping makes of it"});
    }
};

} // namespace gatehouse::admin::api
