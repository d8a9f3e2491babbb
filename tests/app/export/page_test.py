"""The exported page, and the SVG that plays by itself, in a headless Chromium."""

import json
import re
import subprocess
import tempfile
import shutil
import time
import unittest
import urllib.request

from exporting import ExportTest, main, needs

# Without the flags about the network Chromium tries to reach its maker's hosts.
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1200,700"]
KEYS = {"Space": " ", "Right": "\ue014", "Left": "\ue012", "Home": "\ue011", "End": "\ue010"}


class Browser:
    """A Chromium that chromedriver drives (W3C WebDriver)."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="convscope-chromium-")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                       text=True)
        for line in self.driver.stdout:
            started = re.search(r"started successfully on port (\d+)", line)
            if started:
                break
        self.base = f"http://127.0.0.1:{started[1]}/session"
        chrome = {"args": [*FLAGS, f"--user-data-dir={self.profile}"]}
        self.session = ""
        self.session = "/" + self.ask("POST", "", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": chrome, "goog:loggingPrefs": {"browser": "ALL"}}}})["sessionId"]

    def ask(self, method, path, data=None):
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(self.base + self.session + path, body, {"Content-Type": "application/json"},
                                         method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, path):
        self.ask("POST", "/url", {"url": "file://" + path})

    def run(self, script):
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})

    def key(self, name):
        value = KEYS[name]
        self.act({"type": "key", "id": "keys", "actions": [{"type": "keyDown", "value": value},
                                                          {"type": "keyUp", "value": value}]})

    def drag(self, kind, start, end):
        move = {"type": "pointerMove", "duration": 0}
        self.act({"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": [
            {**move, "x": start[0], "y": start[1]}, {"type": "pointerDown", "button": 0},
            {**move, "x": end[0], "y": end[1], "duration": 100}, {"type": "pointerUp", "button": 0}]})

    def act(self, source):
        self.ask("POST", "/actions", {"actions": [source]})

    def click(self, name):
        element = self.ask("POST", "/element", {"using": "css selector", "value": "#" + name})
        self.ask("POST", f"/element/{next(iter(element.values()))}/click", {})

    def close(self):
        self.ask("DELETE", "")
        self.driver.terminate()
        self.driver.wait(timeout=20)
        self.driver.stdout.close()
        shutil.rmtree(self.profile, ignore_errors=True)


@needs("chromium", "chromedriver")
class Page(ExportTest):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def open(self, line, name="a.html"):
        self.export(name, line + " --force")
        self.browser.open(self.path(name))

    def open_paused(self, line):
        self.open(line)
        self.browser.run("pause(); show(0);")

    def frame(self):
        return int(self.browser.run("return picture.dataset.frame"))

    def sum(self):
        return self.browser.run("return document.getElementById('sum').textContent")

    def visible(self):
        """The numbers that can be seen in the picture, one after the other."""
        return self.browser.run("return [...picture.querySelectorAll('text')].filter(t => t.getClientRects().length)"
                                ".map(t => t.textContent).filter(t => /^[−0-9]+$/.test(t))")

    def assert_quiet(self):
        self.assertEqual(self.browser.ask("POST", "/se/log", {"type": "browser"}), [], "errors, or calls to a network")

    def test_it_plays_and_stops(self):
        self.open("--preset padding_strides --seconds-per-step 0.1")
        deadline = time.monotonic() + 20
        seen = set()
        while len(seen) < 9 and time.monotonic() < deadline:
            seen.add(self.frame())
        self.assertEqual(seen, set(range(9)), "all, over and over")
        self.browser.key("Space")
        stopped = self.frame()
        time.sleep(0.5)
        self.assertEqual(self.frame(), stopped)
        self.assertEqual(self.browser.run("return document.getElementById('play').getAttribute('aria-label')"),
                         "Play (Space)")
        self.assert_quiet()

    def test_without_a_loop_it_ends(self):
        self.open("--preset padding_strides --seconds-per-step 0.05 --no-loop")
        time.sleep(1.5)
        self.assertEqual(self.frame(), 8)
        self.assertEqual(self.browser.run("return timer"), 0)

    def test_keys_go_from_step_to_step(self):
        self.open_paused("--preset padding_strides")
        for key, frame in (("Right", 1), ("Right", 2), ("Left", 1), ("End", 8), ("Right", 8), ("Home", 0), ("Left", 0)):
            self.browser.key(key)
            self.assertEqual(self.frame(), frame, key)
        self.assert_quiet()

    def test_buttons_and_the_slider_too(self):
        self.open_paused("--preset padding_strides")
        for button, frame in (("forward", 1), ("last", 8), ("back", 7), ("first", 0)):
            self.browser.click(button)
            self.assertEqual(self.frame(), frame, button)
        self.browser.run("scrub.value = 5; scrub.dispatchEvent(new Event('input'));")
        self.assertEqual(self.frame(), 5)
        self.assertEqual(self.browser.run("return place.textContent"), "step 6 of 9")
        self.assertEqual(self.browser.run("return scrub.getAttribute('aria-valuetext')"), "step 6 of 9")

    def test_a_swipe_is_a_step(self):
        self.open_paused("--preset padding_strides")
        self.browser.drag("touch", (500, 200), (300, 200))
        self.assertEqual(self.frame(), 1)
        self.browser.drag("touch", (300, 200), (500, 200))
        self.assertEqual(self.frame(), 0)

    def test_smooth_ones_go_by_steps_as_well(self):
        self.open_paused("--preset padding_strides --smooth --fps 10")
        self.browser.key("Right")
        self.assertEqual(self.frame(), 10)
        self.browser.key("Right")
        self.browser.run("show(25)")
        self.browser.key("Left")
        self.assertEqual(self.frame(), 20, "first to where the step begins")
        self.browser.key("Left")
        self.assertEqual(self.frame(), 10)

    def test_the_formula_and_each_cells_sum_stand_beside_it(self):
        self.open_paused("--preset numerical_padding_strides --look flat")
        formula = self.browser.run("return document.getElementById('formula').innerText")
        self.assertIn("out = ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1", formula)
        self.assertIn("= 3", formula)
        self.assertEqual(self.sum(), "out[0, 0, 0] = 0 · 0 + 0 · 1 + 0 · 2 + 0 · 2 + 3 · 2 + 3 · 0 + 0 · 0 + 0 · 1 + 0 · 2 = 6")
        self.browser.key("Right")
        self.assertIn("out[0, 0, 1] = ", self.sum())
        self.assertTrue(self.sum().endswith(" = 17"))

    def test_the_picture_shows_the_frame(self):
        self.open_paused("--preset numerical_padding_strides --look flat")
        first = self.visible()
        self.assertEqual(first[-1], "6")
        self.assertNotIn("17", first)
        self.browser.key("End")
        last = self.visible()
        self.assertEqual(last[-9:-6], ["6", "17", "3"], "the output's first row")
        self.assertEqual(len(last), len(first) + 8, "eight more are computed")

    def test_text_can_be_selected(self):
        self.open_paused("--preset numerical_padding_strides --look flat")
        selected = self.browser.run("getSelection().selectAllChildren(picture); return getSelection().toString()")
        self.assertIn("(1, 5, 5)", selected)

    def test_titles_are_text(self):
        self.export("a.html", "--preset padding_strides --force --title <b>\"'&")
        self.browser.open(self.path("a.html"))
        self.assertEqual(self.browser.run("return document.title"), "<b>\"'&")
        self.assertEqual(self.browser.run("return document.querySelectorAll('b').length"), 0)

    def test_controls_have_names_and_room_for_fingers(self):
        self.open_paused("--preset padding_strides --theme dark")
        for name, width, height in self.browser.run(
                "return [...document.querySelectorAll('button, input')].map(e => {"
                "const r = e.getBoundingClientRect(); return [e.getAttribute('aria-label'), r.width, r.height]})"):
            self.assertTrue(name)
            self.assertGreaterEqual(min(width, height), 44, name)
        self.assertEqual(self.browser.run("return getComputedStyle(document.documentElement).colorScheme"), "dark")

    def window(self, width, height):
        self.browser.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}})

    def test_picture_and_controls_are_in_one_sight(self):
        self.addCleanup(self.browser.ask, "POST", "/goog/cdp/execute",
                        {"cmd": "Emulation.clearDeviceMetricsOverride", "params": {}})
        for line in ("--preset padding_strides", "--preset conv2d_7x7x3 --look flat --language ko",
                     "--preset conv2d_7x7x3 --look stack", "--preset no_padding_no_strides"):
            self.open_paused(line)
            for width, height in ((390, 844), (844, 390), (320, 568), (1280, 720)):
                self.window(width, height)
                wide, bottom, lines = self.browser.run(
                    "const rows = [...document.querySelectorAll('nav > *')].map(e => e.getBoundingClientRect());"
                    "return [document.documentElement.scrollWidth, Math.max(...rows.map(r => r.bottom)),"
                    "new Set(rows.slice(0, 5).map(r => r.top)).size]")
                self.assertLessEqual(wide, width, line)
                self.assertLessEqual(bottom, height, f"{line}: all controls at {width} x {height}")
                self.assertEqual(lines, 1, f"{line}: the buttons stand in a row at {width} x {height}")

    def background_when(self, scheme):
        self.browser.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]}})
        return self.browser.run("return getComputedStyle(document.body).backgroundColor")

    def test_it_follows_the_readers_theme_unless_one_is_chosen(self):
        for look in ("flat", "oblique", "stack"):
            line = f"--preset conv2d_7x7x3 --steps 0-2 --color diverging --look {look} --labels"
            self.open_paused(line)
            seen = {}
            for scheme in ("light", "dark"):
                seen[scheme] = (self.background_when(scheme), self.browser.run(
                    "return [...picture.querySelectorAll('path, use')].map(e => getComputedStyle(e).fill).join()"))
            self.open_paused(line + " --theme dark")
            self.assertEqual(self.background_when("light"), seen["dark"][0], look)
            self.assertNotEqual(seen["light"][0], seen["dark"][0], look)
            self.assertNotEqual(seen["light"][1], seen["dark"][1], look)
            self.assertEqual(self.browser.run("return [...picture.querySelectorAll('path, use')]"
                                              ".map(e => getComputedStyle(e).fill).join()"), seen["dark"][1], look)
        self.assert_quiet()  # The legends' pictures, too, are allowed.

    def test_nothing_lies_elsewhere(self):
        self.export("a.html", "--preset padding_strides")
        with open(self.path("a.html"), encoding="utf-8") as file:
            page = file.read()
        addresses = set(re.findall(r"https?://[^\"' )]+", page))
        self.assertEqual(addresses, {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}, "names, not places")
        self.assertNotRegex(page, r"""(src|href)=["'](?!#)""")

    def test_the_svg_plays_by_itself(self):
        self.export("a.svg", "--preset numerical_padding_strides --look flat --hold 1 --force")
        self.browser.open(self.path("a.svg"))
        shown = ("const svg = document.documentElement; svg.pauseAnimations(); svg.setCurrentTime(%s);"
                 "return [...svg.querySelectorAll('text')].filter(t => t.getClientRects().length).length")
        first = self.browser.run(shown % 0.5)
        for time_, more in ((1.5, 1), (7.9, 7), (8.5, 8), (9.5, 8), (10.5, 0), (13.5, 3)):
            self.assertEqual(self.browser.run(shown % time_) - first, more, f"after {time_} s")
        self.assert_quiet()

    def test_films_play_in_it(self):
        for name in ("a.mp4", "a.webm"):
            self.export(name, "--preset padding_strides --size 321x241 --hold 1 --force")
            with open(self.path("film.html"), "w", encoding="ascii") as page:
                page.write(f"<video muted src={name} onerror='this.dataset.error = this.error.message'></video>")
            self.browser.open(self.path("film.html"))
            film = "const film = document.querySelector('video');"
            self.browser.run(film + "film.currentTime = 9.5; film.play();")
            deadline = time.monotonic() + 20
            while not self.browser.run(film + "return film.ended") and time.monotonic() < deadline:
                time.sleep(0.05)
            seen = self.browser.run(film + "return [film.dataset.error, film.ended, film.videoWidth, film.videoHeight, "
                                    "Math.round(film.duration), film.getVideoPlaybackQuality().totalVideoFrames > 0]")
            self.assertEqual(seen, [None, True, 322, 242, 10, True], name)


if __name__ == "__main__":
    main()
