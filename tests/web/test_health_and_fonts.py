"""Health for the operator's probes, fonts from our own disk."""

import re
import tomllib

import httpx
import pytest

from tests.paths import ROOT

CONFIGURATION = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two `#rrggbb` colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_health_names_the_instrument(visitor: httpx.Client) -> None:
    answer = visitor.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "instrument": "2026.2"}


@pytest.mark.parametrize("face", CONFIGURATION["theme"]["fontFaces"], ids=lambda face: str(face["weight"]))
def test_every_font_of_the_theme_is_served_and_may_be_kept(
    visitor: httpx.Client, face: dict[str, str]
) -> None:
    answer = visitor.get(face["url"])
    assert answer.status_code == 200
    assert answer.content.startswith(b"wOF2")
    assert answer.headers["content-type"] == "font/woff2"
    assert re.search(r"max-age=\d{8}, immutable", answer.headers["cache-control"])


@pytest.mark.parametrize(
    "name", ["NotoSans-Regular.ttf", "OFL.txt", "", "..%2fexample%2fnorthgate.json", "x/y"]
)
def test_nothing_but_the_fonts_is_served_there(visitor: httpx.Client, name: str) -> None:
    answer = visitor.get(f"/fonts/{name}")
    assert answer.status_code in (400, 404)
    assert "northgate" not in answer.text.lower()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_links_and_primary_buttons_can_be_read(mode: str) -> None:
    theme = CONFIGURATION["theme"][mode]
    grounds = (theme["backgroundColor"], theme["secondaryBackgroundColor"])
    for ground in grounds:
        assert contrast(theme["textColor"], ground) >= 7
        assert contrast(theme["linkColor"], ground) >= 4.5
        assert contrast(theme["primaryColor"], ground) >= 3, "the button must stand out from its ground"
    assert contrast("#FFFFFF", theme["primaryColor"]) >= 4.5, "Streamlit writes white on primary buttons"


def test_the_shipped_configuration_is_closed() -> None:
    server, client = CONFIGURATION["server"], CONFIGURATION["client"]
    assert server["address"] == "127.0.0.1"
    assert server["enableXsrfProtection"]
    assert server["enableCORS"]
    assert not server["enableStaticServing"]
    assert not server["enableAgentApi"]
    assert server["maxUploadSize"] <= 5
    assert client["showErrorDetails"] == "none"
    assert not CONFIGURATION["browser"]["gatherUsageStats"]
    assert not CONFIGURATION["runner"]["postScriptGC"]
    assert not CONFIGURATION["logger"]["enableRich"]
