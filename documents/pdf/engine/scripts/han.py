"""Whether Chinese characters are those of simplified or traditional Chinese, Japanese or Korean.

Unicode gives them one code where their drawing differs. A text with kana is Japanese and one with hangul is Korean; else
it is what its characters can be, which the encodings of before Unicode know, and of these what the rest of the document is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from documents.pdf.engine.scripts.faces import HAN, JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL, Face

KANA, HANGUL = re.compile("[\u3041-\u30fa\u30fc-\u30ff]"), re.compile("[\u3131-\u318e\uac00-\ud7a3]")
IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
CHARACTERS = {SIMPLIFIED: "gb2312", TRADITIONAL: "big5", JAPANESE: "shift_jis", KOREAN: "euc_kr"}
"""The characters in common use, by face; the first comes first where nothing else decides."""
_document: ContextVar[Callable[[], tuple[Face, ...]] | None] = ContextVar("document", default=None)


@contextmanager
def document_of(texts: Callable[[], Iterable[str]]) -> Iterator[None]:
    """What is printed inside belongs to one document with these texts; they are read when it first matters."""
    whole = lru_cache(maxsize=1)(lambda: _possible("".join(t for t in texts() if not t.isascii())))
    token = _document.set(whole)
    try:
        yield
    finally:
        _document.reset(token)


def faces_for(text: str) -> tuple[Face, ...]:
    """The faces for Chinese characters, the right one for this text first."""
    possible = _possible(text)
    if len(possible) != 1 and IDEOGRAPH.search(text):
        whole = _document.get()
        likely = [face for face in whole() if face in possible or not possible] if whole else []
        possible = (*likely, *possible)
    return tuple(dict.fromkeys((*possible, *HAN)))


@lru_cache(maxsize=1024)
def _possible(text: str) -> tuple[Face, ...]:
    if KANA.search(text):
        return (JAPANESE,)
    if HANGUL.search(text):
        return (KOREAN,)
    ideographs = "".join(IDEOGRAPH.findall(text))
    return tuple(face for face, encoding in CHARACTERS.items() if ideographs and _fits(ideographs, encoding))


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
