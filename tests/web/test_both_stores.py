from __future__ import annotations

from datetime import date

from tests.record.questions.held import everything
from tests.record.stores import Stores
from tests.web.desks import client_at, crawled, hostile_report, record_of


def test_the_pages_answer_over_a_file_and_over_a_server(stores: Stores) -> None:
    with client_at(stores.place("desk"), [*everything(), hostile_report()]) as client:
        pages = crawled(client, "/?as_of=2012-01-10", most=70)
        claim = record_of(client).standing("TTP talks", date(2011, 12, 10)).claim.id
        text = client.get(f"/claims/{claim}").text
    assert not {address: status for address, (status, _, _) in pages.items() if status != 200}
    assert 'class="content"' in text
