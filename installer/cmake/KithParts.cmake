# Parts from npm by exact version and integrity: the SQLite3 Multiple Ciphers amalgamation and the Lucide icons.
# The lock file holds no addresses; `npm ci` checks each tarball against it, runs no scripts and adds nothing else.
set(KITH_SQLITE3MC_DIR "" CACHE PATH "An unpacked SQLite3 Multiple Ciphers amalgamation to use instead of npm's")
set(KITH_LUCIDE_DIR "" CACHE PATH "An unpacked lucide-static to use instead of npm's")

set(kith_parts_source ${CMAKE_SOURCE_DIR}/installer/parts)
set(kith_parts_build ${CMAKE_BINARY_DIR}/parts)
if(NOT KITH_SQLITE3MC_DIR OR NOT KITH_LUCIDE_DIR)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${kith_parts_source}/package-lock.json)
  file(SHA256 ${kith_parts_source}/package-lock.json kith_parts_hash)
  set(kith_parts_stamp ${kith_parts_build}/${kith_parts_hash}.stamp)
  if(NOT EXISTS ${kith_parts_stamp})
    find_program(KITH_NPM npm REQUIRED)
    file(REMOVE_RECURSE ${kith_parts_build})
    file(COPY ${kith_parts_source}/package.json ${kith_parts_source}/package-lock.json DESTINATION ${kith_parts_build})
    execute_process(COMMAND ${KITH_NPM} ci --ignore-scripts --prefer-offline --no-audit --no-fund
      WORKING_DIRECTORY ${kith_parts_build} OUTPUT_QUIET ERROR_VARIABLE kith_npm_error RESULT_VARIABLE kith_npm_failed)
    if(kith_npm_failed)
      message(FATAL_ERROR "Could not fetch the parts of installer/parts with npm: ${kith_npm_error}\n"
        "Without a registry, give -DKITH_SQLITE3MC_DIR= and -DKITH_LUCIDE_DIR= with unpacked copies.")
    endif()
    file(TOUCH ${kith_parts_stamp})
  endif()
endif()
if(NOT KITH_SQLITE3MC_DIR)
  set(KITH_SQLITE3MC_DIR ${kith_parts_build}/node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3)
endif()
if(NOT KITH_LUCIDE_DIR)
  set(KITH_LUCIDE_DIR ${kith_parts_build}/node_modules/lucide-static)
endif()
foreach(kith_needed ${KITH_SQLITE3MC_DIR}/sqlite3.c ${KITH_LUCIDE_DIR}/icons/search.svg)
  if(NOT EXISTS ${kith_needed})
    message(FATAL_ERROR "${kith_needed} is missing: delete ${kith_parts_build} and configure again.")
  endif()
endforeach()

# SQLite3 Multiple Ciphers 2.4.0 drops every read error but a short read (its pull request 272 mends that): a failing
# read of the log passes for its end, and acknowledged changes are lost without a word. tests/faults shows it.
set(kith_engine_source ${KITH_SQLITE3MC_DIR}/sqlite3.c)
set(kith_engine_mended ${CMAKE_BINARY_DIR}/parts/engine/sqlite3.c)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${kith_engine_source})
if(NOT EXISTS ${kith_engine_mended} OR ${kith_engine_source} IS_NEWER_THAN ${kith_engine_mended})
  file(READ ${kith_engine_source} kith_engine_text)
  string(REPLACE "if (rc == SQLITE_IOERR_SHORT_READ)" "if (rc != SQLITE_OK)" kith_engine_text "${kith_engine_text}")
  file(WRITE ${kith_engine_mended} "${kith_engine_text}")
  unset(kith_engine_text)
endif()

# The engine of the book. What each option keeps safe: core/decisions.
add_library(sqlite3mc STATIC ${kith_engine_mended})
target_include_directories(sqlite3mc SYSTEM PUBLIC ${KITH_SQLITE3MC_DIR})
target_compile_definitions(sqlite3mc
  PUBLIC SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DESERIALIZE
  PRIVATE SQLITE_THREADSAFE=1 SQLITE_TEMP_STORE=3 SQLITE_SECURE_DELETE=1 SQLITE3MC_SECURE_MEMORY=1 SQLITE_DEFAULT_WAL_SYNCHRONOUS=2
    SQLITE_DEFAULT_SYNCHRONOUS=2 SQLITE_DQS=0 SQLITE_USE_URI=0 SQLITE_TRUSTED_SCHEMA=0 SQLITE_ENABLE_FTS5
    SQLITE_DEFAULT_FILE_PERMISSIONS=0600 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_OMIT_SHARED_CACHE SQLITE_ENABLE_STAT4)
if(NOT MSVC)
  target_compile_options(sqlite3mc PRIVATE -w)
endif()
if(UNIX)
  find_package(Threads REQUIRED)
  target_link_libraries(sqlite3mc PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
endif()
