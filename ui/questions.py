"""One question on screen: the situations as cards, what the answer rests on, and moving on.

    show(found, stop)      the question with its margin (why, evidence, words, the other questions)

The question is one fragment: a tap runs these few lines again and nothing else, so it must stay
free of anything heavy. A practice and an activity question are asked the same way.
"""

from collections.abc import Sequence

import streamlit as st

from assessment.instrument import ActivityItem, Instrument, Practice
from assessment.records import NOTE_LIMIT, Respondent, Response
from assessment.words import _
from services import assessments
from services.identity import Owned
from ui import controls, forms, glossary, journey, parts, state
from ui.journey import Stop

WORDING = "technology_words"
DONT_KNOW_KEY, BACK_KEY, NEXT_KEY = "0", "B", "N"


def show(found: Owned, stop: Stop, person: Respondent) -> None:
    """The question at `stop`, with the other questions of its section beside it."""
    st.session_state.setdefault(WORDING, person.camp == "technology")
    with controls.split("pl_question") as (main, margin):
        with main:
            _question(found, stop)
        with margin:
            _margin(found, stop, person)


@st.fragment
def _question(found: Owned, stop: Stop) -> None:
    instrument = state.instrument()
    person = assessments.answers(state.here(), found)
    asked = _asked(instrument, stop)
    parts.title(_stem(asked), above=_where(instrument, stop, person))
    if isinstance(asked, Practice):
        st.toggle(_("In technology words"), key=WORDING, persist_state="session")
        _cards(found, asked, person.responses.get(asked.code))
        _rest(found, asked, person)
    else:
        _levels(asked.code, asked.levels, person.activity.get(asked.code), forms.activity, found)
    _bar(found, stop)


def _asked(instrument: Instrument, stop: Stop) -> Practice | ActivityItem:
    return instrument.practices.get(stop.code) or instrument.activity_items[stop.code]


def _stem(asked: Practice | ActivityItem) -> str:
    if isinstance(asked, Practice) and st.session_state.get(WORDING):
        return asked.stem_technology
    return asked.stem


def _where(instrument: Instrument, stop: Stop, person: Respondent) -> str:
    """ "Ownership · question 3 of 5 · 12 of 25 answered"."""
    here = journey.in_section(instrument, stop.section)
    done = assessments.progress(instrument, person)
    if stop.section == journey.ACTIVITY:
        title, (answered, of) = _("Activity"), done.activity
    else:
        title, answered, of = instrument.pillar(stop.section).title, done.answered, done.questions
    return _("{section} · question {number} of {count} · {answered} of {of} answered").format(
        section=title, number=here.index(stop) + 1, count=len(here), answered=answered, of=of
    )


def _levels(code: str, levels: Sequence[str], chosen: int | None, save: parts.Callback, found: Owned) -> None:
    with controls.cards(f"pl_cards_{code}"):
        for level, situation in enumerate(levels, start=1):
            controls.card(
                situation,
                f"card-{code}-{level}",
                number=str(level),
                chosen=chosen == level,
                on_click=save,
                args=(found, code, level),
                shortcut=str(level),
            )


def _cards(found: Owned, practice: Practice, given: Response | None) -> None:
    code, kind = practice.code, given.kind if given else None
    _levels(code, practice.levels, given.level if given else None, forms.choose, found)
    with controls.cards(f"pl_others_{code}"):
        controls.card(
            _("I don’t know"),
            f"card-{code}-0",
            chosen=kind == "dont_know",
            on_click=forms.dont_know,
            args=(found, code),
            shortcut=DONT_KNOW_KEY,
        )
        if practice.na_allowed:
            _does_not_apply(found, code, given)


def _does_not_apply(found: Owned, code: str, given: Response | None) -> None:
    """Asks for the reason first: without one the answer is not stored."""
    chosen = given is not None and given.kind == "not_applicable"
    field, asking = f"reason-{code}", f"asking-{code}"
    if controls.card(_("Does not apply to us"), f"card-{code}-na", chosen=chosen):
        st.session_state[asking] = True
    if chosen or st.session_state.get(asking):
        st.text_input(
            _("Why does it not apply?"),
            value=(given.reason or "") if given else "",
            max_chars=NOTE_LIMIT,
            key=field,
            on_change=forms.not_applicable,
            args=(found, code, field),
            placeholder=_("A few words; then it is stored"),
        )


