// The one global of the add-on: its parts hang on it, see bootstrap.js.
declare var AskFirst: any;
