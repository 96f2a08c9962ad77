"""Chromium as the tests use it: bare, quiet, and asking nothing of other machines."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    # A process for each page would cost more than the page.
    "--disable-site-isolation-trials",
    "--renderer-process-limit=1",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)


@contextmanager
def chromium():
    """A browser without windows."""
    program = shutil.which("chromium-headless-shell")
    assert program, "chromium-headless-shell is not installed; `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(ARGUMENTS))
        yield browser
        browser.close()
