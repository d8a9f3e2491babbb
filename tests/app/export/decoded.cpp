#include "tests/app/export/decoded.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>
#include <string>

#include "app/export/libav_handles.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope::testing {
namespace {

struct InputDeleter {
  void operator()(AVFormatContext* input) const { avformat_close_input(&input); }
};

Image image_of(const AVFrame& frame) {
  const bool bgra = frame.format == AV_PIX_FMT_BGRA;
  const std::ptrdiff_t step = frame.format == AV_PIX_FMT_RGB24 ? 3 : 4;
  Image image{frame.width, frame.height, {}};
  for (int y = 0; y < frame.height; ++y) {
    for (int x = 0; x < frame.width; ++x) {
      const std::uint8_t* const p = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0] + x * step;
      const std::uint32_t alpha = step == 4 ? p[3] : 0xffU;
      const std::uint32_t red = p[bgra ? 2 : 0];
      const std::uint32_t blue = p[bgra ? 0 : 2];
      image.pixels.push_back(alpha << 24 | red << 16 | static_cast<std::uint32_t>(p[1]) << 8 | blue);
    }
  }
  return image;
}

}  // namespace

std::vector<DecodedFrame> decode(const std::filesystem::path& file) {
  AVFormatContext* opened = nullptr;
  if (avformat_open_input(&opened, ("file:" + file.string()).c_str(), nullptr, nullptr) < 0) {
    return {};
  }
  const std::unique_ptr<AVFormatContext, InputDeleter> input(opened);
  const AVCodecParameters* const parameters = input->streams[0]->codecpar;
  const LibavCodec codec(avcodec_alloc_context3(avcodec_find_decoder(parameters->codec_id)));
  avcodec_parameters_to_context(codec.get(), parameters);
  if (avcodec_open2(codec.get(), nullptr, nullptr) < 0) {
    return {};
  }
  std::vector<DecodedFrame> frames;
  const LibavPacket packet(av_packet_alloc());
  const LibavFrame frame(av_frame_alloc());
  bool more = true;
  while (more) {
    more = av_read_frame(input.get(), packet.get()) >= 0;
    const std::int64_t ticks = more ? packet->duration : 0;
    avcodec_send_packet(codec.get(), more ? packet.get() : nullptr);
    av_packet_unref(packet.get());
    while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) {
      frames.push_back({image_of(*frame), ticks});
    }
  }
  return frames;
}

bool repeats_for_ever(const std::filesystem::path& gif) {
  const std::string bytes = content_of(gif);
  const std::string extension = "NETSCAPE2.0";
  const std::size_t at = bytes.find(extension);
  return at != std::string::npos && bytes.substr(at + extension.size(), 5) == std::string("\x03\x01\x00\x00\x00", 5);
}

}  // namespace convscope::testing
