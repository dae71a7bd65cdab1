#include "core/database/Cipher.h"

#include <array>

#if defined(_MSC_VER) && (defined(_M_X64) || defined(_M_IX86))
#include <intrin.h>
#elif defined(__linux__) && defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

using namespace Qt::StringLiterals;

namespace kith {
namespace {

struct CipherName
{
    Cipher cipher;
    QLatin1StringView name;
};
constexpr std::array cipherNames{CipherName{Cipher::Aegis256, "aegis-256"_L1},
                                 CipherName{Cipher::ChaCha20Poly1305, "chacha20-poly1305"_L1},
                                 CipherName{Cipher::None, "none"_L1}};

bool hasAesInstructions()
{
#if defined(_MSC_VER) && (defined(_M_X64) || defined(_M_IX86))
    int registers[4];
    __cpuid(registers, 1);
    return (registers[2] & (1 << 25)) != 0;
#elif defined(__x86_64__) || defined(__i386__)
    return __builtin_cpu_supports("aes") && __builtin_cpu_supports("avx");
#elif defined(__linux__) && defined(__aarch64__)
    return (getauxval(AT_HWCAP) & HWCAP_AES) != 0;
#elif defined(__aarch64__) || defined(_M_ARM64)
    return true; // Apple's and Windows' ARM computers all have them
#else
    return false;
#endif
}

}

Cipher preferredCipher()
{
    static const Cipher preferred = hasAesInstructions() ? Cipher::Aegis256 : Cipher::ChaCha20Poly1305;
    return preferred;
}

QLatin1StringView nameOf(Cipher cipher)
{
    for (const CipherName& entry : cipherNames) {
        if (entry.cipher == cipher)
            return entry.name;
    }
    return {};
}

std::optional<Cipher> cipherNamed(QAnyStringView name)
{
    for (const CipherName& entry : cipherNames) {
        if (QAnyStringView::equal(name, entry.name))
            return entry.cipher;
    }
    return std::nullopt;
}

}
