"""Laws of what a report says, over three hundred made-up companies: its numbers never contradict one another."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

import pytest

from assessment.privacy import Disclosure, room_disclosure
from assessment.workshop.room import Room
from documents.pdf.chapters.profile import practice_row, section_row
from documents.terminal import result_text
from report.build.plan import disclosed_what_if
from report.json.result import result_json
from report.model.report import Report
from report.text.alignment.findings import is_large, value_text
from report.text.alignment.sentences import difference_size, distance_size
from report.text.known import known_so_far
from report.text.narrative import averages, count, sentence
from report.text.plan.gaps import gap_facts
from report.text.plan.path import asked_by_owner, decisions_title, path_title
from report.text.strategy_gap import gap_figures, gap_size
from report.text.wording import person_weeks
from scoring.alignment.agreement import spread_word
from scoring.levels.results import MEAN
from scoring.levels.rules import Rated, demanded, overall_level, practice_level, section_level
from scoring.levels.strategy_gap import named_gap
from scoring.plan.ranking import CLOSE_CALL
from services.workshop.room.agenda import with_agenda
from storage.repositories.rooms import RoomRecord
from tests.properties.companies import COMPANIES, TOY, Company, companies

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def reports() -> Iterator[Report]:
    return (company.report for company in companies())


def levelled() -> Iterator[Report]:
    return (report for report in reports() if report.result.level is not None)


def overall(report: Report, values: Mapping[str, float]) -> int:
    """Rules 4 to 6 on values of the applicable practices, written out without the engine."""
    levels: dict[str, int] = {}
    for pillar in TOY.pillars:
        rated = [Rated(p.code, values[p.code], p.key, p.weight) for p in pillar.practices if p.code in values]
        if rated:
            levels[pillar.code] = section_level(rated)[0]
    gates = [level for code, level in levels.items() if TOY.pillar(code).role == "gate"]
    enabling = next((level for code, level in levels.items() if TOY.pillar(code).role == "enabling"), None)
    return overall_level(gates, enabling)


def described(report: Report) -> dict[str, float]:
    return {code: p.described for code, p in report.result.practices.items() if p.described is not None}


def test_the_companies_are_of_every_kind() -> None:
    found = list(reports())
    assert len(found) == COMPANIES
    assert {report.result.level for report in found} == {None, 1, 2, 3, 4, 5}
    assert sum(report.result.unknown for report in found) > 20
    assert sum(report.ceiling is not None and report.ceiling.level is not None for report in found) > 20
    assert sum(len(report.decisions_asked) > 5 for report in found) > 10
    assert sum(MEAN in report.result.held_by for report in found) > 10
    assert {tag for report in found for gap in report.gaps for tag in gap.tags} >= {
        "hidden disagreement",
        "pivotal",
        "close call",
    }
    assert (
        sum(any(p.state == "not_known" for p in report.result.practices.values()) for report in levelled())
        > 10
    )


def raised(report: Report, names: Collection[str]) -> int:
    """The overall level with the named practices at what the next level demands, and pushed averages where they are named."""
    values = described(report)
    for pillar in report.result.binding:
        section = report.result.pillars[pillar]
        target = (section.level or 0) + 1
        for practice in TOY.pillar(pillar).practices:
            if practice.code not in values:
                continue
            rated = Rated(practice.code, values[practice.code], practice.key)
            if practice.code in names:
                values[practice.code] = max(rated.value, float(demanded(rated, target)))
            free = practice.code in names or practice.code not in section.held_by
            if free and MEAN in names and MEAN in section.held_by:
                values[practice.code] = 5.0
    return overall(report, values)


def test_raising_exactly_what_holds_raises_the_level_and_leaving_one_out_does_not() -> None:
    for report in levelled():
        level, held_by = report.result.level or 0, report.result.held_by
        assert overall(report, described(report)) == level
        assert bool(held_by) == (level < 5)
        if held_by:
            assert raised(report, held_by) > level, held_by
        for spared in held_by:
            assert raised(report, [name for name in held_by if name != spared]) == level, (held_by, spared)


def test_the_decisions_asked_reach_the_level_and_are_the_same_everywhere() -> None:
    for report in reports():
        asked = report.decisions_asked
        codes = [one.card.key for one in asked]
        written = result_json(report)
        assert [one["move"] for one in written["decisions_asked"]] == codes
        assert sorted(codes) == sorted((written["path"] or {"moves": []})["moves"])
        days = [one.due for one in asked if one.due]
        assert days == sorted(days)
        by_owner = [one for group in asked_by_owner(report).values() for one in group]
        assert sorted(one.card.key for one in by_owner) == sorted(codes)
        assert all(one.card.move.title in result_text(report) for one in asked)
        if not asked:
            continue
        assert report.path is not None
        values = {
            code: p.described or 1.0
            for code, p in report.result.practices.items()
            if p.state != "not_applicable"
        }
        for one in asked:
            values[one.card.practice.code] = max(values[one.card.practice.code], float(one.card.move.to))
        assert overall(report, values) >= (report.path.found.target or 9)
        assert f"level {report.path.found.target}" in decisions_title(report)


def test_the_counts_of_the_headline_are_those_of_the_data_and_of_the_document() -> None:
    for report in levelled():
        result, head, level = report.result, report.headline, result_json(report)["level"]
        assert level["backed"] == {
            "recorded": result.backed.recorded,
            "evidenced": sum(
                p.backing in ("document", "number") and (p.level or 0) >= 3 for p in result.practices.values()
            ),
            "of": sum((p.level or 0) >= 3 for p in result.practices.values()),
        }
        assert len(report.unbacked) == result.backed.of - result.backed.evidenced
        if result.backed.recorded:
            assert head.backing.startswith(f"{result.backed.evidenced} of the {result.backed.of} practices")
        assert f"evel {result.level}" in head.level
        if result.level and result.level < 5:
            number = result.key_practices_above
            assert level["key_practices_above"] == number
            assert head.holding.startswith(sentence(count(number)) if number else "None")
            codes = [code for code in result.held_by if code != MEAN]
            if codes:
                assert f"{sentence(count(len(codes)))} practice" in head.holding
            assert (MEAN in result.held_by) == ("average in" in head.holding) == bool(averages(TOY, result))


def test_a_section_has_one_level_and_a_practice_one_value_wherever_they_are_printed() -> None:
    for report in reports():
        written = result_json(report)
        for section in report.sections:
            found = section.result
            assert written["pillars"][found.code]["described"] == found.level
            if found.level is not None:
                held = [code for code in found.held_by if code != MEAN]
                unknown = any(report.result.practices[code].state == "not_known" for code in held)
                now = " for now" if unknown else ""
                assert not report.disclosure.team or section.sentence.startswith(
                    f"Level {found.level}{now}, "
                )
                assert section_row(report, section).remark.startswith(f"{found.level} ")
            for view in section.practices:
                value = view.result.described
                if value is not None:
                    assert (
                        practice_level(written["practices"][view.practice.code]["described"])
                        == view.result.level
                    )
                    for digits in (1, 2):
                        assert practice_level(float(value_text(value, digits))) == view.result.level


def test_no_rounded_number_is_on_the_other_side_of_the_words_beside_it() -> None:
    for report in reports():
        written = result_json(report)
        for one in report.alignment.practices if report.alignment else ():
            entry, people = (
                written["practices"][one.practice.code],
                report.alignment.leaders if report.alignment else 0,
            )
            for shown in (distance_size(one.deviation), entry["average_deviation"]):
                assert spread_word(shown, people) == spread_word(one.deviation, people)
            if one.difference is not None:
                for shown in (difference_size(one.difference.difference), entry["difference"]):
                    assert is_large(shown) == is_large(one.difference.difference)
                    assert (abs(shown) >= 0.5) == (one.difference.flag is not None)
        gap = report.result.strategy_gap
        if gap.gap is not None:
            assert named_gap(*gap_figures(gap)) == gap.name
            assert abs(gap_size(gap.gap) - gap.gap) <= 0.1
            assert (abs(gap_size(gap.gap)) >= 20) == (abs(gap.gap) >= 20 - 1e-9)
        for found, one in zip(report.gaps, written["gaps"] or [], strict=False):
            if one["stability"] is not None:
                assert (one["stability"] < CLOSE_CALL) == found.gap.close_call == ("close call" in found.tags)


def test_the_effort_of_the_path_is_one_sum() -> None:
    for report in reports():
        if report.decisions_asked and report.path is not None:
            total = sum(one.card.effort for one in report.decisions_asked)
            assert total == pytest.approx(report.path.found.effort)
            assert person_weeks(total) in path_title(report)
            assert result_json(report)["path"]["effort"] == pytest.approx(total)


def test_there_is_one_order_of_what_to_settle() -> None:
    for company in companies():
        report = company.report
        codes = [gap.practice.code for gap in report.gaps]
        assert codes == [code for code in report.order if code in codes]
        assert codes == [one["code"] for one in result_json(report)["gaps"] or []]
        if report.disclosure.team and report.result.practices:
            before = disclosed_what_if(TOY, company.assessment, "ABC-1", 3).before
            assert [gap.code for gap in before.gaps] == codes
        if codes and not report.result.single_view:
            assert codes == list(report.order[: len(codes)])


def test_the_agenda_of_the_room_is_in_the_same_order() -> None:
    compared = 0
    for company in companies():
        if not _same_view(company) or company.report.result.single_view:
            continue
        record = RoomRecord("a", Room("prepared", 120), 1, 1)
        agenda = [entry.code for entry in with_agenda(TOY, company.assessment, record, NOW).agenda]
        assert agenda == list(company.report.order)
        compared += bool(agenda)
    assert compared > 30


def _same_view(company: Company) -> bool:
    """May the room show the same as the results? It counts everybody who takes part."""
    here = Disclosure.of(company.assessment)
    room = room_disclosure(company.assessment.privacy, [r.camp for r in company.assessment.respondents])
    return (here.spread or here.sides) and (here.spread, here.sides, here.team) == (
        room.spread,
        room.sides,
        room.team,
    )


def test_nothing_is_stated_of_what_is_not_known() -> None:
    for report in reports():
        unknown = {code for code, p in report.result.practices.items() if p.state == "not_known"}
        for section in report.sections:
            for view in section.practices:
                if view.practice.code in unknown:
                    assert (view.situation or "").startswith("Not known")
                    assert view.next_situation is None
                    row = practice_row(report, section, view)
                    assert (row.unknown, row.lacks, row.remark) == (True, False, "not known")
        exposed = " ".join(report.exposures)
        assert not any(f"“{TOY.practices[code].title}”" in exposed for code in unknown)
        for card in report.next_moves:
            first = card.move.to == 2 and card.practice.code in unknown
            assert (card.situation == "Not known") == first
        for gap in report.gaps:
            if gap.practice.code in unknown:
                assert gap.practice.situation(1) not in dict(gap_facts(report, gap)).values()
        if unknown.intersection(report.result.held_by):
            assert report.headline.level.startswith(f"Level {report.result.level} for now")
        assert not report.disclosure.team or unknown <= {errand.practice.code for errand in report.errands}


def test_too_much_unknown_leaves_no_level_name_range_or_path() -> None:
    for report in reports():
        gates = [p for p in report.result.practices.values() if TOY.pillar_of[p.code].role == "gate"]
        unknown = sum(p.state == "not_known" for p in gates)
        much = unknown > 0.4 * sum(p.state != "not_applicable" for p in gates)
        assert report.result.unknown == much
        if not much:
            continue
        written = result_json(report)
        level = written["level"]
        assert {level[name] for name in ("described", "shown", "name")} == {None}
        assert (level["range"], written["path"], report.path, report.plausible) == (None, None, None, None)
        if report.disclosure.team:
            assert report.errands[0].ask in level["withheld"]
            assert report.errands[0].practice.title in level["withheld"]


def test_an_errand_never_goes_to_the_one_who_answered() -> None:
    alone = [company for company in companies() if company.report.result.single_view]
    assert any(company.report.errands for company in alone)
    for company in alone:
        (function,) = {r.function for r in company.assessment.respondents if r.responses}
        assert TOY.function_titles[function] not in {errand.ask for errand in company.report.errands}


def test_without_a_level_the_report_says_what_is_known_and_nothing_else() -> None:
    for report in reports():
        known = dict(known_so_far(report))
        if report.result.level is not None or not report.disclosure.team:
            assert known == {}
            continue
        complete = [s.pillar.title for s in report.sections if s.result.level and not s.result.missing]
        assert all(title in known["Sections with a level"] for title in complete)
        agreed = [p for p in report.result.practices.values() if p.agreed is not None]
        assert bool(agreed) == ("Agreed" in known)
        assert bool(known.get("Committed")) == ("promised" in result_json(report))
        if report.gaps and not report.result.single_view:
            assert known["The largest gap"].startswith(report.gaps[0].practice.title)
        bound = report.ceiling
        if bound is not None and bound.level is not None:
            assert report.headline.level.startswith(f"No higher than level {bound.level}")
            assert result_json(report)["level"]["ceiling"]["level"] == bound.level
            assert all(
                (s.result.level or 5) >= bound.level
                for s in report.sections
                if s.pillar.role == "gate" and not s.result.missing
            )


def test_sureness_is_said_from_nine_draws_in_ten_on_both_sides() -> None:
    for report in levelled():
        found, result = report.plausible, report.result
        if found is None:
            continue
        reached = found.at_least.get(result.level or 1, 1.0)
        firm = reached >= 0.9 and result.coverage >= 0.9 and min(result.respondents.values()) >= 2
        assert found.label == ("firm" if firm else "likely" if reached >= 0.6 else "tentative")
