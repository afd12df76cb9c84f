"""The examples in the method's docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import scoring

MODULES = [f"scoring.{module.name}" for module in pkgutil.iter_modules(scoring.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_modules_with_formulas_have_examples() -> None:
    finder = doctest.DocTestFinder()
    formulas = ("averages", "rules", "sections", "strategy", "votes", "batch", "engine", "path", "what_if")
    for name in (*formulas, "stability", "ranking", "roadmap", "roadmap_checks"):
        module = importlib.import_module(f"scoring.{name}")
        assert any(found.examples for found in finder.find(module)), name
