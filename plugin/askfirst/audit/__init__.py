"""The look-back: which works of a source print an affiliation that a measure of their own date named.

`sources` reads works one by one, `judging` judges their affiliations in processes, `store` keeps what touches nothing,
`report` shows the rest. A name of a person is read nowhere but with ``--names``.
"""
