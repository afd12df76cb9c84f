"""The examples in the method's docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import scoring

MODULES = [module.name for module in pkgutil.walk_packages(scoring.__path__, "scoring.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_modules_with_formulas_have_examples() -> None:
    finder = doctest.DocTestFinder()
    levels = ("averages", "rules", "sections", "strategy_gap", "votes", "engine")
    plan = ("path", "ranking", "what_if", "stability", "roadmap", "roadmap_checks")
    for name in (*(f"levels.{m}" for m in levels), *(f"plan.{m}" for m in plan), "sureness.batch"):
        module = importlib.import_module(f"scoring.{name}")
        assert any(found.examples for found in finder.find(module)), name
