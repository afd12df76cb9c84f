"""The wall, phase by phase: what it says, and before a reveal nothing of what anybody answered."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assessment.answers.records import Privacy
from assessment.instrument.words import definitions_in, how_to_choose
from assessment.workshop.meeting import in_words
from services.core.installation import Installation
from services.workshop import facilitation, voting
from services.workshop.join.codes import grouped
from tests.ui.screens.workshop.walls import Wall, a_wall
from tests.ui.visit import Visit
from tests.words import WITHHELD


def test_the_lobby_says_how_to_join_who_came_and_what_the_meeting_holds(inst: Installation) -> None:
    wall = a_wall(inst, way="prepared", minutes=60)
    wall.join("bbt")
    text = wall.text
    assert wall.heading == "Kestrel Cycles"
    assert grouped(wall.code) in text
    assert "localhost/join" in text
    assert "Three people are here" in text
    assert "2 business" in text
    assert "1 technology" in text
    assert "60 minutes together" in text
    assert "What we commit to" in text
    assert "0 of 3 have answered all five questions." in text
    assert "Only one person speaks for technology" in text


def test_in_team_mode_the_lobby_counts_no_sides(inst: Installation) -> None:
    wall = a_wall(inst, privacy="team")
    wall.join("bbt")
    assert "Three people are here" in wall.text
    assert "business" not in wall.text


def test_a_wall_whose_address_no_phone_reaches_says_so(inst: Installation) -> None:
    assert "Phones cannot reach this address" in a_wall(inst).text


def test_a_wall_with_a_base_address_shows_it_and_warns_of_nothing(
    inst: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    reachable = inst.settings.model_copy(update={"base_url": "https://plumbline.example.org"})
    monkeypatch.setattr("ui.session.here", lambda: replace(inst, settings=reachable))
    text = a_wall(inst).text
    assert "plumbline.example.org/join" in text
    assert "Phones cannot reach" not in text


@pytest.mark.parametrize("privacy", ["open", "by_camp", "team"])
def test_before_the_reveal_the_wall_shows_the_question_and_a_count_only(
    inst: Installation, privacy: Privacy
) -> None:
    wall = a_wall(inst, way="pillar", privacy=privacy)
    people = wall.join("bbtt", names=True)
    wall.act("start")
    asked = wall.drawn
    wall.vote(people[:3], 1, [5, 1, 4])
    assert wall.practice.stem == wall.heading
    assert all(situation in wall.text for situation in wall.practice.levels)
    assert "3 of 4 have answered." in wall.text
    assert wall.drawn == asked, "nothing but the count may change"
    assert "pl-w-mark" not in wall.drawn
    assert "Person" not in wall.text


def test_while_people_choose_the_wall_says_the_rule_and_what_words_of_the_question_mean(
    real: Installation,
) -> None:
    wall, asked = a_wall(real, way="pillar", minutes=240), real.instrument
    people = wall.join("bbtt")
    wall.act("start")
    wall.act("jump", "OWN-2")
    assert wall.practice.code == "OWN-2"
    text = " ".join(wall.text.split())
    assert f"{asked.rule} {how_to_choose(asked)}" in text
    known = definitions_in(asked, wall.practice)
    assert known
    assert all(f"{one.term} {one.meaning}" in text for one in known)
    wall.vote(people, 1, [4, 4, 2, 2])
    wall.act("reveal")
    assert str(asked.rule) not in wall.text
    wall.act("vote_again")
    assert f"Your first vote counts unless you vote again. {asked.rule}" in wall.text
    assert how_to_choose(asked) not in wall.text
    ten = a_wall(real, way="ten", minutes=60)
    ten.join("bt")
    ten.act("start")
    assert f"{asked.rule} {how_to_choose(asked)}" in ten.text


def test_an_edition_without_a_rule_has_none_on_the_wall(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bt")
    wall.act("start")
    assert "pl-w-guide" not in wall.drawn
    wall.act("reveal")
    wall.act("vote_again")
    assert "None" not in wall.text


def test_the_second_vote_is_called_so_and_hides_the_first(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [5, 5, 1, 1])
    wall.act("reveal")
    wall.act("vote_again")
    assert "Second vote" in wall.text
    assert "Your first vote counts unless you vote again." in wall.text
    assert "0 of 4 have answered." in wall.text
    assert "pl-w-mark" not in wall.drawn


def test_the_whole_set_is_answered_under_its_titles(inst: Installation) -> None:
    wall = a_wall(inst, way="ten", minutes=90)
    wall.join("bbt")
    wall.act("start")
    keys = [p.title for p in inst.instrument.practices.values() if p.key]
    assert "questions: answer alone" in wall.heading
    assert all(title in wall.text for title in keys)
    assert f"0 of 3 have answered all {in_words(len(keys))} questions." in wall.text


def test_the_reveal_names_the_difference_between_the_sides(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [4, 3, 2, 1])
    wall.act("reveal")
    assert wall.heading == "Business answers 2.0 levels higher than technology"
    assert "business: levels 3 to 4" in wall.text
    assert "technology: levels 1 to 2" in wall.text
    assert "Typically one level away from the middle answer." in wall.text, "no word below five leaders"
    assert "have answered" not in wall.text


def test_from_five_leaders_on_the_distance_has_a_word(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbttt")
    wall.act("start")
    wall.vote(people, 1, [3, 3, 3, 3, 2])
    wall.act("reveal")
    assert "Close agreement: typically 0.2 levels away from the middle answer." in wall.text


def test_both_votes_stand_side_by_side(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [4, 4, 1, 1])
    wall.act("reveal")
    wall.act("vote_again")
    wall.vote(people[:2], 2, [2, 2])
    wall.act("reveal")
    assert "First vote" in wall.text
    assert "In the first vote: 1.5 levels." in wall.text
    assert "2: 2 business, 0 technology" in wall.text


def test_who_gives_no_level_is_counted_apart(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbbtt")
    wall.act("start")
    wall.vote(people, 1, [3, 3, "?", 3, 3])
    wall.act("reveal")
    assert wall.heading == "All who chose a level chose 3"
    assert "One person does not know." in wall.text


def test_one_mark_for_everybody_where_sides_are_not_shown(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar", privacy="team")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [4, 4, 2, 2])
    wall.act("reveal")
    assert wall.heading == "Answers run from level 2 to level 4"
    assert wall.drawn.count("pl-w-mark-anybody") == 4
    assert not re.search("business|technology", wall.text)


def test_what_may_not_be_shown_is_said_with_the_one_sentence(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar", privacy="team")
    people = wall.join("bt")
    wall.act("start")
    wall.vote(people, 1, [5, 1])
    wall.act("reveal")
    assert wall.heading == WITHHELD
    assert "pl-w-mark" not in wall.drawn
    assert not re.search(r"level \d|Answers run", wall.text)
    assert all(situation in wall.text for situation in wall.practice.levels)


def test_a_late_second_vote_is_left_out_and_that_is_said(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [4, 4, 2, 2])
    wall.act("reveal")
    late = wall.join("b")
    wall.act("vote_again")
    wall.vote([*people, *late], 2, [3, 3, 3, 3, 5])
    wall.act("reveal")
    assert wall.heading == "Everyone chose level 3"
    assert "Later votes: Not shown" in wall.text


def test_names_stand_in_open_mode_only(inst: Installation) -> None:
    for privacy, shown in (("open", True), ("by_camp", False)):
        wall = a_wall(inst, way="pillar", privacy=privacy)  # type: ignore[arg-type]
        people = wall.join("bbtt", names=True)
        wall.act("start")
        wall.vote(people, 1, [4, 4, 2, 2])
        wall.act("reveal")
        assert ("Person 1" in wall.text) is shown


def test_the_agreed_level_stands_beside_the_votes(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [4, 4, 2, 2])
    wall.act("reveal")
    owner = inst.instrument.functions[0]
    wall.agree(3, note="Until spring.", dissent="Sales sees a two.", owner=owner.code)
    assert wall.heading == "Voted 2 to 4; agreed 3"
    assert wall.practice.situation(3) in wall.text
    for words in ("Until spring.", "Sales sees a two.", f"Owner: {owner.title}"):
        assert words in wall.text


def test_the_overview_says_where_one_stands_and_what_is_talked_about(inst: Installation) -> None:
    wall = a_wall(inst, way="prepared", minutes=60)
    people = wall.join("bbtt")
    for code in wall.view.open_codes:
        wall.vote(people, 1, [4, 4, 2, 2], code)
    wall.act("start")
    assert wall.heading == wall.view.standing
    assert "to discuss" in wall.text
    planned = [entry.code for entry in wall.view.agenda if entry.state == "planned"]
    assert planned
    assert all(inst.instrument.practices[code].title in wall.text for code in planned)


def test_while_decisions_are_placed_only_the_progress_shows(real: Installation) -> None:
    wall = a_wall(real, way="prepared", minutes=90)
    people = wall.join("bbtt")
    wall.act("start")
    wall.act("decisions")
    assert wall.heading == "Who decides what?"
    before = wall.drawn
    wall.decides(people[0], "CEO")
    assert "1 of 4 have finished." in wall.text
    assert wall.drawn == before


def test_commitments_and_close_show_what_was_settled(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [2, 2, 3, 3])
    wall.act("reveal")
    wall.agree(3)
    title = wall.practice.title
    wall.act("commitments")
    assert wall.heading == "What we agreed"
    assert title in wall.text
    wall.commits("ALP-1:2", due="2027-03-01")
    assert inst.instrument.practices["ALP-1"].move(2).title in wall.text
    assert "by 1 March 2027" in wall.text
    wall.act("close")
    assert wall.heading == "Thank you"
    assert "One level agreed" in wall.text
    assert "One commitment made" in wall.text
    assert "Ask for your copy." in wall.text
    assert grouped(wall.code) not in wall.text


def test_the_wall_says_what_each_side_wants_most_as_it_was_when_the_commitments_began(
    inst: Installation,
) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [2, 2, 3, 3])
    wall.act("reveal")
    for person, order in zip(people, (["joy"], ["joy"], ["speed"], ["speed"]), strict=True):
        voting.save_ranking(inst, person, "ranking", order)
    wall.act("decisions")
    assert "“Joy”" not in wall.text
    wall.act("commitments")
    finding = "Business wants “Joy” most, technology “Speed”."
    assert finding in wall.text
    voting.save_ranking(inst, people[0], "ranking", ["safety"])
    assert finding in wall.text, "one person's new order changes nothing that was shown"
    wall.act("close")
    assert finding in wall.text


def ranked_wall(inst: Installation, privacy: Privacy, orders: Sequence[Sequence[str]]) -> Wall:
    """A wall on its way to the commitments, where each of two sides of two has put the outcomes in order."""
    wall = a_wall(inst, way="pillar", privacy=privacy)
    people = wall.join("bbtt", names=privacy == "open")
    wall.act("start")
    wall.vote(people, 1, [2, 2, 3, 3])
    wall.act("reveal")
    for person, order in zip(people, orders, strict=True):
        voting.save_ranking(inst, person, "ranking", order)
    wall.act("commitments")
    return wall


def test_orders_are_drawn_as_a_slope_from_side_to_side_with_the_same_places_in_a_table(
    inst: Installation,
) -> None:
    wall = ranked_wall(inst, "by_camp", [*[["joy", "safety"]] * 2, *[["speed", "joy"]] * 2])
    slope = wall.drawn.partition('class="pl-w-slope"')[2].partition("pl-w-unseen")[0]
    labels = re.findall(r"<span>(\w+)</span><b>(\d)</b><i [^>]*></i></p>", slope)
    assert labels[::2] == [("Joy", "1"), ("Speed", "3"), ("Safety", "2")], "business, the first of all on top"
    assert labels[1::2] == [("Joy", "2"), ("Speed", "1"), ("Safety", "3")], "technology"
    (heavy,) = re.findall(r'"pl-w-line pl-w-widest" style="--a:([\d.]+)%;--b:([\d.]+)%', slope)
    assert heavy == ("83.33", "16.67"), "Speed, which is apart most, goes from the last line to the first"
    table = wall.drawn.partition("pl-w-unseen")[2]
    assert re.findall(r'<th scope="row">(\w+)</th><td>([\d.]+)</td><td>([\d.]+)</td>', table) == [
        ("Joy", "1.0", "2.0"),
        ("Speed", "3.0", "1.0"),
        ("Safety", "2.0", "3.0"),
    ]


def test_where_sides_are_not_shown_the_order_of_all_is_a_list_and_nothing_of_a_side(
    inst: Installation,
) -> None:
    wall = ranked_wall(
        inst, "team", [["joy", "safety"], ["joy", "safety"], ["speed", "joy"], ["speed", "joy"]]
    )
    assert re.findall(r"<li><b>([\d=]+)</b><span>(\w+)</span></li>", wall.drawn) == [
        ("1", "Joy"),
        ("2", "Speed"),
        ("3", "Safety"),
    ]
    assert "pl-w-slope" not in wall.drawn
    assert "pl-w-mark" not in wall.drawn


def test_once_there_is_a_commitment_the_slopes_make_room_for_it(inst: Installation) -> None:
    wall = ranked_wall(inst, "by_camp", [["joy"], ["joy"], ["speed"], ["speed"]])
    assert "pl-w-slope" in wall.drawn
    wall.commits("ALP-1:2", due="2027-03-01")
    assert "pl-w-slope" not in wall.drawn
    assert "Business wants" in wall.text
    wall.act("close")
    assert "pl-w-slope" in wall.drawn


def test_the_closed_wall_withholds_what_one_person_would_give_away(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    people = wall.join("bbtt")
    wall.act("start")
    wall.vote(people, 1, [2, 2, 3, 3])
    wall.act("reveal")
    for person in people[:3]:
        voting.save_ranking(inst, person, "ranking", ["joy"])
    wall.act("close")
    assert "Joy" not in wall.text
    assert WITHHELD in wall.text


def test_the_code_stands_in_a_corner_until_joining_ends(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bb")
    wall.act("start")
    assert grouped(wall.code) in wall.text
    assert "QR code for" in wall.drawn


def test_an_expired_code_is_shown_nowhere(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bb")
    facilitation.open_room(inst, wall.owned, datetime.now(UTC) - timedelta(hours=13))
    assert "Entry is not open yet" in wall.text
    assert grouped(wall.code) not in wall.drawn
    wall.act("start")
    assert wall.heading == wall.practice.stem
    assert grouped(wall.code) not in wall.drawn


def test_the_timer_is_shown_as_a_clock(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bb")
    wall.act("start")
    assert not re.search(r"\d:\d\d", wall.text)
    wall.timer(90)
    assert re.search(r"1:(30|2\d)", wall.text)
    wall.timer(1, ago=60)
    assert "Time is up" in wall.text


def test_the_wall_has_no_controls_and_no_frame(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    wall.join("bb")
    for action in (None, "start", "reveal", "commitments", "close"):
        if action:
            wall.act(action)
        shown = Visit(wall.token, "wall")
        assert shown.buttons == []
        assert shown.links == []
        assert "No account, no e-mail address" not in shown.text
