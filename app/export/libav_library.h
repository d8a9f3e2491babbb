#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

#include <string>

// The functions of FFmpeg's libraries that ConvScope calls, by the library that has them.
#define CONVSCOPE_LIBAV_FUNCTIONS(of)           \
  of(avutil, av_dict_free);                     \
  of(avutil, av_dict_set);                      \
  of(avutil, av_log_set_level);                 \
  of(avutil, av_frame_alloc);                   \
  of(avutil, av_frame_clone);                   \
  of(avutil, av_frame_free);                    \
  of(avutil, av_frame_get_buffer);              \
  of(avutil, av_opt_set);                       \
  of(avutil, av_strerror);                      \
  of(avcodec, av_packet_alloc);                 \
  of(avcodec, av_packet_free);                  \
  of(avcodec, av_packet_rescale_ts);            \
  of(avcodec, av_packet_unref);                 \
  of(avcodec, avcodec_alloc_context3);          \
  of(avcodec, avcodec_find_encoder_by_name);    \
  of(avcodec, avcodec_free_context);            \
  of(avcodec, avcodec_open2);                   \
  of(avcodec, avcodec_parameters_from_context); \
  of(avcodec, avcodec_receive_packet);          \
  of(avcodec, avcodec_send_frame);              \
  of(avformat, av_write_frame);                 \
  of(avformat, av_write_trailer);               \
  of(avformat, avformat_alloc_output_context2); \
  of(avformat, avformat_free_context);          \
  of(avformat, avformat_new_stream);            \
  of(avformat, avformat_write_header);          \
  of(avformat, avio_closep);                    \
  of(avformat, avio_open)

namespace convscope {

/// FFmpeg's functions. Its libraries bring a hundred others with them and take a tenth of a second to load, more than
/// all else that the program does before it draws; so they are loaded when a film is asked for, and not before.
struct Libav {
// NOLINTNEXTLINE(bugprone-macro-parentheses): the name of a member, which is declared here.
#define CONVSCOPE_DECLARE(library, function) decltype(&::function) function = nullptr
  CONVSCOPE_LIBAV_FUNCTIONS(CONVSCOPE_DECLARE);
#undef CONVSCOPE_DECLARE
};

/// The functions, loaded once, of the version that this program is compiled for; or null where that is not installed.
[[nodiscard]] const Libav* find_libav();

/// Likewise; only after find_libav has found them.
[[nodiscard]] const Libav& libav();

/// FFmpeg's words for one of its error codes.
[[nodiscard]] std::string libav_message(int code);

}  // namespace convscope
