"""A Zotero library as works: what is read of an item, how it is kept between runs, what is asked about it.

Nothing here opens a connection: `askfirst.zotero` does, and the add-on hands its items over on standard input.
"""
