#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "app/export/choices.h"
#include "app/io/presets.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::content_of;
using testing::Export;

std::multiset<std::string> names(const std::string& text, const std::string& pattern) {
  std::multiset<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    found.insert((*at)[1]);
  }
  return found;
}

class SvgExport : public Export {
 protected:
  /// So many changing things that they are drawn and put away in several portions.
  [[nodiscard]] std::string exported(const std::string& name) const {
    const Document document = make_document(*find_preset("conv2d_7x7x3"), {.look = Look::stack, .theme = Theme::light});
    const ExportChoices choices{.smooth = true, .frames_per_second = 8, .readers_theme = true};
    const ExportPlan plan = plan_export(document, folder_.path() / name, choices).value();
    ExportJob job = export_job(plan, compute(plan.document)).value();
    job.overwrite = true;
    expect_done(job);
    return content_of(plan.path);
  }
};

TEST_F(SvgExport, NamesAreGivenOnceAndAllThatAreUsedAreGiven) {
  for (const char* const file : {"a.svg", "a.html"}) {
    const std::string text = exported(file);
    const std::multiset<std::string> given = names(text, " id=\"([a-zA-Z]+-[0-9]+)\"");
    const std::multiset<std::string> used = names(text, "(?:href=\"#|url\\(#)([^\")]+)");
    const std::set<std::string> different(given.begin(), given.end());
    EXPECT_GT(used.size(), 600U) << "more than one portion";
    EXPECT_EQ(different.size(), given.size()) << file;
    for (const std::string& name : used) {
      EXPECT_TRUE(different.contains(name)) << name << " in " << file;
    }
  }
}

TEST_F(SvgExport, APageOfManyPortionsHasBothThemes) {
  const std::string page = exported("a.html");
  EXPECT_NE(page.find("var(--c0)"), std::string::npos);
  EXPECT_NE(page.find("light dark"), std::string::npos);
}

}  // namespace
}  // namespace convscope
