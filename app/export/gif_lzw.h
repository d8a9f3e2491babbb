#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace convscope {

/// Compresses the pixels of one GIF image as they come (GIF89a specification, appendix F: LZW with codes of growing
/// length). Writes the least code size, the blocks and the empty block behind them.
class GifLzw {
 public:
  /// `index_bits`: of a pixel, 1 to 8. The output lives longer.
  GifLzw(int index_bits, std::vector<std::byte>& out);

  /// Pixels of one index in a row; pictures are mostly plain areas, so long ones cost hardly more than short ones.
  void add(std::uint8_t index, std::size_t pixels);

  /// After the last pixel.
  void finish();

 private:
  using Code = std::uint16_t;
  /// Longer sequences: a shorter one's code and the index behind it.
  static constexpr std::size_t slot_bits = 13;
  static constexpr std::uint32_t empty = 0xffffffff;

  void forget_all();
  /// Gives the sequence that has just been written, with one more pixel, the next code; 0 when all are taken, and all
  /// are forgotten.
  Code next_code();
  void begin(std::uint8_t index);
  void add_to_run(std::size_t& pixels);
  void add_to_other(std::uint8_t index);
  void write(Code code);
  void write_byte(std::uint8_t byte);
  void end_block();

  std::vector<std::byte>& out_;
  Code clear_;
  Code next_ = 0;
  int first_bits_;
  int bits_ = 0;
  bool begun_ = false;
  Code code_ = 0;               ///< Of the longest known sequence that the last pixels are.
  std::uint8_t run_index_ = 0;  ///< The sequence is `run_` pixels of this index; or others, where that is 0.
  std::size_t run_ = 0;
  std::array<std::uint32_t, std::size_t{1} << slot_bits>
      slots_{};                              ///< Code, index and the longer one's code; or empty.
  std::array<std::vector<Code>, 256> runs_;  ///< Codes of 2, 3, … pixels of one index.
  std::uint32_t waiting_bits_ = 0;
  int waiting_ = 0;
  std::array<std::byte, 256> block_{};  ///< Its length in front.
  std::size_t block_size_ = 0;
};

}  // namespace convscope
