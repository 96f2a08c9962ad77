"""Only the address that is set leads here, and only there lead the links, whatever a client says."""

import re

import pytest

from assess.web.hosts import NAME
from tests.browser.example import LEAD
from tests.web.browser import Browser
from tests.web.conftest import PASSWORD, add_account
from tests.web.product import product

OURS = "https://assess.example.org"
EVIL = "evil.example"
HOSTS = [
    *(
        EVIL,
        f"{EVIL}:80",
        f"www.{EVIL}",
        f"{EVIL}.",
        "EVIL.EXAMPLE",
        "xn--evl-wla.example",
        "evil\u00a0.example",
    ),
    *(f"assess.example.org.{EVIL}", f"{EVIL}/assess.example.org", f"assess.example.org@{EVIL}"),
    *(f"{EVIL}#assess.example.org", f"{EVIL}?assess.example.org", f"assess.example.org:80@{EVIL}"),
    *(
        f"assess.example.org:{EVIL}",
        "assess.example.org:999999",
        "assess.example.org:-1",
        "assess.example.org:",
    ),
    *(f"assess.example.org, {EVIL}", f"assess.example.org {EVIL}", f"{EVIL}\\assess.example.org"),
    *(
        f"localhost.{EVIL}",
        f"localhost@{EVIL}",
        "localhost.",
        "127.0.0.1.nip.io",
        "127.0.0.1:x",
        "2130706433",
    ),
    *(
        "0x7f000001",
        "127.1",
        "[::1",
        "[::1]:x",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "::1",
        "..",
        ".",
        "-",
        " ",
    ),
    *(
        "evil.example%00",
        "evil.example%0d%0a",
        "*",
        "*.example.org",
        "null",
        "0",
        "https://assess.example.org",
        "assess.example.org%2eevil.example",
        "<script>",
        "'",
        '"',
        "${7*7}",
        "{{7*7}}",
        "a" * 5_000,
        f"{EVIL}\t",
        f"\t{EVIL}",
    ),
]
FORWARDED = {
    "X-Forwarded-Host": EVIL,
    "X-Host": EVIL,
    "X-Forwarded-Server": EVIL,
    "X-HTTP-Host-Override": EVIL,
    "Forwarded": f"host={EVIL};proto=https",
    "X-Forwarded-Prefix": f"//{EVIL}",
    "X-Script-Name": f"//{EVIL}",
    "X-Original-URL": f"//{EVIL}/",
    "X-Rewrite-URL": f"//{EVIL}/",
    "X-Forwarded-Proto": EVIL,
    "X-Forwarded-Port": EVIL,
    "Origin": f"https://{EVIL}",
    "Referer": f"https://{EVIL}/",
}
NEXT = [
    *(
        f"https://{EVIL}",
        f"http:{EVIL}",
        f"//{EVIL}",
        f"///{EVIL}",
        f"////{EVIL}",
        f"/\\{EVIL}",
        f"\\\\{EVIL}",
    ),
    *(
        f"\\/{EVIL}",
        f"/\t/{EVIL}",
        f"/\n/{EVIL}",
        f"\x00//{EVIL}",
        f" //{EVIL}",
        f"/ /{EVIL}",
        f"/%09/{EVIL}",
    ),
    *(f"/%2f{EVIL}", f"/%5c{EVIL}", f"https:{EVIL}", f"https:/{EVIL}", f"https:///{EVIL}", f"HTTPS://{EVIL}"),
    *(f"{OURS}@{EVIL}", f"{OURS}.{EVIL}", f"{OURS}/", f"ftp://{EVIL}", f"javascript:alert('{EVIL}')"),
    *(
        f"data:text/html,{EVIL}",
        f"vbscript:{EVIL}",
        f"/..//{EVIL}",
        f"/.{EVIL}",
        f".{EVIL}",
        f"@{EVIL}",
        EVIL,
    ),
    *(f"/account/../..//{EVIL}", f"/account\r\nLocation: //{EVIL}", f"/\u2044{EVIL}", f"/\uff0f{EVIL}"),
    *(
        f"/account;//{EVIL}",
        f"//{EVIL}\\@assess.example.org",
        f"/sign-out?next=//{EVIL}",
        f"//{EVIL}:80/account",
    ),
    *(
        f"/redirect/{EVIL}",
        f"/{EVIL}",
        f"/.//{EVIL}",
        f"/;@{EVIL}",
        f"/?next=//{EVIL}/..\\",
        f"/%2e%2e//{EVIL}",
        f"\u200b//{EVIL}",
        f"/&sol;{EVIL}",
        f"?//{EVIL}",
        f"/#\\{EVIL}",
    ),
]


