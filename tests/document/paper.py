"""What stands on the pages of a PDF."""

import io

import pypdf


def unread(pdf, words):
    """Which of these words one does not read in a PDF; stops at the page on which the last is found."""
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        text = " ".join(page.extract_text().split())
        words = {each for each in words if each not in text}
        if not words:
            break
    return words
