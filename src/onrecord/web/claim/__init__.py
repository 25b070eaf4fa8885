"""One claim for its page: the picture of its standing over time, its statements in context, and its figures."""
