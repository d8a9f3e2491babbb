# convscope_test(NAME SOURCES a_test.cpp … LINKS engine …): an executable of GoogleTest cases, each a test of ctest's.
include(GoogleTest)

function(convscope_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE convscope_options ${arg_LINKS} GTest::gtest_main)
  # Found when ctest runs, not during the build: a test program that cannot start fails its tests and not the build.
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST TEST_PREFIX "${name}." PROPERTIES TIMEOUT 400)
endfunction()
