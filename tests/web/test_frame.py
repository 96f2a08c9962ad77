"""What every page has."""


def test_a_page_that_is_not_there_says_so_in_the_readers_language(app, browser):
    assert browser.get("/nothing").status == 404
