"""What the author blocks of all formats share: kinds of lines, marks, e-mails, and who belongs where."""
