// What is shown as a picture of its own: to save, and to print.
const MARGIN = 40;
const escapeFree = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
const wideOf = (text, size) => size * Array.from(text).reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.58), 0);
const caption = () => `${data.title[language]} · ${t("summary", data.replies.length, COUNT, links.length)}`;
const legendInto = (svg, kinds, x, y, width, ink) => {
  let at = x, top = y;
  const add = (mark, text) => {
    const w = 30 + wideOf(text, 13);
    if (at > x && at + w > x + width) { at = x; top += 22; }
    svg.append(mark(at + 7, top - 5), drawn("text", { x: at + 19, y: top, "font-size": 13, fill: ink }, text));
    at += w + 6;
  };
  kinds.forEach((kind) => add((a, b) => outline(data.types[kind][3], a, b, 6, { fill: data.types[kind][2] }), typeName(kind)));
  add((a, b) => drawn("circle", { cx: a, cy: b, r: 6, fill: "none", stroke: ink, "stroke-width": 1.5, "stroke-dasharray": "3 2" }), t("planned"));
  return top + 10;
};
// From the rim of one to the rim of the other, with a head.
const arrow = (a, b, link, ink) => {
  const via = viaOf(a, b, link.smooth), away = ({ x, y }) => { const length = Math.hypot(via.x - x, via.y - y) || 1; return [(via.x - x) / length, (via.y - y) / length]; };
  const [ax, ay] = away(a), [ux, uy] = away(b).map((one) => -one), fixed = (...spot) => spot.map((one) => one.toFixed(1)).join(" ");
  const start = [a.x + ax * a.size, a.y + ay * a.size], end = [b.x - ux * (b.size + 2), b.y - uy * (b.size + 2)];
  const group = drawn("g", { stroke: ink, fill: ink });
  group.append(drawn("path", { d: `M${fixed(...start)}Q${fixed(via.x, via.y)} ${fixed(...end)}`, fill: "none", "stroke-width": link.width || 1.2, ...(link.dashes ? { "stroke-dasharray": "6 5" } : {}) }));
  if (link.arrows) group.append(drawn("path", { d: "M0 0L-8 -3.5V3.500Z", stroke: "none", transform: `translate(${end[0].toFixed(1)} ${end[1].toFixed(1)}) rotate(${((Math.atan2(uy, ux) * 180) / Math.PI).toFixed(1)})` }));
  return group;
};
const graphPicture = (ink) => {
  const all = [...inDrawing.keys()].map((id) => {
    const look = JSON.parse(inDrawing.get(id)), spot = network.getPosition(id);
    return { ...look, x: spot.x, y: spot.y, lines: look.label.split("\n") };
  });
  const by = new Map(all.map((one) => [one.id, one]));
  const svg = drawn("svg", {}), edges = drawn("g"), shapes = drawn("g"), labels = drawn("g");
  let [left, right, top, bottom] = [0, 720, 0, 0];
  if (all.length) {
    const half = (one) => Math.max(...one.lines.map((line) => wideOf(line, one.font.size) / 2), one.size);
    left = Math.min(...all.map((one) => one.x - half(one)));
    right = Math.max(...all.map((one) => one.x + half(one)), left + 720);
    top = Math.min(...all.map((one) => one.y - one.size));
    bottom = Math.max(...all.map((one) => one.y + one.size + one.lines.length * one.font.size * 1.4));
  }
  linked.forEach((written) => { const link = JSON.parse(written), a = by.get(link.from), b = by.get(link.to); if (a && b) edges.append(arrow(a, b, link, link.color.color)); });
  all.forEach((one) => {
    const dashes = one.shapeProperties && one.shapeProperties.borderDashes ? { "stroke-dasharray": "4 3" } : {};
    shapes.append(outline(one.shape, one.x, one.y, one.size, { fill: one.color.background, stroke: one.color.border, "stroke-width": Math.max(one.borderWidth, 1), ...dashes }));
    one.lines.forEach((line, k) => labels.append(drawn("text", { x: one.x, y: one.inside ? one.y + one.font.size * (1.2 * (k - (one.lines.length - 1) / 2) + 0.35) : one.y + one.size * 1.1 + one.font.size * (1.2 + 1.3 * k), "text-anchor": "middle", "font-size": one.font.size, fill: ink.ink, stroke: ink.ground, "stroke-width": one.font.strokeWidth * 0.8, "paint-order": "stroke" }, escapeFree(line))));
  });
  svg.append(edges, shapes, labels);
  return { svg, left, top, width: right - left, height: bottom - top };
};
const schematicPicture = (ink, wide) => {
  const svg = drawn("svg", {});
  let y = 0;
  framesFor(wide, ink).forEach((frame) => {
    const copy = drawn("g", { transform: `translate(0 ${y})` });
    copy.append(...frame.childNodes);
    copy.querySelectorAll("[role]").forEach((one) => ["tabindex", "role", "aria-label", "aria-pressed", "data-entity"].forEach((name) => one.removeAttribute(name)));
    svg.append(copy);
    y += Number(frame.getAttribute("height")) + 16;
  });
  return { svg, left: 0, top: 0, width: wide, height: y };
};
// To what the view is narrowed, in words: a picture of a part is no picture of the whole.
const narrowedTo = () => {
  const told = (name, values) => `${name}${t("colon")}${values}`;
  const parts = FACETS.filter((facet) => state[facet].length).map((facet) => told(t(facet), state[facet].map((value) => traitName(facet, value)).join(t("comma"))));
  if (state.from !== null || state.to !== null) parts.push(told(t("years"), [`${state.from ?? YEARS[0]}–${state.to ?? YEARS[YEARS.length - 1]}`, withoutYear()].filter(Boolean).join(t("comma"))));
  if (state.q) parts.push(told(t("search"), state.q));
  if (state.cluster !== null) parts.push(told(t("clusters"), data.communities[state.cluster].name));
  if (state.end !== null) parts.push(told(t("path").replace(/[…\s]+$/, ""), [state.at, state.end].map(calledOf).join("–")));
  else if (state.steps && state.at !== null) parts.push(t("around" + state.steps, calledOf(state.at)));
  if (state.without.length) parts.push(told(t("hidden"), state.without.map(calledOf).join(t("comma"))));
  return parts.length ? t("narrowed", parts.join(t("semicolon")), now.listed.length) : "";
};
// A whole picture: title, what is shown, legend, and where it is from.
const picture = (wide) => {
  const ink = colours, schematic = state.view === "places";
  // What is in no view of the graph has not been drawn yet.
  if (!schematic) renderDrawing();
  const { svg, left, top, width, height } = schematic ? schematicPicture(ink, wide || Math.max(Math.min(byId("schematic").clientWidth - 28, 1100), 300)) : graphPicture(ink);
  const scale = Math.max(width / 1100, 1);
  const lines = linesOf(narrowedTo(), width / scale / 13).filter(Boolean), above = 52 + 20 * lines.length;
  const whole = drawn("svg", { xmlns: "http://www.w3.org/2000/svg", "font-family": FONT });
  const head = drawn("g", { transform: `translate(${left} ${top - above * scale}) scale(${scale})` });
  head.append(drawn("text", { x: 0, y: 0, "font-size": 20, "font-weight": 600, fill: ink.ink }, escapeFree(data.title[language])));
  const under = [`${t(state.view)} · ${t("summary", data.replies.length, COUNT, links.length)}${schematic ? " · " + t("schematic") : ""}`, ...lines];
  under.forEach((line, k) => head.append(drawn("text", { x: 0, y: 24 + 20 * k, "font-size": 13, fill: k ? ink.ink : ink.soft }, escapeFree(line))));
  const foot = drawn("g", { transform: `translate(${left} ${top + height + 34 * scale}) scale(${scale})` });
  const kinds = schematic ? ["Enterprise", "Scenario"] : KINDS.filter((kind) => [...inDrawing.keys()].some((id) => typeof id === "number" && nodes[id].type === kind));
  const legend = legendInto(foot, kinds, 0, 0, width / scale, ink.ink);
  const box = [left - MARGIN * scale, top - (above + MARGIN) * scale, width + 2 * MARGIN * scale, height + (above + 34 + legend + 2 * MARGIN) * scale];
  whole.setAttribute("viewBox", box.map((one) => one.toFixed(1)).join(" "));
  whole.setAttribute("width", box[2].toFixed(0));
  whole.setAttribute("height", box[3].toFixed(0));
  whole.append(drawn("title", {}, escapeFree(caption())), drawn("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: ink.ground }), head, ...svg.childNodes, foot);
  return whole;
};
// --- print: on white, whatever the screen shows, with the list as a table ---
const ON_PAPER = 900, MOST_PRINTED = 1000;
// In a part of its own: it then stands on every sheet that the table reaches.
const headOf = (names) => { const head = element("thead"), line = element("tr"); names.forEach((name) => line.append(element("th", "", name))); head.append(line); return head; };
const footOf = (text, columns) => { const foot = element("tfoot"), line = element("tr"), cell = element("td", "", text); cell.colSpan = columns; line.append(cell); foot.append(line); return foot; };
const rowWith = (cells) => { const line = element("tr"); cells.forEach((text) => line.append(element("td", "", String(text)))); return line; };
const answerOnPaper = () => {
  const answer = byId("bench").querySelector("[data-part=answer] table"), question = byId("bench").querySelector("[data-part=saved]");
  const title = [data.title[language], question && question.value ? question.selectedOptions[0].text : t("sparql")].join(" · ");
  return [element("h2", "", title), ...(answer ? [answer.cloneNode(true)] : [element("p", "", t("noRows"))])];
};
// Many districts of which none is open are a table: so many rows fill pages, and no picture of them would be legible.
const districtsOnPaper = () => {
  readyForFrames(ON_PAPER);
  const table = element("table", "districts");
  table.append(headOf([t("sectionDistrict"), t("sectionSubdistrict"), t("sectionCarrier"), ...["firms", "trials"].flatMap((word) => ["existing", "planned"].map((status) => `${t(word)} (${t(status)})`))]));
  FRAMES.forEach((frame) => {
    const counts = tally(membersOf(frame)), places = ["Subdistrict", "Carrier"].map((kind) => placesOf(frame, kind));
    table.append(rowWith([frameName(frame), ...places, ...counts.firms, ...counts.trials].map((value) => value || "")));
  });
  return [element("h2", "", data.title[language]), ...[t("summary", data.replies.length, COUNT, links.length), narrowedTo()].filter(Boolean).map((text) => element("p", "", text)), table];
};
const pictureOnPaper = () => {
  const screen = colours;
  colours = paint(true);
  const svg = picture(ON_PAPER);
  colours = screen;
  if (state.view !== "places") renderDrawing();
  svg.setAttribute("class", "picture");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  return [svg];
};
// What is shown as a table: of many districts what the open one holds.
const listOnPaper = () => {
  const frame = openFrame(), rows = frame ? now.listed.filter((i) => isIn(frame, i)) : now.listed, table = element("table");
  table.append(headOf(["colName", "colType", "colStatus", "colPlaces", "colSectors"].map((name) => t(name))));
  rows.slice(0, MOST_PRINTED).forEach((i) => table.append(rowWith([calledOf(i), typeName(nodes[i].type), entities[i].status ? statusName(entities[i].status) : "", named(traits[i].place, i), named(traits[i].sector, i)])));
  const title = element("h2", "", `${frame ? `${frameName(frame)} · ` : ""}${t(rows.length === 1 ? "countOne" : "count", rows.length)}`);
  return [title, ...(rows.length > MOST_PRINTED ? [element("p", "", t("printedSome", MOST_PRINTED))] : []), table];
};
const printed = () => {
  const paper = byId("paper"), chosen = element("div", "chosen");
  if (state.at !== null && state.view !== "sparql") chosen.append(...[...byId("evidence").childNodes].map((one) => one.cloneNode(true)));
  chosen.classList.toggle("wrong", byId("evidence").classList.contains("wrong"));
  const folded = state.view === "places" && MANY && !openFrame();
  // Of which page it is stands at the foot of each sheet, and never on one alone.
  const from = t("printed", data.title[language]);
  const parts = state.view === "sparql" ? answerOnPaper() : [...(folded ? districtsOnPaper() : pictureOnPaper()), chosen, ...listOnPaper()];
  const table = parts[parts.length - 1];
  if (table.tagName === "TABLE") table.append(footOf(from, table.rows[0].cells.length)); else parts.push(element("p", "", from));
  paper.replaceChildren(...parts);
};
const named = (list, but) => list.filter((one) => one !== but).map(calledOf).join(t("comma"));
addEventListener("beforeprint", printed);
matchMedia("print").addEventListener("change", (event) => { if (event.matches && !byId("paper").firstChild) printed(); });
addEventListener("afterprint", () => byId("paper").replaceChildren());
