#include "app/io/npy.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "app/io/npy_header.h"
#include "engine/problem.h"
#include "tests/app/io/temporary_folder.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

using testing::TemporaryFolder;
using Values = std::vector<float>;

template <typename T>
std::string npy(const std::string& descr, const std::string& shape, const std::vector<T>& values,
                const char* fortran_order = "False") {
  const std::string dict =
      "{'descr': '" + descr + "', 'fortran_order': " + fortran_order + ", 'shape': " + shape + ", }\n";
  return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(dict.size()) + '\0' + dict +
         std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

template <typename T>
Values read_as(const std::string& descr, const std::vector<T>& values) {
  return parse_npy(npy(descr, fmt::format("({},)", values.size()), values), "f").value().values;
}

TEST(Npy, ReadsEveryType) {
  EXPECT_EQ(read_as<float>("<f4", {1.5F, -2}), (Values{1.5F, -2}));
  EXPECT_EQ(read_as<double>("<f8", {0.1, -1e300}), (Values{0.1F, -std::numeric_limits<float>::infinity()}));
  EXPECT_EQ(read_as<std::int8_t>("|i1", {-128, 127}), (Values{-128, 127}));
  EXPECT_EQ(read_as<std::uint8_t>("|u1", {0, 255}), (Values{0, 255}));
  EXPECT_EQ(read_as<std::uint8_t>("|b1", {0, 1, 2}), (Values{0, 1, 1}));
  EXPECT_EQ(read_as<std::int16_t>("<i2", {-32768, 5}), (Values{-32768, 5}));
  EXPECT_EQ(read_as<std::uint16_t>("<u2", {65535}), (Values{65535}));
  EXPECT_EQ(read_as<std::int32_t>("<i4", {-7, 16777217}), (Values{-7, 16777216}));
  EXPECT_EQ(read_as<std::uint32_t>("<u4", {4294967295U}), (Values{4294967296.0F}));
  EXPECT_EQ(read_as<std::int64_t>("<i8", {-3}), (Values{-3}));
  EXPECT_EQ(read_as<std::uint64_t>("<u8", {std::numeric_limits<std::uint64_t>::max()}),
            (Values{18446744073709551616.0F}));
}

TEST(Npy, RefusesOtherTypesByName) {
  for (const char* descr : {">f4", "<f2", "<c8", "|O", "<U4", "|S1", "<f16", "f4", ">i2", "|V8", "<M8[ns]", ""}) {
    const auto result = parse_npy(npy<char>(descr, "(1,)", std::vector<char>(8)), "f");
    ASSERT_FALSE(result.ok()) << descr;
    EXPECT_EQ(result.error().what.english(), std::string("f holds values of type \"") + descr + '"');
  }
}

TEST(Npy, ReadsFortranOrder) {
  const std::vector<std::int8_t> columns_first{0, 3, 1, 4, 2, 5};
  EXPECT_EQ(parse_npy(npy("|i1", "(2, 3)", columns_first, "True"), "f").value().values, (Values{0, 1, 2, 3, 4, 5}));
  std::vector<std::int8_t> counted(24);
  for (std::size_t i = 0; i < counted.size(); ++i) {
    counted[i] = static_cast<std::int8_t>(i);
  }
  const Values values = parse_npy(npy("|i1", "(2, 3, 2, 2)", counted, "True"), "f").value().values;
  // [a, b, c, d] lies at a + 2·(b + 3·(c + 2·d)).
  EXPECT_EQ(values[1], 12);
  EXPECT_EQ(values[2], 6);
  EXPECT_EQ(values[4], 2);
  EXPECT_EQ(values[12], 1);
  EXPECT_EQ(values[23], 23);
}

TEST(Npy, RefusesEveryCutAndEveryByteTooMany) {
  const std::string bytes = npy<float>("<f4", "(2, 2)", {1, 2, 3, 4});
  ASSERT_TRUE(parse_npy(bytes, "f").ok());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(parse_npy(bytes.substr(0, length), "f").ok()) << length;
  }
  EXPECT_EQ(parse_npy(bytes + "x", "f").error().what.english(),
            "f promises the shape (2, 2), 16 bytes of values, but 17 follow");
}