def _rest(found: Owned, practice: Practice, person: Respondent) -> None:
    """What one more tap or a few words can add to an answer."""
    code, given = practice.code, person.responses.get(practice.code)
    if given is not None and given.level is not None and given.level >= 3:
        field = f"backing-{code}"
        controls.choices(
            _("What could somebody show for it?"),
            {
                "opinion": _("Nothing yet: my opinion"),
                "document": _("A document"),
                "number": _("A number"),
            },
            field,
            chosen=given.backing,
            on_change=forms.change,
            args=(found, code, "backing", field),
        )
    if practice.predict and given is not None:
        field = f"prediction-{code}"
        controls.choices(
            _("Which of the five will the business side choose?")
            if person.camp == "technology"
            else _("Which of the five will the technology side choose?"),
            {level: str(level) for level in range(1, 6)},
            field,
            chosen=person.predictions.get(code),
            on_change=forms.predict,
            args=(found, code, field),
        )
    if given is not None:
        _note(found, code, given.note or "")


def _note(found: Owned, code: str, note: str) -> None:
    field = f"note-{code}"
    with st.expander(_("Your note") if note else _("Add a note"), key=f"pl_note_{code}"):
        st.text_area(
            _("Note, at most 1,000 characters"),
            value=note,
            max_chars=NOTE_LIMIT,
            key=field,
            on_change=forms.change,
            args=(found, code, "note", field),
            placeholder=_("For your own memory, and for the appendix if you choose to print it"),
        )


def _bar(found: Owned, stop: Stop) -> None:
    """Back, what was stored, and Next; the person moves, the screen never does by itself."""
    instrument, refused = state.instrument(), forms.refused(stop.code)
    back, ahead = journey.before(instrument, stop), journey.after(instrument, stop)
    if refused:
        parts.problem(refused, strong=_("Not stored."))
    with controls.bar("pl_bar"):
        if back is not None:
            parts.button(_("Back"), "back", on_click=journey.move, args=(found, back), shortcut=BACK_KEY)
        parts.status(forms.said(stop.code))
        if journey.returning() or ahead is None:
            parts.button(
                _("Check your answers"),
                "check",
                kind="primary",
                on_click=journey.leave,
                args=(journey.CHECK,),
            )
        else:
            parts.button(_("Next"), "next", kind="primary", on_click=journey.move, args=(found, ahead), shortcut=NEXT_KEY)


def _margin(found: Owned, stop: Stop, person: Respondent) -> None:
    instrument = state.instrument()
    practice = instrument.practices.get(stop.code)
    if practice is not None:
        parts.folds(_asides(instrument, practice))
    _contents(found, stop, person)


def _asides(instrument: Instrument, practice: Practice) -> list[tuple[str, list[str]]]:
    asides = [
        (_("Why we ask"), [practice.why]),
        (_("What one could show, from 3 up"), [practice.evidence]),
    ]
    words = glossary.words_in(instrument, practice)
    if words:
        summary = _("Two people may read “{word}” differently").format(word=words[0].word)
        meaning = _("“{word}”. Business: {business} Technology: {technology}")
        told = [meaning.format(word=w.word, business=w.business, technology=w.technology) for w in words]
        asides.append((summary if len(words) == 1 else _("Words two people may read differently"), told))
    return asides


def _contents(found: Owned, stop: Stop, person: Respondent) -> None:
    """The questions of this section and the other sections, each with how far it is.

    What a tap on this question changes is not told here but above the question, because a tap
    runs the question alone.
    """
    instrument, done = state.instrument(), journey.answered(person)
    for section, title in journey.sections(instrument):
        here = journey.in_section(instrument, section)
        if section == stop.section:
            parts.here(title)
            for number, other in enumerate(here, start=1):
                how_far = _("answered") if other.code in done else _("open")
                controls.entry(
                    f"{number} {_asked(instrument, other).title}",
                    _("here") if other == stop else how_far,
                    f"to-{other.code}",
                    on_click=journey.move,
                    args=(found, other),
                    inner=True,
                    current=other == stop,
                )
        else:
            count = sum(other.code in done for other in here)
            words = _("{done} of {count}").format(done=count, count=len(here))
            controls.entry(title, words, f"to-{section}", on_click=journey.enter, args=(found, section))
    controls.entry(_("Check your answers"), "", "to-check", on_click=journey.leave, args=(journey.CHECK,))
