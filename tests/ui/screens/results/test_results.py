"""Results: what a person reads in a minute, everything behind it, and every state."""

import re

from services.assessments import example
from services.core.installation import Installation
from tests.reports import AS_OF
from tests.ui.filled import answered, everywhere, imported
from tests.ui.visit import Visit, charts

BACKED = everywhere(3, "document")


def test_the_cover_says_level_holder_and_what_to_do_first(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"ALP-1": 1})
    visit.open("results")
    assert visit.heading == "You describe level\u00a01, Wobbling."
    cover = next(block.value for block in visit.app.html if "pl-cover" in block.value)
    move = inst.instrument.practices["ALP-1"].move(2)
    assert move.title in cover
    assert "our estimate" in cover
    assert move.lacking in cover


def test_what_is_written_cannot_become_markup(inst: Installation) -> None:
    visit = answered(inst, BACKED, name="<b>Kestrel</b> & **Sons**")
    visit.open("results")
    assert "&lt;b&gt;Kestrel&lt;/b&gt; &amp; **Sons**" in "".join(b.value for b in visit.app.html)
    assert "<b>Kestrel" not in "".join(b.value for b in visit.app.html)


def test_an_unknown_answer_becomes_an_errand_with_text_to_copy(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"BET-1": {"kind": "dont_know"}, "BET-2": {"kind": "dont_know"}})
    visit.open("results")
    assert visit.heading.startswith("Level 2 for now")
    assert "Two questions you could not answer" in visit.text
    assert "Ask Head of the workshop these two questions." in visit.text
    practice = inst.instrument.practices["BET-1"]
    (copied,) = [block.value for block in visit.app.code]
    assert practice.stem in copied
    assert all(situation in copied for situation in practice.levels)


def test_predictions_are_told_as_expectations(inst: Installation) -> None:
    visit = answered(inst, BACKED, predictions={"ALP-1": 2, "BET-1": 3})
    visit.open("results")
    assert "You expect the other side to differ on one question" in visit.text


def test_answers_with_nothing_to_show_are_listed_with_the_evidence(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"ALP-3": {"level": 4, "backing": "opinion"}})
    visit.open("results")
    assert "One practice has no evidence yet" in visit.text
    assert inst.instrument.practices["ALP-3"].evidence in visit.text


def test_every_chart_has_a_name_and_a_table(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"ALP-1": 1}, activity=4)
    visit.open("results")
    assert len(charts(visit)) == 3
    assert all(charts(visit))
    assert visit.text.count("Show as a table") == 3


def test_every_number_opens_to_how_it_was_made(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"ALP-2": 1}, activity=4)
    visit.open("results")
    for opener in (
        "How this level is calculated",
        "How the index is calculated",
        "How this gap is calculated",
    ):
        assert opener in visit.text
    made = re.sub(r"\s+", " ", visit.text)
    assert "Price before work key 1.00 1 2 too low" in made
    assert "Below level 2 because of: Price before work." in made


def test_only_the_section_in_front_is_drawn(inst: Installation) -> None:
    visit = answered(inst, BACKED | {"ALP-1": 1})
    visit.open("results")
    assert [tab.label for tab in visit.app.tabs] == ["Counter", "Workshop"]
    assert any(name.startswith("Counter:") for name in charts(visit))
    assert not any(name.startswith("Workshop:") for name in charts(visit))


def test_level_five_asks_for_nothing_more(inst: Installation) -> None:
    visit = answered(inst, everywhere(5, "number"))
    visit.open("results")
    assert visit.heading == "You describe level\u00a05, Touring."
    assert "There is no higher level." in visit.text
    assert "to level 6" not in visit.text


def test_too_few_answers_have_no_level_and_say_what_is_open(inst: Installation) -> None:
    visit = answered(inst, {"ALP-1": 3, "ALP-2": 3, "ALP-3": 3})
    visit.open("results")
    assert visit.heading == "No higher than level 3; the two open questions can only lower it."
    assert "Two questions" in visit.text
    assert "Counter: level 3" in " ".join(visit.text.split())
    assert "Answer the open questions" in visit.links


def test_before_the_first_answer_there_is_a_way_to_the_questions(inst: Installation) -> None:
    visit = answered(inst, {})
    visit.open("results")
    assert visit.heading == "Nothing answered yet"
    assert "Answer the questions" in visit.links
    assert charts(visit) == []


def test_too_few_people_see_only_that_it_is_withheld(inst: Installation) -> None:
    visit = imported(inst, "team", "bt")
    visit.open("results")
    assert visit.heading == "Not shown, so that nobody’s answer can be worked out."
    assert charts(visit) == []
    assert "level 3" not in visit.text


def test_sides_are_told_apart_only_from_two_people_each(inst: Installation) -> None:
    together = imported(inst, "by_camp", "bbtt")
    together.open("results")
    assert "technology alone describe the same level: 3." in together.text
    uneven = imported(inst, "by_camp", "bbt")
    uneven.open("results")
    assert "Not shown, so that nobody’s answer can be worked out." in uneven.text


def test_nobody_s_single_answer_stands_on_the_screen(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bbtt")
    visit.open("results")
    assert "from these answers" not in visit.text


def test_open_mode_shows_from_which_answers_a_value_comes(real: Installation) -> None:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    visit.open("results")
    assert "from these answers" in visit.text
    assert "Helen Ashworth, Chief executive" in visit.text


def test_published_figures_come_with_population_and_no_rank(real: Installation) -> None:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    visit.open("results")
    figure = next(f for f in real.instrument.figures if f.pillar == "value")
    assert figure.statement in visit.text
    assert figure.population in visit.text
    assert "this is context, not a ranking" in visit.text
