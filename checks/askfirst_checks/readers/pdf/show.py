"""The words that a page shows, each with its place and the size of its type (ISO 32000-1, 9.4: text objects).

pypdf reads objects, streams and fonts; which words stand raised behind a name only their places tell.
"""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_RUNS = 20_000
"""pieces of text of one page"""
_DEEPEST = 4
"""levels of forms inside forms"""
_WORD_GAP = 0.17
"""of the size of the type: a gap that a reader sees as a blank"""
Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Run(NamedTuple):
    """Words shown in one go."""

    text: str
    x: float
    y: float
    """the baseline, upwards"""
    end: float
    """where the next sign would stand"""
    size: float
    is_bold: bool


class _Type:
    """A font of the page: bytes to signs and their widths."""

    def __init__(self, resource: Any) -> None:
        from pypdf.generic._font import Font

        self._font = Font.from_font_resource(resource)
        name = str(resource.get("/BaseFont", "")).lower()
        self.is_bold = any(word in name for word in ("bold", "black", "heavy", "-bd", "cmbx", "medi"))
        self._widths: dict[str, float] = {}

    def signs(self, data: bytes) -> list[tuple[str, float]]:
        """Each sign of *data* with its width in thousandths of the size."""
        encoding = self._font.encoding
        if isinstance(encoding, str):
            codes = data.decode(encoding, "replace" if encoding != "utf-16-be" else "surrogatepass")
            return [(self._shown(code), self._width(code)) for code in codes]
        letters = [(encoding.get(byte, chr(byte)), chr(byte)) for byte in data]
        return [(self._shown(letter), self._width(code)) for letter, code in letters]

    def _shown(self, letter: str) -> str:
        return str(self._font.character_map.get(letter, letter))

    def _width(self, code: str) -> float:
        if code not in self._widths:
            self._widths[code] = float(self._font.get_text_width(code)) or 0.0
        return self._widths[code]


