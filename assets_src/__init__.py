"""How the assets that ship with the package are made, one folder for each."""
