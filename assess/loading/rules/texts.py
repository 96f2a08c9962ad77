"""Every text is there in every language of the set, and in no other."""

from collections import Counter
from collections.abc import Iterator

from assess.loading.drafts import Draft, Drafts
from assess.loading.problems import Problem
from assess.loading.tree import Path
from assess.loading.wording import instead, listed
from assess.loading.writings import Written


def own(drafts: Drafts) -> Iterator[Draft]:
    """The files that the author of a set can change."""
    return (draft for draft in drafts.all() if not (drafts.borrowed and draft is drafts.shared))


def languages(drafts: Drafts) -> tuple[str, ...]:
    """The languages in which at least half of a set is written, in the order in which they appear."""
    for some in ([draft for draft in own(drafts) if draft is not drafts.benchmarks], [*own(drafts)]):
        written = [text for draft in some for _, text in draft.writings]
        found = Counter(language for text in written for language in text)
        if found:
            return tuple(one for one in found if found[one] * 2 >= len(written)) or (
                found.most_common(1)[0][0],
            )
    return ("en",)


def texts(drafts: Drafts) -> Iterator[Problem]:
    """Texts that lack a language of the set or have another one."""
    wanted = languages(drafts)
    for draft in own(drafts):
        for path, text in draft.writings:
            if text.keys() != set(wanted):
                yield from _misspoken(draft, path, text, wanted)


def _misspoken(draft: Draft, path: Path, text: Written, wanted: tuple[str, ...]) -> Iterator[Problem]:
    lacking = [language for language in wanted if language not in text]
    for language in text:
        if language not in wanted:
            what = f"{language!r} is not a language of this set ({listed(wanted)})"
            advice = instead(language, lacking, "leave it out, or write all texts in it")
            yield draft.problem((*path, language), what, advice, key=True)
    for language in lacking:
        yield draft.problem(path, f"{language} is missing", f"write it beside {next(iter(text))}")
