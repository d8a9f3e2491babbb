#!/usr/bin/env python3
"""Every text that people read stands in the catalogue, app/text/*.inc: tests/phrases.py [TOP].

Names every phrase that stands there twice or that no source uses, and every literal of the window, the pictures and the
words that a person could read and that does not stand there.
"""
import pathlib
import re
import sys

PHRASE = re.compile(r"^(?:PHRASE|FLAGGED|COUNTED)\((\w+), ", re.MULTILINE)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
NAMESPACES = {"phrases": "window", "picture_phrases": "picture", "message_phrases": "message",
              "code_phrases": "code", "synonyms": "also"}

# What no one reads, or reads alike in every language.
NAME = re.compile(r"(##)?[a-z0-9_.-]*")  # Of controls, flags, parameters.
KEY = re.compile(r"((Ctrl|Shift|Alt)\+)*(\w|F\d+|\+|-|[←-↓]|Esc|Enter|Tab|Space|Home|End|Page Down|Page Up)")
FORMAT = re.compile(r"%[\w.]+|#version .*")
CELL = re.compile(r"\w*\[[{}, ]*\]")  # weight[{}, {}, {}, {}]
SAME_EVERYWHERE = {"English", "한국어", "ConvScope", "NaN", "HOME", "LC_ALL", "LC_MESSAGES", "LANG"}
WINDOWS = {"cell entry", "export progress", "file message"}  # Dear ImGui's names.
# Planes, lines and labels of a scene are named, so that two scenes can be compared.
SCENE_NAME = re.compile(
    r" ?(label|legend|flow|copy line|window line|result line|window|from output|from kernel|behind|filter|footer|shape|end"
    r"|input channel|output channel|made channel|on input|on output|rest|matrix backdrop|top|side|floor|wall)\b[ \w]*"
)
# A literal that a call shows, whatever it looks like.
SHOWN = re.compile(
    r'\b(?:Choice(?: \w+)?\{[^,]*, |icon_button\(ui, "[^"]*", [^,]+, |colored_text\([^"]*, |draw_fitted_text\([^"]*, |'
    r"ImGui::(?:Button|SmallButton|MenuItem|BeginMenu|Checkbox|RadioButton|Selectable|Text\w*|BulletText|SetTooltip"
    r'|CollapsingHeader|TreeNode)\(|begin_sheet\(ui, |hint\(ui, |draw_note\(ui, |draw_note_line\(ui, )"(?!##)([^"]*)"'
)
# These are said by commands alone, in English: scripts read them.
COMMANDS = {"usage_errors.cpp", "question_errors.cpp", "graphics_errors.cpp", "export_errors.cpp", "errors.cpp",
            "layer_words.cpp", "names.cpp", "window.h", "editing.cpp"}

problems = []


def without_comments(source: str) -> str:
    """The same lines without comments; literals stay as they are."""
    pattern = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return pattern.sub(lambda found: found[0] if found[0][0] in "\"'" else "\n" * found[0].count("\n"), source)


def sources(top: pathlib.Path, folder: str) -> list[pathlib.Path]:
    return sorted(path for path in (top / folder).rglob("*") if path.suffix in (".cpp", ".h"))


def check_catalogue(top: pathlib.Path) -> None:
    """Keys of each file are different, and each is used by its qualified name, or where its namespace is open."""
    text = {path: without_comments(path.read_text()) for path in sources(top, "app")}
    qualified = {}
    for name in NAMESPACES.values():
        uses = set()
        for content in text.values():
            aliases = re.findall(rf"namespace (\w+) = text::{name};", content)
            uses.update(re.findall(rf"\b(?:{'|'.join([name, *aliases])})::(\w+)", content))
            if re.search(rf"namespace (convscope::)?text::{name}\b(?! =)", content):
                uses.update(re.findall(r"\w+", content))
        qualified[name] = uses
    lists = sorted((top / "app/text").glob("*.inc"))
    if {path.stem for path in lists} != set(NAMESPACES):
        problems.append(f"{top}/app/text: the catalogue is not {', '.join(NAMESPACES)}")
    for path in lists:
        content = path.read_text()
        keys = PHRASE.findall(content)
        if len(keys) != sum(line.lstrip().startswith(("PHRASE", "FLAGGED", "COUNTED")) for line in content.splitlines()):
            problems.append(f"{path}: a phrase does not begin its line with PHRASE(key,")
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            problems.append(f"{path}: {key} stands there twice")
        used = qualified.get(NAMESPACES.get(path.stem, ""), set())
        problems.extend(f"{path}: nobody uses {key}" for key in keys if key not in used)


def is_read(literal: str, path: pathlib.Path) -> bool:
    """Whether a person could read it."""
    if not re.search(r"[^\W\d_]{2}", re.sub(r"\{[^}]*\}|\\u\w{4}|\\n", "", literal)):
        return False
    if NAME.fullmatch(literal) or KEY.fullmatch(literal) or FORMAT.fullmatch(literal) or CELL.fullmatch(literal):
        return False
    if literal in SAME_EVERYWHERE or literal in WINDOWS:
        return False
    return not (path.parent.name == "scene" and SCENE_NAME.fullmatch(literal))


def check_literals(top: pathlib.Path) -> None:
    for folder in ("app/ui", "app/scene", "app/text"):
        for path in sources(top, folder):
            if path.name in COMMANDS:
                continue
            for number, line in enumerate(without_comments(path.read_text()).splitlines(), 1):
                if line.startswith("#include"):
                    continue
                read = [literal for literal in LITERAL.findall(line) if is_read(literal, path)]
                shown = [literal for literal in SHOWN.findall(line)
                         if re.search(r"[^\W\d_]{2}", literal) and literal not in SAME_EVERYWHERE]
                for literal in read + shown:
                    problems.append(f'{path}:{number}: "{literal}" stands not in the catalogue')


top = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
check_catalogue(top)
check_literals(top)
for problem in dict.fromkeys(problems):
    print(problem)
sys.exit(1 if problems else 0)
