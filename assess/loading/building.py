"""From the content of checked files to the values of the core."""

from collections.abc import Mapping

from assess.core.benchmarks import Benchmark, Source
from assess.core.questionnaire import (
    AUDIENCES,
    Action,
    Audience,
    Level,
    Questionnaire,
    QuestionnaireSet,
    Scale,
    StandardQuestion,
    Statement,
    Text,
    Topic,
    WarningSign,
)
from assess.loading.drafts import Drafts
from assess.loading.parts import (
    ActionPart,
    BenchmarkPart,
    QuestionnairePart,
    ScalePart,
    SourcePart,
    Spoken,
    StandardQuestionPart,
    StatementPart,
    TopicPart,
)
from assess.loading.rules import languages
from assess.loading.rules.references import MATURITY

Scales = Mapping[str, Scale]


def questionnaire_set(drafts: Drafts) -> QuestionnaireSet:
    """The set that files without problems describe."""
    common = drafts.common()
    scales = {name: _scale(name, part) for name, part in common["scales"].items()}
    themes = [_questionnaire(part, scales) for _, part in drafts.themes()]
    themes.sort(key=lambda theme: (theme.order is None, theme.order or 0, theme.id))
    return QuestionnaireSet(
        questionnaires=tuple(themes),
        scales=scales,
        levels=tuple(Level(**part) for part in common["levels"]),
        owners=common["owners"],
        standard=tuple(_standard(part, scales) for part in common["standard"]),
        warning_signs=tuple(WarningSign(**part) for part in common["warning_signs"]),
        languages=languages(drafts),
    )


def benchmarks(drafts: Drafts) -> tuple[Benchmark, ...]:
    """The published figures that files without problems describe."""
    return tuple(_benchmark(part) for part in drafts.figures())


def _scale(name: str, part: ScalePart) -> Scale:
    return Scale(name, part["from"], part["to"], part["agree_from"], tuple(part["labels"]))


def _questionnaire(part: QuestionnairePart, scales: Scales) -> Questionnaire:
    return Questionnaire(
        id=part["id"],
        version=part["version"],
        title=part["title"],
        order=part["order"],
        weight=part["weight"],
        intro=part["intro"],
        topics=tuple(_topic(topic, scales) for topic in part["topics"]),
        statements=tuple(_statement(statement, scales) for statement in part["statements"]),
        actions=tuple(_action(action) for action in part["actions"]),
    )


def _topic(part: TopicPart, scales: Scales) -> Topic:
    return Topic(
        id=part["id"],
        title=part["title"],
        question=part["question"],
        descriptions=tuple(part["descriptions"]),
        scale=scales[MATURITY],
        required=part["required"],
        weight=part["weight"],
        wording=part["wording"],
    )


def _texts(part: Spoken) -> Mapping[Audience, Text]:
    return {audience: part[audience] for audience in AUDIENCES if part[audience]}


def _statement(part: StatementPart, scales: Scales) -> Statement:
    return Statement(
        id=part["id"],
        texts=_texts(part),
        scale=scales[part["scale"]],
        reverse=part["reverse"],
        weight=part["weight"],
        wording=part["wording"],
    )


def _standard(part: StandardQuestionPart, scales: Scales) -> StandardQuestion:
    scale = None if part["role"] == "open" or part["scale"] is None else scales[part["scale"]]
    return StandardQuestion(part["id"], part["role"], _texts(part), scale, part["wording"])


def _action(part: ActionPart) -> Action:
    return Action(
        id=part["id"],
        moves=tuple(part["moves"]),
        from_level=part["from_level"],
        impact=part["impact"],
        effort=part["effort"],
        days=part["days"],
        owner=part["owner"],
        title=part["title"],
        what=part["what"],
        first_step=part["first_step"],
        measure=part["measure"],
        requires=tuple(part["requires"]),
    )


def _source(part: SourcePart) -> Source:
    return Source(part["title"], part["verified"], part["url"])


def _benchmark(part: BenchmarkPart) -> Benchmark:
    interval, also = part["interval95"], part["also"]
    return Benchmark(
        id=part["id"],
        what=part["what"],
        unit=part["unit"],
        domain=part["domain"],
        source=_source(part["source"]),
        compare=part["compare"],
        trust=part["trust"] or "C",  # without a figure there is nothing to trust: a story at most
        caveats=tuple(part["caveats"]),
        value=part["value"],
        population=part["population"],
        n=part["n"],
        interval95=(interval[0], interval[1]) if interval else None,
        year=part["year"],
        also=_source(also) if also else None,
        compare_with=part["compare_with"],
        original_value=part["original_value"],
        corrected_value=part["corrected_value"],
        contrast_value=part["contrast_value"],
        series=part["series"],
        series_text=part["series_text"],
    )
