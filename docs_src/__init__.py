"""The pages of docs/ that are made from the code, and the pictures in them; `python -m docs_src` writes them."""
