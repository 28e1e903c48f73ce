// Elements of the page. Words of a reply reach it through textContent only, so that none of them can be markup.
const byId = (id) => document.getElementById(id);
const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const button = (text, act, className) => {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};
const drawn = (tag, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
  if (text !== undefined) made.textContent = text;
  return made;
};
// Outlines in a square from -1 to 1: the same for the legend, the schematic and the exported picture.
const OUTLINES = {
  dot: "M0 -1A1 1 0 1 1 0 1A1 1 0 1 1 0 -1Z",
  square: "M-.9 -.9H.9V.9H-.9Z",
  diamond: "M0 -1.1L1.1 0L0 1.1L-1.1 0Z",
  triangle: "M0 -1L1 .8H-1Z",
  triangleDown: "M0 1L1 -.8H-1Z",
  hexagon: "M-.5 -.87H.5L1 0L.5 .87H-.5L-1 0Z",
  star: "M0 -1.1L.29 -.36L1.05 -.34L.45 .14L.65 .89L0 .45L-.65 .89L-.45 .14L-1.05 -.34L-.29 -.36Z",
};
const outline = (shape, x, y, size, attributes) =>
  drawn("path", { d: OUTLINES[shape], transform: `translate(${x} ${y}) scale(${size})`, "vector-effect": "non-scaling-stroke", ...attributes });
// Colours of the page as the style sheet has them, in words that a picture can carry.
const paint = (light) => {
  const css = getComputedStyle(light ? byId("paper") : document.documentElement);
  const found = {};
  ["ink", "soft", "ground", "pane", "line", "edge", "accent", "mark"].forEach((name) => { found[name] = css.getPropertyValue("--" + name).trim(); });
  return found;
};
