"""Sentences follow the language of the context in which they are read, not of the one that made them."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from threading import Barrier

import pytest

from language.catalogues import catalogue_languages
from language.translation import (
    LazyText,
    _,
    language_in_use,
    lazy,
    lazy_table,
    ngettext,
    set_default_language,
    speaking,
    use_language,
)

NOBODY = lazy("nobody")
GREETING = lazy("Hello, {name}")
TITLES = lazy_table({"a": lazy("Alpha"), "code": "Alpha"})


@pytest.mark.usefixtures("catalogues")
class TestSentences:
    def test_english_is_shown_as_it_stands_in_the_code(self) -> None:
        assert _("Alpha") == "Alpha"

    def test_a_catalogue_translates(self) -> None:
        with speaking("pl"):
            assert _("Alpha") == "Alfa"
        assert _("Alpha") == "Alpha"

    @pytest.mark.parametrize("sentence", ["not in the catalogue", "nobody", "somebody"])
    def test_a_sentence_without_a_certain_translation_stays_english(self, sentence: str) -> None:
        with speaking("pl"):
            assert _(sentence) == sentence

    def test_nothing_is_not_the_header_of_the_catalogue(self) -> None:
        with speaking("pl"):
            assert _("") == ""

    def test_a_language_without_a_catalogue_is_shown_in_english(self) -> None:
        with speaking("fi"):
            assert (_("Alpha"), ngettext("{n} week", "{n} weeks", 2)) == ("Alpha", "{n} weeks")

    def test_a_language_with_three_plural_forms(self) -> None:
        with speaking("pl"):
            found = [ngettext("{n} week", "{n} weeks", n).format(n=n) for n in (1, 2, 5, 12, 22, 0)]
        assert found == ["1 tydzień", "2 tygodnie", "5 tygodni", "12 tygodni", "22 tygodnie", "0 tygodni"]


@pytest.mark.usefixtures("catalogues")
class TestWordsOfModules:
    def test_a_constant_is_translated_each_time_it_is_read(self) -> None:
        with speaking("de"):
            assert (_(NOBODY), str(NOBODY), f"{NOBODY:>8}") == ("niemand", "niemand", " niemand")
        assert _(NOBODY) == "nobody"

    def test_its_placeholders_are_filled_after_translation(self) -> None:
        with speaking("pl"):
            assert GREETING.format(name="Ola") == "Cześć, Ola"

    def test_it_never_passes_as_a_text_untranslated(self) -> None:
        assert not isinstance(NOBODY, str)
        with pytest.raises(TypeError):
            json.dumps(NOBODY)

    def test_a_table_gives_translated_texts(self) -> None:
        with speaking("pl"):
            assert TITLES["a"] == "Alfa"
            assert list(TITLES.values()) == ["Alfa", "Alpha"]
            assert dict(TITLES.items()) == {"a": "Alfa", "code": "Alpha"}
            assert list(map(TITLES.__getitem__, TITLES)) == ["Alfa", "Alpha"]
            assert (TITLES.get("a"), TITLES.get("b"), TITLES.get("b", "–")) == ("Alfa", None, "–")
        assert TITLES["a"] == "Alpha"

    def test_tables_joined_at_import_stay_lazy(self) -> None:
        joined = TITLES | {"n": NOBODY} | lazy_table({"code": lazy("nobody")})
        with speaking("de"):
            assert joined == {"a": "Alpha (de)", "n": "niemand", "code": "niemand"}

    def test_a_table_behaves_as_a_mapping(self) -> None:
        assert (list(TITLES), len(TITLES), "a" in TITLES, "b" in TITLES) == (["a", "code"], 2, True, False)
        with pytest.raises(KeyError):
            TITLES["b"]

    def test_equal_sentences_are_equal(self) -> None:
        assert {NOBODY: 1}[LazyText("nobody")] == 1


@pytest.mark.usefixtures("catalogues")
class TestContexts:
    def test_two_threads_read_one_table_in_two_languages(self) -> None:
        together = Barrier(2, timeout=10)

        def read(language: str) -> set[str]:
            use_language(language)
            together.wait()
            return {TITLES["a"] for _turn in range(2_000)}

        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(read, ("pl", "de"))) == [{"Alfa"}, {"Alpha (de)"}]

    def test_two_requests_of_one_loop_do_not_mix(self) -> None:
        async def request(language: str) -> tuple[str, str]:
            use_language(language)
            await asyncio.sleep(0)
            return TITLES["a"], await asyncio.to_thread(TITLES.__getitem__, "a")

        async def both() -> list[tuple[str, str]]:
            return list(await asyncio.gather(request("pl"), request("de")))

        assert asyncio.run(both()) == [("Alfa", "Alfa"), ("Alpha (de)", "Alpha (de)")]
        assert language_in_use() == "en"

    def test_a_thread_begins_with_the_language_of_the_installation(self, catalogues: Path) -> None:
        set_default_language("de", catalogues)
        with speaking("pl"), ThreadPoolExecutor(1) as pool:
            assert pool.submit(language_in_use).result() == "de"
            assert pool.submit(copy_context().run, language_in_use).result() == "pl"

    def test_the_language_before_comes_back_after_a_fault(self) -> None:
        def fail() -> None:
            with speaking("pl"):
                raise ValueError

        with pytest.raises(ValueError):  # noqa: PT011 - our own, without words
            fail()
        assert language_in_use() == "en"


def test_the_languages_are_english_and_those_with_a_catalogue(catalogues: Path) -> None:
    (catalogues / "fi").mkdir()
    assert catalogue_languages(catalogues) == ["de", "en", "pl"]
