// Names that the zoom makes too small to be read are written at a size that can be, as many as there is room for.
const LEAST = 11, LETTERS = 11.5, MOST_WRITTEN = 240, CELL = 32;
// Marks and names on the screen by the squares that they touch: who asks for room asks few of them.
const roomOn = () => {
  const cells = new Map();
  const keysOf = ([left, top, right, bottom]) => {
    const keys = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) keys.push(x * 65536 + y);
    return keys;
  };
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return {
    take: (box, id) => keysOf(box).forEach((key) => { if (cells.has(key)) cells.get(key).push([box, id]); else cells.set(key, [[box, id]]); }),
    leave: (box, id) => keysOf(box).forEach((key) => cells.set(key, cells.get(key).filter(([, of]) => of !== id))),
    isFree: (box, id) => keysOf(box).every((key) => (cells.get(key) || []).every(([other, of]) => of === id || !meets(box, other))),
    whoIsIn: (box) => unique(keysOf(box).flatMap((key) => (cells.get(key) || []).filter(([other]) => meets(box, other)).map(([, of]) => of))),
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
// Where a name may stand: in the middle of its disc, below its mark, beside it, above it, askew, then in two lines. What much hangs on is named over the marks around it rather than not at all.
const HUB = 5, LINE = LETTERS * 1.2, SHORTEST = 4;
const wideLines = (lines) => Math.max(...lines.map((line) => wideOf(line, LETTERS)));
const spotsFor = ({ disc, radius, text, short, weight }, scale, roomy) => {
  const rim = radius * scale;
  // In its disc where that has room for it: a disc that is smaller than its name would be hidden by it.
  if (disc && wideOf(short, LETTERS) < 1.9 * rim) return [[[short], 0, 0], [[text], 0, rim + LINE * 0.6]];
  const around = (lines) => {
    const down = rim + LINE * 0.65 * lines.length - 1, half = wideLines(lines) / 2, aside = rim + 5 + half;
    return [[lines, 0, down], [lines, aside, 0], [lines, -aside, 0], [lines, 0, -down], ...(roomy ? [[half, down], [-half, down], [half, -down], [-half, -down]].map(([dx, dy]) => [lines, dx * 0.8, dy]) : [])];
  };
  const folded = roomy && Array.from(text).length > SHORTEST ? around(wrapped(text, Math.max(wideOf(text, 1) / 2 + 1, 3))) : [];
  return [...around([text]), ...folded, ...(weight >= HUB ? [[[text], 0, rim + LINE * 0.6, true]] : [])];
};
const boxOf = ([lines, dx, dy], x, y) => {
  const wide = wideLines(lines) / 2 + 3, high = LINE * 0.5 * lines.length;
  return [x + dx - wide, y + dy - high, x + dx + wide, y + dy + high];
};
const writeOne = (context, [lines, dx, dy], one, scale) => {
  // The library's own name in a disc is wiped before another is written there.
  if (one.disc) { context.fillStyle = colours.pane; context.beginPath(); context.arc(one.x, one.y, one.radius - 1.5 / scale, 0, 2 * Math.PI); context.fill(); }
  context.strokeStyle = one.disc && !dy ? colours.pane : colours.ground;
  context.fillStyle = colours.ink;
  lines.forEach((line, k) => {
    const at = [one.x + dx / scale, one.y + (dy + LINE * (k - (lines.length - 1) / 2)) / scale];
    context.strokeText(line, ...at);
    context.fillText(line, ...at);
  });
};
// Each name at the first of its spots that is free. Where few are drawn, who finds none takes that of one which has another.
const FEW_LEFT = 12;
const spotted = (wanted, marked, scale, sight) => {
  const taken = roomOn(), placed = new Map(), roomy = wanted.length <= MOST_WRITTEN;
  const boxAt = (one, spot) => boxOf(spot, one.x * scale, one.y * scale);
  const inSight = ([left, top, right, bottom]) => left > sight[0] && top > sight[1] && right < sight[2] && bottom < sight[3];
  const unmarked = (one) => spotsFor(one, scale, roomy).filter((spot) => { const box = boxAt(one, spot); return inSight(box) && (spot[3] || marked.isFree(box, one.id)); });
  const put = (one, spot) => { taken.take(boxAt(one, spot), one.id); placed.set(one.id, { one, spot }); };
  const lift = ({ one, spot }) => { taken.leave(boxAt(one, spot), one.id); placed.delete(one.id); };
  // Of those that give way each may ask one more, as often as is allowed.
  const tryPut = (one, asked) => {
    const spots = unmarked(one), free = spots.find((spot) => taken.isFree(boxAt(one, spot)));
    if (free) { put(one, free); return true; }
    return asked > 0 && spots.some((spot) => {
      const held = taken.whoIsIn(boxAt(one, spot)), before = placed.get(held[0]);
      if (held.length > 1) return false;
      lift(before);
      put(one, spot);
      if (tryPut(before.one, asked - 1)) return true;
      lift(placed.get(one.id));
      put(before.one, before.spot);
      return false;
    });
  };
  const left = wanted.filter((one) => placed.size < MOST_WRITTEN && !tryPut(one, 0));
  if (roomy) left.forEach((one) => tryPut(one, left.length > FEW_LEFT ? 1 : 3));
  return placed;
};
const writeNames = (context) => {
  const scale = network.getScale(), pane = byId("graph"), middle = network.getViewPosition(), half = [pane.clientWidth / 2 / scale, pane.clientHeight / 2 / scale];
  const marked = roomOn(), sight = [-1, 1].flatMap((way) => [(middle.x + way * half[0]) * scale, (middle.y + way * half[1]) * scale]);
  // The library may paint before the names are those of what is now drawn.
  const here = toName.filter((one) => inDrawing.has(one.id)).map((one) => ({ ...one, ...network.getPosition(one.id) })).filter(({ x, y }) => Math.abs(x - middle.x) < half[0] && Math.abs(y - middle.y) < half[1]);
  here.forEach((one) => { const r = one.radius * scale * (one.disc ? 0.8 : 1), [x, y] = [one.x * scale, one.y * scale]; marked.take([x - r, y - r, x + r, y + r], one.id); });
  Object.assign(context, { font: `${LETTERS / scale}px ${FONT}`, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4 / scale });
  const small = here.filter((one) => one.letters * scale < LEAST);
  const placed = spotted([...small.filter(isForemost), ...small.filter((one) => !isForemost(one))], marked, scale, sight);
  placed.forEach(({ one, spot }) => writeOne(context, spot, one, scale));
  if (pane.dataset.names !== String(placed.size)) pane.dataset.names = placed.size;
};
