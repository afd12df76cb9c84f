"""The interchange file: parses untrusted bytes to a typed assessment, and serialises it canonically.

A file is refused as a whole: malformed, too large, too deep, duplicate keys, NaN, unknown
fields or codes, a newer version. The message names the place and is at most 500 characters.
"""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from pydantic import ValidationError

from assessment.answers.file_faults import quoted, unknown
from assessment.answers.ranked import order_problems
from assessment.answers.records import Assessment, Respondent, Response
from assessment.errors import RefusedFile
from assessment.instrument.model import Instrument
from assessment.plan.checks import plan_problems
from assessment.shape_faults import shape_message
from language.lists import listed
from language.translation import _, ngettext

MAX_BYTES = 5_000_000
NUL = re.compile(r"\x00|(?<!\\)(?:\\\\)*\\u0000")
"""A NUL character, as it is or as an escape; after an even number of backslashes `u0000` is text."""
MAX_DEPTH = 20
SPECIAL_ROLES = ("nobody", "several", "dont_know")


def parse_assessment(raw: bytes, instrument: Instrument) -> Assessment:
    """Read an interchange file against an instrument.

    Raises RefusedFile with one sentence that names the place; nothing has been written then.
    """
    assessment = parse_file(raw)
    check_assessment(assessment, instrument)
    return assessment


def parse_file(raw: bytes) -> Assessment:
    """Read an interchange file whatever it answers. Raises RefusedFile."""
    data = _decode(raw)
    if not isinstance(data, dict):
        raise RefusedFile(_("This is not an assessment file: it must be one JSON object."))
    if data.get("format") != "plumbline-assessment":
        raise RefusedFile(_("This is not an assessment file: “format” must be “plumbline-assessment”."))
    version = data.get("version")
    if version is None:
        raise RefusedFile(_("This file does not give its format version: “version” is missing."))
    if isinstance(version, int) and not isinstance(version, bool) and version > 1:
        raise RefusedFile(
            _(
                "This file has format version {version}; this installation reads version 1. Update Plumbline, then import it again."
            ).format(version=version)
        )
    try:
        return Assessment.model_validate(data)
    except ValidationError as error:
        raise RefusedFile(_first_place(error)) from None


def check_assessment(
    assessment: Assessment, instrument: Instrument, editions: Collection[str] | None = None
) -> None:
    """Raises RefusedFile unless the assessment answers this instrument and does not contradict itself.

    `editions` are those that could be answered, where there are others beside this one.
    """
    for problem in _problems(assessment, instrument, editions or [instrument.edition]):
        raise RefusedFile(problem)


