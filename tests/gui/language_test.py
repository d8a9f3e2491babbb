"""English and Korean: by the locale, by the menu at once, in messages, and remembered."""

import unittest

from gui_test import GuiTest


class Languages(GuiTest):
    def choose(self, window, language):
        window.click("menu.view")
        window.click_at_rest("menu.language")
        window.click_at_rest("language." + language)

    def open_with_locale(self, locale):
        self.display.environment["LC_ALL"] = locale
        self.addCleanup(self.display.environment.pop, "LC_ALL", None)
        return self.open_paused()

    def test_the_locale_chooses_at_first(self):
        self.assertEqual(self.open_with_locale("ko_KR.UTF-8").state()["language"], "ko")

    def test_the_menu_changes_it_at_once(self):
        window = self.open_with_locale("C")
        english = window.picture()
        self.choose(window, "ko")
        state = window.wait_for(language="ko")
        # Everything stands where it stood; only words are others.
        self.assertEqual(state["layer"], window.state()["layer"])
        self.assertNotEqual(window.picture().rgb, english.rgb)
        self.choose(window, "en")
        window.wait_for(language="en")
        self.assertEqual(window.picture().rgb, english.rgb)

    def test_what_was_chosen_is_remembered(self):
        home = self.folder()
        window = self.open_in(home, "--paused")
        self.choose(window, "ko")
        window.wait_for(language="ko")
        window.key("ctrl+q")
        self.assertEqual(window.wait_for_end(), 0)
        self.open_in(home, "--paused").wait_for(language="ko")

    def test_a_refusal_is_said_in_the_language_and_again_in_another(self):
        window = self.open_with_locale("ko_KR.UTF-8")
        window.type_value("kernel_size.box", "9")
        state = window.wait("a refusal", lambda state: state["refusal"])
        self.assertEqual(state["refusal"]["problems"][0]["message"],
                         "kernel_size: 팽창한 커널은 9칸인데 패딩한 입력은 7칸뿐입니다")
        self.choose(window, "en")
        state = window.wait_for(language="en")
        self.assertEqual(state["refusal"]["problems"][0]["message"],
                         "kernel_size: the dilated kernel spans 9 cells, the padded input has only 7")

    def test_a_message_about_a_file_is_korean(self):
        window = self.open_with_locale("ko_KR.UTF-8")
        window.give_path("ctrl+o", "open", "/nowhere/lesson.json")
        state = window.wait("the message", lambda state: state["message"])
        self.assertEqual(state["message"],
                         "/nowhere/lesson.json: 읽을 수 없습니다 (그런 파일이나 폴더가 없음). 경로를 확인하세요")

    def test_a_tip_is_korean(self):
        window = self.open_with_locale("ko_KR.UTF-8")
        window.key("1")
        window.wait("the flat look", lambda state: state["look"] == "flat")
        window.picture()  # Planes stand still.
        plane = window.state()["planes"]["output 0"]
        x, y = (plane["corner"][i] + 0.5 * plane["column"][i] + 0.5 * plane["row"][i] for i in (0, 1))
        self.display.xdotool("mousemove", round(x), round(y))
        state = window.wait("a tip", lambda state: state["tip"] and state["tip"][0].startswith("output"))
        self.assertIn("곱 9개의 합", state["tip"])


if __name__ == "__main__":
    unittest.main()
