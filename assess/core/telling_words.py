"""Small lists of words, English and Dutch, by which `telling` knows what may give somebody away."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_NAMES = _words(
    """
    aaron abdul adam ahmed aisha alex alice ali amina amir amy andrea andrew angela anita anja anke ann
    anna anne annelies anouk anthony arjan arthur astrid ayse barbara bart ben bert bob bram brian britt
    carla carlos caroline chantal charlotte chris christine claire cor daan daniel david debbie dennis
    diana dirk edwin eline elisabeth els emily emma erik ernst esther eva evelien fatima fatma femke
    fleur floor fred geert george gerard gert hannah hans harry hassan hein helen hendrik henk ibrahim
    ilse inge ingrid irene iris ivo jaap jack jacob jacqueline james jan janneke jasmijn jason jasper
    jennifer jeroen jessica jim joe john johan jolanda joost joris jos julia julie jurgen karel karen
    karim karin kees kevin khalid kim klaas koen laura lars lieke linda lisa lotte lucas luuk maarten
    maria marc marco margriet marieke marijke mariska marjan martijn martin mary matthijs mehmet mia
    michael michelle mieke miriam mo mohamed mohammed monique mustafa nadia nancy natasha nick nicole
    niels nina noor olga olivia omar patricia patrick paul paula peter petra philip piet pieter rachel
    ramon rebecca remco renate richard richter rik robert robin roel ronald rosa ruben ruud ryan sam
    samira sander sandra sanne sara sarah saskia sem simon sophie stefan stephen steven susan suzanne
    sven sylvia tess theo thomas tim tineke tjeerd tom tony truus ursula victor vincent walter wendy
    wesley willem wim wouter yasmin yusuf yvonne zoe
    """
)
"""Names that are no words, so that they are known without a capital too."""

NAMES_WITH_CAPITAL = _words(
    "bas bill dick frank grace guus jean joy kay mark max pat ray rob ron rose roos ted"
)
"""Names that are words as well: only known with a capital."""

PARTICLES = _words("al de den der el ten ter van von")
"""What stands between the names of one person."""

TITLES = _words("dhr dr drs heer ing ir madam meneer mevr mevrouw miss mr mrs ms mw prof sir")

NO_NAMES = _words(
    """
    i i'm i'd i've i'll ik u uw monday tuesday wednesday thursday friday saturday sunday maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag january february march april may june july august
    september october november december januari februari maart mei juni juli augustus oktober dutch
    english german french european europe holland netherlands nederland nederlands nederlandse engels
    engelse duits duitse frans franse europa europese belgië belgisch amerikaans american british
    christmas easter kerst kerstmis pasen corona covid internet intranet android chrome dynamics excel
    facebook google instagram ios jira linkedin microsoft office outlook powerpoint salesforce
    sharepoint slack teams trustpilot whatsapp windows word youtube zoom zendesk
    """
)
"""Words that have a capital in the middle of a sentence and name nobody."""

SMALL = r"(?:one|two|three|four|five|six|\d|één|twee|drie|vier|vijf|zes)"
LEADER = (
    r"(?:(?:direct|line|team|former|previous|new|directe|oude|vorige|nieuwe|eigen)[ -])?"
    r"(?:manager|boss|supervisor|team ?lead(?:er)?|head|director|baas|chef|leidinggevende|team ?leider|"
    r"teammanager|afdelingshoofd|directeur|bazin)"
)
KIN = (
    r"(?:woman|man|mother|father|parent|part-?timer|trainee|intern|foreigner|muslim|vrouw|moeder|vader|ouder|"
    r"stagiaire?|jongere|oudere|buitenlander|moslim|zij-instromer)"
)

ABOUT_ONESELF = (
    r"\bas the (?:only|first|last|youngest|oldest|newest)\b",
    r"\b(?:i am|i'm|i was) (?:the|our) (?:only|first|last|youngest|oldest|newest)\b",
    r"\b(?:the )?only (?:one|woman|man|person|employee|\w+er) (?:in|of|on|at|from|here|who|with)\b",
    r"\bas an? " + KIN + r"\b",
    r"\bmy " + LEADER + r"\b",
    r"\bsince i (?:joined|started|came|became|moved|was|work\w*|left|returned)\b",
    r"\b(?:joined|started|hired|worked here|been here|employed)(?: here)? (?:since|in|for) [\w ]{0,12}?"
    r"(?:(?:19|20)\d\d|years?)\b",
    r"\bwhen i (?:joined|started|was hired|came back|returned)\b",
    r"\bafter my (?:leave|illness|burn-?out|pregnancy|divorce|transfer|promotion)\b",
    r"\bmy (?:pregnancy|maternity leave|parental leave|sick leave|illness|disability|burn-?out|divorce|"
    r"promotion|transfer|appraisal|job title|position as|role as|job as|old team|previous job)\b",
    r"\b(?:my|our|a|the) (?:\w+ )?(?:team|department|group|shift) of (?:only |just )?" + SMALL + r"\b",
    r"\bthe (?:two|three|four|five) of us\b",
    r"\bas (?:the|your|our) [a-z]+(?: [a-z]+)? (?:in|at|of|on) (?:the |our |my )?"
    r"(?:team|branch|office|shift)\b",
    r"\b(?:ik )?als (?:de )?(?:enige|eerste|laatste|jongste|oudste|nieuwste|enigste)\b",
    r"\bik (?:ben|was) (?:hier )?(?:de|het|onze) (?:enige|eerste|laatste|jongste|oudste|nieuwste)\b",
    r"\bde enige (?:die|van|in|op|met|vrouw|man|\w+er)\b",
    r"\bals " + KIN + r"\b",
    r"\b(?:ik,? )als \w+",
    r"\b(?:mijn|m'n) " + LEADER + r"\b",
    r"\bsinds (?:ik|mijn|(?:19|20)\d\d)\b",
    r"\b(?:toen|nadat|voordat) ik (?:\w+ ){0,5}?(?:begon|startte|kwam|terugkwam|werd|wisselde|ging)\b",
    r"\bik werk(?:te)? (?:hier |er )?(?:al |pas |nu )?(?:sinds |vanaf )?(?:\w+ )?"
    r"(?:\w+ jaar|(?:19|20)\d\d)\b",
    r"\bin dienst (?:sinds|vanaf|getreden|gekomen)\b",
    r"\bin (?:19|20)\d\d (?:begonnen|gestart|in dienst)\b",
    r"\b(?:na|tijdens|door|vanwege|sinds|mijn) (?:mijn )?(?:zwangerschap|verlof|ziekte|ziekteverlof|"
    r"burn-?out|scheiding|promotie|overplaatsing|ouderschapsverlof|re-?integratie|beoordeling|handicap)\b",
    r"\bmijn (?:functie|rol|oude team|vorige functie|beoordelingsgesprek|contract)\b",
    r"\b(?:team|afdeling|groep|ploeg|groepje|clubje) van (?:maar |slechts )?" + SMALL + r"\b",
    r"\bmet (?:z'n|zijn|ons) (?:tweeën|drieën|vieren|vijven)\b",
    r"\b(?:wij|ons) (?:tweeën|drieën|vieren)\b",
)
"""Turns of phrase by which somebody tells who they are."""
