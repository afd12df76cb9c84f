"""A visitor at the screens: reads words, presses what it is called, and nothing else.

visit = Visit()
visit.open("setup")
visit.type("Organisation", "Kestrel Foods")
visit.press("Create the assessment")
assert visit.heading == "Write down this code"
"""

import html
import json
import re
from functools import cache
from typing import Any

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from services.core import identity
from tests.paths import ROOT
from ui import navigation, session

SHELL = str(ROOT / "ui" / "shell.py")
SECONDS = 30


@cache
def components() -> BidiComponentManager:
    """Streamlit's register of components, shared as on a server: filling it reads every installed package."""
    manager = BidiComponentManager()
    manager.discover_and_register_components(start_file_watching=False)
    return manager


class Visit:
    """One tab of one browser. A second `Visit` with the same token is another tab, or a reload."""

    def __init__(self, token: str | None = None, screen: str = navigation.WELCOME) -> None:
        self.app = AppTest.from_file(SHELL, default_timeout=SECONDS)
        self.app._bidi_component_manager = components()
        self.app.session_state[session.VISITOR] = token or identity.new_token()
        self.run()
        if screen != navigation.WELCOME:
            self.open(screen)

    @property
    def token(self) -> str:
        """What the browser is known by now: beginning and coming back give it another token."""
        return str(self.app.session_state[session.VISITOR])

    def run(self) -> None:
        self.app.run()
        assert not self.app.exception, self.app.exception[0].value

    def open(self, screen: str) -> None:
        """Types the address of a screen."""
        registered = self.app._registered_pages
        (self.app._page_hash,) = [h for h, page in registered.items() if page["url_pathname"] == screen]
        self.run()
        self.app._page_hash = ""  # from here on the app itself decides where it goes

    def press(self, words: str) -> None:
        """Presses the button of these words, else the first that begins with them."""
        found = [button for button in self.app.button if plain(button.label).startswith(words)]
        found.sort(key=lambda button: plain(button.label) != words)
        assert found, f"no “{words}” among {self.buttons}"
        found[0].click()
        self.run()

    def type(self, label: str, text: str) -> None:
        """Types into the field whose label begins so, and leaves it; a form waits for its button."""
        fields = [*self.app.text_input, *self.app.text_area]
        (field,) = [f for f in fields if f.label.startswith(label)]
        field.set_value(text)
        if not field.proto.form_id:
            self.run()

    def choose(self, label: str, option: str) -> None:
        """Taps one of a row of words, or picks from a list."""
        for row in self.app.segmented_control:
            if plain(row.label).startswith(label):
                row.set_value(option)
        for field in self.app.selectbox:
            if field.label.startswith(label):
                field.select(option)
        self.run()

    def edit(self, table: str, **edits: Any) -> None:
        """Leaves a table with these edits laid over it, as the browser would send them."""
        edit_table(self.app, table, **edits)
        assert not self.app.exception, self.app.exception[0].value

    def taken(self, label: str) -> object:
        """What is tapped in a row of words."""
        (row,) = [row for row in self.app.segmented_control if plain(row.label).startswith(label)]
        return row.value

    @property
    def buttons(self) -> list[str]:
        return [plain(button.label) for button in self.app.button]

    @property
    def links(self) -> list[str]:
        return [plain(link.label) for link in self.app.page_link]

    @property
    def heading(self) -> str:
        """The page's one h1."""
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", "".join(self._blocks()))
        assert len(found) == 1, f"{len(found)} headings of the first rank: {found}"
        return stripped(found[0])

    @property
    def text(self) -> str:
        """Everything that can be read on the screen, buttons included."""
        fields = [f.label for f in [*self.app.text_input, *self.app.text_area, *self.app.toggle]]
        rows = [plain(row.label) for row in self.app.segmented_control]
        return "\n".join([*map(stripped, self._blocks()), *self.buttons, *self.links, *fields, *rows])

    @property
    def chosen(self) -> list[str]:
        """The cards that say they are the answer."""
        return [words.removesuffix("Your answer").strip() for words in self.buttons if "Your answer" in words]

    def _blocks(self) -> list[str]:
        return [block.value for block in self.app.html if not block.value.startswith(("<style", "<script"))]


def edit_table(app: AppTest, table: str, **edits: Any) -> None:
    """Runs the app with these edits laid over the table whose key begins so; AppTest itself sends none."""
    editor = table_of(app, table)
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = editor.proto.id
    state.string_value = json.dumps({"edited_rows": {}, "added_rows": [], "deleted_rows": []} | edits)
    app._run(states)


def table_of(app: AppTest, table: str) -> Any:
    """The one editable table whose key begins so."""
    (editor,) = [editor for editor in app.data_editor if str(editor.key).startswith(table)]
    return editor


def plain(label: str) -> str:
    """A label as it is read: without escapes, marks of emphasis and invisible characters."""
    shown = re.sub(r"(?<!\\)\*+", "", label.replace("\u2060", ""))
    return re.sub(r"\\(.)", r"\1", shown)


def stripped(markup: str) -> str:
    """The words of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", " ", markup)).strip()


def set_up(name: str = "Kestrel Cycles", function: str | None = None) -> Visit:
    """A visitor who has set up an assessment and stands before the first question."""
    visit = Visit(screen="setup")
    visit.app.text_input[0].set_value(name)
    if function:
        visit.app.selectbox[0].select(function)
    visit.press("Create the assessment")
    visit.press("Continue")
    return visit


def charts(visit: Visit) -> list[str]:
    """The accessible names of the charts on the screen."""
    return [chart.proto.alt for chart in visit.app.get("vega_lite_chart")]
