"""Makes the weights that read statements, grammar, names and chains."""
