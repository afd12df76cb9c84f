"""`score` and `playbook`: one file in, a result out, without a database."""

import json
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.commands import Run
from tests.paths import EXAMPLE


def test_a_result_has_the_parts_of_the_format_in_its_order_and_nothing_that_has_no_engine(run: Run) -> None:
    done = run("score", EXAMPLE, "--json")
    assert done.code == 0
    assert list(done.json) == [
        *("edition", "scoring", "privacy", "respondents", "coverage", "level", "index", "pillars"),
        *("practices", "agreement", "strategy_gap", "gaps", "path", "decisions_asked", "roadmap", "promised"),
        *(
            "use_cases",
            "portfolio",
            "pilots",
            "verdicts",
            "ownership",
            "ai_uses",
            "risk_statement",
            "charter",
        ),
    ]
    assert list(done.json["practices"]["STR-1"]) == [
        *("state", "described", "shown", "level", "agreed"),
        *("average_deviation", "difference", "delta", "flag"),
    ]
    assert len(done.json["practices"]) == 25
    assert set(done.json["level"]["variants"]) == {"same", "of", "differs"}


def test_a_file_is_scored_and_drawn_without_any_database(run: Run, var: Path, tmp_path: Path) -> None:
    assert run("score", EXAMPLE).code == 0
    assert run("playbook", EXAMPLE, "-o", tmp_path / "out.pdf").code == 0
    assert not var.exists()


def test_without_json_the_result_is_sentences(run: Run) -> None:
    text = run("score", EXAMPLE).out
    assert "You describe level 2, Experimenting." in text
    assert "Five decisions asked: together they reach level 3" in text
    assert "{" not in text
    assert "�" not in text
    assert "GBP −174,000" in text


def test_a_path_keeps_the_days_lowest_that_the_command_asks_for_whatever_the_file_says(
    run: Run, tmp_path: Path
) -> None:
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["roadmap"]["minimise"] = "both"
    file = tmp_path / "both.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    by_file, asked = (
        run("score", file, "--json").json,
        run("score", file, "--json", "--minimise", "organiser").json,
    )
    assert [found["path"]["minimised"] for found in (by_file, asked)] == ["both", "organiser"]
    assert by_file["path"]["effort"] > asked["path"]["effort"]
    del data["roadmap"]
    file.write_text(json.dumps(data), encoding="utf-8")
    assert run("score", file, "--json", "--minimise", "both").json["path"]["minimised"] == "both"
    assert "days of organiser and others together" in run("score", file, "--minimise", "both").out


def test_the_sentences_say_who_answers_for_what_and_what_is_to_be_settled(run: Run, tmp_path: Path) -> None:
    text = run("score", EXAMPLE).out
    assert "  Who accepts the risk? Chief financial officer.\n" in text
    assert (
        "  Supplier invoice reading: Result: Chief financial officer. Risk: Chief information officer.\n"
        in text
    )
    for said in run("score", EXAMPLE, "--json").json["ownership"]["to_settle"]:
        assert f"  – {said}\n" in text
    without = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    del without["ownership"]
    file = tmp_path / "unowned.json"
    file.write_text(json.dumps(without), encoding="utf-8")
    assert "Who owns what" not in run("score", file).out


