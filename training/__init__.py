"""How the weights are made, from which corpora, with which result."""
