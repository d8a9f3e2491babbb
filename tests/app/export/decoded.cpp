#include "tests/app/export/decoded.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}
#include <webp/demux.h>

#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "app/export/libav_handles.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope::testing {
namespace {

struct InputDeleter {
  void operator()(AVFormatContext* input) const { avformat_close_input(&input); }
};

/// In 0xAARRGGBB; what is luma and chroma goes by the frame's own tags.
Image image_of(const AVFrame& frame) {
  Image image{frame.width, frame.height, {}};
  image.pixels.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
  SwsContext* const scaler = sws_getContext(
      frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), frame.width, frame.height, AV_PIX_FMT_BGRA,
      SWS_POINT | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr);
  const int* const matrix = sws_getCoefficients(frame.colorspace);
  sws_setColorspaceDetails(scaler, matrix, frame.color_range == AVCOL_RANGE_JPEG, matrix, 1, 0, 1 << 16, 1 << 16);
  std::uint8_t* const out[] = {reinterpret_cast<std::uint8_t*>(image.pixels.data())};
  const int stride[] = {frame.width * 4};
  sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, out, stride);
  sws_freeContext(scaler);
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
    const double seconds = more ? static_cast<double>(packet->duration) * av_q2d(input->streams[0]->time_base) : 0;
    const std::int64_t ticks = std::llround(seconds * 100);
    avcodec_send_packet(codec.get(), more ? packet.get() : nullptr);
    av_packet_unref(packet.get());
    while (avcodec_receive_frame(codec.get(), frame.get()) >= 0) {
      frames.push_back({image_of(*frame), ticks});
    }
  }
  return frames;
}

std::vector<DecodedFrame> decode_webp(const std::filesystem::path& file) {
  const std::string bytes = content_of(file);
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  WebPAnimDecoderOptions options;
  WebPAnimDecoderOptionsInit(&options);
  options.color_mode = MODE_BGRA;
  const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(WebPAnimDecoderNew(&data, &options),
                                                                                   &WebPAnimDecoderDelete);
  std::vector<DecodedFrame> frames;
  WebPAnimInfo info;
  if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0) {
    return {};
  }
  int before = 0;
  std::uint8_t* pixels = nullptr;
  for (int end = 0; WebPAnimDecoderGetNext(decoder.get(), &pixels, &end) != 0; before = end) {
    Image image{static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height), {}};
    image.pixels.resize(static_cast<std::size_t>(info.canvas_width) * info.canvas_height);
    std::memcpy(image.pixels.data(), pixels, image.pixels.size() * 4);
    frames.push_back({std::move(image), (end - before) / 10});
  }
  return frames;
}

double mean_squared_error(const Image& a, const Image& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    for (const unsigned shift : {16U, 8U, 0U}) {
      const double error =
          static_cast<double>(a.pixels[i] >> shift & 0xff) - static_cast<double>(b.pixels[i] >> shift & 0xff);
      sum += error * error;
    }
  }
  return sum / static_cast<double>(3 * a.pixels.size());
}

bool repeats_for_ever(const std::filesystem::path& gif) {
  const std::string bytes = content_of(gif);
  const std::string extension = "NETSCAPE2.0";
  const std::size_t at = bytes.find(extension);
  return at != std::string::npos && bytes.substr(at + extension.size(), 5) == std::string("\x03\x01\x00\x00\x00", 5);
}

}  // namespace convscope::testing
