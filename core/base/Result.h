#pragma once

#include "core/base/Error.h"

#include <optional>
#include <utility>
#include <variant>

namespace kith {

// What a fallible function answers: the value, or the error that says why there is none. Never both, never neither.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    void value() const {}

    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

}

#define KITH_CONCAT_(a, b) a##b
#define KITH_CONCAT(a, b) KITH_CONCAT_(a, b)

// KITH_TRY(expression) or KITH_TRY(auto name, expression): hands an error to the caller, else goes on.
#define KITH_TRY_STATUS(expression)                                                                                    \
    do {                                                                                                               \
        if (auto kithStatus = (expression); !kithStatus)                                                               \
            return kithStatus.error();                                                                                 \
    } while (false)
#define KITH_TRY_VALUE(declaration, expression)                                                                        \
    auto KITH_CONCAT(kithResult, __LINE__) = (expression);                                                             \
    if (!KITH_CONCAT(kithResult, __LINE__))                                                                            \
        return KITH_CONCAT(kithResult, __LINE__).error();                                                              \
    declaration = std::move(KITH_CONCAT(kithResult, __LINE__)).value()
#define KITH_TRY_PICK(first, second, name, ...) name
#define KITH_TRY(...) KITH_TRY_PICK(__VA_ARGS__, KITH_TRY_VALUE, KITH_TRY_STATUS, unused)(__VA_ARGS__)
