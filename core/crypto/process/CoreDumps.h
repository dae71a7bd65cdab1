#pragma once

namespace kith {

// Keeps what is in this process's memory out of core dumps and crash reports, and on Linux from being read by other
// programs of the same person. Call it first in main(). False if the system refused; the program may go on.
bool forbidCoreDumps();

}
