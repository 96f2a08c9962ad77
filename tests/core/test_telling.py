"""What gives somebody away is pointed out; what does not is left alone, as far as words can tell."""

import pytest

from assess.core.telling import Finding, telling

TEAMS = ("Customer service", "Billing", "Field engineers", "Sales")

PLANTED = [
    # Mail, telephone, numbers
    ("Mail me at anna.devries@example.org if you like.", "anna.devries@example.org"),
    ("Mijn mail is p.jansen-smit@klant.voorbeeld.nl hoor.", "p.jansen-smit@klant.voorbeeld.nl"),
    ("Write to joost at home: joost82@example.com", "joost82@example.com"),
    ("Je kunt me bereiken via karin[at]voorbeeld.nl", "karin[at]voorbeeld"),
    ("Bel me op 06-12345678.", "06-12345678"),
    ("Mijn nummer is 06 12 34 56 78, altijd.", "06 12 34 56 78"),
    ("Call me on +31 6 1234 5678 please", "+31 6 1234 5678"),
    ("De winkel is te bereiken op 020-123 45 67.", "020-123 45 67"),
    ("Ring (020) 7946 0958 after five.", "(020) 7946 0958"),
    ("My number is 555 010-4477 or so", "555 010-4477"),
    ("Reach me on (415) 555-0132.", "(415) 555-0132"),
    ("Ik zit op toestel 4021.", "toestel 4021"),
    ("I am at extension 88 all day", "extension 88"),
    ("Personeelsnummer 220145, voor wie het wil weten", "Personeelsnummer 220145"),
    # Addresses
    ("Wij wonen op 1234 AB en daar belt niemand terug.", "1234 AB"),
    ("Het gaat om 3511ab in de stad.", "3511ab"),
    ("De klant van Dorpsstraat 12 wacht nog.", "Dorpsstraat 12"),
    ("In de Kerkstraat wordt nooit gebeld.", "Kerkstraat"),
    ("The house at 12 Old Mill Road waits still.", "12 Old Mill Road"),
    ("Parkeren bij stationsplein 4 kan niet.", "stationsplein 4"),
    # Names, Dutch
    ("Het probleem is dat Pieter nooit luistert.", "Pieter"),
    ("Vraag het aan Xandra Wolters, die weet het.", "Xandra Wolters"),
    ("Sinds de komst van Thijmen de Vries is alles anders.", "Thijmen de Vries"),
    ("Ik mis Annelot van der Meer op de afdeling.", "Annelot van der Meer"),
    ("Collega Berend doet het wel goed.", "Berend"),
    ("mevrouw bakker belt nooit terug", "bakker"),
    ("Zeg dat tegen meneer De Groot.", "Groot"),
    ("dhr. jansen van de balie is onaardig", "jansen"),
    ("Volgens J. Hoekstra mag dat niet.", "J. Hoekstra"),
    ("marieke en ik lossen alles op", "marieke"),
    ("Fatima schreeuwt tegen klanten.", "Fatima"),
    ("Peters plan was beter.", "Peters"),
    ("Luister meer naar henk!", "henk"),
    ("Waarom beslist Directeur Özdemir alles alleen?", "Özdemir"),
    ("Wij hebben last van El Amrani.", "Amrani"),
    ("Laat Mark eens een dag meelopen.", "Mark"),
    ("Laat Sjoerd's team het doen.", "Sjoerd's"),
    # Names, English
    ("I think Deirdre should leave customers alone.", "Deirdre"),
    ("Ask Marcus Whitfield, he decides everything.", "Marcus Whitfield"),
    ("Mr. Okonkwo never answers the phone", "Okonkwo"),
    ("mrs smith is rude to everybody", "smith"),
    ("Susan shouts at people.", "Susan"),
    ("tell john to call back", "john"),
    ("It was better under Siobhan O'Neill.", "Siobhan O'Neill"),
    ("We lost a customer because of Priya's mail.", "Priya's"),
    ("The rule that Dr Nakamura made is silly.", "Nakamura"),
    # Teams
    ("Everybody at Billing knows this.", "Billing"),
    ("The Field engineers never read the notes.", "Field engineers"),
    ("Bij team sales weten ze dit al.", "team sales"),
    ("People in Customer service work hardest", "Customer service"),
    # Who one is
    ("Ik als enige spreek Frans met klanten.", "Ik als enige"),
    ("Als enige van de ploeg werk ik 's nachts.", "Als enige"),
    ("Ik ben de enige die klanten terugbelt.", "Ik ben de enige"),
    ("Mijn leidinggevende luistert niet.", "Mijn leidinggevende"),
    ("Dat heb ik mijn manager al gezegd.", "mijn manager"),
    ("Sinds ik hier in 2019 kwam is er niets veranderd.", "Sinds ik"),
    ("Ik werk hier al twaalf jaar en dit is nieuw.", "Ik werk hier al twaalf jaar"),
    ("Toen ik net begon was het beter.", "Toen ik net begon"),
    ("Na mijn verlof was mijn plek weg.", "Na mijn verlof"),
    ("In ons team van drie kan dat niet.", "team van drie"),
    ("Als vrouw word ik niet gehoord.", "Als vrouw"),
    ("Ik als teamleider weet dat het anders moet.", "Ik als teamleider"),
    ("In dienst sinds 2003 en nog nooit gevraagd.", "In dienst sinds"),
    ("As the only engineer here I see everything.", "As the only"),
    ("I am the only person who speaks Polish.", "I am the only"),
    ("Since I joined in 2019 nothing changed.", "Since I joined"),
    ("In my team of three we share one phone.", "my team of three"),
    ("My manager never calls customers.", "My manager"),
    ("My line manager said no.", "My line manager"),
    ("When I started we still visited customers.", "When I started"),
    ("As a mother I cannot work evenings.", "As a mother"),
    ("After my burnout nobody asked anything.", "After my burnout"),
    ("I have worked here for eleven years.", "worked here for eleven years"),
    ("The two of us do all complaints.", "The two of us"),
]

