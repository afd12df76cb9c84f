"""Real servers; PostgreSQL where a test asks for it."""

from tests.databases import (  # noqa: F401 - fixtures are known by being imported
    postgres_server,
    postgres_template,
    postgres_url,
)
