"""Nobody can subtract published figures from each other until fewer people are left than may be shown."""

import json
import re
from datetime import date
from random import Random

import pypdf
import pytest
from lxml.html import fragment_fromstring

from assess.attacks.differencing import Cell, Person, published, recovered
from assess.core.attributes import Attribute
from assess.core.voices import Voices
from assess.document import make_pdf
from assess.document.fieldwork import Fieldwork
from assess.document.web import make_pages
from assess.sheets.result import as_json
from tests.attacks.organising import ATTRIBUTES, SMALLEST, TEAMS, all_cells, an_organisation, reports

ORGANISATIONS = 20
DAY = date(2026, 10, 2)


def sizes(count, rng):
    """Organisations of 20 to 500 people, small ones as often as large ones."""
    return [round(20 * 25 ** (place / max(1, count - 1))) for place in range(count)]


def attacked(waves, tables):
    """How many of the small groups that were worked out are right."""
    known = [
        (cells, [one.known for one in employees]) for cells, employees in zip(tables, waves, strict=True)
    ]
    found = recovered(known, SMALLEST)
    return sum(any(is_right(one, employees) for employees in waves) for one in found)


def is_right(found, employees):
    scores = [one.scores.get(found.theme) for one in employees if one.number in found.people]
    if len(scores) != len(found.people) or None in scores:
        return False
    return abs(sum(scores) / len(scores) - found.score) < 1e-6


def organisations(count, **more):
    rng = Random(2026)
    return [an_organisation(size, rng, **more) for size in sizes(count, rng)]


@pytest.mark.attack
def test_no_group_below_the_smallest_is_recovered_in_three_waves(measured):
    hits, shown, naive = 0, 0, 0
    for waves in organisations(ORGANISATIONS):
        tables = [published(as_json(one)) for one in reports(waves)]
        # Who answers afresh is another unknown in each wave, so waves tell nothing of each other.
        hits += sum(attacked([wave], [table]) for wave, table in zip(waves, tables, strict=True))
        shown += sum(map(len, tables))
        naive += sum(len(list(all_cells(wave))) for wave in waves)
    measured(f"differencing: {hits} small groups recovered, {shown} of {naive} figures shown")

    assert hits == 0
    assert shown >= naive / 2


@pytest.mark.attack
def test_a_limit_who_knows_that_nobody_changed_an_answer_can_subtract_waves(measured):
    """The gate takes who stays to move a little. Where nobody moves at all, and this is known, some fall."""
    ours = naive = 0
    for waves in organisations(ORGANISATIONS // 2, the_same=True):
        ours += attacked(waves, [published(as_json(one)) for one in reports(waves)])
        naive += attacked(waves, [list(all_cells(wave)) for wave in waves])
    measured(f"three waves in which nobody changed an answer: {ours} recovered, {naive} on a naive build")

    assert ours < naive


@pytest.mark.attack
@pytest.mark.parametrize("the_same", [False, True], ids=["one wave", "three waves"])
def test_a_build_that_looks_at_each_number_alone_is_recovered(the_same, measured):
    found = []
    for waves in organisations(ORGANISATIONS, waves=3 if the_same else 1, the_same=the_same):
        found.append(attacked(waves, [list(all_cells(wave)) for wave in waves]))
    fallen = sum(hits > 0 for hits in found)
    measured(
        f"differencing where each number is looked at alone: {fallen} of {len(found)}, {sum(found)} groups"
    )

    assert fallen >= 0.95 * len(found)


def cells_of(waves):
    """A small organisation, of which groups and themes its JSON says something, and of which nothing."""
    [found] = reports(waves)
    told = json.loads(as_json(found))["audiences"]["employees"]
    groups = {frozenset(): told} | {frozenset({("team", name)}): own for name, own in told["teams"].items()}
    groups |= {frozenset(group["choices"].items()): group for group in told["groups"]}
    cells = {
        (group, place)
        for group, own in groups.items()
        for place, theme in enumerate(own.get("themes", {}).values())
        if theme
    }
    return found, cells, [group for group, own in groups.items() if own["hidden"]]


def traits():
    attributes = {f"attribute-{n}": Attribute(*each) for n, each in enumerate(ATTRIBUTES.items(), start=1)}
    return {"team": Attribute("team", TEAMS[:4])} | attributes


def read_off(pages):
    """Of which groups and themes pages show a figure."""
    keys = traits()
    for page, made in pages.items():
        place, _, within = (
            page.removeprefix("groups-").partition("-") if page != "teams" else ("team", "", "")
        )
        if page != "teams" and not page.startswith("groups-"):
            continue
        if place == "attribute":
            number, _, within = within.partition("-")
            place = f"attribute-{number}"
        inside = frozenset()
        if within:
            key, _, choice = within.rpartition(".")
            inside = frozenset({(keys[key].name, keys[key].choices[int(choice) - 1])})
        for row in fragment_fromstring(made.html, create_parent=True).findall(".//tbody/tr"):
            name = row.find("th").text.strip()
            group = group_of(name, keys[place], inside)
            for theme, cell in enumerate(row.findall("td")):
                text = " ".join("".join(cell.itertext()).split())
                if re.search(r"\d", text):
                    yield group, theme


def group_of(name, trait, inside):
    if name == "All employees":
        return frozenset()
    return inside if (name,) == tuple(choice for _, choice in inside) else inside | {(trait.name, name)}


@pytest.mark.attack
def test_pages_say_nothing_of_a_group_that_the_json_does_not(measured):
    read = 0
    for seed in range(3):
        found, cells, _ = cells_of(an_organisation(60, Random(seed), waves=1))
        fieldwork = Fieldwork(DAY, DAY, frozenset({"employees"}), traits())
        for cell in read_off(make_pages(found, fieldwork, Voices(), "Org", "en")):
            assert cell in cells, cell
            read += 1
    measured(f"read off pages: {read} figures of groups, each in the JSON")

    assert read > 100


@pytest.mark.attack
def test_paper_says_nothing_of_a_hidden_team(tmp_path, measured):
    for seed in range(20):
        found, _, hidden = cells_of(an_organisation(150, Random(seed), waves=1))
        teams = [name for group in hidden if len(group) == 1 for kind, name in group if kind == "team"]
        if teams:
            break
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(make_pdf(found, "Org", DAY, "en", as_json(found)))
    reader = pypdf.PdfReader(pdf)
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    measured(f"read off paper: {len(teams)} hidden teams, no figure of them")

    assert reader.attachments["result.json"] == [as_json(found).encode()]
    assert teams
    for team in teams:
        assert [line for line in lines if team in line and re.search(r"\d", line)] == []


def test_what_is_left_of_a_total_is_recovered():
    people = [Person(n, frozenset({("team", "A" if n < 6 else "B")}), frozenset({"t"})) for n in range(9)]
    cells = [Cell(frozenset(), "t", 9, 50.0), Cell(frozenset({("team", "A")}), "t", 6, 60.0)]

    [one] = recovered([(cells, people)], SMALLEST)

    assert one.people == {6, 7, 8}
    assert one.score == pytest.approx(30)


def test_two_groups_that_are_hidden_together_are_not_recovered():
    teams = "AAAAAABBBCCC"
    people = [Person(n, frozenset({("team", team)}), frozenset({"t"})) for n, team in enumerate(teams)]
    cells = [Cell(frozenset(), "t", 12, 50.0), Cell(frozenset({("team", "A")}), "t", 6, 60.0)]

    assert recovered([(cells, people)], SMALLEST) == []
