"""The log tells what happened and where, and never what somebody wrote."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from web import log

TOKEN = "7hGk2LmNpQr5StUvWxYz01"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the log writes while a test runs; everything is put back afterwards."""
    loggers = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
    before = [(one, one.handlers[:], one.propagate, one.level) for one in [*loggers, logging.root]]
    factory, stream = logging.getLogRecordFactory(), io.StringIO()
    log.configure(stream=stream)
    yield stream
    logging.setLogRecordFactory(factory)
    structlog.reset_defaults()
    for one, handlers, propagate, level in before:
        one.handlers, one.propagate = handlers, propagate
        one.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail(text: str) -> None:
    raise ValueError(text)


def test_an_unexpected_error_is_logged_by_type_and_place_only(written: io.StringIO) -> None:
    try:
        fail("what somebody wrote")
    except ValueError as error:
        log.log_unexpected(error)
    (line,) = lines(written)
    assert line["level"] == "error"
    assert line["error"].startswith("ValueError at web/test_log.py:")
    assert line["error"].endswith("in fail")
    assert "somebody" not in written.getvalue()


def test_the_libraries_tracebacks_lose_what_they_quote(written: io.StringIO) -> None:
    try:
        fail("what somebody wrote")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    assert "Exception in ASGI application: ValueError at web/test_log.py:" in lines(written)[0]["event"]
    assert "somebody" not in written.getvalue()
    assert "Traceback" not in written.getvalue()


def test_streamlits_own_line_on_a_script_error_is_left_out(written: io.StringIO) -> None:
    logging.getLogger("streamlit.error_util").error("Uncaught app execution")
    logging.getLogger("streamlit.error_util").error("on_script_error handler raised an exception")
    assert [line["event"] for line in lines(written)] == ["on_script_error handler raised an exception"]


@pytest.mark.parametrize("value", [TOKEN, "vQx3" + "aB-_" * 7, "a" * 64, f"/report/{TOKEN}"])
def test_tokens_and_identifiers_are_cut(written: io.StringIO, value: str) -> None:
    structlog.get_logger().info(f"about {value}", subject=value)
    logging.getLogger("streamlit.web").warning("about %s", value)
    text = written.getvalue()
    assert value not in text
    assert len(lines(written)) == 2
    assert "…" in lines(written)[0]["subject"]


def test_ordinary_words_stay_whole() -> None:
    sentence = "the interchangeability of 25 practices at http://127.0.0.1:8501/healthz, edition 2026.1"
    assert log.redact(sentence) == sentence


def test_the_cause_of_an_error_is_named_without_its_message(written: io.StringIO) -> None:
    try:
        try:
            fail("what somebody wrote")
        except ValueError as cause:
            raise RuntimeError("and quoted again") from cause
    except RuntimeError as error:
        described = log.describe_error(error)
    assert described.startswith("RuntimeError at web/test_log.py:")
    assert " from ValueError at web/test_log.py:" in described
    assert "quoted" not in described
