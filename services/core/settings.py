"""What the operator may set, from the environment (`PLUMBLINE_…`), with safe defaults."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assessment.errors import RefusedInput
from assessment.shape_faults import shape_message
from language.catalogues import CATALOGUES, CODE
from language.translation import _, lazy, set_default_language
from services.core.host_names import host_name
from storage.db.urls import sqlite_url

ROOT = Path(__file__).resolve().parents[2]
KEY_BYTES = 32
"""The shortest key with which the app starts."""


class Settings(BaseSettings):
    """Settings of one installation. Every field is an environment variable `PLUMBLINE_<NAME>`; empty is not set."""

    model_config = SettingsConfigDict(
        env_prefix="PLUMBLINE_", extra="ignore", frozen=True, env_ignore_empty=True
    )

    var: Path = ROOT / "var"
    """Where this installation keeps its own files (database, key)."""
    database_url: str = ""
    """Empty: SQLite under `var`. Else a PostgreSQL or SQLite URL."""
    init: Literal["", "if-empty"] = ""
    """`if-empty`: begin a new database where none is, whatever was there before (`services.core.database_marker`)."""
    keep_months: int = Field(default=24, ge=1, le=120)
    """How many months after its beginning an assessment is deleted, unless its owner sets another day."""
    secret: SecretStr | None = None
    """Key of the hashes of tokens and codes; empty: made once and kept in `var/secret`."""
    instrument: Path = ROOT / "data" / "instrument"
    """The folder of an edition, which new assessments then get, or one of editions, of which they get the newest."""
    governance: Path = ROOT / "data" / "governance"
    """The governance texts, a folder per language."""
    catalogues: Path = CATALOGUES
    """The message catalogues, a folder per language."""
    language: str = Field(default="en", pattern=CODE)
    """The language of new assessments, and of screens without one."""
    hosts: Annotated[list[str], NoDecode] = ["localhost", "127.0.0.1", "::1"]
    """Host names under which the app may be opened, comma-separated; of an address its name counts."""
    https: bool = False
    """Set when a proxy serves the app over HTTPS: cookies are then marked Secure."""
    benchmark: bool = True
    """May results be compared with those of the other organisations of this installation?"""
    base_url: str = ""
    """The address at which phones reach this installation, such as `https://plumbline.example.org`; empty:
    the address at which the page was opened."""

    redis_url: SecretStr = SecretStr("")
    """Redis that counts for the rate limits, such as `redis://localhost:6379/0`; empty: the database counts."""

    @field_validator("redis_url")
    @classmethod
    def _redis_address(cls, value: SecretStr) -> SecretStr:
        address = value.get_secret_value().strip()
        try:
            parts = urlsplit(address)
            number = parts.path.lstrip("/")
            good = (
                parts.scheme in ("redis", "rediss")
                and bool(parts.hostname)
                and parts.port != 0
                and (not number or (number.isascii() and number.isdigit()))
                and not parts.query
            )
        except ValueError:
            good = False
        if address and not good:
            raise ValueError(_("give an address such as redis://localhost:6379/0"))
        return SecretStr(address)

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        typed = value.split(",") if isinstance(value, str) else value
        if not isinstance(typed, list):
            return value
        names = [host_name(str(host)) for host in typed if str(host).strip()]
        if not names:
            raise ValueError(_("give at least one host name"))
        return list(dict.fromkeys(names))

    @field_validator("base_url")
    @classmethod
    def _plain_address(cls, value: str) -> str:
        address = value.strip().rstrip("/")
        if not address:
            return ""
        try:
            parts = urlsplit(address)
            named = parts.hostname and parts.port != 0
        except ValueError:
            named = None
        plain = not re.search(r"[@?#\s\\]|[^!-~]", address)
        if not (named and plain and parts.scheme in ("http", "https")) or parts.path:
            raise ValueError(_("give an address such as https://plumbline.example.org, without a path"))
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @property
    def url(self) -> str:
        """The database's URL."""
        return self.database_url or sqlite_url(self.var / "plumbline.db")

    @property
    def key_file(self) -> Path:
        """Where the key is kept unless the environment gives one."""
        return self.var / "secret"

    def key(self) -> bytes:
        """The installation's key; made on first use and readable by its owner alone. RefusedInput as `find_key`."""
        found = self.find_key()
        if found is not None:
            return found
        self.var.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(self.key_file, secrets.token_hex(KEY_BYTES))
        return self.key_file.read_bytes()

    def find_key(self) -> bytes | None:
        """The key there is; None before the first start. RefusedInput when it is shorter than `KEY_BYTES`."""
        given = self.secret.get_secret_value().encode() if self.secret is not None else b""
        if given:
            return _checked(given, _KEY_TOO_SHORT.format(n=KEY_BYTES))
        if not self.key_file.exists():
            return None
        told = _KEY_FILE_TOO_SHORT.format(file=self.key_file, n=KEY_BYTES)
        return _checked(self.key_file.read_bytes(), told)


_KEY_TOO_SHORT = lazy(
    "PLUMBLINE_SECRET has fewer than {n} bytes and could be guessed. Set a longer random one, such as the "
    "output of: openssl rand -hex 32"
)
_KEY_FILE_TOO_SHORT = lazy(
    "The key in {file} is empty or shorter than {n} bytes. Restore the file from your copy of the key. "
    "Without a copy, delete the file: Plumbline makes a new key, and existing browsers and codes lose "
    "access."
)


def _checked(key: bytes, told: str) -> bytes:
    """The key as it is. What a power cut may leave of a file, blanks or zeros, is no key."""
    if len(key.strip(b"\x00 \t\r\n")) < KEY_BYTES:
        raise RefusedInput(told)
    return key


def _write_once(file: Path, text: str) -> None:
    """Creates the file atomically and durably; if two processes start together, the first one's content stays.

    The name is given, as a second link, only after the content has reached the disk: a rename would replace the
    other process's file.
    """
    draft = file.with_name(f"{file.name}.{secrets.token_hex(6)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()
    for folder in (file.parent, file.parent.parent):
        _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can be asked for it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def load_settings() -> Settings:
    """The settings of this process. Raises RefusedInput naming the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = "PLUMBLINE_" + ".".join(str(part) for part in first["loc"]).upper()
        raise RefusedInput(
            _("The setting {name} cannot be used: {fault}.").format(name=name, fault=shape_message(first))
        ) from None


def settings_in_use() -> Settings:
    """The settings of this process, and their language in use from here on. Raises RefusedInput."""
    chosen = load_settings()
    set_default_language(chosen.language, chosen.catalogues)
    return chosen
