"""One question on screen: the situations as cards, what the answer rests on, and moving on.

    show(found, stop)      the question with its margin (why, evidence, words, the other questions)

The question is one fragment: a tap runs these few lines again and nothing else, so it must stay
free of anything heavy. A practice and an activity question are asked the same way.
"""

import streamlit as st

from assessment.answers.records import Respondent
from assessment.errors import PlumblineError
from assessment.instrument.model import ActivityItem, Instrument, Practice
from assessment.instrument.words import definitions_in, how_to_choose, words_in
from language.lists import listed
from language.translation import _
from report.text.wording import defined
from services.assessments import answering
from services.core.identity import Owned
from ui import errors, journey, session
from ui.journey import Stop
from ui.kit import edit_state, fragments, inputs, text
from ui.screens.questions import answers, followup

Asked = Practice | ActivityItem
WORDING = "technology_words"
BACK_KEY, NEXT_KEY = "B", "N"


def show(found: Owned, stop: Stop, person: Respondent) -> None:
    """The question at `stop`, with the other questions of its section beside it."""
    st.session_state.setdefault(WORDING, person.camp == "technology")
    with inputs.split("pl_question") as (main, margin):
        with main:
            _question(found, stop)
        with margin:
            _margin(found, stop, person)


@fragments.alone
def _question(found: Owned, stop: Stop) -> None:
    instrument = session.instrument()
    try:
        person = answering.answers(session.here(), found)
    except PlumblineError as error:
        # Left to the shell, what was drawn before would stay: an old “Saved” beside the message.
        errors.show(error)
        text.button(_("Try again"), f"again-{stop.code}")
        return
    practice = instrument.practices.get(stop.code)
    asked = practice or instrument.activity_items[stop.code]
    text.title(_stem(asked), above=_where(instrument, stop, person))
    if practice is None:
        _situations(found, asked, person.activity.get(asked.code), answers.activity)
    else:
        if instrument.rule:
            text.muted(f"{instrument.rule} {how_to_choose(instrument)}".strip())
        st.toggle(_("Read in technology words"), key=WORDING, persist_state="session")
        _practice(found, practice, person)
    _bar(found, stop)


def _practice(found: Owned, practice: Practice, person: Respondent) -> None:
    """The answers to a practice; what one more tap can add stands under the chosen one."""
    given = person.responses.get(practice.code)
    with inputs.cards(f"pl_cards_{practice.code}"):
        for level, situation in enumerate(practice.levels, start=1):
            mine = given is not None and given.level == level
            _situation(found, practice.code, level, situation, answers.choose, chosen=mine)
            if mine:
                followup.show(found, practice, person)
    with inputs.cards(f"pl_others_{practice.code}"):
        followup.other_answers(found, practice, person)
    if given is not None:
        followup.note(found, practice.code, given.note or "")


def _situations(found: Owned, asked: Asked, chosen: int | None, save: text.Callback) -> None:
    with inputs.cards(f"pl_cards_{asked.code}"):
        for level, situation in enumerate(asked.levels, start=1):
            _situation(found, asked.code, level, situation, save, chosen=chosen == level)


def _situation(
    found: Owned, code: str, level: int, situation: str, save: text.Callback, *, chosen: bool
) -> None:
    inputs.card(
        situation,
        f"card-{code}-{level}",
        number=str(level),
        chosen=chosen,
        on_click=save,
        args=(found, code, level),
        shortcut=str(level),
    )


def _title(instrument: Instrument, stop: Stop) -> str:
    asked = instrument.practices.get(stop.code) or instrument.activity_items[stop.code]
    return asked.title


def _stem(asked: Asked) -> str:
    if isinstance(asked, Practice) and st.session_state.get(WORDING):
        return asked.stem_technology
    return asked.stem


def _where(instrument: Instrument, stop: Stop, person: Respondent) -> str:
    """ "Ownership · question 3 of 5 · 12 of 25 answered"."""
    here = journey.in_section(instrument, stop.section)
    done = answering.progress(instrument, person)
    if stop.section == journey.ACTIVITY:
        title, (answered, of) = _("Activity"), done.activity
    else:
        title, answered, of = instrument.pillar(stop.section).title, done.answered, done.questions
    return _("{section} · question {number} of {count} · {answered} of {of} answered").format(
        section=title, number=here.index(stop) + 1, count=len(here), answered=answered, of=of
    )


def _bar(found: Owned, stop: Stop) -> None:
    """Back, what was stored, and Next; the person moves, the screen never does by itself."""
    instrument, said = session.instrument(), edit_state.messages(answers.QUESTION, stop.code)
    back, ahead = journey.before(instrument, stop), journey.after(instrument, stop)
    with inputs.bar("pl_bar"):
        for message in said:
            if message.outcome != "saved":
                text.problem(message.sentence, strong=_("Not saved."))
        if back is not None:
            text.button(_("Back"), "back", on_click=journey.move, args=(found, back), shortcut=BACK_KEY)
        text.status(next((message.sentence for message in said if message.outcome == "saved"), ""))
        if journey.returning() or ahead is None:
            text.button(
                _("Check your answers"),
                "check",
                kind="primary",
                on_click=journey.leave,
                args=(journey.CHECK,),
            )
        else:
            text.button(
                _("Next"),
                "next",
                kind="primary",
                on_click=journey.move,
                args=(found, ahead),
                shortcut=NEXT_KEY,
            )


def _margin(found: Owned, stop: Stop, person: Respondent) -> None:
    instrument = session.instrument()
    practice = instrument.practices.get(stop.code)
    if practice is not None:
        text.folds(_asides(instrument, practice))
    _contents(found, stop, person)


def _asides(instrument: Instrument, practice: Practice) -> list[tuple[str, list[str]]]:
    asides = [
        *_definitions(instrument, practice),
        (_("Why we ask"), [practice.why]),
        (_("Evidence from level 3"), [practice.evidence]),
    ]
    words = words_in(instrument, practice)
    if words:
        summary = _("Two people may read “{word}” differently").format(word=words[0].word)
        meaning = _("“{word}”. Business: {business} Technology: {technology}")
        told = [meaning.format(word=w.word, business=w.business, technology=w.technology) for w in words]
        asides.append((summary if len(words) == 1 else _("Words with two meanings"), told))
    return asides


def _definitions(instrument: Instrument, practice: Practice) -> list[tuple[str, list[str]]]:
    """What the edition means by words of this question, behind the words."""
    found = definitions_in(instrument, practice)
    if not found:
        return []
    terms = listed([_("“{term}”").format(term=one.term) for one in found])
    return [(_("What we mean by {terms}").format(terms=terms), [defined(one) for one in found])]


def _contents(found: Owned, stop: Stop, person: Respondent) -> None:
    """The questions of this section and the other sections, each with how far it is.

    What a tap on this question changes is not told here but above the question, because a tap
    runs the question alone.
    """
    instrument, done = session.instrument(), journey.answered(person)
    for section, title in journey.sections(instrument):
        here = journey.in_section(instrument, section)
        if section == stop.section:
            text.current_entry(title)
            for number, other in enumerate(here, start=1):
                how_far = _("answered") if other.code in done else _("open")
                inputs.entry(
                    f"{number} {_title(instrument, other)}",
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
            inputs.entry(title, words, f"to-{section}", on_click=journey.enter, args=(found, section))
    inputs.entry(_("Check your answers"), "", "to-check", on_click=journey.leave, args=(journey.CHECK,))
    text.keys_hint(_("Keys: 1 to 5 to answer, 0 for “I don’t know”, B for back, N for next."))
