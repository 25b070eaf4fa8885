"""How the weights of finding and ranking places are made: `python -m training.places --corpora FOLDER`."""
