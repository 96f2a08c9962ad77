"""Attacks on the product itself: plain functions that get what an attacker holds, and give a score.

They are run by the tests, each beside a control that must fall, and by `assess prove-anonymity` on the live
installation. Whoever attacks reads the files as an outsider does: nothing here asks the product for help.
"""
