"""The head of Streamlit's page: it asks not to be translated, and the script in it is one that the policy allows."""

import re

import httpx
import pytest

from web.middleware import page_head


@pytest.mark.parametrize("address", ["/", "/setup", "/console", "/wall"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_the_page_asks_not_to_be_translated_and_allows_the_script_in_its_head(
    visitor: httpx.Client, address: str, encoding: str
) -> None:
    answer = visitor.get(address, headers={"accept-encoding": encoding})
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert '<html translate="no"' in answer.text
    head = answer.text.partition("</head>")[0]
    assert '<meta name="google" content="notranslate">' in head
    ours = head.index("removeChild")
    assert ours < head.index('type="module"')
    policy = answer.headers["content-security-policy"]
    assert all(found in policy for found in page_head.inline_hashes())


def test_every_inline_script_of_the_page_is_known() -> None:
    inline = re.findall(r"<script>", page_head.ADDED.read_text())
    assert len(page_head.inline_hashes()) == len(inline) == 1


def test_other_documents_and_assets_are_not_touched(visitor: httpx.Client) -> None:
    for address in ("/join", "/healthz", "/nowhere"):
        assert "notranslate" not in visitor.get(address).text
    assert visitor.head("/").status_code in (200, 405)
