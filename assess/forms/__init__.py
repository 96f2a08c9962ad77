"""Questionnaire to form, form to answers: the only door to the fields that a questionnaire asks for."""

from assess.forms.answering import Labels, answers, form_of

__all__ = ["Labels", "answers", "form_of"]
