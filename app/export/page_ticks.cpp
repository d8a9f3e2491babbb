#include "app/export/page_ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "app/scene/text_width.h"
#include "app/text/export_page.h"
#include "app/text/phrases.h"
#include "engine/check.h"

namespace convscope {
namespace {

Moment moment_of(const ExportJob& job, std::int64_t frame) {
  return job.animation.moment ? job.animation.moment(frame) : Moment{frame};
}

/// Calls `take` with each frame's moment and whether a tick begins with it.
Status for_each_frame(const ExportJob& job, const std::function<Status(const Moment& moment, bool begins)>& take) {
  std::pair<std::int64_t, std::int64_t> shown{-1, -1};
  Status taken = Done{};
  for (std::int64_t frame = 0; taken && frame < job.animation.frames.count; ++frame) {
    const Moment moment = moment_of(job, frame);
    const std::pair tick(moment.step, moment.part);
    taken = take(moment, std::exchange(shown, tick) != tick);
  }
  return taken;
}

std::string place_of(const ExportJob& job, const Moment& moment) {
  const std::int64_t steps = moment_of(job, job.animation.frames.count - 1).step + 1;
  return text::page::place_of(job.notes.language, moment.step, steps, moment.part, moment.parts);
}

}  // namespace

Status write_sums(const ExportJob& job, const TextSink& sink) {
  const PageNotes& notes = job.notes;
  const std::string heading =
      notes.sum ? fmt::format("<h2>{}</h2>\n", xml_escaped(text::window::this_cell.in(notes.language))) : "";
  Status written =
      sink(fmt::format("{}<p id=\"sum\"{}></p>\n<ol id=\"ticks\" hidden>\n", heading, notes.sum ? "" : " hidden"));
  if (written) {
    written = for_each_frame(job, [&](const Moment& moment, bool begins) {
      return begins ? sink(fmt::format("<li data-place=\"{}\">{}</li>\n", xml_escaped(place_of(job, moment)),
                                       notes.sum ? xml_escaped(notes.sum(moment)) : ""))
                    : Status(Done{});
    });
  }
  return written ? sink("</ol>\n") : written;
}

Status write_ticks_of_frames(const ExportJob& job, const TextSink& sink) {
  std::int64_t tick = -1;
  return for_each_frame(job, [&](const Moment&, bool begins) {
    const char* const comma = tick < 0 ? "" : ",";
    tick += begins ? 1 : 0;
    return sink(fmt::format("{}{}", comma, tick));
  });
}

long longest_place(const ExportJob& job) {
  float longest = 0;
  const Status done = for_each_frame(job, [&](const Moment& moment, bool begins) {
    if (begins) {
      longest = std::max(longest, text_width(place_of(job, moment), 1 / character_width));
    }
    return Status(Done{});
  });
  CHECK_EQ(done.ok(), true);
  return std::lround(std::ceil(longest));
}

}  // namespace convscope
