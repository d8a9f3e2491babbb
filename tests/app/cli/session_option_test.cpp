#include <gtest/gtest.h>

#include "app/document/edit_values.h"
#include "app/io/npy.h"
#include "app/io/presets.h"
#include "app/io/session.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::CliRun;
using testing::error_of;
using testing::run_line;

/// A folder with a session of ones in it; "@" in a command line stands for its path.
class SessionOption : public ::testing::Test {
 protected:
  SessionOption() {
    Document document = make_document(*find_preset("numerical_padding_strides"));
    document = with_fill(document, {ValueTarget::weight}, {FillKind::ones});
    document.view.look = Look::oblique;
    EXPECT_TRUE(write_session(folder_.path() / "s.json", {document, 0, 1}).ok());
  }

  [[nodiscard]] CliRun run(std::string line) const {
    for (std::size_t at = line.find('@'); at != std::string::npos; at = line.find('@')) {
      line.replace(at, 1, folder_.path().string());
    }
    return run_line(line);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(SessionOption, BringsLayerAndValues) {
  EXPECT_EQ(run("compute --session @/s.json --output @/y.npy").err, "");
  EXPECT_EQ(read_input_npy(folder_.path() / "y.npy").value().tensor,
            Tensor({1, 1, 3, 3}, {6, 10, 5, 6, 11, 13, 4, 2, 5}));
  EXPECT_EQ(run("shape --session @/s.json --json").json()["output_size"], (nlohmann::json{3, 3}));
  EXPECT_EQ(run("trace --session @/s.json --step 0 --json").json()["steps"][0]["output_value"], 6);
  EXPECT_NE(run("code --session @/s.json").out.find("weight = torch.tensor([[[[1, 1, 1],"), std::string::npos);
  EXPECT_EQ(run("matrix --form im2col --session @/s.json --json").status, 0);
  EXPECT_EQ(run("gradient --session @/s.json --json").json()["weight_gradient"][0][0][1][1], 16);
}

TEST_F(SessionOption, LaterFlagsOverrideIt) {
  EXPECT_EQ(run("shape --session @/s.json --stride 1 --json").json()["output_size"], (nlohmann::json{5, 5}));
  EXPECT_EQ(run("shape --session @/s.json --preset dilation --json").json()["output_size"], (nlohmann::json{3, 3}));
  EXPECT_NE(error_of(run("compute --session @/s.json --kernel-size 2 --output @/y.npy"), 1)
                .find("the weight of " + folder_.path().string()),
            std::string::npos);
}

TEST_F(SessionOption, AnExportLooksAsItWasSaved) {
  EXPECT_EQ(run("export --session @/s.json --steps 0 --out @/saved.png").err, "");
  EXPECT_EQ(run("export --session @/s.json --look oblique --steps 0 --out @/oblique.png").err, "");
  EXPECT_EQ(run("export --session @/s.json --look flat --steps 0 --out @/flat.png").err, "");
  const std::string saved = testing::content_of(folder_.path() / "saved.png");
  EXPECT_FALSE(saved.empty());
  EXPECT_EQ(saved, testing::content_of(folder_.path() / "oblique.png"));
  EXPECT_NE(saved, testing::content_of(folder_.path() / "flat.png"));
}

TEST_F(SessionOption, ABrokenOneIsAFailure) {
  folder_.write("broken.json", "{}");
  EXPECT_EQ(
      error_of(run("shape --session @/broken.json"), 1),
      folder_.path().string() +
          "/broken.json is not a session of ConvScope: it has no \"convscope_session\"; open a file that ConvScope "
          "has saved");
  EXPECT_NE(error_of(run("compute --session @/none.json --output @/y.npy"), 1).find("none.json: No such file"),
            std::string::npos);
}

}  // namespace
}  // namespace convscope
