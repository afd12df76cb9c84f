"""Forums beside the charter: the draft of each kind, and one sentence for each on paper."""

from assessment.governance.forums import ForumKind, Forums
from assessment.instrument.model import Instrument
from assessment.plan.records import Forum
from language.translation import _, ngettext
from report.text.governance.charter import agenda_point, cadence
from report.text.wording import role_titles


def drafted_forum(kind: ForumKind) -> Forum:
    """A kind in the shape in which it is kept and edited."""
    return Forum(
        kind=kind.code,
        name=kind.title,
        members=kind.members,
        chair=kind.chair,
        cadence=_often(kind.weeks),
        minutes=kind.minutes,
        agenda=[agenda_point(point) for point in kind.agenda],
        brings=kind.brings,
        leaves=kind.leaves,
    )


def forum_title(forums: Forums, forum: Forum) -> str:
    """What it is called: its own name, else its kind's, else the code it came with."""
    titles = {kind.code: kind.title for kind in forums.kinds}
    return forum.name or titles.get(forum.kind, forum.kind)


def forum_rhythm(forum: Forum) -> str:
    """How often and how long: “Every six weeks, 45 minutes”; empty where neither is given."""
    minutes = ngettext("{n} minute", "{n} minutes", forum.minutes or 0).format(n=forum.minutes)
    return ", ".join(filter(None, (forum.cadence, minutes if forum.minutes else "")))


def forum_sentence(instrument: Instrument, forums: Forums, forum: Forum) -> str:
    """One forum in a paragraph: rhythm, members, what comes in and what comes out."""
    parts = [
        (_("Members: {roles}."), "; ".join(role_titles(instrument, forum.members))),
        (_("Chair: {roles}."), "; ".join(role_titles(instrument, [forum.chair] if forum.chair else []))),
    ]
    points = [(_("In: {points}."), forum.brings), (_("Out: {points}."), forum.leaves)]
    words = [
        f"{forum_title(forums, forum)}. {forum_rhythm(forum)}".rstrip(". ") + ".",
        *(template.format(roles=names) for template, names in parts if names),
        *(template.format(points=_run_on(texts)) for template, texts in points if texts),
    ]
    return " ".join(words)


def _often(weeks: int) -> str:
    """“Every six weeks”, “Once a quarter”."""
    named = {13: _("Once a quarter"), 26: _("Twice a year"), 52: _("Once a year")}
    return named.get(weeks) or cadence(weeks)


def _run_on(texts: list[str]) -> str:
    return "; ".join(text.rstrip(".") for text in texts)
