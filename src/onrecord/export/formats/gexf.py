"""The network of a record as GEXF 1.3, which Gephi opens with its timeline.

Nodes and edges last from the first to the last day of publication on which they are told. The weight of an edge is what
it rests on, as `network.py` counts it. An edge's kind stands in its label, in its `kind` and in an attribute, since not
every reader takes all three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from onrecord.export.about import about
from onrecord.export.cells import cell_text, xml_safe
from onrecord.export.formats.network import MUTUAL, TIES, Network, Node, Tie, network_of
from onrecord.export.snapshot import Snapshot

NAMESPACE = "http://gexf.net/1.3"
_NODE = (("kind", "string"), ("country", "string"), ("reports", "integer"))
_EDGE = (("kind", "string"), ("rests_on", "integer"))


def gexf(snapshot: Snapshot) -> Iterator[str]:
    """The network as lines of XML."""
    return gexf_of(network_of(snapshot), about(snapshot).held_until)


def gexf_of(network: Network, held_until: str | None) -> Iterator[str]:
    """A network as lines of XML; `held_until` is the state of the record that it shows."""
    modified = f" lastmodifieddate={_quoted(held_until[:10])}" if held_until else ""
    told = "; ".join(f"{kind}: {meaning}" for kind, meaning in TIES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{NAMESPACE}" version="1.3">\n'
    yield f"<meta{modified}><creator>onrecord</creator><description>{escape(told)}</description></meta>\n"
    yield (
        '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval"'
        ' idtype="string">\n'
    )
    yield from _declared("node", _NODE)
    yield from _declared("edge", _EDGE)
    yield f'<nodes count="{len(network.nodes)}">\n'
    yield from map(_node, network.nodes)
    yield f'</nodes>\n<edges count="{len(network.ties)}">\n'
    yield from (_edge(number, tie) for number, tie in enumerate(network.ties))
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(what: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">'
    yield from (f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in attributes)
    yield "</attributes>\n"


def _node(node: Node) -> str:
    values = {"kind": node.kind, "country": node.country, "reports": node.reports}
    return (
        f"<node id={_quoted(node.id)} label={_quoted(node.name)}{_lasting(node.first, node.last)}>"
        f"{_values(values)}</node>\n"
    )


def _edge(number: int, tie: Tie) -> str:
    direction = "undirected" if tie.kind in MUTUAL else "directed"
    values = {"kind": tie.kind, "rests_on": len(tie.counted)}
    return (
        f'<edge id="{number}" source={_quoted(tie.source)} target={_quoted(tie.target)} type="{direction}"'
        f' kind="{tie.kind}" label="{tie.kind}" weight="{len(tie.counted)}"{_lasting(tie.first, tie.last)}>'
        f"{_values(values)}</edge>\n"
    )


def _values(values: Mapping[str, object]) -> str:
    known = ((name, value) for name, value in values.items() if value is not None)
    return f"<attvalues>{''.join(f'<attvalue for={_quoted(n)} value={_quoted(v)}/>' for n, v in known)}</attvalues>"


def _lasting(first: object, last: object) -> str:
    return f" start={_quoted(first)} end={_quoted(last)}" if first is not None else ""


def _quoted(value: object) -> str:
    return quoteattr(xml_safe(cell_text(value)), {"\n": " ", "\r": " ", "\t": " "})
