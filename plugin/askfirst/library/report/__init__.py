"""The report on a library: sums first, then works by date, the law once; what has no question is counted."""
