"""Mutation test of `scoring/`: a seeded sample of mutmut's mutants, a portion at a time (`make mutants`).

Each portion's results are stored in `mutants/` when it ends, and each is a sample of its own, so that a run
that was stopped early still gives an honest share.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

NUMBER, PORTION = 1_000, 100
SEED = 20261130
FOLDER = Path("mutants")
VERDICTS = {
    0: "survived",
    33: "no test",
    5: "no test",
    24: "timeout",
    36: "timeout",
    152: "timeout",
    -24: "timeout",
}
"""Mutmut's exit codes; every other one is a mutant that a test killed."""


def main() -> None:
    """Tests the sample and prints what became of it; with `--report`, prints the results there are."""
    if "--report" not in sys.argv:
        run([first_mutant()])
        codes = results()
        names = [name for name in sample() if codes[name] is None]  # what an earlier run has tested stays
        for start in range(0, len(names), PORTION):
            run(names[start : start + PORTION])
    report(sample())


def run(names: list[str]) -> None:
    """Tests these mutants one after the other; mutmut chooses the tests that reach each."""
    subprocess.run([sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names], check=True)


def first_mutant() -> str:
    """Any mutant: testing it makes mutmut write all of them and measure the tests."""
    return "scoring.shares.x_wilson__mutmut_1"


def results() -> dict[str, int | None]:
    """The exit code of every mutant, None where it was not tested."""
    found: dict[str, int | None] = {}
    for path in FOLDER.rglob("*.meta"):
        found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return found


def sample() -> list[str]:
    """The same mutants in the same order every time, as long as `scoring/` is the same."""
    return random.Random(SEED).sample(sorted(results()), NUMBER)  # noqa: S311 - a sample, not a secret


def report(names: list[str]) -> None:
    """Counts what became of the sample and names the mutants that no test noticed."""
    codes = results()
    tested = {name: codes[name] for name in names if codes[name] is not None}
    verdicts = {name: VERDICTS.get(code or 0, "killed") for name, code in tested.items()}
    counted = Counter(verdicts.values())
    killed = counted["killed"] + counted["timeout"]
    print(f"{len(tested)} of {len(names)} tested: {dict(counted)}; killed {killed / max(1, len(tested)):.1%}")
    for name in sorted(name for name, verdict in verdicts.items() if verdict in ("survived", "no test")):
        print(f"{verdicts[name]:10}{name}")


if __name__ == "__main__":
    main()
