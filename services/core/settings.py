"""What the operator may set, from the environment (`PLUMBLINE_…`), with safe defaults."""

import os
import re
import secrets
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assessment.errors import RefusedInput
from assessment.shape_faults import shape_message
from language.catalogues import CATALOGUES, CODE
from language.translation import _, set_default_language
from services.core.host_names import host_name
from storage.db.urls import sqlite_url

ROOT = Path(__file__).resolve().parents[2]
SECRET_BYTES = 32


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
    instrument: Path = ROOT / "data" / "instrument" / "2026.1"
    """The edition folder of the instrument that is asked."""
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
            raise ValueError(_("an address such as redis://localhost:6379/0 is needed"))
        return SecretStr(address)

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        typed = value.split(",") if isinstance(value, str) else value
        if not isinstance(typed, list):
            return value
        names = [host_name(str(host)) for host in typed if str(host).strip()]
        if not names:
            raise ValueError(_("at least one host name is needed"))
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
            raise ValueError(_("an address such as https://plumbline.example.org is needed, without a path"))
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @property
    def url(self) -> str:
        """The database's URL."""
        return self.database_url or sqlite_url(self.var / "plumbline.db")

    def key(self) -> bytes:
        """The installation's key; made on first use and readable by its owner alone."""
        if self.secret is not None and self.secret.get_secret_value():
            return self.secret.get_secret_value().encode()
        file = self.var / "secret"
        if not file.exists():
            self.var.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_once(file, secrets.token_hex(SECRET_BYTES))
        return file.read_bytes()


def _write_once(file: Path, text: str) -> None:
    """Creates the file atomically; if two processes start together, the first one's content stays."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(6)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


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
