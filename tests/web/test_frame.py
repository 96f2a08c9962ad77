"""What every page has."""

from assess.web.application import secret


def test_a_page_that_is_not_there_says_so_in_the_readers_language(app, browser):
    assert browser.get("/nothing").status == 404


def test_of_the_library_for_accounts_no_page_is_open_but_ours(app):
    there = {str(rule) for rule in app.url_map.iter_rules() if rule.endpoint.startswith("security.")}

    assert there == {"/sign-in", "/sign-out", "/password"}


def test_a_secret_is_made_once_and_whole(tmp_path):
    first = secret(tmp_path, "secret-key")

    assert len(first) == 64
    assert secret(tmp_path, "secret-key") == first
    assert [file.stat().st_mode & 0o777 for file in tmp_path.iterdir()] == [0o600]
