// The first view: frames of districts, tiles of places, each with its enterprises and pilots. No geography is claimed.
const MOST_TILES = 60, MANY_FRAMES = 5, EDGE = 16;
const NOWHERE = "none";
const held = entities.map(() => []);
const counted = entities.map((_, i) => i).filter((i) => nodes[i].type === "Enterprise" || nodes[i].type === "Scenario");
counted.forEach((i) => traits[i].place.forEach((place) => held[place].push(i)));
// Whom no place is said of stands in a frame of its own: the first view has them all.
const framed = new Set(data.schematic.flatMap((frame) => [...(frame.entity === null ? [] : [frame.entity]), ...frame.places.map((one) => one[0])]).flatMap((place) => held[place]));
const unplaced = counted.filter((i) => !framed.has(i));
const FRAMES = [...data.schematic.filter((frame) => frame.entity !== null || frame.places.length || frame.unnamed.length), ...(unplaced.length ? [{ code: NOWHERE, name: null, entity: null, places: [], unnamed: [], below: "Subdistrict", members: unplaced }] : [])];
// Everything that a frame holds: its places, and who is in them.
const contents = new Map(FRAMES.map((frame) => {
  const places = [...(frame.entity === null ? [] : [frame.entity]), ...frame.places.map((one) => one[0])];
  return [frame, new Set([...places, ...places.flatMap((place) => held[place]), ...(frame.members || [])])];
}));
const MANY = FRAMES.length > MANY_FRAMES;
// Of many, those of which most is said come first; who is elsewhere or nowhere stays last.
const saidIn = (frame) => [...contents.get(frame)].filter((i) => nodes[i].type === "Enterprise" || nodes[i].type === "Scenario").length;
const isPlaced = (frame) => frame.code !== null && frame.code !== NOWHERE;
const RANKS = new Map(FRAMES.map((frame) => [frame, isPlaced(frame) ? [1, saidIn(frame), frame.places.length] : [0, 0, 0]]));
if (MANY) FRAMES.sort((a, b) => RANKS.get(b).map((value, k) => value - RANKS.get(a)[k]).find(Boolean) || 0);
const isBare = (frame) => !saidIn(frame) && !frame.places.length;
const isIn = (frame, i) => contents.get(frame).has(i);
const frameKey = (frame) => String(frame.code);
const frameName = (frame) => (frame.entity !== null ? entities[frame.entity].name : frame.name || t(frame.code === NOWHERE ? "nowhere" : "elsewhere"));
const heldNow = (place) => held[place].filter((i) => now.fits.has(i));
const membersOf = (frame) => (frame.members ? frame.members.filter((i) => now.fits.has(i)) : unique([...(frame.entity === null ? [] : heldNow(frame.entity)), ...frame.places.flatMap((one) => heldNow(one[0]))]));
const heading = (svg, text, x, y, colours, size) => svg.append(drawn("text", { x, y, "font-size": size || 13, "font-weight": 600, fill: size ? colours.ink : colours.soft }, text));
// A place with the places in it, in a dotted frame: tiles in rows, each row as high as its highest tile.
const blockOf = (i, inner, width) => {
  // Tiles in a dotted frame are that much narrower that the frame ends where the column does.
  const room = Math.max(Math.floor((width + TILE.gap) / (TILE.w + TILE.gap)), 1), columns = Math.min(inner.length + 1, room), w = inner.length ? TILE.w - 20 / columns : TILE.w;
  const tiles = [tileOf(i, heldNow(i), new Set(inner.flatMap(heldNow)), w), ...inner.map((one) => tileOf(one, heldNow(one), new Set(), w))];
  if (!inner.length) return { tiles, w, h: tiles[0].h, empty: !total(tiles[0].counts) };
  const rows = [];
  for (let k = 0; k < tiles.length; k += columns) rows.push(tiles.slice(k, k + columns));
  const high = rows.reduce((sum, row) => sum + Math.max(...row.map((one) => one.h)) + TILE.gap, 10);
  return { tiles, rows, framed: nodes[i].type, w: columns * (TILE.w + TILE.gap) - TILE.gap, h: high, empty: false };
};
const drawBlock = (svg, block, x, y, h, colours) => {
  if (!block.framed) { svg.append(drawTile(block.tiles[0], x, y, h, colours)); return; }
  svg.append(drawn("rect", { x, y, width: block.w, height: block.h, rx: 8, fill: "none", stroke: data.types[block.framed][2], "stroke-width": 1.2, "stroke-dasharray": "2 3" }));
  let top = y + 10;
  block.rows.forEach((row) => {
    const high = Math.max(...row.map((one) => one.h));
    row.forEach((tile, k) => svg.append(drawTile(tile, x + 10 + k * (tile.w + TILE.gap), top, high, colours)));
    top += high + TILE.gap;
  });
};
// In rows; places where nobody is said to be stand together, in low tiles, after the others.
const inTileRows = (blocks, width) => {
  const rows = [];
  let left = 0;
  blocks.forEach((block, k) => {
    const last = rows[rows.length - 1];
    const rest = blocks.slice(k).reduce((sum, one) => sum + one.w + TILE.gap, 0);
    const turns = last && block.empty && !last[last.length - 1].empty && left + rest - TILE.gap > width;
    if (!last || turns || left + block.w > width) { rows.push([block]); left = 0; } else last.push(block);
    left += block.w + TILE.gap;
  });
  return rows;
};
const SECTION_OF = { District: "District", Subdistrict: "Subdistrict", Community: "Subdistrict", Carrier: "Carrier" };
const SECTIONS = ["District", "Subdistrict", "Carrier", "zones"].map((name) => [name, (i) => (SECTION_OF[nodes[i].type] || "zones") === name]);
const section = (svg, title, roots, inside, y, width, colours) => {
  if (!roots.length) return y;
  heading(svg, title, EDGE, y + 24, colours);
  let top = y + 34;
  const blocks = roots.slice(0, MOST_TILES).map((i) => blockOf(i, inside.get(i) || [], width));
  inTileRows(blocks, width).forEach((row) => {
    const high = Math.max(...row.map((one) => one.h));
    let left = EDGE;
    row.forEach((block) => { drawBlock(svg, block, left, top, high, colours); left += block.w + TILE.gap; });
    top += high + TILE.gap;
  });
  if (roots.length > MOST_TILES) { svg.append(drawn("text", { x: EDGE, y: top + 12, "font-size": 13, fill: colours.soft }, t("restOf", roots.length - MOST_TILES))); top += 20; }
  return top - 4;
};
const unnamedLine = (svg, frame, y, width, colours) => {
  const names = frame.unnamed;
  if (!names.length) return y;
  heading(svg, t("unnamed" + frame.below), EDGE, y + 22, colours);
  const room = Math.max(Math.floor(width / 13.5), 8);
  let line = "", at = y + 42;
  const write = (text) => svg.append(drawn("text", { x: EDGE, y: at, "font-size": 13, fill: colours.soft }, text));
  names.forEach((name, k) => {
    const next = name + (k < names.length - 1 ? t("comma") : "");
    if (Array.from(line + next).length > room) { write(line); at += 20; line = ""; }
    line += next;
  });
  write(line);
  return at + 6;
};
// What the counts count: the report has only what a sentence puts in the district, the frame also what its replies name in places of no district.
const countsSaid = (frame, own) => {
  if (frame.entity === null) return [];
  const counts = tally(own.filter((i) => traits[i].place.includes(frame.entity))), firms = sum(counts.firms), trials = sum(counts.trials);
  // A city's count has what is in its districts, and their own frames show it.
  const drawnHere = new Set(frame.places.map((one) => one[0])), below = own.filter((i) => isNearer(i, frame) && !traits[i].place.some((place) => drawnHere.has(place))).length;
  return [...(firms + trials === own.length ? [] : [t("countsSaid", firms, trials, own.length - firms - trials)]), ...(below ? [t("inOwnFrames", below)] : [])];
};
const frameHead = (svg, frame, own, width, colours) => {
  heading(svg, frameName(frame), EDGE, 34, colours, 19);
  const counts = tally(own);
  let x = EDGE, y = 62;
  [["firms", "Enterprise"], ["trials", "Scenario"]].forEach(([word, type]) => [false, true].forEach((planned) => {
    const number = counts[word][planned ? 1 : 0], text = t(planned ? word + "Planned" : word + "Existing");
    const w = 20 + 9 * String(number).length + wideOf(text, 13) + 20;
    if (x > EDGE && x + w > width - EDGE) { x = EDGE; y += 24; }
    const after = drawMarks(svg, [[type, planned, number]], x, y, colours, false);
    svg.append(drawn("text", { x: after + 1, y, "font-size": 13, fill: colours.soft }, text));
    x += w;
  }));
  countsSaid(frame, own).forEach((text) => linesOf(text, (width - 2 * EDGE) / 12.5).forEach((line) => {
    y += 20;
    svg.append(drawn("text", { x: EDGE, y, "font-size": 12.5, fill: colours.soft, class: "counts" }, line));
  }));
  return y + 6;
};
// In a place within the frame's, whether a tile of this frame or a district with a frame of its own.
const isNearer = (i, frame) => frame.entity !== null && traits[i].place.some((place) => place !== frame.entity && traits[place].place.includes(frame.entity));
// Who is in the district and nowhere nearer.
const chips = (svg, title, members, y, width, colours) => {
  if (!members.length) return y;
  if (title) heading(svg, title, EDGE, y + 22, colours);
  return drawChips(svg, inOrder(members), EDGE, y + (title ? 32 : 12), width, colours) + 6;
};
const headButton = (frame, colours) => {
  const name = who(frame.entity, "tile head");
  name.append(drawn("rect", { x: 8, y: 10, width: 16 + wideOf(frameName(frame), 19), height: 34, rx: 6, fill: colours.pane, "fill-opacity": 0 }));
  return name;
};
// Roots, and what stands inside each: one level of nesting is legible; what lies deeper stands beside its parent.
const nested = (frame) => {
  const known = new Set(frame.places.map((one) => one[0]).filter((i) => now.visible(i))), parent = new Map(frame.places);
  const inside = new Map(), roots = [];
  known.forEach((i) => {
    const up = parent.get(i), into = up !== null && known.has(up) ? (known.has(parent.get(up)) ? parent.get(up) : up) : null;
    if (into === null || into === i) roots.push(i); else inside.set(into, [...(inside.get(into) || []), i]);
  });
  const rank = (i) => total(tally(heldNow(i)));
  roots.sort((a, b) => rank(b) - rank(a) || (inside.get(b) || []).length - (inside.get(a) || []).length || rankOf[a] - rankOf[b]);
  return { known, inside, roots };
};
const drawFrame = (frame, width, colours) => {
  const svg = drawn("svg", { width, class: "frame", role: "group", "aria-label": frameName(frame) }), own = membersOf(frame), room = width - 2 * EDGE;
  let y = frameHead(svg, frame, own, width, colours);
  const { known, inside, roots } = nested(frame), closer = new Set([...[...known].flatMap(heldNow), ...own.filter((i) => isNearer(i, frame))]);
  SECTIONS.forEach(([name, belongs]) => { y = section(svg, t("section" + name), roots.filter(belongs), inside, y, room, colours); });
  y = chips(svg, frame.members ? null : t(closer.size ? "direct" : "directOnly"), own.filter((i) => !closer.has(i)), y, room, colours);
  y = unnamedLine(svg, frame, y, room, colours);
  svg.setAttribute("height", y + 10);
  svg.setAttribute("viewBox", `0 0 ${width} ${y + 10}`);
  svg.prepend(drawn("rect", { x: 1, y: 1, width: width - 2, height: y + 8, rx: 10, fill: colours.pane, stroke: colours.line, "stroke-width": 1.5 }));
  if (frame.entity !== null) svg.append(headButton(frame, colours));
  return svg;
};
const readyForFrames = (width) => {
  fillRows(width - 2 * EDGE);
  const without = new Set(state.without);
  now.fits = new Set(now.ids);
  now.visible = (i) => !without.has(i) && inYears(traits[i].year);
};
const openFrame = () => (MANY && state.view === "places" ? FRAMES.find((frame) => state.frame === frameKey(frame)) || null : null);
const isOpen = (frame) => !MANY || state.frame === frameKey(frame);
// As pictures of their own, in other colours and of another width than the screen's: of many districts the one that is open.
const framesFor = (width, colours) => {
  readyForFrames(width);
  const open = FRAMES.filter(isOpen);
  return open.length || !FRAMES.length ? open.map((frame) => drawFrame(frame, width, colours)) : [drawIndex(width, colours)];
};
// All districts as rows in columns: one below the other they would be a ribbon that no paper makes legible.
const INDEX = { row: 26, column: 340, name: 170 };
const drawIndex = (width, colours) => {
  const columns = Math.max(Math.floor(width / INDEX.column), 1), rows = Math.ceil(FRAMES.length / columns);
  const svg = drawn("svg", { width, height: rows * INDEX.row + 10 });
  FRAMES.forEach((frame, k) => {
    const x = EDGE + Math.floor(k / rows) * (width / columns), y = 20 + (k % rows) * INDEX.row, chars = Array.from(frameName(frame)), cut = cutAt(chars, (INDEX.name - 10) / 13);
    svg.append(drawn("text", { x, y, "font-size": 13, fill: colours.ink }, cut < chars.length ? chars.slice(0, cut - 1).join("") + "…" : chars.join("")));
    drawMarks(svg, marks(tally(membersOf(frame))), x + INDEX.name, y, colours, false);
  });
  return svg;
};
// The frame to open for an entity: the one that is open where it is in it, else the nearest.
const frameFor = (i) => {
  const all = FRAMES.filter((frame) => isIn(frame, i)), open = all.find(isOpen), own = all.filter((frame) => frame.code !== null);
  const found = open || own[own.length - 1] || all[0];
  return found ? frameKey(found) : state.frame;
};
// The places that a frame shows, in words: what opening it gives where nobody is said to be.
const placesOf = (frame, kind) => frame.places.filter(([i]) => (SECTION_OF[nodes[i].type] || "zones") === kind && now.visible(i)).length;
const placesInWords = (frame) => {
  const inWords = (names) => names.map((name) => [name, placesOf(frame, name)]).filter(([, number]) => number).map(([name, number]) => t("places" + name, number)).join(t("comma"));
  return inWords(["Subdistrict", "Carrier"]) || inWords(["District", "zones"]);
};
const hitsIn = (frame) => (state.q ? [...now.found].filter((i) => isIn(frame, i)).length : 0);
const foldedRow = (frame, open, found, colours) => {
  const counts = tally(membersOf(frame)), row = button("", () => commit({ frame: open ? null : frameKey(frame) }), "district"), mark = element("span", "turn", open ? "▾" : "▸");
  mark.setAttribute("aria-hidden", "true");
  row.dataset.frame = frameKey(frame);
  row.setAttribute("aria-expanded", String(open));
  const svg = drawn("svg", { width: 200, height: 22, "aria-hidden": "true" }), places = placesInWords(frame);
  drawMarks(svg, marks(counts), 0, 17, colours, false);
  row.append(mark, element("span", "called", frameName(frame)));
  if (found) row.append(element("span", "hits", t("foundHere", found)));
  if (state.at !== null && isIn(frame, state.at)) row.classList.add("holds");
  row.append(element("span", "within", places || total(counts) || filtered() ? places : t("namesNone")), svg, element("span", "hidden", inWords(counts)));
  return row;
};
// Rows of places of which the replies name nothing: folded into one, as long as none of them is open.
let bareShown = false;
const bareRows = (rows, open) => {
  const fold = element("details", "bare");
  fold.open = open || bareShown;
  fold.addEventListener("toggle", () => { bareShown = fold.open; });
  fold.append(element("summary", "", t("bareFrames", rows.length)), ...rows.flat());
  return fold;
};
// What the marks of the rows mean, and what a row does.
const rowsLegend = () => {
  const line = element("p", "claim key");
  [["Enterprise", false, "firms"], ["Scenario", false, "trials"], ["Scenario", true, "planned"]].forEach(([type, planned, word]) => { const part = element("span", "", t(word)); part.prepend(swatch(type, planned)); line.append(part); });
  line.append(element("span", "", t("rowsOpen")));
  return line;
};
// Of the pane when it was last drawn.
let schematicWidth = 0, frameShown = null;
const renderSchematic = () => {
  const holder = byId("schematic"), scrolled = holder.scrollTop, colours = paint();
  const width = Math.max(Math.min(holder.clientWidth - 28, 1100), 300);
  const focused = document.activeElement && holder.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
  schematicWidth = holder.clientWidth;
  readyForFrames(width);
  holder.replaceChildren(element("p", "claim", t("schematic")));
  if (!FRAMES.length) holder.append(element("p", "soft", t(COUNT ? "noPlaces" : "empty")));
  if (MANY) holder.append(rowsLegend());
  // Of many districts those that hold what is searched for: among all their rows they would be out of sight.
  const all = FRAMES.map((frame) => ({ frame, open: isOpen(frame), found: MANY ? hitsIn(frame) : 0 })), some = all.some((one) => one.found);
  const listed = all.filter((one) => !some || one.found || one.open);
  const drawnOf = ({ frame, open, found }) => [...(MANY ? [foldedRow(frame, open, found, colours)] : []), ...(open ? [drawFrame(frame, width, colours)] : [])];
  const bare = MANY ? listed.filter(({ frame }) => isBare(frame)) : [];
  holder.append(...listed.filter((one) => !bare.includes(one)).flatMap(drawnOf));
  if (bare.length) holder.append(bareRows(bare.map(drawnOf), bare.some(({ open }) => open)));
  if (listed.length < FRAMES.length) holder.append(element("p", "claim", t("noHits", FRAMES.length - listed.length)));
  holder.scrollTop = scrolled;
  // What has just been opened is looked at, from its beginning.
  if (MANY && state.frame !== frameShown) { const row = holder.querySelector('.district[aria-expanded="true"]'); if (row) row.scrollIntoView({ block: "start" }); }
  frameShown = state.frame;
  if (focused) { const again = [...holder.querySelectorAll("[data-entity], [data-frame]")].find((one) => one.dataset.entity === focused.entity && one.dataset.frame === focused.frame); if (again) again.focus({ preventScroll: true }); }
};
