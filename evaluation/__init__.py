"""Scores of every reading task, with floors that may only rise: `python -m evaluation --corpora FOLDER`."""
