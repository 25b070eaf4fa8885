"""Which reports are copies of one another, and which claims the statements of a report speak to."""
