// Where things stand when only some of them are shown: in rows, around one, along a path.
const ROW = 64, RING = 118;
const widthOf = (i) => 13 * Array.from(nodes[i].label).reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.56), 0) + 26;
const shapeOfPane = () => { const pane = byId("graph"); return Math.max(pane.clientWidth, 300) / Math.max(pane.clientHeight, 300); };
const inRows = (ids) => {
  const area = ids.reduce((sum, i) => sum + widthOf(i) * ROW, 0), width = Math.max(Math.sqrt(area * shapeOfPane()), 500);
  const at = new Map();
  let x = 0, y = 0;
  ids.forEach((i) => {
    const w = widthOf(i);
    if (x && x + w > width) { x = 0; y += ROW; }
    at.set(i, [Math.round(x + w / 2), y]);
    x += w;
  });
  return at;
};
// Whoever's labels lie over each other is pushed apart, the shorter way, until none does.
const pushedApart = (at, fixed) => {
  const ids = [...at.keys()], half = new Map(ids.map((i) => [i, widthOf(i) / 2]));
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    ids.forEach((a, k) => ids.slice(k + 1).forEach((b) => {
      const from = at.get(a), to = at.get(b), dx = to[0] - from[0], dy = to[1] - from[1];
      const overX = half.get(a) + half.get(b) - Math.abs(dx), overY = 54 - Math.abs(dy);
      if (overX <= 0 || overY <= 0) return;
      moved = true;
      const axis = overX < overY ? 0 : 1, way = (axis ? dy : dx) >= 0 ? 1 : -1, over = Math.min(overX, overY) + 1;
      const share = a === fixed || b === fixed ? [a === fixed ? 0 : 1, b === fixed ? 0 : 1] : [0.5, 0.5];
      from[axis] -= way * over * share[0];
      to[axis] += way * over * share[1];
    }));
    if (!moved) break;
  }
  at.forEach((spot, i) => at.set(i, spot.map(Math.round)));
  return at;
};
// Who comes by whom: each hangs on the neighbour one step nearer that holds the fewest so far.
const branchesOf = (away) => {
  const below = new Map([...away.keys()].map((i) => [i, []])), hub = [...away.keys()][0];
  [...away.entries()].filter(([, step]) => step > 0).forEach(([i, step]) => {
    const nearer = touching[i].map((n) => other(links[n], i)).filter((far) => away.get(far) === step - 1);
    nearer.sort((a, b) => below.get(a).length - below.get(b).length || rankOf[a] - rankOf[b]);
    // Who led to it may be filtered out.
    (below.get(nearer[0]) || below.get(hub)).push(i);
  });
  return below;
};
// Around one: its neighbours in sectors as wide as what they bring along, every second of many farther in.
const inRings = (away) => {
  const below = branchesOf(away), hub = [...away.keys()][0], at = new Map([[hub, [0, 0]]]);
  const first = below.get(hub).sort((a, b) => KINDS.indexOf(nodes[a].type) - KINDS.indexOf(nodes[b].type) || rankOf[a] - rankOf[b]);
  const own = (i) => (Math.min(widthOf(i), 150) + 54) / 2;
  const need = (i) => Math.max(own(i), 0.62 * below.get(i).reduce((sum, one) => sum + own(one), 0));
  const whole = first.reduce((sum, i) => sum + need(i), 0), wide = Math.min(Math.max(shapeOfPane(), 0.8), 1.5), crowd = first.length > 9;
  const radius = Math.max(RING, whole / (2 * Math.PI * wide) / (crowd ? 1.6 : 1));
  let turn = -Math.PI / 2, leaves = 0;
  const put = (i, angle, far) => at.set(i, [wide * far * Math.cos(angle), far * Math.sin(angle)]);
  first.forEach((i) => {
    const span = (2 * Math.PI * need(i)) / whole, inner = below.get(i);
    if (!inner.length) leaves += 1;
    put(i, turn + span / 2, crowd && !inner.length && leaves % 2 ? radius * 0.6 : radius);
    inner.forEach((one, k) => put(one, turn + (span * (k + 0.5)) / inner.length, radius + RING));
    turn += span;
  });
  return pushedApart(at, hub);
};
// A path as it is read: from left to right, then back on the next line.
const inLine = (path, start) => {
  const columns = Math.max(Math.min(Math.round(2.4 * shapeOfPane()), 4), 2), at = new Map();
  [start, ...path.map((one) => one.to)].forEach((i, k) => {
    const row = Math.floor(k / columns), column = k % columns;
    at.set(i, [(row % 2 ? columns - 1 - column : column) * 190, row * 130]);
  });
  return at;
};
const places = () => {
  const ids = [...now.drawn];
  if (state.end !== null && now.path) return inLine(now.path, state.at);
  if (now.away) return ids.length <= 70 ? inRings(new Map([...now.away].filter(([i]) => now.drawn.has(i)))) : inRows(ids);
  if (data.groups.length && ids.length <= LIMIT && !(data.views[state.view] || {}).own) {
    ids.sort((a, b) => groupOf[a] - groupOf[b] || rankOf[a] - rankOf[b]);
    return inRows(ids);
  }
  const view = spots[state.view] || spots.whole;
  return new Map(ids.map((i) => [i, view[i] || spots.whole[i]]));
};
