"""Composed passages that tell one kind of event in many forms, marked as the conflict set is, to learn from."""
