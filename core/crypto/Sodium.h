#pragma once

#include <sodium.h>

// For core/crypto alone: nothing outside it sees libsodium.
namespace kith {

// Makes libsodium ready, once; called by everything here before its first use of it. Safe from any thread.
void prepareSodium();

}
