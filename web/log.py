"""The log: one line per event on standard error, JSON for machines or plain on a terminal.

No text typed by a person, no token, code or full identifier is logged. Records of libraries pass the same
filter, because the message of an exception may quote its input: of an exception only type and place are kept.
"""

import logging
import re
import sys
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LONG_WORD = re.compile(r"(?=\S*\d)\b[A-Za-z0-9_-]{16,}\b|\b[A-Za-z0-9_-]{40,}\b")
KEPT = 4
_ordinary_record = logging.getLogRecordFactory()


def redact(text: str) -> str:
    """The text with everything that may be a token, code or identifier cut to its first letters.

    >>> redact("assessment 7hGk2LmNpQr5StUvWxYz01 is gone")
    'assessment 7hGk… is gone'
    """
    return LONG_WORD.sub(lambda match: f"{match[0][:KEPT]}…", text)


def error_location(trace: TracebackType | None) -> str:
    """Where an exception was raised: the innermost line, and the innermost line of our own code if different.

    File names without folders, so that the log reveals no server paths.
    """
    frames: list[tuple[bool, str]] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        ours = "site-packages" not in code.co_filename and "/lib/python" not in code.co_filename
        file = re.sub(r".*[/\\](?=[^/\\]+[/\\][^/\\]+$)", "", code.co_filename)
        frames.append((ours, f"{file}:{trace.tb_lineno} in {code.co_name}"))
        trace = trace.tb_next
    own = next((text for ours, text in reversed(frames) if ours), None)
    last = frames[-1][1] if frames else "unknown place"
    return last if own in (None, last) else f"{own}, then {last}"


def describe_error(error: BaseException) -> str:
    """An exception without its message: type, cause and place."""
    cause = error.__cause__
    from_ = (
        f" from {type(cause).__name__} at {error_location(cause.__traceback__)}" if cause is not None else ""
    )
    return f"{type(error).__name__} at {error_location(error.__traceback__)}{from_}"


def log_unexpected(error: Exception) -> None:
    """Logs an unhandled error by its type and place."""
    structlog.get_logger().error("unexpected error", error=describe_error(error))


def _record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Log record factory that drops the traceback before any handler sees it."""
    record = _ordinary_record(*args, **kwargs)
    if record.exc_info and record.exc_info[1] is not None:
        record.msg = f"{redact(record.getMessage())}: {describe_error(record.exc_info[1])}"
        record.args, record.exc_info = (), None
    return record


def _redact_all(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


def _is_news(record: logging.LogRecord) -> bool:
    """False for Streamlit's own line about a script error; ours is logged as well."""
    return not record.getMessage().startswith("Uncaught app execution")


def configure(*, stream: TextIO | None = None) -> None:
    """Sends all logs of this process, ours and the libraries', redacted to standard error.

    Call again after all imports: Streamlit adds a handler to each of its loggers.
    """
    out = stream or sys.stderr
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _redact_all,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    last: Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if out.isatty():
        last = structlog.dev.ConsoleRenderer()
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.setLogRecordFactory(_record)
    _adopt_all(handler)


def _adopt_all(handler: logging.Handler) -> None:
    root = logging.getLogger()
    root.handlers, root.level = [handler], logging.INFO
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        if name.startswith(("streamlit", "uvicorn", "alembic", "websockets")):
            logger.setLevel(logging.WARNING)
    script_errors = logging.getLogger("streamlit.error_util")
    if _is_news not in script_errors.filters:
        script_errors.addFilter(_is_news)