def test_the_same_file_gives_the_same_bytes(spawn: Run, run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    assert spawn("playbook", EXAMPLE, "-o", one).code == 0
    assert run("playbook", EXAMPLE, "-o", other).code == 0
    assert one.read_bytes() == other.read_bytes()


def test_the_playbook_stands_for_the_day_asked_else_for_the_files_last_change(
    run: Run, tmp_path: Path
) -> None:
    file, out = tmp_path / "a.json", tmp_path / "a.pdf"
    file.write_bytes(EXAMPLE.read_bytes())
    os.utime(file, (1_700_000_000, 1_700_000_000))
    run("playbook", file, "-o", out, "--length", "board")
    assert "14 November 2023" in PdfReader(out).pages[0].extract_text()
    run("playbook", file, "-o", out, "--length", "board", "--date", "2026-03-05")
    assert "5 March 2026" in PdfReader(out).pages[0].extract_text()


def test_length_paper_and_appendix_are_chosen(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    run("playbook", EXAMPLE, "-o", out, "--length", "board", "--paper", "letter")
    board = PdfReader(out).pages
    assert len(board) == 2
    assert [round(float(side)) for side in board[0].mediabox[2:]] == [612, 792]
    run("playbook", EXAMPLE, "-o", out)
    full = len(PdfReader(out).pages)
    run("playbook", EXAMPLE, "-o", out, "--appendix")
    assert len(PdfReader(out).pages) > full > 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        EXAMPLE.read_bytes()[:-400],
        b"[" * 50 + b"]" * 50,
        b'{"format": "plumbline-assessment", "format": "plumbline-assessment"}',
        EXAMPLE.read_bytes().replace(b'"version": 1', b'"version": 2', 1),
        EXAMPLE.read_bytes().replace(b'"STR-1"', b'"STR-9"'),
        EXAMPLE.read_bytes().replace(b'"level": 2', b'"level": NaN', 1),
        EXAMPLE.read_bytes().replace(b'"level": 2', b'"level": 6', 1),
        b" " * 5_000_001,
        b'{"format": "plumbline-assessment", "\x1b[2J": 1}',
    ],
    ids=["empty", "no json", "cut", "deep", "twice", "newer", "code", "nan", "level", "huge", "terminal"],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_few_words(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    file, out = tmp_path / "bad.json", tmp_path / "bad.pdf"
    file.write_bytes(content)
    for done in (run("score", file, "--json"), run("playbook", file, "-o", out), run("import", file)):
        assert done.code == 1
        assert done.out == ""
        assert 0 < len(done.err.strip()) <= 500
        assert str(tmp_path) not in done.err
        assert "Traceback" not in done.err
        assert "\x1b" not in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.json"]


def test_a_file_that_is_not_there_is_refused_and_names_only_what_was_typed(run: Run) -> None:
    done = run("score", "nowhere.json")
    assert (done.code, done.err) == (1, "nowhere.json cannot be read: No such file or directory.\n")


def test_an_output_is_whole_or_not_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "absent" / "out.pdf"
    done = run("playbook", EXAMPLE, "-o", out)
    assert done.code == 1
    assert "No partial file is left" in done.err
    assert list(tmp_path.iterdir()) == []
    assert run("playbook", EXAMPLE, "-o", tmp_path).code == 1


def test_an_earlier_output_is_replaced_and_a_link_keeps_pointing(run: Run, tmp_path: Path) -> None:
    target, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"earlier")
    link.symlink_to(target)
    assert run("playbook", EXAMPLE, "-o", link, "--length", "board").code == 0
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")


def test_the_playbook_never_replaces_the_assessment_it_is_drawn_from(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(EXAMPLE.read_bytes())
    assert run("playbook", file, "-o", file).code == 2
    assert file.read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("score",),
        ("playbook", EXAMPLE),
        ("score", EXAMPLE, "--yaml"),
        ("score", EXAMPLE, "--minimise", "board"),
        ("instrument",),
    ],
)
def test_wrong_use_ends_with_two(run: Run, arguments: tuple[object, ...]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "Usage" in done.err


def test_exit_codes_and_utf_8_hold_in_a_process_of_its_own(spawn: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text("{}")
    assert spawn("score", file).code == 1
    assert spawn("score").code == 2
    done = spawn("score", EXAMPLE, "--json", locale="POSIX")
    assert done.code == 0
    assert json.loads(done.out)["privacy"] == "open"


def test_a_file_in_a_language_that_is_not_here_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "finnish.json"
    file.write_text(json.dumps(json.loads(EXAMPLE.read_text("utf-8")) | {"language": "fi"}), encoding="utf-8")
    for command in (["score", file], ["playbook", file, "-o", tmp_path / "out.pdf"], ["import", file]):
        done = run(*command)
        assert (done.code, done.out) == (1, "")
        assert done.err == "There are no texts in the language “fi”; choose from “en”.\n"
