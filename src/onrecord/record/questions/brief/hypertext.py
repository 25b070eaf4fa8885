"""A brief as one page of HTML that needs nothing else: printable, light and dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.markup import escaped
from onrecord.record.questions.brief.markdown import NOTHING
from onrecord.record.questions.brief.page import Brief, Section, Sentence, Source
from onrecord.record.questions.brief.wording import named_standing

_STYLE = """
.onrecord-brief{--ink:#1b1f24;--page:#fff;--soft:#57606a;--line:#d0d7de;--link:#0550ae;--mark:#f3f5f7;
 color:var(--ink);background:var(--page);font:1rem/1.5 Georgia,'Times New Roman',serif;max-width:44rem;
 margin:0 auto;padding:1.5rem 1rem}
.onrecord-brief h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}
.onrecord-brief h2{font-size:1.1rem;margin:1.5rem 0 .4rem;padding-top:.7rem;border-top:1px solid var(--line)}
.onrecord-brief p{margin:.35rem 0}
.onrecord-brief .scope{color:var(--soft);font-size:.9rem}
.onrecord-brief .standing{display:inline-block;border:1px solid var(--ink);border-radius:.2rem;padding:0 .45rem;
 font:600 .85rem/1.6 system-ui,sans-serif;color:var(--ink)}
.onrecord-brief a{color:var(--link);text-decoration:none}
.onrecord-brief a:hover,.onrecord-brief a:focus-visible{text-decoration:underline}
.onrecord-brief .key{font:.75rem ui-monospace,Menlo,Consolas,monospace;white-space:nowrap}
.onrecord-brief blockquote{margin:.7rem 0 .1rem;padding:.3rem .8rem;background:var(--mark);
 border-left:.2rem solid var(--line);overflow-wrap:anywhere}
.onrecord-brief .whose{font-size:.9rem;margin:0 0 .8rem;padding-left:1rem}
.onrecord-brief ol{list-style:none;padding:0;margin:0;font-size:.85rem}
.onrecord-brief li{padding:.3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.onrecord-brief li:target{background:var(--mark)}
.onrecord-brief .where{color:var(--soft)}
@media (prefers-color-scheme:dark){.onrecord-brief{--ink:#e6edf3;--page:#15181c;--soft:#9aa4af;--line:#3a424b;
 --link:#79b8ff;--mark:#20252b}}
@media print{.onrecord-brief{--ink:#000;--page:#fff;--soft:#333;--line:#999;--link:#000;--mark:#fff;max-width:none;
 padding:0;font-size:10.5pt}.onrecord-brief h2{break-after:avoid}.onrecord-brief li,.onrecord-brief blockquote
 {break-inside:avoid}}
"""
_PAGE = (
    "html{color-scheme:light dark}body{margin:0;background:#fff}"
    "@media (prefers-color-scheme:dark){body{background:#15181c}}@media print{body{background:#fff}}"
)


def html_page(brief: Brief) -> str:
    """The page as a file of its own."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(brief.title)}</title>\n<style>{_PAGE}</style>\n</head>\n<body>\n{html_body(brief)}\n"
        "</body>\n</html>\n"
    )


def html_body(brief: Brief) -> str:
    """The page as a part of another, a notebook's for example; its style keeps to itself."""
    return f'<style>{_STYLE}</style>\n<article class="onrecord-brief">\n' + "\n".join(_parts(brief)) + "\n</article>"


def _parts(brief: Brief) -> Iterator[str]:
    yield f"<header><h1>{escaped(brief.title)}</h1>"
    yield (
        f'<p class="scope"><span class="standing">{escaped(named_standing(brief.standing))}</span> '
        f'{escaped(brief.scope)} · claim <span class="key">{escaped(brief.claim.id)}</span></p></header>'
    )
    if not brief.sections:
        yield f"<p>{NOTHING}</p>"
    for section in brief.sections:
        yield _section(brief, section)
    if brief.sources:
        yield f"<section><h2>Sources</h2>\n<ol>\n{chr(10).join(map(_source, brief.sources))}\n</ol></section>"


def _section(brief: Brief, section: Section) -> str:
    sentences = "\n".join(_sentence(brief, sentence) for sentence in section.sentences)
    return f"<section><h2>{escaped(section.heading)}</h2>\n{sentences}\n</section>"


def _sentence(brief: Brief, sentence: Sentence) -> str:
    keys = [brief.key_of(statement) for statement in sentence.statements]
    links = " ".join(f'<a class="key" href="#s-{escaped(key)}">[{escaped(key)}]</a>' for key in keys)
    if sentence.quoted is None:
        return f"<p>{escaped(sentence.text)} {links}</p>"
    quoted = f"<blockquote><bdi>{escaped(sentence.quoted)}</bdi></blockquote>"
    return f'{quoted}<p class="whose">{escaped(sentence.text)} {links}</p>'


def _source(source: Source) -> str:
    who = source.speaker_for
    where = [
        source.outlet or "no outlet",
        source.title,
        source.published.isoformat() if source.published else "no date",
        f"report {source.report}",
        f"statement {source.statement}",
        *([f"the same in {', '.join(source.copies)}"] if source.copies else []),
    ]
    return (
        f'<li id="s-{escaped(source.key)}"><span class="key">{escaped(source.key)}</span> '
        f"{escaped(who)} ({escaped(source.source_kind)}) "
        f'<span class="where">{escaped(" · ".join(fact for fact in where if fact))}</span></li>'
    )
