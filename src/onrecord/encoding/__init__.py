"""Words of a page and a vector for each, from the one encoder that all rooms share.

`pages` cuts a text into pieces (sentences, and what is glued to them) and words, and gives vectors of words; `weights`
holds the encoder and the heads. Word pieces are the parts of words that the encoder reads.
"""
