#include "app/io/npy_header.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

std::string version_1(const std::string& dict) {
  return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(dict.size()) + '\0' + dict;
}

TEST(NpyHeader, ReadsWhatNumPyWrites) {
  const std::string dict = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 4), }          \n";
  const NpyHeader header = parse_npy_header(version_1(dict) + "values", "f").value();
  EXPECT_EQ(header.descr, "<f4");
  EXPECT_FALSE(header.fortran_order);
  EXPECT_EQ(header.shape, (std::vector<std::int64_t>{2, 3, 4}));
  EXPECT_EQ(header.data_offset, 10 + dict.size());
}

TEST(NpyHeader, ReadsVersions2And3AndOtherOrders) {
  const std::string dict = "{\"shape\":(5,),\n \"descr\" : '|u1','fortran_order':True}";
  for (const char version : {'\2', '\3'}) {
    const std::string bytes =
        std::string("\x93NUMPY") + version + '\0' + static_cast<char>(dict.size()) + std::string(3, '\0') + dict;
    const NpyHeader header = parse_npy_header(bytes, "f").value();
    EXPECT_EQ(header.descr, "|u1");
    EXPECT_TRUE(header.fortran_order);
    EXPECT_EQ(header.shape, std::vector<std::int64_t>{5});
    EXPECT_EQ(header.data_offset, bytes.size());
  }
}

TEST(NpyHeader, SaysTypesOfSeveralFieldsAsTheyStand) {
  for (const char* type : {"[('a', '<f4')]", "[('a[', '<f4'), ('b', [('c', '|u1', (2,))])]", "('<f4', (2,))"}) {
    const std::string dict = "{'descr': " + std::string(type) + ", 'fortran_order': False, 'shape': (3,)}";
    const Result<NpyHeader> header = parse_npy_header(version_1(dict), "f");
    ASSERT_TRUE(header.ok()) << type;
    EXPECT_EQ(header.value().descr, type);
  }
}

TEST(NpyHeader, RefusesEveryCutOfAHeader) {
  const std::string bytes = version_1("{'descr': '<f4', 'fortran_order': False, 'shape': (), }");
  ASSERT_TRUE(parse_npy_header(bytes, "f").ok());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(parse_npy_header(bytes.substr(0, length), "f").ok()) << length;
  }
}

TEST(NpyHeader, RefusesOtherVersions) {
  std::string bytes = version_1("{'descr': '<f4', 'fortran_order': False, 'shape': (), }");
  bytes[6] = 4;
  EXPECT_EQ(parse_npy_header(bytes, "f").error().what.english(), "f is a .npy file of version 4.0");
  bytes[6] = 1;
  bytes[7] = '\xff';
  EXPECT_EQ(parse_npy_header(bytes, "f").error().what.english(), "f is a .npy file of version 1.255");
}

TEST(NpyHeader, RefusesHostileDicts) {
  for (const char* dict : {
           "",
           "{",
           "{}",
           "not a dict",
           "{'descr': '<f4', 'fortran_order': False}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), 'more': 1}",
           "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
           "{'descr': [('a', '<f4'), 'fortran_order': False, 'shape': (3,)}",
           "{'descr': [('a, <f4)], 'fortran_order': False, 'shape': 3}",
           "{'descr': [",
           "{'descr': '<f4', 'fortran_order': 0, 'shape': (3,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': 3}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (-3,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (3.5,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (3 3)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (3,",
           "{'descr': '<f4, 'fortran_order': False, 'shape': (3,)}",
           "{'descr': '<f4' 'fortran_order': False 'shape': (3,)}",
           "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)} + 1",
       }) {
    EXPECT_FALSE(parse_npy_header(version_1(dict), "f").ok()) << dict;
  }
}

TEST(NpyHeader, WritesAlignedHeaders) {
  const std::string header = float32_npy_header({1, 16, 5});
  EXPECT_EQ(header.size() % 64, 0U);
  EXPECT_EQ(header.back(), '\n');
  EXPECT_EQ(parse_npy_header(header, "f").value().shape, (std::vector<std::int64_t>{1, 16, 5}));
  EXPECT_EQ(parse_npy_header(float32_npy_header({7}), "f").value().shape, std::vector<std::int64_t>{7});
}

}  // namespace
}  // namespace convscope
