"""What the summary says, in each language that it speaks."""

from collections.abc import Mapping

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS

PEOPLE: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "en": {
        LEADERS: ("no leader", "1 leader", "{n} leaders"),
        EMPLOYEES: ("no employee", "1 employee", "{n} employees"),
        CUSTOMERS: ("no customer", "1 customer", "{n} customers"),
    },
    "nl": {
        LEADERS: ("geen leidinggevende", "1 leidinggevende", "{n} leidinggevenden"),
        EMPLOYEES: ("geen medewerker", "1 medewerker", "{n} medewerkers"),
        CUSTOMERS: ("geen klant", "1 klant", "{n} klanten"),
    },
}
"""None, one and several of an audience."""

ENGLISH = {
    "and": "{several} and {last}",
    "fewer": "fewer than {people}",
    "who": "{organisation}: answered by {who}.",
    "level": "Level: {level} ({number} of {highest}){range}.",
    "still": ", possibly still {lower}",
    "already": ", possibly already {higher}",
    "still or already": ", possibly still {lower} or already {higher}",
    "one view": ", one person’s view",
    "few views": ", the view of {n} people",
    "capped": " The average says {uncapped}, but {themes} is too far behind.",
    "capped many": " The average says {uncapped}, but {themes} are too far behind.",
    "partial": " Too little was answered about {themes}.",
    "no leader": "Level: none, because no leader answered.",
    "part": "Level: none, because only {part} of {n} themes have enough answers.",
    "too open": "Level: none, because the leaders left too much open.",
    "no topics": "Level: none, because these questionnaires have no topics.",
    "clear_gap": "The gap: {a} but only {b} say: “{headline}” That is {points} points apart ({lo} to {hi}).",
    "reverse_gap": (
        "The gap is reversed: only {a} but {b} say: “{headline}” "
        "That is {points} points apart ({lo} to {hi})."
    ),
    "small_gap": (
        "The gap is small: {a} and {b} say: “{headline}” That is {points} points apart ({lo} to {hi})."
    ),
    "aligned": "No gap: {a} and {b} say: “{headline}” They are at most {most} points apart.",
    "unclear": "No clear gap: {a} and {b} say: “{headline}” Up to {most} points cannot be excluded.",
    "no gap": "The gap: nothing to compare. {why}",
    "no headline": "The gap: nothing to compare, because these questionnaires have no headline statement.",
    "counted": "{k} of {people}",
    "share": "{share}% of {people}",
    "at_least": "at least {share}",
    "at_most": "at most {share}",
    "nothing leaders": "These questionnaires ask leaders nothing.",
    "nothing employees": "These questionnaires ask employees nothing.",
    "nothing customers": "These questionnaires ask customers nothing.",
    "nobody leaders": "No leader answered.",
    "nobody employees": "No employee was asked.",
    "nobody customers": "No customer was asked.",
    "few leaders": "Too few leaders answered.",
    "few employees": "Too few employees answered to show.",
    "few customers": "Too few customers answered to show.",
    "guess": (
        "The guess: leaders expected {mean}% of {people} to agree with it; {actual}% do ({lo} to {hi}%)."
    ),
    "guess alone": (
        "The guess: leaders expected {mean}% of {people} to agree with it; what they say cannot be shown."
    ),
    "no guess": "The guess: too few leaders wrote one down.",
    "no guess asked": "The guess: none, because these questionnaires ask leaders nothing.",
    "employees": "employees",
    "customers": "customers",
    "strongest": "Strongest theme{seen}: {theme}.",
    "weakest": "Weakest themes{seen}: {themes}.",
    "theme": "{theme} with {score} of 100{range}",
    "range": " ({lo} to {hi})",
    "held": ", held back by {topics}",
    "seen leaders": "",
    "seen employees": " as employees see it",
    "seen customers": " as customers see it",
    "no themes": "Strongest theme: none, because too little was answered for a score.",
    "no weakest": "Weakest themes: none, for the same reason.",
    "one theme": "Weakest themes: there is no other theme with a score.",
    "disagree": "Leaders disagree about {themes}.",
    "blind": "Some do not know: {topics}.",
    "agree": "Leaders see the themes alike, and few say that they do not know.",
    "no agreement asked": "Whether leaders agree: these questionnaires ask them nothing.",
    "no agreement": "Whether leaders agree: too few answered to say.",
    "priority": "Priority {place}: {action} ({owner}, {days} days).",
    "no priority": "Priority {place}: none.",
    "no action": "Priority {place}: none, because no action fits where the topics stand.",
    "no plan": "Priority {place}: none, because a plan needs the answers of {fewest} leaders.",
    "no plan unknown": "Priority {place}: none, because too few leaders know where the topics stand.",
    "no plan at target": "Priority {place}: none, because every topic that is known stands high enough.",
    "no plan asked": "Priority {place}: none, because leaders are asked nothing.",
}
DUTCH = {
    "and": "{several} en {last}",
    "fewer": "minder dan {people}",
    "who": "{organisation}: ingevuld door {who}.",
    "level": "Niveau: {level} ({number} van {highest}){range}.",
    "still": ", mogelijk nog {lower}",
    "already": ", mogelijk al {higher}",
    "still or already": ", mogelijk nog {lower} of al {higher}",
    "one view": ", zoals één persoon het ziet",
    "few views": ", zoals {n} personen het zien",
    "capped": " Het gemiddelde zegt {uncapped}, maar {themes} blijft te ver achter.",
    "capped many": " Het gemiddelde zegt {uncapped}, maar {themes} blijven te ver achter.",
    "partial": " Over {themes} is te weinig ingevuld.",
    "no leader": "Niveau: geen, want geen leidinggevende vulde iets in.",
    "part": "Niveau: geen, want maar {part} van de {n} thema’s hebben genoeg antwoorden.",
    "too open": "Niveau: geen, want de leidinggevenden lieten te veel open.",
    "no topics": "Niveau: geen, want deze vragenlijsten hebben geen onderwerpen.",
    "clear_gap": (
        "De kloof: {a} maar slechts {b} zeggen: “{headline}” Dat scheelt {points} punten ({lo} tot {hi})."
    ),
    "reverse_gap": (
        "De kloof is omgekeerd: slechts {a} maar {b} zeggen: “{headline}” "
        "Dat scheelt {points} punten ({lo} tot {hi})."
    ),
    "small_gap": (
        "De kloof is klein: {a} en {b} zeggen: “{headline}” Dat scheelt {points} punten ({lo} tot {hi})."
    ),
    "aligned": "Geen kloof: {a} en {b} zeggen: “{headline}” Dat scheelt hooguit {most} punten.",
    "unclear": (
        "Geen duidelijke kloof: {a} en {b} zeggen: “{headline}” "
        "Tot {most} punten verschil is niet uit te sluiten."
    ),
    "no gap": "De kloof: er valt niets te vergelijken. {why}",
    "no headline": (
        "De kloof: er valt niets te vergelijken, want deze vragenlijsten hebben geen kernstelling."
    ),
    "counted": "{k} van {people}",
    "share": "{share}% van {people}",
    "at_least": "minstens {share}",
    "at_most": "hoogstens {share}",
    "nothing leaders": "Deze vragenlijsten vragen leidinggevenden niets.",
    "nothing employees": "Deze vragenlijsten vragen medewerkers niets.",
    "nothing customers": "Deze vragenlijsten vragen klanten niets.",
    "nobody leaders": "Geen leidinggevende vulde iets in.",
    "nobody employees": "Er is geen medewerker gevraagd.",
    "nobody customers": "Er is geen klant gevraagd.",
    "few leaders": "Te weinig leidinggevenden vulden iets in.",
    "few employees": "Te weinig medewerkers vulden iets in om te tonen.",
    "few customers": "Te weinig klanten vulden iets in om te tonen.",
    "guess": (
        "De schatting: leidinggevenden dachten dat {mean}% van de {people} het ermee eens zou zijn; "
        "het is {actual}% ({lo} tot {hi}%)."
    ),
    "guess alone": (
        "De schatting: leidinggevenden dachten dat {mean}% van de {people} het ermee eens zou zijn; "
        "wat zij zelf zeggen is niet te tonen."
    ),
    "no guess": "De schatting: te weinig leidinggevenden schreven er een op.",
    "no guess asked": "De schatting: geen, want deze vragenlijsten vragen leidinggevenden niets.",
    "employees": "medewerkers",
    "customers": "klanten",
    "strongest": "Sterkste thema{seen}: {theme}.",
    "weakest": "Zwakste thema’s{seen}: {themes}.",
    "theme": "{theme} met {score} van 100{range}",
    "range": " ({lo} tot {hi})",
    "held": ", tegengehouden door {topics}",
    "seen leaders": "",
    "seen employees": " volgens medewerkers",
    "seen customers": " volgens klanten",
    "no themes": "Sterkste thema: geen, want er is te weinig ingevuld voor een score.",
    "no weakest": "Zwakste thema’s: geen, om dezelfde reden.",
    "one theme": "Zwakste thema’s: er is geen ander thema met een score.",
    "disagree": "Leidinggevenden zijn het oneens over {themes}.",
    "blind": "Een deel weet het niet: {topics}.",
    "agree": "Leidinggevenden zien de thema’s ongeveer gelijk, en bijna iedereen weet het.",
    "no agreement asked": "Of leidinggevenden het eens zijn: deze vragenlijsten vragen hun niets.",
    "no agreement": "Of leidinggevenden het eens zijn: te weinig vulden iets in om dat te zeggen.",
    "priority": "Prioriteit {place}: {action} ({owner}, {days} dagen).",
    "no priority": "Prioriteit {place}: geen.",
    "no action": "Prioriteit {place}: geen, want geen actie past bij hoe de onderwerpen ervoor staan.",
    "no plan": "Prioriteit {place}: geen, want een plan vraagt antwoorden van {fewest} leidinggevenden.",
    "no plan unknown": "Prioriteit {place}: geen, want te weinig leidinggevenden weten hoe het ervoor staat.",
    "no plan at target": "Prioriteit {place}: geen, want elk bekend onderwerp staat hoog genoeg.",
    "no plan asked": "Prioriteit {place}: geen, want leidinggevenden wordt niets gevraagd.",
}
SENTENCES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "nl": DUTCH}
