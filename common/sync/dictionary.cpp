#include "common/sync/dictionary.h"

#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "common/sync/messages.h"

#include <zstd.h>

namespace hotich {

namespace {

constexpr int plain_level = 6;
/// A small message is worth the effort: the line is slower than any PC. A large one is not.
constexpr int small_level = 19;
constexpr int large_level = 9;
constexpr std::size_t small_bytes = 64u * 1024u;

/// Of the file that was released as this version: a dictionary never changes, a new one gets a new
/// number.
constexpr std::string_view dictionary_sha256 =
    "c70204050babe7b3f84df064d98b8a3793f3892d3abd81a861ab8b2c4bddc232";

using compressor = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;
using compressor_words = std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)>;
using decompressor = std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)>;
using decompressor_words = std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)>;

std::string compressed(std::string_view text, const ZSTD_CDict* words)
{
    const compressor context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, plain_level);
    // The header of the message names the dictionary; its size is found on the way.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
    if (words != nullptr) {
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
        ZSTD_CCtx_refCDict(context.get(), words);
    }
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const auto size =
        ZSTD_compress2(context.get(), out.data(), out.size(), text.data(), text.size());
    out.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return out;
}

result<std::string> decompressed(std::string_view bytes, const ZSTD_DDict* words)
{
    const decompressor stream(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (words != nullptr) ZSTD_DCtx_refDDict(stream.get(), words);
    std::string out;
    std::string chunk(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t hint = 1;
    bool is_full = false; // what did not fit into the last piece comes with the next call
    while (in.pos < in.size || is_full) {
        ZSTD_outBuffer piece{chunk.data(), chunk.size(), 0};
        hint = ZSTD_decompressStream(stream.get(), &piece, &in);
        if (ZSTD_isError(hint) != 0)
            return failure{failure_code::invalid_input, "the compressed message is damaged"};
        is_full = piece.pos == piece.size && hint != 0;
        out.append(chunk, 0, piece.pos);
        if (out.size() > max_message_bytes)
            return failure{failure_code::invalid_input, "the message is too large"};
    }
    if (hint != 0) return failure{failure_code::invalid_input, "the compressed message is cut"};
    return out;
}

} // namespace

std::string compress(std::string_view text) { return compressed(text, nullptr); }

result<std::string> decompress(std::string_view bytes) { return decompressed(bytes, nullptr); }

struct wire_dictionary::state
{
    compressor_words for_small;
    compressor_words for_large;
    decompressor_words to_read;
};

result<wire_dictionary> wire_dictionary::load(const std::string& schemas_folder)
{
    const auto file =
        schemas_folder + "/protocol/dictionary-" + std::to_string(dictionary_version) + ".zdict";
    TRY(const auto bytes, read_file(file, max_dictionary_bytes));
    if (sha256_hex(bytes) != dictionary_sha256)
        return failure{failure_code::corrupt_data, file + " is not the dictionary of its name"};
    return of(bytes);
}

result<wire_dictionary> wire_dictionary::of(std::string_view bytes)
{
    const auto made = std::make_shared<const state>(state{
        {ZSTD_createCDict(bytes.data(), bytes.size(), small_level), &ZSTD_freeCDict},
        {ZSTD_createCDict(bytes.data(), bytes.size(), large_level), &ZSTD_freeCDict},
        {ZSTD_createDDict(bytes.data(), bytes.size()), &ZSTD_freeDDict}});
    if (!made->for_small || !made->for_large || !made->to_read)
        return failure{failure_code::corrupt_data, "this is no zstd dictionary"};
    wire_dictionary out;
    out.m_state = made;
    return out;
}

std::string wire_dictionary::compress(std::string_view text) const
{
    if (!m_state) return compressed(text, nullptr);
    const auto& words = text.size() <= small_bytes ? m_state->for_small : m_state->for_large;
    return compressed(text, words.get());
}

result<std::string> wire_dictionary::decompress(std::string_view bytes) const
{
    return decompressed(bytes, m_state ? m_state->to_read.get() : nullptr);
}

} // namespace hotich
