// Tiles and chips of the first view: a place with its counts and the names of who is there, each a button of its own.
const TILE = { w: 162, gap: 10, least: 158, most: 200, line: 18, names: 4, lead: 4 };
const CHIP = { h: 28, gap: 7 };
// As wide as makes the rows full; under a finger the names stand as far apart as one needs (24 px, WCAG 2.5.8).
const fillRows = (width) => {
  TILE.lead = matchMedia("(pointer: coarse)").matches ? 9 : 4;
  const columns = Math.max(Math.floor((width + TILE.gap) / (TILE.least + TILE.gap)), 1);
  TILE.w = Math.min(Math.floor((width + TILE.gap) / columns) - TILE.gap, TILE.most);
};
const isPlanned = (i) => nodes[i].planned;
const tally = (members) => {
  const counts = { firms: [0, 0], trials: [0, 0] };
  members.forEach((i) => { counts[nodes[i].type === "Enterprise" ? "firms" : "trials"][isPlanned(i) ? 1 : 0] += 1; });
  return counts;
};
const sum = ([existing, planned]) => existing + planned;
const total = (counts) => sum(counts.firms) + sum(counts.trials);
const inWords = (counts) => `${t("firms")} ${t("existing")} ${counts.firms[0]}, ${t("planned")} ${counts.firms[1]}; ${t("trials")} ${t("existing")} ${counts.trials[0]}, ${t("planned")} ${counts.trials[1]}`;
const isFound = (i) => state.q !== "" && now.found.has(i);
// What is searched for and what is chosen is never among those that there is no room for.
const leading = (members, room) => {
  const first = members.filter((i, k) => isFound(i) || (state.at === i && k >= room));
  return first.length ? [...first, ...members.filter((i) => !first.includes(i))] : members;
};
// Enterprises first, then pilots; of each what exists first.
const inOrder = (members) => [...members].sort((a, b) => (nodes[a].type === "Enterprise" ? 0 : 1) - (nodes[b].type === "Enterprise" ? 0 : 1) || isPlanned(a) - isPlanned(b) || rankOf[a] - rankOf[b]);
const markOf = (type, planned, x, y, size, colours) => {
  const [, , colour, shape] = data.types[type];
  return outline(shape, x, y, size, { fill: planned ? colours.pane : colour, stroke: colour, "stroke-width": 1.6, ...(planned ? { "stroke-dasharray": "2.5 2" } : {}) });
};
// Each count with its mark: full for what exists, hollow and dashed for what is planned; what is zero is left out.
const marks = (counts) => [
  ["Enterprise", false, counts.firms[0]], ["Enterprise", true, counts.firms[1]], ["Scenario", false, counts.trials[0]], ["Scenario", true, counts.trials[1]],
].filter((mark) => mark[2]);
const drawMarks = (svg, list, x, y, colours, centred) => {
  const widths = list.map((mark) => 20 + 9 * String(mark[2]).length);
  let at = centred ? x - widths.reduce((sum, width) => sum + width, 0) / 2 : x;
  list.forEach(([type, planned, number], k) => {
    svg.append(markOf(type, planned, at + 7, y - 5, 6, colours));
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
// Of any number of lines: Chinese breaks anywhere, Latin words stay whole.
const linesOf = (text, room) => {
  const lines = [""];
  // No line begins with a mark that closes what stands before it.
  (text.match(/(?:[!-~\u00a1-\u2e7f]+ ?|.)[，。、；：！？）》」』”’]*/gu) || []).forEach((part) => {
    if (lines[lines.length - 1] && wideOf(lines[lines.length - 1] + part.trimEnd(), 1) > room) lines.push("");
    lines[lines.length - 1] += part;
  });
  return lines;
};
const pressed = (group, act) => {
  group.setAttribute("role", "button");
  group.setAttribute("tabindex", 0);
  group.addEventListener("click", act);
  group.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } });
  return group;
};
const wordsFor = (i) => `${calledOf(i)}, ${typeName(nodes[i].type)}${entities[i].status === "planned" ? ", " + t("planned") : ""}`;
// The button is the shape; its words stand over it, so that a name that is cut or broken over lines is no part of what is read out.
const who = (i, className) => pressed(drawn("g", { class: isFound(i) ? `${className} found` : className, "data-entity": i, "aria-label": wordsFor(i), "aria-pressed": String(state.at === i) }), () => choose(i, "tile"));
const words = (x, y, size, text, colour, more) => drawn("text", { x, y, "font-size": size, fill: colour, "pointer-events": "none", "aria-hidden": "true", ...more }, text);
const TILE_PATHS = {
  hexagon: (w, h) => `M11 0H${w - 11}L${w} ${h / 2}L${w - 11} ${h}H11L0 ${h / 2}Z`,
  square: (w, h) => `M0 0H${w}V${h}H0Z`,
  round: (w, h) => `M14 0H${w - 14}A14 14 0 0 1 ${w} 14V${h - 14}A14 14 0 0 1 ${w - 14} ${h}H14A14 14 0 0 1 0 ${h - 14}V14A14 14 0 0 1 14 0Z`,
};
const KIND_OF_TILE = { Subdistrict: "hexagon", Community: "hexagon", Carrier: "square", District: "hexagon" };
// What a tile says, and how high it is: its name, and counts and names of those who are in no tile inside it, for that one has theirs.
const tileOf = (i, members, elsewhere, w) => {
  const here = inOrder(members.filter((one) => !elsewhere.has(one))), counts = tally(here), lines = wrapped(entities[i].name, (w - 26) / 14);
  const some = here.length > TILE.names ? leading(here, TILE.names - 1).slice(0, TILE.names - 1) : here;
  const names = some.map((one) => [one, wrapped(entities[one].name, (w - 46) / 12.5)]);
  const tall = names.reduce((sum, [, own]) => sum + TILE.lead + 15 * own.length, 0);
  const more = here.length - some.length;
  const h = 21 + TILE.line * lines.length + (total(counts) ? 23 : 0) + tall + (more ? TILE.line : 0);
  return { i, counts, lines, names, more, h, w };
};
const nameInTile = ([i, lines], x, y, colours) => {
  const entry = drawn("g", { class: "entry" }), group = who(i, "who"), wide = Math.max(...lines.map((line) => wideOf(line, 12.5)));
  const left = Math.max(x - (wide + 16) / 2, 12);
  group.append(drawn("rect", { x: left - 4, y: y - 11 - TILE.lead / 2, width: wide + 24, height: 15 * lines.length + TILE.lead - 1, rx: 4, fill: isFound(i) ? colours.mark : colours.pane, "fill-opacity": isFound(i) ? 1 : 0 }));
  group.append(markOf(nodes[i].type, isPlanned(i), left + 5, y - 4.5, 4.4, colours));
  entry.append(group, ...lines.map((line, k) => words(left + 15, y + 15 * k, 12.5, line, colours.ink)));
  return entry;
};
const drawTile = (tile, x, y, h, colours) => {
  const { i, counts, lines, names, more } = tile, look = data.types[nodes[i].type], middle = tile.w / 2;
  const whole = drawn("g", { transform: `translate(${x} ${y})` }), place = who(i, "tile");
  place.setAttribute("aria-label", `${wordsFor(i)}: ${inWords(counts)}`);
  const path = TILE_PATHS[KIND_OF_TILE[nodes[i].type] || "round"](tile.w, h);
  place.append(drawn("path", { d: path, fill: colours.pane }));
  place.append(drawn("path", { d: path, fill: look[2], "fill-opacity": total(counts) ? 0.05 + 0.02 * Math.min(total(counts), 6) : 0, stroke: isFound(i) ? colours.accent : look[2], "stroke-width": state.at === i || isFound(i) ? 4 : 1.5, ...(entities[i].status === "planned" ? { "stroke-dasharray": "7 5" } : {}) }));
  let at = total(counts) ? 25 : (h - TILE.line * lines.length) / 2 + 14;
  whole.append(place);
  lines.forEach((line) => { whole.append(words(middle, at, 14, line, colours.ink, { "text-anchor": "middle", "font-weight": 600 })); at += TILE.line; });
  const list = marks(counts), over = drawn("g", { "pointer-events": "none", "aria-hidden": "true" });
  if (list.length) { drawMarks(over, list, middle, at + 4, colours, true); at += 23; }
  whole.append(over);
  names.forEach((one) => { whole.append(nameInTile(one, middle, at + TILE.lead - 1, colours)); at += TILE.lead + 15 * one[1].length; });
  if (more) whole.append(drawn("text", { x: middle, y: at + 3, "text-anchor": "middle", "font-size": 12.5, fill: colours.soft }, t("moreHere", more)));
  return whole;
};
// Names in a row, as many as there is room for.
const MOST_CHIPS = 60;
const drawChips = (svg, members, x, y, width, colours) => {
  let left = x, top = y;
  const fits = (w) => { if (left > x && left + w > x + width) { left = x; top += CHIP.h + CHIP.gap; } };
  leading(members, MOST_CHIPS).slice(0, MOST_CHIPS).forEach((i) => {
    const room = Math.min(width - 44, 280) / 13, text = cutAt(Array.from(entities[i].name), room) < Array.from(entities[i].name).length ? wrapped(entities[i].name, room)[0].slice(0, -1) + "…" : entities[i].name;
    const w = wideOf(text, 13) + 36;
    fits(w);
    const entry = drawn("g", { class: "entry" }), chip = who(i, "who chip");
    chip.append(drawn("rect", { x: left, y: top, width: w, height: CHIP.h, rx: CHIP.h / 2, fill: isFound(i) ? colours.mark : colours.ground, stroke: state.at === i || isFound(i) ? colours.accent : colours.line, "stroke-width": state.at === i ? 2.5 : 1 }));
    chip.append(markOf(nodes[i].type, isPlanned(i), left + 14, top + 14, 5, colours));
    entry.append(chip, words(left + 25, top + 18.5, 13, text, colours.ink));
    svg.append(entry);
    left += w + CHIP.gap;
  });
  if (members.length > MOST_CHIPS) {
    const text = t("restOf", members.length - MOST_CHIPS);
    fits(wideOf(text, 13));
    svg.append(drawn("text", { x: left, y: top + 18.5, "font-size": 13, fill: colours.soft }, text));
  }
  return top + CHIP.h;
};
