"""Every place a user can go."""

from assess.web import (
    accounts,
    appointing,
    assessments,
    codes,
    customers,
    employees,
    home,
    invitations,
    leaders,
    organisations,
    plans,
    progress,
    publishing,
    results,
    side_by_side,
    sources,
    states,
    trustees,
)

PLACES = (
    home,
    accounts,
    organisations,
    assessments,
    states,
    appointing,
    trustees,
    invitations,
    codes,
    sources,
    leaders,
    employees,
    customers,
    publishing,
    results,
    side_by_side,
    plans,
    progress,
)
"""The modules with pages, in the order in which an assessment meets them."""
