"""How the weights are made that tell claimed, suspected and factual responsibility apart."""
