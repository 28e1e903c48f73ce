// The drawing: vis-network, which is told of nothing but what changed.
const FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";
const GROUP = "g";
let colours = paint();
const nodeSet = new vis.DataSet(), edgeSet = new vis.DataSet();
const inDrawing = new Map(), linked = new Map();
const network = new vis.Network(byId("graph"), { nodes: nodeSet, edges: edgeSet }, {
  physics: false, autoResize: true, layout: { improvedLayout: false },
  interaction: { hover: true, multiselect: false, keyboard: false, tooltipDelay: 1e9, hideEdgesOnDrag: COUNT > 2000, hideEdgesOnZoom: COUNT > 2000 },
  // The library writes from one pixel below its threshold on: smaller names are written by names.js, and none by both.
  nodes: { scaling: { label: { drawThreshold: LEAST + 1 } } },
  edges: { smooth: false, selectionWidth: 0.7 },
});
// --- looks ---
const colourOf = (i) => (state.colour === "cluster" ? clusterColour(communityOf[i]) : data.types[nodes[i].type][2]);
const fillOf = (i) => (nodes[i].planned ? colours.ground : colourOf(i));
const labelOf = (i) => (state.colour === "cluster" && communityOf[i] !== null ? `${communityOf[i] + 1} · ${nodes[i].label}` : nodes[i].label);
// Near its threshold the library makes names fade; of a colour that tells how dense it is it leaves that.
const steady = (colour) => `${colour}ff`;
const nodeLook = (i, [x, y]) => {
  const [, , , shape, size] = data.types[nodes[i].type], colour = colourOf(i), fill = fillOf(i);
  const stress = { background: fill, border: colours.ink };
  return {
    id: i, x, y, label: labelOf(i), shape, size, borderWidth: 2, borderWidthSelected: 4,
    color: { background: fill, border: colour, highlight: stress, hover: stress },
    shapeProperties: { borderDashes: nodes[i].planned ? [4, 3] : false },
    font: { color: steady(colours.ink), size: nodes[i].type === "District" ? 16 : 13, strokeWidth: 4, strokeColor: steady(colours.ground), face: FONT },
  };
};
const groupName = (g) => data.groups[g][language ? "en" : "zh"];
// A disc with its name and number inside; letters as large as the disc has room for.
const groupLook = (g, members) => {
  const [x, y, r] = data.groups[g].disc;
  const size = Math.max(r * 0.86 * Math.sqrt(members.length / data.groups[g].members.length), r * 0.3);
  const lines = wrapped(groupName(g), 6), letters = Math.max(...lines.map((line) => wideOf(line, 1)), 3);
  const letter = Math.min((size * 1.6) / letters, size * (lines.length > 1 ? 0.34 : 0.42));
  return {
    id: GROUP + g, x, y, label: `${lines.join("\n")}\n${members.length}`, shape: "dot", size, borderWidth: 1.5, chosen: false, inside: true,
    color: { background: colours.pane, border: colours.soft, hover: { background: colours.pane, border: colours.accent }, highlight: { background: colours.pane, border: colours.accent } },
    font: { color: steady(colours.ink), size: letter, strokeWidth: 0, face: FONT, vadjust: -(size + letter * 0.62 * (lines.length + 1)) },
  };
};
const edgeLook = (n) => ({
  id: n, from: links[n].from, to: links[n].to, dashes: links[n].planned ? [6, 5] : false, width: 1.3,
  arrows: { to: { enabled: true, scaleFactor: 0.45 } }, color: { color: colours.edge, highlight: colours.accent, hover: colours.accent },
});
// --- from what is to be drawn to the least that changes ---
const MOST_DRAWN = 1000;
const wantedNow = () => {
  const wanted = new Map(), joined = new Map();
  let ids = [...now.drawn];
  now.grouped = data.groups.length > 0 && ids.length > LIMIT && !now.away && state.end === null;
  if (!now.grouped) {
    now.capped = ids.length > MOST_DRAWN ? [ids.length, MOST_DRAWN] : null;
    if (now.capped) { const first = new Set([state.at, ...ids.sort((a, b) => rankOf[a] - rankOf[b])].filter((i) => i !== null).slice(0, MOST_DRAWN)); now.drawn = first; ids = [...first]; if (now.away) now.away = new Map([...now.away].filter(([i]) => first.has(i))); }
    const at = places();
    ids.forEach((i) => wanted.set(i, nodeLook(i, at.get(i) || [0, 0])));
    linksAmong(now.drawn, now.passes).forEach((n) => joined.set(n, edgeLook(n)));
    return { wanted, joined };
  }
  now.capped = null;
  const members = data.groups.map(() => []);
  ids.forEach((i) => members[groupOf[i]].push(i));
  const open = new Set(openNow(members));
  members.forEach((some, g) => {
    if (!some.length) return;
    if (!open.has(g)) wanted.set(GROUP + g, groupLook(g, some));
    else some.forEach((i) => wanted.set(i, nodeLook(i, spots.whole[i])));
  });
  joinGroups(open, joined);
  return { wanted, joined };
};
// Groups open as long as there is room; the one that opened first closes first.
const openNow = (members) => {
  let room = MOST_DRAWN;
  const found = [];
  [...state.open].reverse().forEach((g) => { if (members[g].length && members[g].length <= room) { room -= members[g].length; found.push(g); } });
  return found;
};
const MOST_JOINS = 3;
const joinGroups = (open, joined) => {
  const end = (i) => (open.has(groupOf[i]) ? i : GROUP + groupOf[i]);
  const sums = new Map();
  linksAmong(now.drawn, now.passes).forEach((n) => {
    const a = end(links[n].from), b = end(links[n].to);
    if (a === b) return;
    if (typeof a === "number" && typeof b === "number") { joined.set(n, edgeLook(n)); return; }
    const key = String(a) < String(b) ? `${a}|${b}` : `${b}|${a}`;
    const sum = sums.get(key) || { a, b, count: 0 };
    sum.count += 1;
    sums.set(key, sum);
  });
  // Of each group only its strongest ties: all of them would be a hairball again.
  const left = new Map();
  [...sums.entries()].sort((x, y) => y[1].count - x[1].count || (x[0] < y[0] ? -1 : 1)).forEach(([key, sum]) => {
    const uses = [sum.a, sum.b].map((one) => left.get(one) || 0);
    if (uses.every((used) => used >= MOST_JOINS)) return;
    [sum.a, sum.b].forEach((one, k) => left.set(one, uses[k] + 1));
    joined.set(key, { id: key, from: sum.a, to: sum.b, width: open.size ? 1.3 : 1 + 4 * Math.log2(1 + sum.count), smooth: false, color: { color: colours.line, hover: colours.edge, highlight: colours.edge }, chosen: false });
  });
};
const differ = (wanted, known, set) => {
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  const changed = [];
  wanted.forEach((look, id) => { if (known.get(id) !== JSON.stringify(look)) changed.push(look); });
  // The library may paint at once: what is known to be in the drawing is no more and no less than what is.
  gone.forEach((id) => known.delete(id));
  if (gone.length) set.remove(gone);
  if (changed.length) set.update(changed);
  changed.forEach((look) => known.set(look.id, JSON.stringify(look)));
};
const renderDrawing = () => {
  const { wanted, joined } = wantedNow();
  bendLinks(wanted, joined);
  // Edges go before their ends do, and come after them.
  const gone = [...linked.keys()].filter((id) => !joined.has(id));
  if (gone.length) { edgeSet.remove(gone); gone.forEach((id) => linked.delete(id)); }
  differ(wanted, inDrawing, nodeSet);
  differ(joined, linked, edgeSet);
  namesFor(wanted);
  mark();
  byId("graph").setAttribute("aria-label", t("graphName", inDrawing.size, linked.size));
};
const mark = () => {
  if (state.at !== null && inDrawing.has(state.at)) network.selectNodes([state.at]); else network.unselectAll();
};
const recolour = () => { colours = paint(); };
// Found names get a ring, and groups that hold some: it is painted beside the nodes, so that a keystroke changes none of them.
const MOST_RINGS = 300;
const ring = (context, x, y, radius) => { context.beginPath(); context.arc(x, y, radius, 0, 2 * Math.PI); context.stroke(); };
const ringGroup = (context, g) => {
  if (!inDrawing.has(GROUP + g)) return;
  const look = JSON.parse(inDrawing.get(GROUP + g));
  ring(context, look.x, look.y, look.size + 3 / network.getScale());
};
network.on("afterDrawing", (context) => {
  if (!now) return;
  writeNames(context);
  context.lineWidth = 3 / network.getScale();
  context.strokeStyle = colours.accent;
  // Who is chosen in a closed group is not drawn: the group says where it is.
  if (now.grouped && state.at !== null && !inDrawing.has(state.at)) ringGroup(context, groupOf[state.at]);
  if (!state.q) return;
  if (now.grouped) new Set([...now.found].map((i) => groupOf[i])).forEach((g) => ringGroup(context, g));
  if (now.found.size > MOST_RINGS) return;
  context.lineWidth = 3 / Math.max(network.getScale(), 0.3);
  now.found.forEach((i) => { if (inDrawing.has(i)) { const { x, y } = network.getPosition(i); ring(context, x, y, data.types[nodes[i].type][4] + 7); } });
});
// A key that is pressed waits for no painting.
let painting = 0;
const paintSoon = () => { if (!painting) painting = requestAnimationFrame(() => { painting = 0; network.redraw(); }); };
// --- camera ---
const NEAREST = 1.35, SMALLEST = 0.7;
// The library leaves a tenth of the pane free, of which most is not needed.
const SPARE = 1.07;
// How much of the drawing the line below it, or on a telephone the legend, lies over.
const covered = () => [byId("hint"), byId("legend")].reduce((most, one) => (one.offsetHeight ? Math.max(most, byId("drawing").clientHeight - one.offsetTop) : most), 0);
const fitAll = () => {
  if (!inDrawing.size || !byId("graph").clientWidth) return;
  network.fit({ animation: false, maxZoomLevel: NEAREST });
  // Room for what stands below, and for the names of the lowest row.
  const high = byId("graph").clientHeight, below = covered() + 14;
  network.moveTo({ scale: network.getScale() * (SPARE - below / high), offset: { x: 0, y: -below / 2 }, animation: false });
  // On a telephone the whole would be too small to read: there it opens on what most is linked to.
  if (now.grouped || !isMobile() || network.getScale() >= SMALLEST) return;
  const chief = [...now.drawn].sort((a, b) => touching[b].length - touching[a].length || a - b)[0];
  network.moveTo({ position: network.getPosition(state.at !== null && inDrawing.has(state.at) ? state.at : chief), scale: SMALLEST, animation: false });
};
// What is in sight and legible already stays where it is.
const lookAt = (id) => {
  const spot = network.canvasToDOM(network.getPosition(id)), pane = byId("graph");
  const inSight = spot.x > 50 && spot.y > 50 && spot.x < pane.clientWidth - 50 && spot.y < pane.clientHeight - 70;
  if (!inSight || network.getScale() < 0.55) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
};
const zoomBy = (factor) => network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.01), 6), animation: false });
const openGroup = (g) => {
  commit({ open: [...state.open.filter((one) => one !== g), g] });
  const [x, y, r] = data.groups[g].disc, pane = byId("graph");
  network.moveTo({ position: { x, y }, scale: Math.min(Math.min(pane.clientWidth, pane.clientHeight) / (2.1 * r), NEAREST), animation: false });
};
// --- what the pointer does ---
const tip = byId("tip");
const showTip = (text, at) => {
  tip.textContent = text;
  tip.hidden = false;
  tip.style.left = `${Math.min(at.x + 14, innerWidth - 280)}px`;
  tip.style.top = `${at.y + 14}px`;
};
const hideTip = () => { tip.hidden = true; };
const pageSpot = (event) => { const box = byId("graph").getBoundingClientRect(); return { x: box.left + event.pointer.DOM.x, y: box.top + event.pointer.DOM.y }; };
const linkText = (n) => `${calledOf(links[n].from)} — ${relationName(links[n].kind)} → ${calledOf(links[n].to)} (${statusName(links[n].planned ? "planned" : "existing")})`;
network.on("hoverNode", (event) => {
  const id = event.node;
  const text = typeof id === "number" ? `${calledOf(id)} · ${typeName(nodes[id].type)}${entities[id].status ? " · " + statusName(entities[id].status) : ""}` : groupName(Number(id.slice(1)));
  showTip(text, pageSpot(event));
});
network.on("hoverEdge", (event) => { if (typeof event.edge === "number") showTip(linkText(event.edge), pageSpot(event)); });
["blurNode", "blurEdge", "dragStart", "zoom"].forEach((name) => network.on(name, hideTip));
// Both clicks of a double one have to meet the same entity: the first on a group opens it, and the second meets what was in it.
let clicked = [];
network.on("doubleClick", (event) => {
  const id = event.nodes[0];
  if (typeof id === "number" && clicked.length === 2 && clicked.every((one) => one === id)) commit({ at: id, end: null, steps: state.steps === 1 ? 0 : 1 });
});
network.on("click", (event) => {
  hideTip();
  clicked = [...clicked, event.nodes[0]].slice(-2);
  if (event.nodes.length) {
    const id = event.nodes[0];
    if (typeof id === "number") choose(id, "graph"); else openGroup(Number(id.slice(1)));
  } else if (event.edges.length && typeof event.edges[0] === "number") chooseLink(event.edges[0]);
  else if (!state.picking) choose(null, "graph");
  else mark();
});
