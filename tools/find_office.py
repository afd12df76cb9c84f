"""Prints the path of LibreOffice, which draws slides and calculates workbooks in the tests: an existing one, else Debian's.

Prints nothing where there is none and none may be installed; then those tests are skipped, and named as skipped.
"""

import os
import shutil
import sys

from tools.find_browser import install_from_debian

PACKAGES = ("libreoffice-impress-nogui", "libreoffice-calc-nogui")
ADVICE = f"No LibreOffice: what needs it is skipped. On Debian: apt install {' '.join(PACKAGES)}"


def find_office() -> str | None:
    """The one named by PLUMBLINE_OFFICE, else the one on the path."""
    return os.environ.get("PLUMBLINE_OFFICE") or shutil.which("soffice")


def main() -> None:
    path = find_office() or (find_office() if install_from_debian(*PACKAGES) else None)
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)


if __name__ == "__main__":
    main()
