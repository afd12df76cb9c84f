"""LibreOffice without a window: draws slides, calculates workbooks anew, in a profile and a locale of its own.

`needs_office` marks what needs it: skipped where it is not installed, never in CI.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.find_office import ADVICE, find_office

needs_office = pytest.mark.skipif(find_office() is None and os.environ.get("CI") != "true", reason=ADVICE)
SECONDS = 240
FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{ROOT / "data" / "fonts"}</dir></fontconfig>
"""
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
</oor:items>
"""
"""Always calculate what is opened, and the signs of this locale."""


def convert(files: Mapping[str, bytes], ending: str, folder: Path, locale: str = "en-GB") -> dict[str, bytes]:
    """Each file as LibreOffice writes it with another ending, by the name before the dot."""
    given, made, profile = (folder / name for name in ("given", "made", "profile"))
    for place in (given, profile / "user"):
        place.mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(locale=locale))
    (folder / "fonts.conf").write_text(FONTS)
    for name, content in files.items():
        (given / name).write_bytes(content)
    command = [find_office() or "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", ending, "--outdir", str(made), *(str(given / name) for name in files)]
    signs = f"{locale.replace('-', '_')}.UTF-8"
    own = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "LC_ALL": signs, "HOME": str(folder)}
    done = subprocess.run(
        command, env=os.environ | own, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    found = {Path(name).stem: made / f"{Path(name).stem}.{ending}" for name in files}
    missing = [name for name, path in found.items() if not path.exists()]
    assert missing == [], done.stderr
    return {name: path.read_bytes() for name, path in found.items()}
