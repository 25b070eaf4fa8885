"""The page of commands: usage, what it does, arguments, options and examples, as `--help` tells them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import Any

from typer.main import get_command

from docs_src.markdown import block, code, page, paragraphs, plain, table

_OF_TYPER = {"install_completion", "show_completion"}
_COMPLETION = (
    "`--install-completion` and `--show-completion` complete commands and options in the shell with the tab key."
)

# What a command and its parameters are is told by what they have: typer brings click's classes along under its own name
# in some versions and takes those of the package click in others.
Command = Any
Parameter = Any


def commands() -> dict[str, Command]:
    """Every command by its full name, those of groups (`token add`) too, in the order of the program's own help."""
    from onrecord.cli.app import app

    return dict(_under("", get_command(app)))


def _under(name: str, command: Command) -> Iterator[tuple[str, Command]]:
    if name:
        yield name, command
    if _is_group(command):
        for short, inner in command.commands.items():
            yield from _under(f"{name} {short}".strip(), inner)


def _is_group(command: Command) -> bool:
    return hasattr(command, "commands")


def undescribed() -> list[str]:
    """Commands and options that say nothing of themselves in their help."""
    found = []
    for name, command in commands().items():
        found += [name] if not command.help else []
        found += [f"{name} {'/'.join(p.opts)}" for p in command.params if not _help(p)]
    return found


def commands_page() -> str:
    """The page, in Markdown."""
    from onrecord.cli.app import app

    program = get_command(app)
    opening = (
        "What `onrecord --help` and `onrecord COMMAND --help` tell. "
        "Fields and values of what is printed stand in the [contract](../contract.md)."
    )
    shared = "\n\n".join(
        ["## Before the command", _options([p for p in program.params if p.name not in _OF_TYPER]), _COMPLETION]
    )
    return page("Commands", opening, shared, *(_section(name, command) for name, command in commands().items()))


def _section(name: str, command: Command) -> str:
    usage = " ".join(["onrecord", name, *_usage(command)])
    parts = [f"## onrecord {name}", block(usage), paragraphs(command.help or "")]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    parts.append(table(("argument", "what it is"), ((code(_metavar(p)), plain(_help(p))) for p in arguments)))
    parts.append(_options(command.params))
    examples = _examples(command.epilog or "")
    parts.append(f"Examples:\n\n{block(examples)}" if examples else "")
    return "\n\n".join(part for part in parts if part)


def _usage(command: Command) -> Iterator[str]:
    if _is_group(command):
        yield "COMMAND"
    if any(p.param_type_name == "option" for p in command.params):
        yield "[OPTIONS]"
    yield from (_metavar(p) for p in command.params if p.param_type_name == "argument")


def _options(params: Sequence[Parameter]) -> str:
    rows = []
    for param in params:
        if param.param_type_name == "option" and not param.hidden:
            names = ", ".join(code(name) for name in [*param.opts, *param.secondary_opts])
            rows.append((names, code(_value(param)), code(_default(param)), plain(_help(param))))
    return table(("option", "value", "default", "what it does"), rows)


def _value(option: Parameter) -> str:
    if option.is_flag:
        return ""
    if choices := _choices(option):
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return str(option.metavar or "VALUE")


def _choices(param: Parameter) -> Sequence[Any]:
    """The values that a parameter may take, where they are a list: an enumeration, or click's own kind of type."""
    kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return tuple(kind)
    return tuple(getattr(getattr(param, "type", None), "choices", ()))


def _default(option: Parameter) -> str:
    value = option.default
    if value is None or callable(value) or (option.is_flag and not value):
        return ""
    return str(getattr(value, "value", value))


def _metavar(argument: Parameter) -> str:
    return str(argument.metavar or argument.name.upper())


def _help(param: Parameter) -> str:
    return str(getattr(param, "help", None) or "")


def _examples(epilog: str) -> str:
    lines = [line.strip() for line in epilog.splitlines()]
    return "\n".join(line for line in lines if line.startswith(("onrecord", "scripts/")) or " onrecord " in line)
