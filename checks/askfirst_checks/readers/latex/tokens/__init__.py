"""An argument to tokens: words, marks, e-mails, line ends."""
