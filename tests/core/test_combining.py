"""Before anybody is asked it is said how many combinations of team and attributes are too thin to show."""

import pytest

from assess.core.attributes import Attribute
from assess.core.combining import Spread, spread

YEARS, CONTACT = Attribute("Years", ("0", "2", "10")), Attribute("Contact", ("Daily", "Rarely"))


@pytest.mark.parametrize(
    ("teams", "attributes", "expected"),
    [
        pytest.param({"A": 30, "B": 30}, [YEARS], None, id="ten in each on average"),
        pytest.param({"A": 30, "B": 29}, [YEARS], Spread(3, 6), id="a little thinner in one team"),
        pytest.param({"A": 29, "B": 29}, [YEARS], Spread(6, 6), id="thin everywhere"),
        pytest.param(
            {"A": 90, "B": 20}, [YEARS, CONTACT], Spread(6, 12), id="two attributes, one large team"
        ),
        pytest.param({"A": 3}, [], None, id="no attributes"),
        pytest.param({"A": 3, "B": None}, [YEARS], None, id="nobody knows how many"),
        pytest.param({}, [YEARS], None, id="no teams"),
    ],
)
def test_how_many_combinations_stay_hidden(teams, attributes, expected):
    assert spread(teams, attributes, 5) == expected
