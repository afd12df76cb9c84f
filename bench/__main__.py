"""`make bench`: every figure in one run, with its budget beside it."""

import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import psutil

from bench import browsing, compared, computed, served
from tests.server import running_app


def line(what: str, figure: str, budget: str, *, within: bool) -> None:
    print(f"  {what:<38}{figure:>24}   {budget}{'' if within else '   OVER BUDGET'}")


def timed(costs: list[served.Cost], bare: served.Cost) -> None:
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
    bare, stock = served.bare_costs(folder)
    cookie = served.prepared(folder / "app")
    with running_app(folder / "app") as server:
        costs = served.screen_costs(server, cookie)
        tap, worst, visit = browsing.tapping(server, cookie)
        before, after = served.soak(server, cookie)
    timed([bare, stock, *costs], bare)
    healthy, usable = served.cold_start(folder / "cold")
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
    line(f"memory after {served.SOAK:,} taps more", f"{before:.0f} → {after:.0f} MB", "flat", within=flat)


def computed_figures() -> None:
    """Everything that is computed in this process."""
    for what, ms, budget in computed.computing():
        line(what, f"{ms:.1f} ms", f"≤ {budget:.0f} ms", within=ms <= budget)
    first, warm, size, peak = computed.drawing()
    within = first <= 1_500 and warm <= 1_000
    figure = f"{first:.0f} / {warm:.0f} ms"
    line("playbook with appendix, first / warm", figure, "≤ 1,500 / 1,000 ms", within=within)
    line("playbook’s size", f"{size:.0f} kB", "≤ 1,024 kB", within=size <= 1_024)
    line("peak memory of this benchmark", f"{peak:.0f} MB", "", within=True)


def compared_figures() -> None:
    """The comparison with others, and how its cost grows with the number of stored results."""
    print()
    for database, what, ms in compared.comparing():
        budget = f"≤ {compared.BUDGET:,.0f} ms"
        line(f"{database}: {what}", f"{ms:.1f} ms", budget, within=ms <= compared.BUDGET)


def main() -> int:
    introduction()
    with tempfile.TemporaryDirectory() as name:
        served_figures(Path(name))
    computed_figures()
    compared_figures()
    return 0


if __name__ == "__main__":
    sys.exit(main())