class _State(NamedTuple):
    """What ``q`` keeps."""

    matrix: Matrix = _UNIT
    font: _Type | None = None
    size: float = 1.0
    between: float = 0.0
    """behind each sign"""
    blank: float = 0.0
    """behind each blank besides"""
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class Page:
    """Interprets the content of one page; the words are in `runs`."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self.runs: list[Run] = []
        self._state = _State()
        self._kept: list[_State] = []
        self._text = self._line = _UNIT
        self._fonts: dict[int, _Type | None] = {}

    def read(self, page: PageObject) -> None:
        """Take in *page*."""
        contents = page.get("/Contents")
        if contents is not None:
            self._content(contents.get_object(), _inherited(page, "/Resources"), 0)

    def _content(self, stream: Any, resources: Any, depth: int) -> None:
        from pypdf.generic import ContentStream

        fonts = _dictionary(resources, "/Font")
        forms = _dictionary(resources, "/XObject")
        for operands, operator in ContentStream(stream, self._reader, "bytes").operations:
            if len(self.runs) >= MOST_RUNS:
                return
            if operator == b"Do":
                self._form(forms, operands, depth, resources)
            elif operator == b"Tf" and len(operands) == 2:
                font, size = self._font(fonts, operands[0]), _number(operands, 1)
                self._state = self._state._replace(font=font, size=size)
            else:
                self._operate(operator.decode("latin-1"), operands)

    def _font(self, fonts: Any, name: Any) -> _Type | None:
        resource = fonts.get(name)
        resource = resource.get_object() if resource is not None else None
        if resource is None or not hasattr(resource, "get"):
            return None
        if id(resource) not in self._fonts:
            try:
                self._fonts[id(resource)] = _Type(resource)
            except Exception:  # a font that is broken shows nothing; pypdf raises what it met
                self._fonts[id(resource)] = None
        return self._fonts[id(resource)]

    def _form(self, forms: Any, operands: list[Any], depth: int, resources: Any) -> None:
        form = forms.get(operands[0]) if operands else None
        form = form.get_object() if form is not None else None
        if depth >= _DEEPEST or form is None or not hasattr(form, "get") or form.get("/Subtype") != "/Form":
            return
        kept, text = self._state, (self._text, self._line)
        matrix = form.get("/Matrix")
        if matrix is not None and len(matrix) == 6:
            self._state = kept._replace(matrix=_times(_matrix(matrix), kept.matrix))
        own = form.get("/Resources")
        self._content(form, own.get_object() if own is not None else resources, depth + 1)
        self._state, (self._text, self._line) = kept, text

    def _operate(self, operator: str, operands: list[Any]) -> None:
        if operator in ("Tj", "'", '"', "TJ"):
            self._shows(operator, operands)
        elif operator in ("BT", "Td", "TD", "Tm", "T*"):
            self._moves(operator, operands)
        elif operator == "q":
            self._kept.append(self._state)
        elif operator == "Q" and self._kept:
            self._state = self._kept.pop()
        elif operator == "cm" and len(operands) == 6:
            self._state = self._state._replace(matrix=_times(_matrix(operands), self._state.matrix))
        elif operator in _SET:
            value: Any = _number(operands, 0) / (100 if operator == "Tz" else 1)
            self._state = self._state._replace(**{_SET[operator]: value})

    def _moves(self, operator: str, operands: list[Any]) -> None:
        if operator == "BT":
            self._line = _UNIT
        elif operator == "Tm":
            self._line = _matrix(operands) if len(operands) == 6 else _UNIT
        else:
            x, y = (0.0, -self._state.leading) if operator == "T*" else (_number(operands, 0), _number(operands, 1))
            if operator == "TD":
                self._state = self._state._replace(leading=-y)
            self._line = _times((1.0, 0.0, 0.0, 1.0, x, y), self._line)
        self._text = self._line

    def _shows(self, operator: str, operands: list[Any]) -> None:
        if operator in ("'", '"'):
            self._moves("T*", [])
        given = operands[-1] if operands else b""
        parts = given if operator == "TJ" and isinstance(given, list) else [given]
        if self._state.font is None:
            return
        run = _Shown(self._state, self._text)
        for part in parts:
            if isinstance(part, bytes):
                run.signs(part)
            elif isinstance(part, str):
                run.signs(part.encode("latin-1", "replace"))
            elif isinstance(part, int | float):
                run.shift(-float(part) / 1000 * self._state.size * self._state.scale)
        self._text = run.matrix
        self.runs.extend(run.done())


_SET = {"Tc": "between", "Tw": "blank", "Tz": "scale", "TL": "leading", "Ts": "rise"}


class _Shown:
    """One operator that shows text; a wide gap inside of it parts two runs."""

    def __init__(self, state: _State, matrix: Matrix) -> None:
        self._state = state
        self.matrix = matrix
        self._runs: list[Run] = []
        self._letters: list[str] = []
        self._start = matrix
        self._gap = 0.0

    def signs(self, data: bytes) -> None:
        """Show *data*."""
        state = self._state
        if state.font is None:
            return
        for letter, width in state.font.signs(data):
            if self._gap > _WORD_GAP * abs(state.size * state.scale) and self._letters:
                wide = self._gap > 1.25 * abs(state.size * state.scale)
                if wide:
                    self._end(self._gap)
                elif self._gap > 0.62 * abs(state.size * state.scale):
                    self._letters.append("\u2003")
                elif not self._letters[-1].endswith(" "):
                    self._letters.append(" ")
            if not self._letters:
                self._start = self.matrix
            self._gap = 0.0
            self._letters.append(letter)
            self._move(
                (width / 1000 * state.size + state.between + (state.blank if letter == " " else 0)) * state.scale
            )

    def shift(self, by: float) -> None:
        """Leave a gap."""
        self._gap += by
        self._move(by)

    def _move(self, by: float) -> None:
        self.matrix = _times((1.0, 0.0, 0.0, 1.0, by, 0.0), self.matrix)

    def _end(self, gap: float = 0.0) -> None:
        state = self._state
        start, end = _times(self._start, state.matrix), _times(self.matrix, state.matrix)
        size = abs(state.size) * (start[2] ** 2 + start[3] ** 2) ** 0.5
        text = "".join(self._letters)
        is_level = abs(start[1]) < 0.1 * abs(start[0]) and start[0] > 0
        if text.strip() and is_level and size > 0 and state.font is not None:
            y = start[5] + state.rise * start[3]
            stop = end[4] - gap * start[0]
            self._runs.append(Run(text, start[4], y, stop, size, state.font.is_bold))
        self._letters = []

    def done(self) -> list[Run]:
        """The runs that were shown."""
        self._end()
        return self._runs


def _inherited(page: Any, key: str) -> Any:
    """The value of *key*, also where a node above the page has it."""
    node = page
    for _ in range(20):
        if key in node:
            return node[key].get_object()
        parent = node.get("/Parent")
        if parent is None:
            break
        node = parent.get_object()
    return {}


def _dictionary(resources: Any, key: str) -> Any:
    found = resources.get(key) if hasattr(resources, "get") else None
    found = found.get_object() if found is not None else None
    return found if hasattr(found, "get") else {}


def _number(operands: list[Any], place: int) -> float:
    value = operands[place] if place < len(operands) else 0
    return max(-1e6, min(1e6, float(value))) if isinstance(value, int | float) else 0.0


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (_number([value], 0) for value in values)
    return (a, b, c, d, e, f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