@pytest.fixture
def at_ours(tmp_path, empty_home):
    """A product that is set to another address than that of this machine, and somebody signed in there."""
    (tmp_path / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(tmp_path, address=OURS, other_names="board.local")
    add_account(app, LEAD, "Lea")
    return Browser(app)


def elsewhere(answer):
    """What of an answer names the other host."""
    told = [answer.get_data(as_text=True), *(value for _, value in answer.headers)]
    return [found for text in told for found in re.findall(rf".{{0,20}}{EVIL}.{{0,9}}", text, re.I)]


def test_the_corpus_is_large():
    assert len(HOSTS) >= 50
    assert len(NEXT) >= 50


@pytest.mark.parametrize(
    "address", ["/sign-in", "/", "/static/app.css", "/e/unknown", "/nothing", "/sign-in/"]
)
def test_under_another_name_nothing_is_answered_but_what_to_set(at_ours, address):
    for host in HOSTS:
        answer = at_ours.client.get(address, headers={"Host": host})
        assert answer.status_code == 400, host
        assert elsewhere(answer) == []
        assert "ASSESS_ADDRESS" in answer.text


def test_nothing_is_read_of_what_is_sent_under_another_name(at_ours):
    page = at_ours.get("/sign-in", base_url=OURS)
    values = {"email": LEAD, "password": PASSWORD}
    told = at_ours.submit(page, values, "password", headers={"Host": EVIL})

    assert told.status == 400
    assert "Set-Cookie" not in told.response.headers


@pytest.mark.parametrize(
    "host",
    [
        "assess.example.org",
        "ASSESS.example.org:443",
        "board.local",
        "localhost:5000",
        "127.0.0.1",
        "[::1]:80",
    ],
)
def test_under_its_own_names_it_answers(at_ours, host):
    assert at_ours.client.get("/sign-in", headers={"Host": host}).status_code == 200


def test_what_a_client_says_of_other_hosts_is_not_believed(at_ours, doors):
    lead, codes = doors.browsers[LEAD], f"/assessments/{doors.ids['open']}/invitations"
    for name, value in FORWARDED.items():
        for browser, address in [
            (at_ours, "/sign-in"),
            (at_ours, "/"),
            (lead, codes),
            (lead, "/assessments/x/"),
        ]:
            assert elsewhere(browser.client.get(address, headers={name: value})) == [], name


def test_links_to_hand_out_begin_with_the_address_that_is_set(doors):
    page = doors.browsers[LEAD].client.get(
        f"/assessments/{doors.ids['open']}/invitations", base_url="http://localhost:99"
    )

    assert f"http://127.0.0.1:5000/e/{doors.ids['open']}" in page.text
    assert "localhost" not in page.text


@pytest.mark.parametrize("where", ["asked", "sent"])
def test_no_way_back_leads_elsewhere(at_ours, where):
    options = {"base_url": OURS, "follow_redirects": False}
    at_ours.client.get("/sign-in", base_url=OURS)
    for way in NEXT:
        if where == "asked":
            answer = at_ours.get("/sign-in", query_string={"next": way}, **options)
        else:
            page = at_ours.get("/sign-in", base_url=OURS)
            values = {"email": LEAD, "password": PASSWORD, "next": way}
            answer = at_ours.submit(page, values, "password", **options)
            at_ours.client.delete_cookie("__Host-session")
        assert leads(answer.response) in (None, "/sign-in", "/"), way


def leads(response):
    """Where an answer sends a browser on its own accord, or by its form."""
    return response.location or (EVIL if EVIL in response.text else None)


def test_a_host_that_were_let_through_would_be_seen(at_ours, monkeypatch):
    monkeypatch.setattr("assess.web.hosts.check", lambda: None)
    answer = at_ours.client.get("/nothing", headers={"Host": EVIL})

    assert answer.status_code == 404
    assert NAME.fullmatch(EVIL)


def test_a_link_opens_only_what_it_was_made_for(doors):
    ids = doors.ids
    links = {
        "l": ids["halfway"],
        "t": ids["asked_keeper"],
        "set-up": ids["used"],
        "e": ids["open"],
        "c": ids["open"],
    }
    # An assessment has one address for employees and one for customers: the same id is no secret.
    alike = {("e", "c"), ("c", "e")}
    client = doors.browsers[""].client
    opened = {
        (of, at)
        for of, link in links.items()
        for at in links
        if client.get(f"/{at}/{link}").status_code != 404
    }

    assert opened - alike == {(of, of) for of in links}


TAMPERED = {
    "capitals": str.upper,
    "small letters": str.lower,
    "shorter": lambda link: link[:-1],
    "longer": lambda link: link + "A",
    "backwards": lambda link: link[::-1],
}


@pytest.mark.parametrize("spoil", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_link_that_was_tampered_with_opens_nothing(doors, spoil):
    links = [("l", doors.ids["halfway"]), ("t", doors.ids["asked_keeper"]), ("set-up", doors.ids["used"])]

    assert {doors.browsers[""].client.get(f"/{at}/{spoil(link)}").status_code for at, link in links} == {404}


@pytest.mark.parametrize(
    "origin", ["http://[", "://", "http://", "x", "http://localhost@evil.example", "http://[::1"]
)
def test_an_origin_that_is_no_address_is_somebody_elses(doors, origin):
    address = f"/c/{doors.ids['open']}"

    assert doors.browsers[""].client.post(address, headers={"Origin": origin}).status_code == 403
