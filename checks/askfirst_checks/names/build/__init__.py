"""How the data of names/data are made. For developers only: nothing here runs at a user's machine."""
