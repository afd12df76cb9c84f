"""Activity–capability plane: the position of a company, and the zones of the strategy gap."""

from typing import Any, NamedTuple

from language.numbers import integer
from language.translation import _
from scoring.levels.results import GapName
from scoring.levels.strategy_gap import NOTABLE, SCALING, STARTED, WIDE
from ui.charts.base import HUE, INK, LABEL, STRENGTHS, Chart, Spec, cached, layered_spec, rows_of

HEIGHT = 440
BORDER = 0.25
ROOMY = 420
"""Below this width in pixels the position is labelled by one word."""


class Zone(NamedTuple):
    """A zone: its outline as (capability, lowest, highest activity), possible label positions, rotated label or not."""

    name: GapName
    title: str
    outline: tuple[tuple[float, float, float], ...]
    places: tuple[tuple[float, float], ...]
    aslant: bool


def zones() -> tuple[Zone, ...]:
    """The six zones of the method, section 3, by their borders."""
    top, wide, near, low, high = 100.0, WIDE, NOTABLE, STARTED, SCALING
    return (
        Zone("pilot trap", _("Pilot trap"), ((0, wide, top), (top - wide, top, top)),
             ((16, 93), (14, 62)), aslant=False),
        Zone("activity ahead", _("Activity ahead"),
             ((0, near, wide), (top - wide, top - near, top), (top - near, top, top)),
             ((56, 86), (30, 60)), aslant=True),
        Zone("in step", _("In step"),
             ((low - near, low, low), (low, low, low + near), (low, low - near, low + near),
              (high, high - near, high + near), (high, high - near, high), (high + near, high, high)),
             ((45, 45), (35, 35)), aslant=True),
        Zone("unused capacity", _("Unused capacity"), ((near, 0, 0), (top, 0, top - near)),
             ((74, 10), (80, 30)), aslant=False),
        Zone("not started", _("Not started"),
             ((0, 0, near), (low - near, 0, low), (near, 0, low), (low, low - near, low)),
             ((14, 14), (10, 10)), aslant=True),
        Zone("scaling", _("Scaling"),
             ((high, high, high + near), (top - near, high, top), (top, top - near, top)),
             ((84, 84), (74, 74)), aslant=True),
    )  # fmt: skip


def plane_chart(activity: float, capability: float, name: GapName, sentence: str) -> Chart:
    """The chart with the company's position; `activity` and `capability` 0..100."""
    title = next(zone.title for zone in zones() if zone.name == name)
    header = (_("Measure"), _("Out of 100"))
    rows = (
        (_("Activity"), integer(activity)),
        (_("Capability to scale"), integer(capability)),
        (_("Gap (activity − capability)"), integer(activity - capability)),
        (_("Zone"), title),
    )
    return Chart(plane_spec(round(activity, 2), round(capability, 2), name), sentence, header, rows)


@cached
def plane_spec(activity: float, capability: float, name: GapName) -> Spec:
    """Vega-Lite for `plane_chart`."""
    import altair as alt

    words = [
        {"x": x, "y": y, "text": zone.title, "here": zone.name == name, "aslant": zone.aslant}
        for zone in zones()
        for x, y in [max(zone.places, key=lambda place: _distance(place, (capability, activity)))]
    ]
    names = (
        alt.Chart(rows_of(words))
        .mark_text(
            fontSize=LABEL,
            opacity=alt.expr("datum.here ? 1 : 0.75"),
            fontWeight=alt.expr("datum.here ? 600 : 400"),
            angle=alt.expr("datum.aslant ? -atan2(height, width) * 180 / PI : 0"),
        )
        .encode(x="x:Q", y="y:Q", text="text:N")
    )
    layers = [_zone(zone, here=zone.name == name) for zone in zones()]
    return layered_spec([*layers, names, *_position(activity, capability)], HEIGHT)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _zone(zone: Zone, *, here: bool) -> Any:
    """One zone; the company's is filled, the others are outlined."""
    import altair as alt

    slices = [{"x": x, "low": low, "high": high} for x, low, high in zone.outline]
    return (
        alt.Chart(rows_of(slices))
        .mark_area(
            fill=HUE,
            fillOpacity=STRENGTHS[0] if here else 0.0,
            stroke=INK,
            strokeOpacity=BORDER,
            strokeWidth=1,
        )
        .encode(x=_axis("x", _("Capability to scale, 0 to 100")), y=_axis("low", _("Activity, 0 to 100"), "Y"),
                y2="high:Q")
    )  # fmt: skip


def _axis(field: str, title: str, channel: str = "X") -> Any:
    import altair as alt

    make = alt.X if channel == "X" else alt.Y
    return make(
        f"{field}:Q",
        title=title,
        scale=alt.Scale(domain=[0, 100], nice=False),
        axis=alt.Axis(values=[0, 25, 50, 75, 100], domain=True, domainColor=INK, domainOpacity=0.4),
    )


def _position(activity: float, capability: float) -> list[Any]:
    import altair as alt

    right = capability > 50
    full = _("You: activity {activity}, capability {capability}").format(
        activity=integer(activity), capability=integer(capability)
    )
    base = alt.Chart(rows_of([{"x": capability, "y": activity, "full": full, "short": _("You")}])).encode(
        x="x:Q", y="y:Q"
    )
    return [
        base.mark_point(shape="circle", size=260, fill=INK, stroke=INK, opacity=1, fillOpacity=1),
        base.mark_text(
            fontSize=LABEL,
            fontWeight=600,
            align="right" if right else "left",
            dx=-15 if right else 15,
            dy=0 if 6 < activity < 94 else (14 if activity >= 94 else -14),
            text=alt.expr(f"width > {ROOMY} ? datum.full : datum.short"),
        ),
    ]