HARMLESS = [
    "Call customers back on the day we promised.",
    "Bel klanten terug op de dag die we beloofden.",
    "Fewer forms, please.",
    "Minder formulieren. Meer tijd voor de klant.",
    "On Monday the queue is too long.",
    "Op maandag is de rij te lang; in december ook.",
    "Let us decide up to 100 euro ourselves.",
    "Laat ons tot 100 euro zelf beslissen.",
    "We answer 1,000,000 mails a year and read none.",
    "In 2024 en 2025 was het rustiger.",
    "Customers wait from 9:00 to 10:30 for an answer.",
    "De CRM werkt niet. IT moet sneller.",
    "Make the website easier in English and Dutch.",
    "Excel is geen klantsysteem.",
    "We gebruiken WhatsApp niet, klanten wel.",
    "Stop measuring handling time",
    "De regels zijn er voor ons, niet voor de klant!",
    "Ask customers what they think: they know.",
    "Waarom? Omdat niemand het vraagt.",
    "- Meer overleg\n- Minder mail\n- Eerder bellen",
    "Our systems are slow and old.",
    "Leidinggevenden zouden vaker mee moeten luisteren.",
    "Managers should listen to a call each week.",
    "My colleagues are great, the tools are not.",
    "Mijn collega's zijn goed, de systemen niet.",
    "Nothing.",
    "Ik zou het niet weten.",
    "I would give people more time per call.",
    "Een klant moest drie keer bellen voor hetzelfde.",
    "Give each customer one person to talk to.",
    "Zorg dat er één plek is met alle gegevens.",
    "De service mag persoonlijker.",
    "Service first, then sales.",
    "HR en IT praten niet met klanten.",
    "Wij horen nooit wat er met klachten gebeurt.",
    "A team of its own for complaints would help.",
    "Wees eerlijk over wachttijden (ook online).",
    "Voorbeeld Energie could be proud of this.",
    "As a customer I would leave.",
    "Als klant zou ik weglopen.",
    '"Nee" is te vaak het eerste antwoord.',
    "Trakteer klanten die lang bij ons zijn.",
    "Train people before a new product starts.",
]


def pointed_out(text):
    return telling(text, TEAMS, "Voorbeeld Energie")


def test_at_least_nineteen_of_twenty_planted_are_pointed_out():
    missed = [
        (text, planted)
        for text, planted in PLANTED
        if not any(planted in each.words for each in pointed_out(text))
    ]

    assert len(PLANTED) >= 60
    assert len(missed) <= len(PLANTED) * 0.05, missed


def test_at_most_three_of_twenty_harmless_sentences_are_pointed_at():
    wrong = [(text, pointed_out(text)) for text in HARMLESS if pointed_out(text)]

    assert len(HARMLESS) >= 40
    assert len(wrong) <= len(HARMLESS) * 0.15, wrong


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bel 06-12345678 of mail jan@example.org", ["reach", "reach"]),
        ("De klant van Dorpsstraat 12", ["address"]),
        ("Everybody at Billing knows Deirdre", ["team", "name"]),
        ("My manager never listens", ["oneself"]),
        ("", []),
    ],
)
def test_each_is_told_by_what_it_is_in_the_order_of_the_text(text, kinds):
    assert [each.kind for each in pointed_out(text)] == kinds


def test_the_same_words_are_told_once():
    assert telling("Ask Deirdre, then ask Deirdre again") == (Finding("name", "Deirdre"),)
