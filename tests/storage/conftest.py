"""Every test of this room may ask for a database."""

from tests.databases import (  # noqa: F401 - fixtures are known by being imported
    database,
    database_url,
    empty_postgres_url,
    postgres_database,
    postgres_server,
    postgres_template,
    postgres_url,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)
