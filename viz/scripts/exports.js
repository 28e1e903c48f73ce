// What is shown, for other programs.
const save = (name, blob) => {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const fileName = (ending) => `${data.title[0].replace(/[\\/:*?"<>|\s]+/g, "_")}-${state.view}.${ending}`;
const asText = (svg) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg);
const saveSvg = () => save(fileName("svg"), new Blob([asText(picture())], { type: "image/svg+xml" }));
const LARGEST_SIDE = 8000;
const savePng = () => {
  const svg = picture(), image = new Image();
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const scale = Math.min(2, LARGEST_SIDE / Math.max(width, height));
  image.addEventListener("load", () => {
    const canvas = element("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(fileName("png"), blob), "image/png");
  });
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(asText(svg));
};
// A cell that a spreadsheet would take for a formula is a text.
const cell = (value) => {
  const text = String(value === null || value === undefined ? "" : value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
const csvText = (rows) => "\ufeff" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
const saveCsv = (name, rows) => save(fileName(name), new Blob([csvText(rows)], { type: "text/csv;charset=utf-8" }));
const shownIds = () => (state.q ? now.listed : [...now.ids].sort((a, b) => rankOf[a] - rankOf[b]));
const shownLinks = () => linksAmong(new Set(now.drawnAll), now.passes);
const saveEntities = () => saveCsv("entities.csv", [
  ["iri", "name", "type", "status", "aliases", "places", "sectors", "replies"].map((word, k) => (k ? t(["", "colName", "colType", "colStatus", "colAliases", "colPlaces", "colSectors", "colReplies"][k]) : "IRI")),
  ...shownIds().map((i) => [data.base + entities[i].id, calledOf(i), typeName(nodes[i].type), entities[i].status ? statusName(entities[i].status) : "", entities[i].aliases.join("; "), named(traits[i].place, i), named(traits[i].sector, i), traits[i].reply.map((r) => data.replies[r].id).join("; ")]),
]);
const saveRelations = () => saveCsv("relations.csv", [
  [...["colSource", "colRelation", "colTarget", "colStatus", "reply", "colDate", "colSentence", "confidence"].map((word) => t(word)), ...["colSource", "colTarget"].map((word) => `${t(word)} IRI`), t("colUnsaid")],
  ...shownLinks().flatMap((n) => links[n].evidence.map((one) => [calledOf(links[n].from), relationName(links[n].kind), calledOf(links[n].to), statusName(one[3] ? "planned" : "existing"), data.replies[one[0]].title, data.replies[one[0]].date, sentenceOf(one), sureness(one), ...[links[n].from, links[n].to].map((i) => data.base + entities[i].id), unsaidIn(one, [links[n].from, links[n].to]).map(calledOf).join("; ")])),
]);
const GEXF = "http://www.gexf.net/1.2draft", VIZ = "http://www.gexf.net/1.2draft/viz";
const GEXF_SHAPES = { dot: "disc", hexagon: "disc", star: "disc", square: "square", triangle: "triangle", triangleDown: "triangle", diamond: "diamond" };
const gexf = () => {
  const doc = document.implementation.createDocument(GEXF, "gexf");
  const add = (parent, name, attributes, space) => {
    const made = doc.createElementNS(space || GEXF, (space ? "viz:" : "") + name);
    Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, escapeFree(String(value))));
    parent.append(made);
    return made;
  };
  doc.documentElement.setAttribute("version", "1.2");
  const graph = add(doc.documentElement, "graph", { defaultedgetype: "directed", mode: "static" });
  const declare = (kind, titles) => { const holder = add(graph, "attributes", { class: kind }); titles.forEach((title, id) => add(holder, "attribute", { id, title, type: "string" })); };
  declare("node", ["type", "status", "aliases", "community"]);
  declare("edge", ["relation", "status", "sentence"]);
  const values = (parent, list) => { const holder = add(parent, "attvalues"); list.forEach((value, id) => add(holder, "attvalue", { for: id, value })); };
  const nodesAt = add(graph, "nodes"), edgesAt = add(graph, "edges");
  const spot = (i) => (inDrawing.has(i) ? network.getPosition(i) : { x: nodes[i].x, y: nodes[i].y });
  now.drawnAll.forEach((i) => {
    const [, , colour, shape, size] = data.types[nodes[i].type], { x, y } = spot(i);
    const node = add(nodesAt, "node", { id: data.base + entities[i].id, label: calledOf(i) });
    values(node, [nodes[i].type, entities[i].status || "", entities[i].aliases.join("; "), communityOf[i] === null ? "" : communityOf[i] + 1]);
    add(node, "color", { r: parseInt(colour.slice(1, 3), 16), g: parseInt(colour.slice(3, 5), 16), b: parseInt(colour.slice(5, 7), 16) }, VIZ);
    add(node, "position", { x: Math.round(x), y: -Math.round(y), z: 0 }, VIZ);
    add(node, "size", { value: size }, VIZ);
    add(node, "shape", { value: GEXF_SHAPES[shape] }, VIZ);
  });
  shownLinks().forEach((n) => {
    const edge = add(edgesAt, "edge", { id: n, source: data.base + entities[links[n].from].id, target: data.base + entities[links[n].to].id, label: relationName(links[n].kind) });
    values(edge, [links[n].kind, links[n].planned ? "planned" : "existing", sentenceOf(links[n].evidence[0])]);
  });
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(doc);
};
const saveGexf = () => save(fileName("gexf"), new Blob([gexf()], { type: "application/gexf+xml" }));
// A page from disk may be kept from the clipboard: then by a selection, as before there was one.
const copied = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch {
    const area = element("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};
const TOLD = 6000;
const copyLink = async () => {
  const good = await copied(`${location.href.split("#")[0]}#${inAddress(state)}`), text = t(!good ? "linkNotCopied" : location.protocol === "file:" ? "linkOfFile" : "linkCopied");
  const box = byId("tools").getBoundingClientRect();
  showTip(text, { x: box.left, y: box.bottom });
  say(text);
  setTimeout(() => { if (tip.textContent === text) hideTip(); }, TOLD);
};
const EXPORTS = { png: savePng, svg: saveSvg, csvEntities: saveEntities, csvRelations: saveRelations, gexf: saveGexf, link: copyLink, print: () => print() };
