"""`make bench`: every figure in one run, with its budget beside it; `python -m bench rooms` for some."""

import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import psutil

from bench import cohort_costs, computation_costs, edits, postgres, room_load, screen_costs, tap_latency
from bench.rooms import Room, another_room, open_room
from tests.server import Server, running_app
from ui.navigation import screens


def line(what: str, figure: str, budget: str, *, within: bool) -> None:
    print(f"  {what:<38}{figure:>24}   {budget}{'' if within else '   OVER BUDGET'}")


def timed(costs: list[screen_costs.RunCost], bare: screen_costs.RunCost) -> None:
    """Every screen as a ratio to the bare page of this run."""
    budgets = {"question: one tap, stored": 3.0, "question: whole screen": 6.0, "results screen": 6.0}
    print(f"\n  {'one run':<38}{'median':>8}{'p95':>8}{'× bare':>8}{'CPU':>7}{'messages':>10}{'kB':>7}")
    for cost in costs:
        ratio = cost.median / bare.median
        over = ratio > budgets.get(cost.name, 99)
        print(
            f"  {cost.name:<38}{cost.median:>8.1f}{cost.p95:>8.1f}{ratio:>8.1f}{cost.cpu:>7.1f}"
            f"{cost.messages:>10.0f}{cost.kilobytes:>7.1f}{'   OVER BUDGET' if over else ''}"
        )


def introduction() -> None:
    streamlit, cores = version("streamlit"), psutil.cpu_count()
    print(f"Plumbline benchmark: Python {platform.python_version()}, Streamlit {streamlit}, {cores} cores")
    print(f"Load before: {psutil.getloadavg()[0]:.1f}. Trust the ratios; milliseconds depend on the machine.")


def served_figures(folder: Path) -> None:
    """Everything that needs a running server."""
    bare, stock = screen_costs.bare_costs(folder)
    cookie = screen_costs.prepared(folder / "app")
    with running_app(folder / "app") as server:
        costs = screen_costs.screen_costs(server, cookie)
        tap, worst, visit = tap_latency.tapping(server, cookie)
        before, after = screen_costs.soak(server, cookie)
    timed([bare, stock, *costs], bare)
    healthy, usable = screen_costs.cold_start(folder / "cold")
    print()
    line(
        "tap to “Your answer” in a browser",
        f"{tap:.0f} ms (worst {worst:.0f})",
        "≤ 200 ms",
        within=tap <= 200,
    )
    line("first visit to a question", f"{visit:.1f} s", "", within=True)
    line("start to healthy", f"{healthy:.1f} s", "", within=True)
    line("start to a usable page", f"{usable:.1f} s", "≤ 10 s", within=usable <= 10)
    flat = after - before <= 20
    line(
        f"memory after {screen_costs.SOAK:,} taps more", f"{before:.0f} → {after:.0f} MB", "flat", within=flat
    )


def load_of(load: room_load.Load) -> str:
    """What the two sides took of a core while it ran, for they share the machine."""
    return f"(server {load.server:.0%}, client {load.client:.0%} of a core)"


def room_figures(folder: Path, url: str = "") -> None:
    """A workshop of sixty phones, on SQLite or on the PostgreSQL at `url`."""
    settings = {"PLUMBLINE_DATABASE_URL": url} if url else {}
    print(f"\n  a room of {room_load.PEOPLE} phones, {'PostgreSQL' if url else 'SQLite'}, one process")
    with running_app(folder / "room", **settings) as server:
        screen_costs.wait_until_warm(server)
        with open_room(folder / "room", url, "pillar") as room:
            joining_figures(server, room)
        with open_room(folder / "room", url) as room:
            answering_figures(server, room)
            if not url:
                tapped, load = room_load.measure_screens(server, room.inst)
                figure = f"{tapped.rate:,.0f} taps/s"
                line("the same on 12 Streamlit screens", figure, load_of(load), within=True)
                wall_figures(server, room)
    found = room_load.measure_interruption(folder / "killed", **settings)
    figure, whole = f"{found.resumed} of 30, {found.answers:,} answers", found.resumed == 30
    line("server killed: came back, nothing lost", figure, f"30; away {found.away:.1f} s", within=whole)


