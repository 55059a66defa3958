// SPDX-License-Identifier: Apache-2.0
#include "catalog/published.h"

#include "base/log.h"
#include "catalog/scim_extension.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::catalog {
namespace {

json::Object publishedForm(const Element& element) {
    json::Object out = describe(element);
    out["version"] = element.version;
    out["scimPath"] = scimPathOf(element);
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : ", ") + text;
    }
    return out;
}

/// Whether HTML is named in Accept and JSON is not before it: what browsers do, and no client of an API.
bool prefersPage(const http::Request& request) {
    const std::string_view accept = request.headers.get("Accept").value_or("");
    const std::size_t html = accept.find("text/html");
    return html != std::string_view::npos && html < accept.find("json");
}

http::Response pageOf(const tenants::Tenant& tenant, const Catalog& catalog, const http::Request& request,
                      const std::string& address) {
    http::Parameters parameters;
    std::string uiLocales;
    if (const auto query = http::Parameters::parse(request.query)) {
        uiLocales = query->get("ui_locales").value_or("");
    }
    const web::Language language =
        web::chooseLanguage(uiLocales, request.headers.get("Accept-Language").value_or(""), tenant.settings.language);
    json::Array elements;
    for (const Element& element : catalog.elements) {
        elements.push_back(json::Object{{"name", element.name},
                                        {"type", element.type + (element.multiValued ? "[]" : "")},
                                        {"values", joined(element.allowedValues)},
                                        {"description", element.description},
                                        {"use", joined(element.use)},
                                        {"categories", joined(element.categories)},
                                        {"version", std::to_string(element.version)},
                                        {"path", scimPathOf(element)}});
    }
    const json::Object data{{"title", web::text(language, "catalog.title")},
                            {"brand", tenant.name},
                            {"languages", web::languageLinks(language, address, parameters)},
                            {"none", elements.empty()},
                            {"stand", catalog.changedAt
                                          ? std::to_string(catalog.version) + " · " + web::timeText(*catalog.changedAt)
                                          : std::string()},
                            {"elements", std::move(elements)}};
    return web::page(200, "catalog", data, language);
}

} // namespace

json::Object publishedForm(const tenants::Tenant& tenant, const Catalog& catalog) {
    json::Array elements;
    for (const Element& element : catalog.elements) {
        elements.push_back(publishedForm(element));
    }
    return {{"tenant", tenant.slug},
            {"version", catalog.version},
            {"updatedAt", catalog.changedAt ? json::Value(toRfc3339(*catalog.changedAt).c_str()) : json::Value()},
            {"extension", catalog.extension ? json::Value(catalog.extension->id.c_str()) : json::Value()},
            {"elements", std::move(elements)}};
}

void mountCatalog(web::Router& router, CatalogCache& catalogs, const web::PublicUrl& publicUrl) {
    const auto answer = [&catalogs, &publicUrl](const web::Context& context) {
        const auto catalog = catalogs.get(context.tenant->id);
        if (!catalog || context.tenant->status != tenants::TenantStatus::Active) {
            return web::jsonResponse(503, R"({"error":"temporarily_unavailable"})");
        }
        if (prefersPage(context.request)) {
            return pageOf(*context.tenant, **catalog, context.request,
                          publicUrl.tenantIssuer(context.tenant->slug) + "/catalog");
        }
        const std::string etag = "\"" + std::to_string((*catalog)->version) + "\"";
        http::Response response;
        if (context.request.headers.get("If-None-Match").value_or("") == etag) {
            response.status = 304;
        } else {
            response = web::jsonResponse(200, json::write(publishedForm(*context.tenant, **catalog)));
        }
        response.headers.set("ETag", etag);
        response.headers.set("Vary", "Accept");
        response.headers.set("Cache-Control", "no-cache");
        web::allowAnyOrigin(response);
        return response;
    };
    router.add("GET", "/t/{tenant}/catalog", answer, web::Router::Cors::AnyOrigin);
}

} // namespace gatehouse::catalog
