"""A small set of questionnaires with one of everything a spreadsheet can hold."""

from assess.core.questionnaire import (
    Questionnaire,
    QuestionnaireSet,
    Scale,
    StandardQuestion,
    Statement,
    Topic,
)

MATURITY = Scale("maturity", 1, 5)
AGREE = Scale("agree", 1, 5)
RECOMMEND = Scale("recommend", 0, 10)
CHANGE = Scale("change", -3, 3)


def text(words):
    return {"en": words, "nl": f"{words} (nl)"}


def a_set():
    topic = Topic("T-1", text("Serving"), text("How?"), tuple(text(str(n)) for n in range(1, 6)), MATURITY)
    everyone = {
        "leaders": text("We listen."),
        "employees": text("We listen."),
        "customers": text("They listen."),
    }
    return QuestionnaireSet(
        questionnaires=(
            Questionnaire(
                "theme",
                1,
                text("Theme"),
                topics=(topic,),
                statements=(
                    Statement("M-1", everyone, AGREE),
                    Statement("E-1", {"employees": text("I can help.")}, AGREE, reverse=True),
                    Statement("E-2", {"employees": text("It got better.")}, CHANGE),
                ),
            ),
        ),
        scales={scale.id: scale for scale in (MATURITY, AGREE, RECOMMEND, CHANGE)},
        standard=(
            StandardQuestion("HEAD", "headline", everyone, AGREE),
            StandardQuestion(
                "NPS", "recommend", {"customers": text("Would you recommend {organisation}?")}, RECOMMEND
            ),
            StandardQuestion("OPEN", "open", {"customers": text("What should change?")}),
        ),
        languages=("en", "nl"),
    )
