"""Where the files of the repository lie that tests read."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
EXAMPLE = DATA / "example" / "northgate.json"
SHIPPED = DATA / "instrument" / "2026.2"
"""The edition that new assessments get."""
BEFORE = DATA / "instrument" / "2026.1"
"""The edition before it, which earlier assessments answer."""
TOY = ROOT / "tests" / "data" / "toy" / "2026.1"
"""An instrument for a bicycle shop: two sections, five questions."""
