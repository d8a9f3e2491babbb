#include "app/export/gif_lzw.h"

#include <algorithm>

#include "engine/check.h"

namespace convscope {
namespace {

constexpr int most_bits = 12;
/// Some readers take no code beyond it.
constexpr std::uint16_t last_code = 4094;
constexpr std::size_t block_bytes = 255;

}  // namespace

GifLzw::GifLzw(int index_bits, std::vector<std::byte>& out)
    : out_(out),
      clear_(static_cast<Code>(1U << static_cast<unsigned>(std::max(index_bits, 2)))),
      first_bits_(std::max(index_bits, 2) + 1) {
  CHECK_GE(index_bits, 1);
  CHECK_LE(index_bits, 8);
  out_.push_back(static_cast<std::byte>(first_bits_ - 1));
  forget_all();
  write(clear_);
}

void GifLzw::add(std::uint8_t index, std::size_t pixels) {
  CHECK_LT(index, clear_);
  while (pixels > 0) {
    if (!begun_) {
      begin(index);
      --pixels;
    } else if (run_ > 0 && run_index_ == index) {
      add_to_run(pixels);
    } else {
      add_to_other(index);
      --pixels;
    }
  }
}

void GifLzw::finish() {
  if (begun_) {
    write(code_);
  }
  write(static_cast<Code>(clear_ + 1));
  if (waiting_ > 0) {
    write_byte(static_cast<std::uint8_t>(waiting_bits_));
  }
  end_block();
  out_.push_back(std::byte{0});
}

void GifLzw::forget_all() {
  slots_.fill(empty);
  for (std::vector<Code>& codes : runs_) {
    codes.clear();
  }
  next_ = static_cast<Code>(clear_ + 2);
  bits_ = first_bits_;
}

GifLzw::Code GifLzw::next_code() {
  if (next_ <= last_code) {
    return next_++;
  }
  write(clear_);
  forget_all();
  return 0;
}

void GifLzw::begin(std::uint8_t index) {
  begun_ = true;
  code_ = run_index_ = index;
  run_ = 1;
}

/// As many pixels as the longest known run has, or one more, which becomes known.
void GifLzw::add_to_run(std::size_t& pixels) {
  std::vector<Code>& codes = runs_[run_index_];
  const std::size_t longer = std::min(pixels, codes.size() + 1 - run_);
  if (longer > 0) {
    run_ += longer;
    pixels -= longer;
    code_ = codes[run_ - 2];
    return;
  }
  write(code_);
  if (const Code code = next_code(); code != 0) {
    codes.push_back(code);
  }
  begin(run_index_);
  --pixels;
}

void GifLzw::add_to_other(std::uint8_t index) {
  constexpr std::uint32_t golden = 0x9e3779b1;
  const std::uint32_t key = static_cast<std::uint32_t>(code_) << 8U | index;
  std::size_t slot = key * golden >> (32 - slot_bits);
  while (slots_[slot] != empty && slots_[slot] >> most_bits != key) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  if (slots_[slot] != empty) {
    code_ = static_cast<Code>(slots_[slot] & ((1U << most_bits) - 1));
    run_ = 0;
    return;
  }
  write(code_);
  if (const Code code = next_code(); code != 0) {
    slots_[slot] = key << most_bits | code;
  }
  begin(index);
}

void GifLzw::write(Code code) {
  waiting_bits_ |= static_cast<std::uint32_t>(code) << static_cast<unsigned>(waiting_);
  waiting_ += bits_;
  for (; waiting_ >= 8; waiting_ -= 8) {
    write_byte(static_cast<std::uint8_t>(waiting_bits_));
    waiting_bits_ >>= 8U;
  }
  // The reader gives the next code only now, one later than here.
  if (next_ >= 1U << static_cast<unsigned>(bits_) && bits_ < most_bits) {
    ++bits_;
  }
}

void GifLzw::write_byte(std::uint8_t byte) {
  block_[++block_size_] = static_cast<std::byte>(byte);
  if (block_size_ == block_bytes) {
    end_block();
  }
}

void GifLzw::end_block() {
  if (block_size_ > 0) {
    block_[0] = static_cast<std::byte>(block_size_);
    out_.insert(out_.end(), block_.begin(), block_.begin() + static_cast<std::ptrdiff_t>(block_size_) + 1);
    block_size_ = 0;
  }
}

}  // namespace convscope
