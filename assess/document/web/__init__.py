"""The report as pages for a browser: the values of the printed pages, in templates of their own."""

from assess.document.web.making import WebPage, make_pages

__all__ = ["WebPage", "make_pages"]
