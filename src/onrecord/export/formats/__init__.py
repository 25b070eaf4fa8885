"""The formats of other tools, one module each: event data, maps, networks, annotations, entities, citations."""
