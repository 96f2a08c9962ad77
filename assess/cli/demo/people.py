"""The simulated people of the example, as rows of what each answered."""

import csv
from functools import lru_cache

from assess import paths
from assess.core.gathering import Row
from assess.core.questionnaire import AUDIENCES, Audience
from assess.sheets.header import AUDIENCE

ORGANISATION = "Voorbeeld Energie"
LEADERS = (
    "Anja Verhoef",
    "Bram de Wit",
    "Esra Yilmaz",
    "Karim Haddad",
    "Lotte Jansen",
    "Marco Bos",
    "Nienke Smit",
    "Ruben Dekker",
    "Tom Visser",
)


@lru_cache
def people() -> dict[Audience, list[Row]]:
    """By audience: what each person answered."""
    with (paths.EXAMPLE / "responses.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(line for line in file if not line.startswith("#")))
    rows = [(line[AUDIENCE], {name: cell for name, cell in line.items() if cell}) for line in lines]
    return {audience: [row for whose, row in rows if whose == audience] for audience in AUDIENCES}
