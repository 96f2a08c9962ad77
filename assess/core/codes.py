"""What a column of answers holds where somebody chose no point of a scale."""

MISSING, DONT_KNOW, NOT_APPLICABLE = 127, 126, 125
"""No answer, don't know and not applicable: three different things, none of them a number."""

LARGEST_ANSWER = 100
"""Scales may run from -100 to 100, so that an answer is never taken for a code."""
