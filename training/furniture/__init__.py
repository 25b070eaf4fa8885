"""The pages that furniture is learnt from, and what it costs to call a piece furniture."""
