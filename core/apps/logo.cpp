// SPDX-License-Identifier: Apache-2.0
#include "apps/logo.h"

namespace gatehouse::apps {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kWebpName = 8; ///< behind "RIFF" and the length

std::string_view mediaTypeOf(BytesView image) {
    if (image.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return "image/png";
    }
    if (image.starts_with("\xff\xd8\xff"sv)) {
        return "image/jpeg";
    }
    if (image.starts_with("RIFF") && image.size() > kWebpName && image.substr(kWebpName).starts_with("WEBP")) {
        return "image/webp";
    }
    return {};
}

} // namespace

Result<Logo> logoFrom(Bytes body) {
    const std::string_view type = mediaTypeOf(body);
    if (type.empty()) {
        return fail(Code::InvalidArgument, "logo_invalid", "it is no PNG, JPEG or WebP picture");
    }
    return Logo{std::string(type), std::move(body)};
}

std::string dataUrl(const Logo& logo) {
    return "data:" + logo.mediaType + ";base64," + base64Encode(logo.image);
}

Status keepLogo(store::Writer& writer, const App& app, const std::optional<Logo>& fetched) {
    if (!fetched && !app.logoUri.empty()) {
        return {};
    }
    ENSURE(writer.execute("DELETE FROM app_logos WHERE owner = $1 AND app_id = $2", {app.owner.text(), app.id.text()}));
    if (fetched) {
        ENSURE(writer.execute("INSERT INTO app_logos (owner, app_id, media_type, image) VALUES ($1, $2, $3, $4)",
                              {app.owner.text(), app.id.text(), fetched->mediaType, store::Arg::blob(fetched->image)}));
    }
    return {};
}

Result<std::optional<Logo>> findLogo(store::Reader& reader, const TenantId& owner, const AppId& app) {
    std::optional<Logo> found;
    ENSURE(reader.query("SELECT media_type, image FROM app_logos WHERE owner = $1 AND app_id = $2",
                        {owner.text(), app.text()}, [&found](const store::Row& row) {
                            found = Logo{std::string(row.text(0)), Bytes(row.blob(1))};
                            return false;
                        }));
    return found;
}

} // namespace gatehouse::apps
