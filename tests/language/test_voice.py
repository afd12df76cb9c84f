"""What people read is free of the words that section 6 of the first review bans; each is found when planted."""

import shutil
from pathlib import Path

import pytest

from tests.language import voice
from tests.language.voice import PATTERNS, Said, faults
from tests.paths import DATA, ROOT, SHIPPED
from tools.messages import extract

ROOMS = (
    "app.py",
    "assessment/",
    "documents/",
    "language/",
    "manage.py",
    "pages/",
    "report/",
    "scoring/",
    "services/",
    "storage/",
    "ui/",
    "web/",
    "data/standards.yaml",
)
"""Rooms with sentences of the interface: each is held to it."""
PAGES = (
    ROOT / "README.md",
    DATA / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    DATA / "governance" / "CHANGES.md",
)

PLANTED = {
    "whoever": ["Whoever signs it answers for it.", "Ask whomever you like."],
    "anew": ["Pack the agenda anew"],
    "otherwise than": ["One side sees it otherwise than the other."],
    "hold you at": ["Two gaps hold you at level 2.", "Single practices hold it back."],
    "stand behind": ["Answers say what stands behind them."],
    "lie apart": ["The two sides lie as far apart as they did.", "The votes lay close."],
    "stand": ["This name stands twice.", "The levels stand for four stages.", "The rest stands below."],
    "lie": ["A chance lies between 0 and 1.", "The use lies in a field of its own."],
    "hold": ["The general rules still hold.", "What holds here?", "This limit holds for all."],
    "what is, as a noun": [
        "What is measured is listed.",
        "It shows only what may be shown.",
        "Done; what was typed stays",
    ],
    "ring": ["Ring the person who knows.", "It can be settled by telephone."],
    "AI use": ["Each AI use has an owner.", "The list of AI uses"],
}
INNOCENT = [
    "What is the most it may cost?",
    "Ask what comes next.",
    "An AI use case has an owner; AI use cases are listed.",
    "Bring the string along.",
    "They understand the outstanding questions, and the household believes them.",
    "Hold the meeting every six weeks.",
]


def test_the_interface_speaks_plainly() -> None:
    said = list(voice.in_catalogue(ROOMS))
    assert len(said) > 500
    assert [fault for one in said for fault in faults(one)] == []


@pytest.mark.parametrize(
    "folder", [DATA / "governance", DATA / "example", SHIPPED], ids=lambda folder: folder.name
)
def test_the_governance_texts_the_example_and_the_newest_edition_speak_plainly(folder: Path) -> None:
    assert [fault for said in voice.in_data(folder) for fault in faults(said)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_pages_for_operators_and_developers_speak_plainly(page: Path) -> None:
    assert [fault for said in voice.in_page(page) for fault in faults(said)] == []


def test_the_command_line_speaks_plainly() -> None:
    said = list(voice.in_help())
    assert len(said) > 20
    assert [fault for one in said for fault in faults(one)] == []


def test_every_sentence_of_the_interface_is_in_a_room_that_is_held_to_it() -> None:
    places = {name for message in extract(ROOT) for name, _line in message.locations}
    assert [name for name in sorted(places) if not name.startswith(ROOMS)] == []


def test_every_ban_has_its_planted_violation() -> None:
    assert set(PLANTED) == set(PATTERNS)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in PLANTED.items() for text in texts]
)
def test_a_banned_word_is_found_wherever_it_is_planted(name: str, text: str) -> None:
    assert any(fault.startswith(f"here: {name}: ") for fault in faults(Said("here", text))), text


@pytest.mark.parametrize("text", INNOCENT)
def test_words_that_only_look_like_banned_ones_pass(text: str) -> None:
    assert faults(Said("here", text)) == []


def test_a_planted_sentence_is_found_in_a_module_a_text_and_a_page(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "standards.yaml", tmp_path / "data")
    (tmp_path / "services" / "one.py").write_text('text = _("Pack it anew")\n', encoding="utf-8")
    (said,) = voice.in_catalogue(("services/",), tmp_path)
    assert (said.place, len(faults(said))) == ("services/one.py", 1)
    (tmp_path / "data" / "one.yaml").write_text(
        '- title: "Whoever asks"\n  code: "whoever"\n', encoding="utf-8"
    )
    assert [s.text for s in voice.in_data(tmp_path / "data", tmp_path) if s.place == "data/one.yaml"] == [
        "Whoever asks"
    ]
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n```\nanew\n```\n- `anew` is code\n- written anew\n", encoding="utf-8")
    assert [s.text for s in voice.in_page(page, tmp_path) if faults(s)] == ["- written anew"]
