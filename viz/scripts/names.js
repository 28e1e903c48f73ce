// Names that the zoom makes too small to be read are written at a size that can be, as many as there is room for.
const LEAST = 9, LETTERS = 11.5, MOST_WRITTEN = 240, CELL = 32;
// Marks and names on the screen by the squares that they touch: who asks for room asks few of them.
const roomOn = () => {
  const cells = new Map();
  const each = ([left, top, right, bottom], act) => {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) if (act(`${x} ${y}`)) return true;
    return false;
  };
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return {
    take: (box, id) => { each(box, (key) => { if (cells.has(key)) cells.get(key).push([box, id]); else cells.set(key, [[box, id]]); return false; }); },
    isFree: (box, id) => !each(box, (key) => (cells.get(key) || []).some(([other, of]) => of !== id && meets(box, other))),
  };
};
// Discs by their numbers, entities by what they are linked to; what is chosen or found comes before all.
const nameOf = (id, look) => {
  const disc = typeof id === "string", lines = look.label.split("\n");
  return { id, disc, radius: look.size, letters: look.font.size, text: disc ? `${lines.slice(0, -1).join("")} ${lines[lines.length - 1]}` : look.label, short: lines.slice(0, -1).join(""), weight: disc ? look.size : touching[id].length + (nodes[id].type === "District" ? 3 : 0) };
};
let toName = [];
const namesFor = (looks) => { toName = [...looks.entries()].map(([id, look]) => nameOf(id, look)).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)); };
const isForemost = ({ id }) => id === state.at || (state.q !== "" && now.found.has(id));
// Where a name may stand: in the middle of its disc, below its mark, beside it, above it. What much hangs on is named over the marks around it rather than not at all.
const HUB = 5;
const spotsFor = ({ disc, radius, text, short, weight }, scale) => {
  const r = radius * scale + LETTERS * 0.75, beside = (one) => radius * scale + 5 + wideOf(one, LETTERS) / 2;
  const around = [[text, 0, r], [text, beside(text), 0], [text, -beside(text), 0], [text, 0, -r]];
  return disc ? [[short, 0, 0], ...around.slice(0, 1)] : weight >= HUB ? [...around, [text, 0, r, true]] : around;
};
const boxOf = ([text, dx, dy], x, y) => { const wide = wideOf(text, LETTERS) / 2 + 4; return [x + dx - wide, y + dy - LETTERS * 0.6, x + dx + wide, y + dy + LETTERS * 0.6]; };
const writeOne = (context, [text, dx, dy], one, scale) => {
  // The library's own name in a disc fades as it is zoomed out: it is wiped before another is written there.
  if (one.disc) { context.fillStyle = colours.pane; context.beginPath(); context.arc(one.x, one.y, one.radius - 1.5 / scale, 0, 2 * Math.PI); context.fill(); }
  context.strokeStyle = one.disc && !dy ? colours.pane : colours.ground;
  context.fillStyle = colours.ink;
  context.strokeText(text, one.x + dx / scale, one.y + dy / scale);
  context.fillText(text, one.x + dx / scale, one.y + dy / scale);
};
const writeNames = (context) => {
  const scale = network.getScale(), pane = byId("graph"), middle = network.getViewPosition(), half = [pane.clientWidth / 2 / scale, pane.clientHeight / 2 / scale];
  const marked = roomOn(), taken = roomOn();
  // The library may paint before the names are those of what is now drawn.
  const here = toName.filter((one) => inDrawing.has(one.id)).map((one) => ({ ...one, ...network.getPosition(one.id) })).filter(({ x, y }) => Math.abs(x - middle.x) < half[0] && Math.abs(y - middle.y) < half[1]);
  here.forEach((one) => { const r = one.radius * scale * (one.disc ? 0.8 : 1), [x, y] = [one.x * scale, one.y * scale]; marked.take([x - r, y - r, x + r, y + r], one.id); });
  Object.assign(context, { font: `${LETTERS / scale}px ${FONT}`, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4 / scale });
  let written = 0;
  [...here.filter(isForemost), ...here.filter((one) => !isForemost(one))].forEach((one) => {
    if (written >= MOST_WRITTEN || one.letters * scale >= LEAST) return;
    const free = spotsFor(one, scale).find((spot) => { const box = boxOf(spot, one.x * scale, one.y * scale); return taken.isFree(box) && (spot[3] || marked.isFree(box, one.id)); });
    if (!free) return;
    taken.take(boxOf(free, one.x * scale, one.y * scale), one.id);
    writeOne(context, free, one, scale);
    written += 1;
  });
  if (pane.dataset.names !== String(written)) pane.dataset.names = written;
};
