// The first view: frames of districts, tiles of places, each with its enterprises and pilots. No geography is claimed.
const TILE = { w: 148, h: 92, gap: 10 };
// As wide as makes the rows full.
const fillRows = (width) => {
  const columns = Math.max(Math.floor((width + TILE.gap) / (148 + TILE.gap)), 1);
  TILE.w = Math.min(Math.floor((width + TILE.gap) / columns) - TILE.gap, 190);
};
const MOST_TILES = 60, MANY_FRAMES = 5;
const KIND_OF_TILE = { Subdistrict: "hexagon", Community: "hexagon", Carrier: "square", District: "hexagon" };
const held = entities.map(() => []);
entities.forEach((entity, i) => {
  if (nodes[i].type === "Enterprise" || nodes[i].type === "Scenario") traits[i].place.forEach((place) => held[place].push(i));
});
const isPlanned = (i) => nodes[i].planned;
const tally = (members) => {
  const counts = { firms: [0, 0], trials: [0, 0] };
  members.forEach((i) => { counts[nodes[i].type === "Enterprise" ? "firms" : "trials"][isPlanned(i) ? 1 : 0] += 1; });
  return counts;
};
const total = (counts) => counts.firms[0] + counts.firms[1] + counts.trials[0] + counts.trials[1];
const heldNow = (place) => held[place].filter((i) => now.fits.has(i));
const inWords = (counts) => `${t("firms")} ${t("existing")} ${counts.firms[0]}, ${t("planned")} ${counts.firms[1]}; ${t("trials")} ${t("existing")} ${counts.trials[0]}, ${t("planned")} ${counts.trials[1]}`;
// Each count with its mark: full for what exists, hollow and dashed for what is planned; what is zero is left out.
const marks = (counts) => [
  ["dot", "Enterprise", false, counts.firms[0]], ["dot", "Enterprise", true, counts.firms[1]],
  ["triangle", "Scenario", false, counts.trials[0]], ["triangle", "Scenario", true, counts.trials[1]],
].filter((mark) => mark[3]);
const drawMarks = (svg, list, x, y, colours, spread) => {
  const widths = list.map((mark) => 20 + 9 * String(mark[3]).length);
  const all = widths.reduce((sum, width) => sum + width, 0);
  let at = spread ? x - all / 2 : x;
  list.forEach(([shape, type, planned, number], k) => {
    const colour = data.types[type][2];
    svg.append(outline(shape, at + 7, y - 5, 6, { fill: planned ? colours.pane : colour, stroke: colour, "stroke-width": 1.6, ...(planned ? { "stroke-dasharray": "2.5 2" } : {}) }));
    svg.append(drawn("text", { x: at + 16, y, "font-size": 14, "font-weight": 600, fill: colours.ink }, String(number)));
    at += widths[k];
  });
  return at;
};
// Two lines at most, cut by the room that letters take: a wide one counts one, a narrow one some more than half.
const cutAt = (chars, room) => {
  let used = 0;
  for (let k = 0; k < chars.length; k += 1) { used += chars[k] > "\u2e7f" ? 1 : 0.6; if (used > room) return k; }
  return chars.length;
};
const wrapped = (name, room) => {
  const chars = Array.from(name), first = cutAt(chars, room);
  if (first === chars.length) return [name];
  // A Latin word is not broken where it has a beginning on the line.
  let at = first;
  while (at > 1 && /[A-Za-z0-9]/.test(chars[at]) && /[A-Za-z0-9]/.test(chars[at - 1])) at -= 1;
  if (at <= 1) at = first;
  const rest = chars.slice(at), second = cutAt(rest, room);
  return [chars.slice(0, at).join(""), second === rest.length ? rest.join("") : rest.slice(0, second - 1).join("") + "…"];
};
const TILE_PATHS = {
  hexagon: (w, h) => `M16 0H${w - 16}L${w} ${h / 2}L${w - 16} ${h}H16L0 ${h / 2}Z`,
  square: (w, h) => `M0 0H${w}V${h}H0Z`,
  round: (w, h) => `M18 0H${w - 18}A18 18 0 0 1 ${w} 18V${h - 18}A18 18 0 0 1 ${w - 18} ${h}H18A18 18 0 0 1 0 ${h - 18}V18A18 18 0 0 1 18 0Z`,
};
const tile = (i, x, y, colours) => {
  const counts = tally(heldNow(i)), look = data.types[nodes[i].type], entity = entities[i];
  const many = Math.min(total(counts), 6);
  const group = drawn("g", { transform: `translate(${x} ${y})`, class: "tile", role: "button", tabindex: 0, "data-entity": i });
  const name = `${entity.name}, ${typeName(nodes[i].type)}${entity.status === "planned" ? ", " + t("planned") : ""}: ${inWords(counts)}`;
  group.setAttribute("aria-label", name);
  group.setAttribute("aria-pressed", String(state.at === i));
  const path = TILE_PATHS[KIND_OF_TILE[nodes[i].type] || "round"](TILE.w, TILE.h);
  const dashes = entity.status === "planned" ? { "stroke-dasharray": "7 5" } : {};
  group.append(drawn("path", { d: path, fill: colours.pane }));
  group.append(drawn("path", { d: path, fill: look[2], "fill-opacity": many ? 0.05 + 0.03 * many : 0, stroke: look[2], "stroke-width": state.at === i ? 4 : 1.6, ...dashes }));
  const lines = wrapped(entity.name, (TILE.w - 24) / 14);
  lines.forEach((line, k) => group.append(drawn("text", { x: TILE.w / 2, y: (lines.length === 1 ? 36 : 27) + 17 * k, "text-anchor": "middle", "font-size": 14, "font-weight": 600, fill: colours.ink }, line)));
  const list = marks(counts);
  if (list.length) drawMarks(group, list, TILE.w / 2, 70, colours, true);
  const act = () => choose(i, "tile");
  group.addEventListener("click", act);
  group.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } });
  return group;
};
// Tiles in rows; the places inside a place stand in a frame around it.
const flow = (svg, roots, inside, x, y, width, colours) => {
  let left = x, top = y, tallest = 0;
  roots.forEach((i) => {
    const inner = inside.get(i) || [];
    const room = Math.max(Math.floor((width + TILE.gap - 20) / (TILE.w + TILE.gap)), 1);
    const columns = Math.min(inner.length + 1, room), rows = Math.ceil((inner.length + 1) / room);
    const w = columns * (TILE.w + TILE.gap) - TILE.gap + (inner.length ? 20 : 0), h = rows * (TILE.h + TILE.gap) - TILE.gap + (inner.length ? 20 : 0);
    if (left > x && left + w > x + width) { left = x; top += tallest + TILE.gap; tallest = 0; }
    if (inner.length) {
      svg.append(drawn("rect", { x: left, y: top, width: w, height: h, rx: 8, fill: "none", stroke: data.types[nodes[i].type][2], "stroke-width": 1.2, "stroke-dasharray": "2 3" }));
      [i, ...inner].forEach((one, k) => svg.append(tile(one, left + 10 + (k % room) * (TILE.w + TILE.gap), top + 10 + Math.floor(k / room) * (TILE.h + TILE.gap), colours)));
    } else svg.append(tile(i, left, top, colours));
    left += w + TILE.gap;
    tallest = Math.max(tallest, h);
  });
  return roots.length ? top + tallest : y;
};
const heading = (svg, text, x, y, colours, size) => svg.append(drawn("text", { x, y, "font-size": size || 13, "font-weight": 600, fill: size ? colours.ink : colours.soft }, text));
const SECTIONS = [["Subdistrict", (i) => ["Subdistrict", "Community", "District"].includes(nodes[i].type)], ["Carrier", (i) => nodes[i].type === "Carrier"], ["zones", (i) => !["Subdistrict", "Community", "District", "Carrier"].includes(nodes[i].type)]];
const section = (svg, title, roots, inside, y, width, colours) => {
  if (!roots.length) return y;
  heading(svg, title, 16, y + 26, colours);
  let bottom = flow(svg, roots.slice(0, MOST_TILES), inside, 16, y + 36, width - 32, colours);
  if (roots.length > MOST_TILES) { bottom += 20; svg.append(drawn("text", { x: 16, y: bottom, "font-size": 13, fill: colours.soft }, t("restOf", roots.length - MOST_TILES))); }
  return bottom + 6;
};
const unnamedLine = (svg, names, y, width, colours) => {
  if (!names.length) return y;
  heading(svg, t("unnamed"), 16, y + 24, colours);
  const room = Math.max(Math.floor((width - 32) / 14), 8);
  let line = "", at = y + 44;
  const write = (text) => svg.append(drawn("text", { x: 16, y: at, "font-size": 13, fill: colours.soft }, text));
  names.forEach((name, k) => {
    const next = name + (k < names.length - 1 ? "、" : "");
    if (Array.from(line + next).length > room) { write(line); at += 20; line = ""; }
    line += next;
  });
  write(line);
  return at + 8;
};
const frameHead = (svg, frame, own, width, colours) => {
  const name = frame.entity === null ? frame.name || t("elsewhere") : entities[frame.entity].name;
  heading(svg, name, 16, 34, colours, 19);
  const counts = tally(own);
  let x = 16, y = 62;
  [["firms", [["dot", "Enterprise", false, counts.firms[0]], ["dot", "Enterprise", true, counts.firms[1]]]], ["trials", [["triangle", "Scenario", false, counts.trials[0]], ["triangle", "Scenario", true, counts.trials[1]]]]].forEach(([word, list]) => {
    list.forEach((mark) => {
      const text = `${t(word)} ${t(mark[2] ? "planned" : "existing")}`;
      const w = 20 + 9 * String(mark[3]).length + (language ? 7.6 * text.length : 14 * text.length) + 18;
      if (x > 16 && x + w > width - 16) { x = 16; y += 24; }
      const after = drawMarks(svg, [mark], x, y, colours, false);
      svg.append(drawn("text", { x: after - 1, y, "font-size": 13, fill: colours.soft }, text));
      x += w;
    });
  });
  return y + 6;
};
const drawFrame = (frame, width, colours) => {
  const svg = drawn("svg", { width, class: "frame", role: "group" });
  const known = new Set(frame.places.map((one) => one[0]).filter((i) => now.visible(i)));
  const inside = new Map();
  const roots = [];
  const parent = new Map(frame.places);
  frame.places.forEach(([i, within_]) => {
    if (!known.has(i)) return;
    // One level of frames is legible: what lies deeper stands beside its parent.
    const into = within_ !== null && known.has(within_) ? (known.has(parent.get(within_)) ? parent.get(within_) : within_) : null;
    if (into === null || into === i) roots.push(i); else inside.set(into, [...(inside.get(into) || []), i]);
  });
  const rank = (i) => total(tally(heldNow(i)));
  roots.sort((a, b) => rank(b) - rank(a) || (inside.get(b) || []).length - (inside.get(a) || []).length || rankOf[a] - rankOf[b]);
  const own = unique([...(frame.entity === null ? [] : heldNow(frame.entity)), ...[...known].flatMap(heldNow)]);
  const closer = new Set([...known].flatMap(heldNow));
  const vague = own.filter((i) => !closer.has(i));
  let y = frameHead(svg, frame, own, width, colours);
  if (vague.length && vague.length < own.length) {
    heading(svg, t("direct"), 16, y + 20, colours);
    const start = 16 + (language ? 7.6 : 13) * t("direct").length + 10;
    drawMarks(svg, marks(tally(vague)), start, y + 20, colours, false);
    y += 26;
  }
  SECTIONS.forEach(([name, belongs]) => { y = section(svg, WORDS[name] ? t(name) : typeName(name), roots.filter(belongs), inside, y, width, colours); });
  y = unnamedLine(svg, frame.unnamed, y, width, colours);
  svg.setAttribute("height", y + 12);
  svg.setAttribute("viewBox", `0 0 ${width} ${y + 12}`);
  svg.setAttribute("aria-label", frame.name || t("elsewhere"));
  svg.prepend(drawn("rect", { x: 1, y: 1, width: width - 2, height: y + 10, rx: 10, fill: colours.pane, stroke: colours.line, "stroke-width": 1.5 }));
  if (frame.entity !== null) {
    const name = drawn("g", { role: "button", tabindex: 0, class: "tile", "aria-label": entities[frame.entity].name, "data-entity": frame.entity });
    name.append(drawn("rect", { x: 8, y: 10, width: 24 + 19 * Array.from(entities[frame.entity].name).length, height: 34, rx: 6, fill: colours.pane, "fill-opacity": 0 }));
    name.addEventListener("click", () => choose(frame.entity, "tile"));
    name.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(frame.entity, "tile"); } });
    svg.append(name);
  }
  return svg;
};
const frameKey = (frame) => String(frame.code);
const renderSchematic = () => {
  const holder = byId("schematic");
  const scrolled = holder.scrollTop;
  const colours = paint();
  const width = Math.max(Math.min(holder.clientWidth - 28, 1100), 300);
  fillRows(width - 32);
  now.fits = new Set(now.ids);
  const without = new Set(state.without);
  now.visible = (i) => !without.has(i) && inYears(traits[i].year);
  holder.replaceChildren(element("p", "claim", t("schematic")));
  const some = data.schematic.filter((frame) => frame.entity !== null || frame.places.length || frame.unnamed.length);
  if (!some.length) holder.append(element("p", "soft", t(COUNT ? "noPlaces" : "empty")));
  const fold_ = some.length > MANY_FRAMES;
  some.forEach((frame) => {
    const open = !fold_ || state.frame === frameKey(frame);
    if (fold_) {
      const counts = tally(unique([...(frame.entity === null ? [] : heldNow(frame.entity)), ...frame.places.flatMap((one) => heldNow(one[0]))]));
      const row = button(frame.name || t("elsewhere"), () => commit({ frame: open ? null : frameKey(frame) }), "district");
      row.setAttribute("aria-expanded", String(open));
      const svg = drawn("svg", { width: 180, height: 22, "aria-hidden": "true" });
      drawMarks(svg, marks(counts), 0, 17, colours, false);
      row.append(svg, element("span", "hidden", inWords(counts)));
      holder.append(row);
    }
    if (open) holder.append(drawFrame(frame, width, colours));
  });
  holder.scrollTop = scrolled;
};
