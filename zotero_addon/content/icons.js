// A mark for each state: a shape of its own, not a colour alone.
"use strict";

AskFirst.icons = {
  /** Paths on a field of 16 by 16, and the colour on light and on dark, selected rows too; what is quiet takes that of its row. */
  SHAPES: {
    open: { color: "#d9480f", dark: "#ff8a4c", d: "M8 1.5 15 14.5H1ZM8 6v4M8 12v.6" },
    hinted: { color: "#b8730a", dark: "#f0ae45", d: "M8 1.5 15 14.5H1Z" },
    waiting: { color: "#b8730a", dark: "#f0ae45", d: "M8 1.5a6.5 6.5 0 1 0 .01 0M8 4.5V8l2.5 2" },
    answered: { color: "#2b8a3e", dark: "#63d279", d: "M2 8.5 6.2 12.5 14 3.5" },
    none: { color: "currentColor", d: "M4 8h8" },
    unknown: { color: "currentColor", d: "M5.3 5.6c0-1.8 1.2-2.8 2.8-2.8s2.7 1 2.7 2.5c0 2-2.7 2.1-2.7 4.3M8 12.6v.6" },
    unreadable: { color: "currentColor", d: "M4 4l8 8M12 4l-8 8" },
  },

  _isDark(doc) {
    return !!doc.defaultView?.matchMedia("(prefers-color-scheme: dark)").matches;
  },

  /** @returns {any} an element; empty for what was not checked */
  make(doc, state, label = "") {
    const svg = doc.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = this.SHAPES[state];
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("width", "16");
    svg.setAttribute("height", "16");
    svg.setAttribute("class", `askfirst-icon askfirst-icon-${state}`);
    svg.setAttribute("role", label ? "img" : "presentation");
    if (label) svg.setAttribute("aria-label", label);
    svg.style.flex = "none";
    svg.style.verticalAlign = "middle";
    if (!shape) return svg;
    const path = doc.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", shape.d);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", (this._isDark(doc) && shape.dark) || shape.color);
    if (shape.color === "currentColor") path.setAttribute("stroke-opacity", "0.65");
    path.setAttribute("stroke-width", "1.7");
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-linejoin", "round");
    svg.append(path);
    return svg;
  },
};
