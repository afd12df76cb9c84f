"""Documents are rendered in a process of their own: what it returns, and what happens when it cannot."""

import os
import sys
import time
from collections.abc import Iterator

import pytest

from assessment.errors import RefusedInput
from documents.worker import MEMORY, DocumentGivenUp, DocumentWorker
from language.translation import language_in_use, set_default_language


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    made = DocumentWorker(seconds=30)
    yield made
    made.stop()


def refuse() -> None:
    raise RefusedInput("Not like this.")


def stumble() -> None:
    raise KeyError("secret text")


def fill_memory() -> int:
    return len(bytearray(2 * MEMORY))


def test_work_is_done_in_another_process_that_goes_on_to_the_next(worker: DocumentWorker) -> None:
    first = worker.run(os.getpid)
    assert first != os.getpid()
    assert worker.run(os.getpid) == first


def test_it_speaks_the_language_of_the_installation(worker: DocumentWorker) -> None:
    set_default_language("de")
    try:
        assert worker.run(language_in_use) == "de"
    finally:
        set_default_language("en")


def test_an_error_of_ours_arrives_and_another_without_its_text(worker: DocumentWorker) -> None:
    with pytest.raises(RefusedInput, match="Not like this"):
        worker.run(refuse)
    with pytest.raises(RuntimeError, match=r"^KeyError$"):
        worker.run(stumble)
    assert worker.run(len, "abc") == 3


def test_what_takes_too_long_is_given_up_and_the_next_is_done() -> None:
    worker = DocumentWorker(seconds=0.5)
    with pytest.raises(DocumentGivenUp):
        worker.run(time.sleep, 60)
    worker._seconds = 30
    assert worker.run(len, "abc") == 3
    worker.stop()


def test_a_process_that_dies_is_replaced(worker: DocumentWorker) -> None:
    with pytest.raises(DocumentGivenUp):
        worker.run(os._exit, 1)
    assert worker.run(len, "abc") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limit")
def test_memory_beyond_the_limit_is_an_error_of_the_document(worker: DocumentWorker) -> None:
    with pytest.raises(RuntimeError, match=r"^MemoryError$"):
        worker.run(fill_memory)
    assert worker.run(len, "abc") == 3
