// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/deflate.h"

#include <array>
#include <climits>
#include <cstdlib>

#include <zlib.h>

namespace gatehouse::saml::wire {
namespace {

constexpr int kRaw = -MAX_WBITS; // no header
// Our own messages are of one or two KiB: a table for more costs more to clear than they do to pack, and looking
// further for what repeats costs more than the octets that it saves.
constexpr int kRawWindow = -12;
constexpr int kMemory = 5;
constexpr std::size_t kOurs = 8192;
constexpr std::size_t kMore = 64;

Bytef* octets(std::string_view text) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); // zlib reads it only
}

void must(bool ok) {
    if (!ok) {
        std::abort(); // no memory, or another zlib than the one that was compiled for
    }
}

} // namespace

Bytes deflate(std::string_view text) {
    z_stream stream{};
    const int level = text.size() <= kOurs ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION;
    must(deflateInit2(&stream, level, Z_DEFLATED, kRawWindow, kMemory, Z_DEFAULT_STRATEGY) == Z_OK &&
         text.size() <= UINT_MAX);
    stream.next_in = octets(text);
    stream.avail_in = uInt(text.size());
    Bytes out;
    int result = Z_OK;
    // zlib 1.2.13 says too little for a window and a memory that are not its own (deflateBound), so it may need more.
    for (std::size_t room = deflateBound(&stream, uLong(text.size())); result == Z_OK; room = kMore) {
        const std::size_t made = out.size();
        out.resize(made + room);
        stream.next_out = octets(out) + made;
        stream.avail_out = uInt(room);
        result = ::deflate(&stream, Z_FINISH);
        out.resize(out.size() - stream.avail_out);
    }
    must(result == Z_STREAM_END);
    deflateEnd(&stream);
    return out;
}

Result<std::string> inflate(BytesView packed, std::size_t most) {
    if (packed.size() > most) {
        return fail(Code::InvalidArgument, "saml.too_large");
    }
    z_stream stream{};
    must(inflateInit2(&stream, kRaw) == Z_OK);
    stream.next_in = octets(packed);
    stream.avail_in = uInt(packed.size());
    std::string out;
    std::array<char, 16384> piece;
    int result = Z_OK;
    while (result == Z_OK && out.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = uInt(piece.size());
        result = ::inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    const bool isWhole = result == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (out.size() > most) {
        return fail(Code::InvalidArgument, "saml.too_large");
    }
    return isWhole ? Result<std::string>(std::move(out)) : fail(Code::InvalidArgument, "saml.deflate");
}

} // namespace gatehouse::saml::wire
