"""Sentences about unknown and repeated names in an interchange file."""

from collections.abc import Container, Iterable, Iterator

from language.translation import _


def quoted(text: str) -> str:
    """The beginning of a text from the file, for a message; lone surrogates are replaced."""
    return text[:60].encode("utf-8", "replace").decode()


def unknown(place: str, codes: Iterable[str], known: Container[str]) -> Iterator[str]:
    """A sentence for each code that is not among the known ones."""
    for code in codes:
        if code not in known:
            yield _("At {place}: “{code}” is not known in this edition.").format(
                place=place, code=quoted(code)
            )


def repeated(place: str, names: Iterable[str]) -> Iterator[str]:
    """A sentence for each name that occurs more than once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield _("At {place}: “{name}” appears twice.").format(place=place, name=quoted(name))
        seen.add(name)
