"""A file that keeps every rule and is as odd as the rules allow."""

import json
from typing import Any

from tests.paths import EXAMPLE

FIRST, LAST = "0001-01-01", "9999-12-31"
MARKUP = "<b onclick=x>*é*</b> =cmd|' /C calc'!A0 \u202e${x} [a](javascript:x)"

EVIL_LINK = 'javascript:alert(document.domain)//"><script>alert(1)</script>'


def odd_file() -> bytes:
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["roadmap"] |= {"start": LAST, "capacity": {"CEO": 0.0, "x" * 60: 1000}}
    for number, move in enumerate(data["roadmap"]["moves"]):
        move |= {"review": (FIRST, LAST)[number % 2], "kpi": MARKUP, "owner": MARKUP[:60]}
    for number, commitment in enumerate(data["commitments"]):
        commitment |= {"due": (FIRST, LAST)[number % 2], "review": FIRST, "metric": MARKUP}
    for number, use in enumerate(data["use_cases"]):
        huge = (1e308, -1e308)[number % 2]
        use |= {
            "investment": {"low": 0, "likely": huge, "high": 1e308},
            "baseline": huge,
            "target": -huge,
            "date": LAST,
        }
    for pilot in data["initiatives"]:
        pilot |= {"known_to": 0, "leaders_asked": 500, "result": MARKUP, "monthly_cost": 1e12}
    for line in data["risk_statement"]["lines"]:
        for old in ("signed_by", "signed_on"):
            line.pop(old, None)
        line["signatures"] = [
            {"role": f"{number:02} {MARKUP}"[:60], "day": FIRST, "stance": "refused", "note": MARKUP}
            for number in range(40)
        ]
    for number, response in enumerate(data["respondents"][0]["responses"].values()):
        if "level" in response:
            response |= {
                "backing": ("document", "number")[number % 2],
                "evidence": (MARKUP, EVIL_LINK)[number % 2],
            }
    data["risk_statement"]["signers"] = ["CEO", "CEO", " ", MARKUP[:60]]
    data["charter"] |= {"members": ["CEO", "CEO", " "], "chair": " ", "name": MARKUP}
    return json.dumps(data).encode()
