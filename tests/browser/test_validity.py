"""The HTML of every page is valid."""

import pytest

from tests.browser.looking import fetched
from tests.browser.pages import PAGES
from tests.browser.validating import faults


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_is_valid(example, tmp_path, language):
    pages = {page.name: fetched(example, page, language).html for page in PAGES}

    assert faults(pages, tmp_path) == {}


def test_what_is_not_valid_is_told(tmp_path):
    head = '<!doctype html><html lang="en"><head><title>Plan</title></head>'
    page = f"{head}<body><ul><p>Owner</p></ul></body></html>"

    assert [fault.split()[0] for fault in faults({"plan": page}, tmp_path)["plan"]] == [
        "element-permitted-content"
    ]
