"""How the policy data are made. Not part of the wheel."""
