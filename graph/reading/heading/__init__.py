"""The reply's own facts: what stands above the salutation, in the opening sentence, and below the last paragraph.

A room a kind of fact: ``titles``, ``numbers`` (kind, body, session, number), ``marks`` (result, class, document number,
signatory), ``people``, ``proposal``, ``offices`` (with ``speaking``, where nobody signs), ``dates``; ``frame`` says where the heading ends, ``second`` whether
another reply begins behind it, ``asking`` whether it is a proposal itself, ``labels`` reads values
behind their labels (words in ``data/lexicon/labels.tsv``).
"""

from __future__ import annotations

from graph.reading.heading.asking import is_proposal
from graph.reading.heading.dates import date_of
from graph.reading.heading.frame import Frame, frame_of
from graph.reading.heading.labels import label, labelled
from graph.reading.heading.marks import category_of, document_number_of, result_of, signatory_of
from graph.reading.heading.numbers import body_of, kind_of, number_of, session_of, unquoted
from graph.reading.heading.offices import department_of
from graph.reading.heading.people import proposers_of
from graph.reading.heading.proposal import proposal_title_of
from graph.reading.heading.second import second_reply
from graph.reading.heading.titles import is_crumb, plain_title, report_title
from graph.records import Heading

__all__ = ["Frame", "frame_of", "is_proposal", "read_heading", "second_reply"]


def read_heading(frame: Frame) -> Heading:
    """Every fact of the heading that the text states; offsets play no part here.

    Parameters
    ----------
    frame:
        Of :func:`frame_of`.
    """
    head, tail, opening = frame.head, frame.tail, unquoted(frame.opening)
    titles = list(frame.titles)
    report = None if titles else report_title(head)
    titles = titles or ([] if report else plain_title(head))
    title = titles[0] if titles else report
    asked = () if report else head
    about = "\n".join([*titles, opening, *asked[-6:]])
    # A row of facts may stand far above the text, with the session alone on a line.
    further = "\n".join(line for line in asked if line.endswith("次会议") and not is_crumb(line))
    proposers = proposers_of(head, opening)
    return Heading(
        title=title,
        kind=kind_of(about, asked, frame.body),
        body=body_of(about) or body_of(further),
        session=session_of(about) or session_of(further),
        number=number_of(about, opening, asked),
        result=result_of(head, frame.body, tail),
        category=category_of([*head, *tail]),
        document_number=document_number_of(head, title, frame.text),
        signatory=signatory_of(head, frame.body, tail),
        proposers=proposers,
        proposal_title=proposal_title_of(titles, head, opening),
        department=department_of(head, frame.body, tail, title, proposers),
        date=date_of(head, frame.body, tail),
        office_address=labelled(
            tail,
            rf"(?:承办单位)?(?:通讯|通信|联系|办公|单位)?(?:{label('address')})",
            r"(?:(?! *邮 *政? *编| *联 *系| *Copyright| *版权)[^，。；|\n]){4,40}",
        ),
        postcode=labelled(tail, label("postcode"), r"\d{6}(?!\d)", "[：|]?"),
    )