def joining_figures(server: Server, room: Room) -> None:
    times, load, weight = room_load.measure_joining(server, room)
    figure, budget = f"{times.median:,.0f} / {times.p95:,.0f} ms", f"≤ 1,000 ms {load_of(load)}"
    line("all join: first question, p50 / p95", figure, budget, within=times.p95 <= 1_000)
    figure = f"{weight / 1024:.0f} kB"
    line("first question with everything", figure, "≤ 60 kB", within=weight <= 61_440)


def answering_figures(server: Server, room: Room) -> None:
    fast, load, calm = room_load.measure_answering(server, room)
    figure, budget = f"{fast.rate:,.0f} taps/s", f"≥ 400/s {load_of(load)}"
    line("60 × 25 answers, as fast as they go", figure, budget, within=fast.rate >= 400)
    used = load.server * 1_000 / fast.rate
    line("  server time of one tap", f"{used:.2f} ms", "≤ 10 ms", within=used <= 10)
    line("  tap to “Saved”, p50 / p95", f"{fast.median:.0f} / {fast.p95:.0f} ms", "", within=True)
    figure, within = f"{calm.median:.0f} / {calm.p95:.0f} ms", calm.median <= 10 and calm.p95 <= 300
    line("at a room’s pace, p50 / p95", figure, "≤ 10 / 300 ms", within=within)


def wall_figures(server: Server, beside: Room) -> None:
    """Forty walls, where there is one."""
    if "wall" not in screens(beside.inst.editions):
        return
    idle, voting, moved = room_load.measure_watching(server, another_room(beside.inst, "pillar"))
    for what, load in (("nothing happens", idle), ("the room votes", voting)):
        figure = f"{load.server:.0%} of a core"
        line(f"40 walls, {what}", figure, f"≤ 30 % {load_of(load)}", within=load.server <= 0.3)
    line("40 walls follow a move within", f"{moved:,.0f} ms", "≤ 1,000 ms", within=moved <= 1_000)


def edited_figures(folder: Path, only: str = "") -> None:
    """Every kind of edit on the plan’s screens, beside a bare page of the same run."""
    print(f"\n  {'one edit, in a browser':<38}{'median':>8}{'worst':>8}{'× bare':>8}{'CPU':>7}{'load':>7}")
    bare = 0.0
    for found in edits.editing(folder, only):
        bare = bare or found.median
        over = "   OVER BUDGET" if found.median > edits.BUDGET else ""
        print(
            f"  {found.name:<38}{found.median:>8.0f}{found.worst:>8.0f}{found.median / bare:>8.1f}{found.cpu:>7.0f}"
            f"{psutil.getloadavg()[0]:>7.1f}{over}",
            flush=True,
        )


def computed_figures() -> None:
    """Everything that is computed in this process."""
    for what, ms, budget in computation_costs.computing():
        line(what, f"{ms:.1f} ms", f"≤ {budget:.0f} ms", within=ms <= budget)
    costs, peak = computation_costs.drawing()
    for cost in costs:
        first, warm = cost.budget
        within = cost.first <= first and cost.warm <= warm
        figure, budget = f"{cost.first:.0f} / {cost.warm:.0f} ms", f"≤ {first:,.0f} / {warm:,.0f} ms"
        line(f"{cost.name}, first / warm", figure, budget, within=within)
        line("  its size", f"{cost.size:.0f} kB", "≤ 1,024 kB", within=cost.size <= 1_024)
    line("peak memory of this benchmark", f"{peak:.0f} MB", "", within=True)


def compared_figures() -> None:
    """The comparison with others, and how its cost grows with the number of stored results."""
    print()
    for database, what, ms in cohort_costs.comparing():
        budget = f"≤ {cohort_costs.BUDGET:,.0f} ms"
        line(f"{database}: {what}", f"{ms:.1f} ms", budget, within=ms <= cohort_costs.BUDGET)


def main(*parts: str) -> int:
    """All figures, or those of the `parts` named: screens, edits, rooms, computed, compared."""
    introduction()
    with tempfile.TemporaryDirectory() as name:
        if not parts or "screens" in parts:
            served_figures(Path(name))
        if not parts or "edits" in parts:
            edited_figures(Path(name) / "edits")
        if not parts or "rooms" in parts:
            room_figures(Path(name) / "sqlite")
            with postgres.running() as url:
                room_figures(Path(name) / "postgresql", url)
    if not parts or "computed" in parts:
        computed_figures()
    if not parts or "compared" in parts:
        compared_figures()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
