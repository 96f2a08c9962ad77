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

EXAMPLES = {
    "Anja Verhoef": {
        "EXP-4": "Only complaints that reach the board get an answer; I called two of them myself.",
        "HOS-3": "A planner drove a part to a family of which the heating had failed.",
    },
    "Bram de Wit": {
        "HOS-1": "Bij de start van elke dienst bespreken we één gesprek dat goed ging.",
        "SIM-5": "Voor een verhuizing vragen we het adres nu drie keer.",
    },
    "Esra Yilmaz": {
        "EXP-4": "Wie de enquête invult, hoort daarna niets van ons.",
        "HOS-3": "Whoever picks up an outage keeps it until the customer has heard that it is over.",
    },
    "Tom Visser": {"HOS-1": "New colleagues listen in at the service desk for their first two days."},
}
"""What leaders gave as an example, by topic."""


@lru_cache
def people() -> dict[Audience, list[Row]]:
    """By audience: what each person answered."""
    with (paths.EXAMPLE / "responses.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(line for line in file if not line.startswith("#")))
    rows = [(line[AUDIENCE], {name: cell for name, cell in line.items() if cell}) for line in lines]
    return {audience: [row for whose, row in rows if whose == audience] for audience in AUDIENCES}