TEST(Npy, RefusesLyingShapesBeforeAllocating) {
  for (const char* shape : {"(9223372036854775807, 9223372036854775807)", "(268435457,)", "(65536, 65536)",
                            "(268435456,)", "(4294967296, 4294967296, 1)", "(1, 1, 1, 1, 1)"}) {
    EXPECT_FALSE(parse_npy(npy<float>("<f4", shape, {1}), "f").ok()) << shape;
  }
  EXPECT_TRUE(parse_npy(npy<float>("<f4", "(268435456, 0)", {}, "True"), "f").value().values.empty());
}

TEST(Npy, InputsHaveThreeOrFourDimensions) {
  const TemporaryFolder folder;
  const NpyInput three =
      read_input_npy(folder.write("3.npy", npy<float>("<f4", "(1, 2, 3)", {1, 2, 3, 4, 5, 6}))).value();
  EXPECT_EQ(three.rank, 3);
  EXPECT_EQ(three.tensor, Tensor({1, 1, 2, 3}, {1, 2, 3, 4, 5, 6}));
  const NpyInput four = read_input_npy(folder.write("4.npy", npy<float>("<f4", "(2, 1, 1, 2)", {1, 2, 3, 4}))).value();
  EXPECT_EQ(four.rank, 4);
  EXPECT_EQ(four.tensor, Tensor({2, 1, 1, 2}, {1, 2, 3, 4}));
  const auto file = folder.write("2.npy", npy<float>("<f4", "(2, 2)", {1, 2, 3, 4}));
  EXPECT_EQ(read_input_npy(file).error().what.english(),
            file.string() + " has the shape (2, 2), but an input has (C, H, W) or (N, C, H, W)");
  EXPECT_FALSE(read_input_npy(folder.write("0.npy", npy<float>("<f4", "(1, 0, 2)", {}))).ok());
  EXPECT_FALSE(read_input_npy(folder.path() / "missing.npy").ok());
}

TEST(Npy, WeightsHaveFourDimensionsAndBiasesOne) {
  const TemporaryFolder folder;
  const auto weight = folder.write("w.npy", npy<float>("<f4", "(2, 1, 1, 1)", {1, 2}));
  const auto bias = folder.write("b.npy", npy<float>("<f4", "(2,)", {1, 2}));
  EXPECT_EQ(read_weight_npy(weight).value(), Tensor({2, 1, 1, 1}, {1, 2}));
  EXPECT_EQ(read_bias_npy(bias).value(), (Values{1, 2}));
  EXPECT_FALSE(read_weight_npy(bias).ok());
  EXPECT_FALSE(read_bias_npy(weight).ok());
  EXPECT_FALSE(read_bias_npy(folder.write("0.npy", npy<float>("<f4", "(0,)", {}))).ok());
}

TEST(Npy, WritesWhatItReads) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "y.npy";
  const Tensor batch({2, 1, 1, 2}, {1, -2, 0.1F, 4});
  ASSERT_TRUE(write_npy(file, batch, 4).ok());
  EXPECT_EQ(read_input_npy(file).value().tensor, batch);
  const Tensor one({1, 1, 1, 2}, {1, 2});
  ASSERT_TRUE(write_npy(file, one, 3).ok());
  EXPECT_EQ(read_input_npy(file).value().rank, 3);
  EXPECT_EQ(testing::content_of(file), float32_npy_header({1, 1, 2}) + std::string("\0\0\x80\x3f\0\0\0\x40", 8));
}

RC_GTEST_PROP(Npy, AnyBytesAreReadOrRefused, ()) {
  std::string bytes = npy<float>("<f4", "(1, 2, 2)", {1, 2, 3, 4});
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes; ++i) {
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
  }
  const Result<NpyArray> array = parse_npy(bytes, "f");
  if (array) {
    RC_ASSERT(array.value().values.size() <= bytes.size());
  } else {
    RC_ASSERT(!array.error().what.english().empty());
  }
}

}  // namespace
}  // namespace convscope
