"""Exported files in the hands of the tools that people use."""

import json
import re
import subprocess

from exporting import ExportTest, main, needs, output_of

PRESET = "--preset padding_strides"


class Tools(ExportTest):
    @needs("ffprobe")
    def test_ffprobe_knows_what_films_are(self):
        for name, codec in (("a.mp4", "h264"), ("a.webm", "vp9")):
            self.export(name, f"{PRESET} --size 321x241 --hold 2")
            probe = json.loads(output_of("ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format",
                                         "-of", "json", self.path(name)))
            stream = probe["streams"][0]
            self.assertEqual((stream["codec_name"], stream["pix_fmt"]), (codec, "yuv420p"))
            self.assertEqual((stream["width"], stream["height"]), (322, 242), "odd sides are made even")
            self.assertEqual((stream["color_range"], stream["color_space"]), ("tv", "bt709"))
            self.assertEqual(stream["nb_read_frames"], "110", "nine seconds and two, ten frames a second")
            self.assertAlmostEqual(float(probe["format"]["duration"]), 11, delta=0.1)
            self.assertNotIn("creation_time", json.dumps(probe))

    def test_an_mp4_can_start_before_all_is_there(self):
        self.export("a.mp4", PRESET)
        with open(self.path("a.mp4"), "rb") as file:
            content = file.read()
        self.assertLess(content.index(b"moov"), content.index(b"mdat"))

    @needs("ffprobe")
    def test_smooth_films_have_their_own_rate(self):
        self.export("a.mp4", f"{PRESET} --size 320x240 --smooth --fps 30")
        rate = output_of("ffprobe", "-v", "error", "-count_frames", "-show_entries",
                         "stream=avg_frame_rate,nb_read_frames", "-of", "csv=p=0", self.path("a.mp4")).strip()
        self.assertEqual(rate, "30/1,270")

    @needs("gifsicle")
    def test_gifsicle_reads_and_unfolds_gifs(self):
        for flags in ("", "--background transparent"):
            self.export("a.gif", f"{PRESET} --force {flags}")
            info = output_of("gifsicle", "-I", self.path("a.gif"))
            self.assertIn("9 images", info)
            self.assertIn("loop forever", info)
            self.assertEqual(info.count("delay 1.00s"), 9)
            run = subprocess.run(["gifsicle", "-U", self.path("a.gif"), "-o", self.path("b.gif")], capture_output=True,
                                 text=True, timeout=60)
            self.assertEqual((run.returncode, run.stderr), (0, ""))

    @needs("pdfinfo", "pdftotext", "pdffonts")
    def test_a_pdf_has_a_page_a_step_and_its_text(self):
        self.export("a.pdf", f"{PRESET} --look flat --title A·title --size 692x348")
        info = output_of("pdfinfo", self.path("a.pdf"))
        self.assertRegex(info, r"Pages: +9\n")
        self.assertRegex(info, r"Title: +A·title\n")
        self.assertRegex(info, r"Page size: +692 x 348 pts")
        fonts = output_of("pdffonts", self.path("a.pdf")).splitlines()[2:]
        self.assertGreater(len(fonts), 0)
        for font in fonts:
            self.assertRegex(font, r"yes +yes +yes", "embedded, in part, with its letters' meaning")
        text = output_of("pdftotext", "-layout", self.path("a.pdf"), "-")
        self.assertIn("(1, 5, 5)", text)
        self.assertIn("padded to 7 × 7", text)
        self.assertIn("−1", text)

    @needs("pdftoppm", "ffmpeg")
    def test_a_pdfs_pages_look_like_the_pictures(self):
        self.export("a.pdf", f"{PRESET} --look flat --size 692x348")
        self.export("step_%d.png", f"{PRESET} --look flat --size 692x348")
        output_of("pdftoppm", "-r", "72", "-png", self.path("a.pdf"), self.path("page"))
        for step in (0, 4, 8):
            self.assert_alike(self.path(f"page-{step + 1}.png"), self.path(f"step_{step}.png"))

    @needs("rsvg-convert", "ffmpeg")
    def test_svgs_look_like_the_pictures(self):
        for flags in ("--look flat", "--theme dark --numbers --labels"):
            line = f"{PRESET} {flags} --size 692x348 --steps 0-2 --force"
            self.export("step_%d.svg", line)
            self.export("step_%d.png", line)
            self.export("a.svg", line)
            for step in range(3):
                output_of("rsvg-convert", self.path(f"step_{step}.svg"), "-o", self.path("drawn.png"))
                self.assert_alike(self.path("drawn.png"), self.path(f"step_{step}.png"))
            # What does not play an animation shows its first frame.
            output_of("rsvg-convert", self.path("a.svg"), "-o", self.path("drawn.png"))
            self.assert_alike(self.path("drawn.png"), self.path("step_0.png"))

    def assert_alike(self, one, other):
        """Within what two ways to smooth edges differ; a wrong cell or a missing number differs more."""
        run = subprocess.run(["ffmpeg", "-i", one, "-i", other, "-lavfi", "[0]format=rgb24[a];[1]format=rgb24[b];"
                              "[a][b]psnr", "-f", "null", "-"], capture_output=True, text=True, timeout=60, check=True)
        self.assertGreater(float(re.search(r"average:([0-9.]+|inf)", run.stderr)[1]), 27, f"{one} and {other}")


if __name__ == "__main__":
    main()
