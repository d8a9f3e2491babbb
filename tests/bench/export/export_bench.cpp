#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/export/animation.h"
#include "app/export/film_writer.h"
#include "app/export/libav_frames.h"
#include "app/export/stage.h"
#include "app/io/presets.h"
#include "app/render/cairo_renderer.h"

extern "C" char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace convscope {
namespace {

namespace fs = std::filesystem;

struct Time {
  double real = 0;
  double processors = 0;  ///< Of all together.
};

double processor_seconds(int who) {
  rusage usage{};
  getrusage(who, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// `who`: RUSAGE_CHILDREN for programs that the work starts, RUSAGE_SELF for what it does itself.
Time time_of(int who, const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double processors = processor_seconds(who);
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          processor_seconds(who) - processors};
}

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "bench_export: %s\n", what.c_str());
  std::exit(1);
}

/// `convscope export …` as a process of its own, from its start to its end.
void run_program(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {CONVSCOPE_PROGRAM, "export", "--force", "--progress", "none"});
  std::vector<char*> words;
  for (std::string& argument : arguments) {
    words.push_back(argument.data());
  }
  words.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", 1, 0);
  pid_t child = 0;
  int status = 0;
  const bool ran = posix_spawn(&child, CONVSCOPE_PROGRAM, &quiet, nullptr, words.data(), environ) == 0 &&
                   waitpid(child, &status, 0) == child && status == 0;
  posix_spawn_file_actions_destroy(&quiet);
  if (!ran) {
    fail("the program failed");
  }
}

constexpr const char* film_preset = "full_padding_no_strides";
constexpr std::int64_t film_steps = 12;
constexpr double film_rate = 25;
constexpr Vec2 film_size{1280, 720};

/// The film's 300 frames, ready for the encoder; where two are equal, the frame before stands again.
std::vector<LibavFrame> film_frames() {
  const Document document = make_document(*find_preset(film_preset));
  const LayerResult result = compute(document);
  AnimationChoice choice{.stage = export_stage(document, result, {.size = film_size}),
                         .last_tick = film_steps - 1,
                         .motion = Motion::smooth,
                         .frames_per_second = film_rate};
  const Animation animation = animate(document, result, choice);
  const FontSet fonts = FontSet::load().value();
  std::vector<LibavFrame> frames;
  Scene before;
  for (std::int64_t i = 0; i < animation.frames.count; ++i) {
    Scene scene = animation.scene(i);
    frames.push_back(i > 0 && scene == before ? LibavFrame(libav().av_frame_clone(frames.back().get()))
                                              : film_frame(render_cairo(scene, fonts)));
    before = std::move(scene);
  }
  return frames;
}

void encode_alone(const std::vector<LibavFrame>& frames, const fs::path& file) {
  StreamSettings settings = film_settings(ExportFormat::mp4);
  settings.width = frames.front()->width;
  settings.height = frames.front()->height;
  settings.time_base = {1, static_cast<int>(film_rate)};
  settings.file = settings.name = file;
  Result<LibavStream> started = LibavStream::start(settings);
  if (!started) {
    fail(started.error().what.english());
  }
  LibavStream stream = std::move(started).value();
  std::int64_t pts = 0;
  for (const LibavFrame& frame : frames) {
    frame->pts = pts++;
    if (!stream.add(*frame, 1)) {
      fail("the encoder failed");
    }
  }
  if (!stream.finish()) {
    fail("the film could not be finished");
  }
}

class Times {
 public:
  void add(const Time& time) {
    real_.push_back(time.real);
    processors_.push_back(time.processors);
    std::ranges::sort(real_);
    std::ranges::sort(processors_);
  }
  /// What it takes when nobody else uses the machine, as far as that can be told.
  [[nodiscard]] double least() const { return real_.front(); }
  void print(const char* name) const {
    const std::size_t middle = real_.size() / 2;
    std::printf("%-46s %7.3f %7.3f %7.3f %11.3f %7.3f\n", name, real_.front(), real_[middle], real_.back(),
                processors_.front(), processors_[middle]);
  }

 private:
  std::vector<double> real_;
  std::vector<double> processors_;
};

void measure(const fs::path& folder) {
  Times gif;
  for (int i = 0; i < 15; ++i) {
    gif.add(time_of(RUSAGE_CHILDREN, [&] {
      run_program({"--preset", "full_padding_no_strides", "--size", "495x576", "--out", folder / "a.gif"});
    }));
  }
  Times film;
  Times encoder;
  const std::vector<LibavFrame> frames = film_frames();
  for (int i = 0; i < 5; ++i) {
    encoder.add(time_of(RUSAGE_SELF, [&] { encode_alone(frames, folder / "encoder.mp4"); }));
    film.add(time_of(RUSAGE_CHILDREN, [&] {
      run_program({"--preset", film_preset, "--look", "flat", "--smooth", "--fps", "25", "--steps", "0-11", "--size",
                   "1280x720", "--out", folder / "a.mp4"});
    }));
  }
  std::printf("%-46s %7s %7s %7s %11s %7s\n", "seconds", "least", "median", "most", "processors:", "median");
  gif.print("GIF, 49 frames of 495 x 576, whole process");
  film.print("MP4, 300 frames of 1280 x 720, whole process");
  encoder.print("the same frames through the encoder alone");
  std::printf("export: gif49 %.3f s, mp4 %.2f x encoder\n", gif.least(), film.least() / encoder.least());
}

}  // namespace
}  // namespace convscope

int main() {
  std::string pattern = (std::filesystem::temp_directory_path() / "convscope-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    convscope::fail("no temporary folder");
  }
  convscope::measure(pattern);
  std::filesystem::remove_all(pattern);
  return 0;
}
