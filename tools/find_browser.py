"""Prints the path of a Chromium that starts: an existing one, else Playwright's, else Debian's.

Exit code 1 with advice on standard error if there is none.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = "No Chromium could be found or fetched. On Debian: apt install chromium; then run the command again."


def is_working(path: str) -> bool:
    """Does this browser start in headless mode?"""
    with tempfile.TemporaryDirectory() as profile:
        command = [path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        command += [
            "--disable-background-networking",
            f"--user-data-dir={profile}",
            "--dump-dom",
            "about:blank",
        ]
        try:
            return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False


def find_installed() -> str | None:
    """A Chromium this machine already has."""
    named = os.environ.get("PLUMBLINE_CHROMIUM")
    found = [named] if named else []
    found += [path for name in NAMES if (path := shutil.which(name))]
    return next((path for path in found if is_working(path)), None)


def playwright_chromium(*, fetch: bool) -> str | None:
    """Playwright's own Chromium, fetched first if asked to."""
    if fetch:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        try:
            subprocess.run(command, stdout=sys.stderr, timeout=600, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return None
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    path = answer.stdout.strip()
    return path if path and Path(path).is_file() and is_working(path) else None


def install_from_debian(*packages: str) -> bool:
    """Installs packages of Debian, when we may; says whether it was tried."""
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        try:
            subprocess.run([*sudo, apt, *step], stdout=sys.stderr, env=environment, timeout=900, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return True


def main() -> int:
    path = (
        find_installed()
        or playwright_chromium(fetch=False)
        or playwright_chromium(fetch=True)
        or (find_installed() if install_from_debian("chromium") else None)
    )
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
