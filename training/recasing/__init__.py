"""How the weights are made by which a report in capitals is read in likely case."""