def canonical(assessment: Assessment) -> str:
    """The assessment as canonical JSON: sorted keys, two-space indent, trailing newline.

    Respondents are sorted by their random ids; that is the shuffle. Empty optional parts and
    values that were never given are left out, so that export → import → export is byte-identical.
    """
    data = assessment.model_dump(mode="json", exclude_defaults=True)
    data |= {"format": assessment.format, "version": assessment.version, "privacy": assessment.privacy}
    data["respondents"] = sorted((_respondent(r) for r in assessment.respondents), key=lambda r: r["id"])
    return json.dumps(data, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _respondent(respondent: Respondent) -> dict[str, Any]:
    data = respondent.model_dump(mode="json", exclude_defaults=True)
    return data | {"name": respondent.name, "responses": data.get("responses", {})}


def _decode(raw: bytes) -> Any:
    if len(raw) > MAX_BYTES:
        raise RefusedFile(
            _("This file is larger than 5 MB, far more than an assessment needs. Nothing was read.")
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedFile(
            _("This file is not UTF-8 text (byte {position}).").format(position=error.start)
        ) from None
    _check_depth(text)
    if NUL.search(text):
        raise RefusedFile(_("This file contains a NUL character, which text cannot contain."))
    try:
        return json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constants)
    except json.JSONDecodeError as error:
        raise RefusedFile(
            _("This file is not complete JSON: line {line}, column {column}.").format(
                line=error.lineno, column=error.colno
            )
        ) from None
    except (RecursionError, ValueError):
        raise RefusedFile(_("This file contains a number that cannot be read.")) from None


def _check_depth(text: str) -> None:
    depth, in_string, escaped = 0, False, False
    for char in text:
        if in_string:
            if escaped:
                escaped = False
            elif char == "\\":
                escaped = True
            elif char == '"':
                in_string = False
        elif char == '"':
            in_string = True
        elif char in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise RefusedFile(
                    _("This file is nested more than 20 levels deep, more than any assessment needs.")
                )
        elif char in "]}":
            depth -= 1


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise RefusedFile(_("The key “{key}” appears twice in the same object.").format(key=quoted(key)))
        found[key] = value
    return found


def _no_constants(name: str) -> NoReturn:
    raise RefusedFile(_("The value {name} is not a number an assessment can contain.").format(name=name))


def _first_place(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or _("the file")
    more = error.error_count() - 1
    tail = _(" ({more} more like this.)").format(more=more) if more else ""
    return _("At {place}: {fault}.{more}").format(
        place=place[:200], fault=shape_message(first)[:160], more=tail
    )


def _problems(assessment: Assessment, instrument: Instrument, editions: Collection[str]) -> Iterator[str]:
    if assessment.instrument != instrument.code:
        yield _("This file answers the instrument “{instrument}”; this installation uses “{code}”.").format(
            instrument=quoted(assessment.instrument), code=instrument.code
        )
    if assessment.edition != instrument.edition:
        text = ngettext(
            "This file answers edition {edition}; this installation has edition {asked}.",
            "This file answers edition {edition}; this installation has editions {asked}.",
            len(editions),
        )
        yield text.format(edition=quoted(assessment.edition), asked=listed(sorted(editions)))
    ids = [respondent.id for respondent in assessment.respondents]
    for repeated in {i for i in ids if ids.count(i) > 1}:
        yield _("At respondents: the id {repeated} appears twice.").format(repeated=repeated)
    for position, respondent in enumerate(assessment.respondents):
        yield from _respondent_problems(f"respondents.{position}", respondent, instrument)
        if respondent.name is not None and assessment.privacy != "open":
            yield _(
                "At respondents.{position}.name: names are kept in open mode only; this file is “{privacy}”."
            ).format(position=position, privacy=assessment.privacy)
    if not assessment.organisation.name.strip():
        yield _("At organisation.name: give a name; it is printed on the playbook.")
    if len(set(assessment.parked)) != len(assessment.parked):
        yield _("At parked: a code appears twice.")
    yield from unknown("agreed", assessment.agreed, instrument.practices)
    yield from unknown("parked", assessment.parked, instrument.practices)
    yield from unknown("early", assessment.early, instrument.practices)
    for code, agreed in assessment.agreed.items():
        yield from _agreed_problems(code, agreed.level, assessment)
    for position, commitment in enumerate(assessment.commitments):
        named = [commitment.move.split(":")[0]] if commitment.move else []
        yield from unknown(f"commitments.{position}.move", named, instrument.practices)
    yield from plan_problems(assessment, instrument)


def _respondent_problems(place: str, respondent: Respondent, instrument: Instrument) -> Iterator[str]:
    predicted = [code for code, practice in instrument.practices.items() if practice.predict]
    yield from unknown(f"{place}.responses", respondent.responses, instrument.practices)
    yield from unknown(f"{place}.second_vote", respondent.second_vote, instrument.practices)
    yield from unknown(f"{place}.predictions", respondent.predictions, predicted)
    yield from unknown(f"{place}.activity", respondent.activity, instrument.activity_items)
    yield from unknown(
        f"{place}.decisions", respondent.decisions, [choice.code for choice in instrument.decisions]
    )
    yield from order_problems(place, respondent, instrument)
    for votes in (respondent.responses, respondent.second_vote):
        yield from _not_applicable_problems(place, votes, instrument)


def _not_applicable_problems(place: str, votes: dict[str, Response], instrument: Instrument) -> Iterator[str]:
    for code, response in votes.items():
        practice = instrument.practices.get(code)
        if practice and response.kind == "not_applicable" and not practice.na_allowed:
            yield _("At {place}.{code}: “does not apply” is not offered for this question.").format(
                place=place, code=code
            )


def _agreed_problems(code: str, level: int, assessment: Assessment) -> Iterator[str]:
    """An agreed level lies within the second votes, or within the first if there was no second."""
    for vote in ("second_vote", "responses"):
        votes = [getattr(r, vote)[code].level for r in assessment.respondents if code in getattr(r, vote)]
        levels = [v for v in votes if v is not None]
        if levels:
            if not min(levels) <= level <= max(levels):
                yield _("At agreed.{code}: level {level} is outside the votes ({low} to {high}).").format(
                    code=code, level=level, low=min(levels), high=max(levels)
                )
            return
