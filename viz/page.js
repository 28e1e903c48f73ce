"use strict";
// Words of a reply reach the page through textContent only, so that none of them can be markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const state = { text: "", status: "all", hidden: new Set(), chosen: null };
  const texts = new Map();
  const characters = (reply) => {
    // Offsets count characters; a string in JavaScript counts some characters twice.
    if (!texts.has(reply)) texts.set(reply, Array.from(data.replies[reply].text));
    return texts.get(reply);
  };
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const english = (text) => {
    const span = element("span", "", text);
    span.lang = "en";
    return span;
  };
  const both = (pair) => {
    const fragment = document.createDocumentFragment();
    fragment.append(pair[0] + " ", english(pair[1]));
    return fragment;
  };

  // --- the drawing -----------------------------------------------------------------------------
  const paint = () => {
    const css = getComputedStyle(document.documentElement);
    return { ink: css.getPropertyValue("--ink").trim(), edge: css.getPropertyValue("--edge").trim(), pane: css.getPropertyValue("--ground").trim() };
  };
  const nodeLook = (node, colours) => {
    const colour = data.types[node.type][2];
    return {
      id: node.id, label: node.label, x: node.x, y: node.y, shape: node.shape, size: node.size, borderWidth: 2, borderWidthSelected: 4,
      color: {
        background: node.planned ? colours.pane : colour, border: colour,
        highlight: { background: node.planned ? colours.pane : colour, border: colours.ink },
        hover: { background: node.planned ? colours.pane : colour, border: colours.ink },
      },
      shapeProperties: { borderDashes: node.planned ? [4, 3] : false },
      font: { color: colours.ink, size: node.type === "District" ? 16 : 13, strokeWidth: 4, strokeColor: colours.pane, face: "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" },
    };
  };
  const edgeLook = (edge, number, colours) => ({
    id: number, from: edge.from, to: edge.to, dashes: edge.planned ? [6, 5] : false, width: 1.3,
    arrows: { to: { enabled: true, scaleFactor: 0.45 } }, smooth: false,
    color: { color: colours.edge, highlight: colours.ink, hover: colours.ink },
  });
  let colours = paint();
  const nodes = new vis.DataSet(data.nodes.map((node) => nodeLook(node, colours)));
  const edges = new vis.DataSet(data.edges.map((edge, i) => edgeLook(edge, i, colours)));
  const network = new vis.Network(byId("graph"), { nodes, edges }, {
    physics: false, autoResize: true,
    interaction: { hover: true, multiselect: false, keyboard: false, tooltipDelay: 1e9 },
    nodes: { scaling: { label: false } },
  });
  const repaint = () => {
    colours = paint();
    nodes.update(data.nodes.map((node) => nodeLook(node, colours)));
    edges.update(data.edges.map((edge, i) => edgeLook(edge, i, colours)));
    apply();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  const fit = () => network.fit({ animation: false });
  byId("fit").addEventListener("click", fit);
  network.on("click", (event) => choose(event.nodes.length ? Number(event.nodes[0]) : null, false));

  // --- filters and list ------------------------------------------------------------------------
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’·・-]/g, "");
  const names = data.entities.map((entity) => [entity.name, ...entity.aliases].map(folded));
  const statusFits = (planned) => state.status === "all" || (state.status === "planned") === planned;
  const typeShown = (i) => !state.hidden.has(data.nodes[i].type);
  const inStatus = () => {
    if (state.status === "all") return null;
    const kept = new Set();
    data.edges.forEach((edge) => { if (statusFits(edge.planned)) { kept.add(edge.from); kept.add(edge.to); } });
    data.nodes.forEach((node, i) => { if (statusFits(node.planned) && data.entities[i].status) kept.add(node.id); });
    return kept;
  };
  const apply = () => {
    const wanted = folded(state.text);
    const kept = inStatus();
    const visible = data.nodes.map((node, i) => typeShown(i) && (!kept || kept.has(node.id)));
    const found = data.nodes.map((node, i) => visible[i] && (!wanted || names[i].some((name) => name.includes(wanted))));
    nodes.update(data.nodes.map((node, i) => ({ id: node.id, hidden: !visible[i], opacity: !wanted || found[i] ? 1 : 0.15 })));
    edges.update(data.edges.map((edge, i) => ({ id: i, hidden: !(statusFits(edge.planned) && visible[edge.from] && visible[edge.to]) })));
    list(found);
    keep();
  };
  const kinds = Object.keys(data.types);
  const ranked = data.nodes.map((_, i) => i).sort((a, b) => kinds.indexOf(data.nodes[a].type) - kinds.indexOf(data.nodes[b].type) || a - b);
  const list = (found) => {
    const order = ranked.filter((i) => found[i]);
    byId("found").textContent = order.length ? `${order.length} 个实体 entities` : "没有符合的实体 Nothing fits";
    byId("list").replaceChildren(...order.slice(0, 400).map(row));
  };
  const row = (i) => {
    const item = element("li");
    const button = element("button");
    button.type = "button";
    button.setAttribute("aria-pressed", String(state.chosen === i));
    button.append(swatch(data.nodes[i].type), element("span", "", data.entities[i].name));
    if (data.nodes[i].planned) button.append(element("span", "tag planned", "规划"));
    button.addEventListener("click", () => choose(i, true));
    item.append(button);
    return item;
  };
  const SHAPES = { dot: "M6 0a6 6 0 1 0 .01 0", square: "M1 1h10v10H1z", diamond: "M6 0l6 6-6 6-6-6z", triangle: "M6 0l6 11H0z", triangleDown: "M0 1h12L6 12z", hexagon: "M3 1h6l3 5-3 5H3L0 6z", star: "M6 0l1.8 4 4.2.4-3.2 2.9 1 4.2L6 9.300 2.200 11.500l1-4.200L0 4.400 4.200 4z" };
  const swatch = (type) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 12 12");
    svg.setAttribute("class", "swatch");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const node = data.nodes.find((n) => n.type === type);
    path.setAttribute("d", SHAPES[node ? node.shape : "dot"]);
    path.setAttribute("fill", data.types[type][2]);
    svg.append(path);
    return svg;
  };
  const counts = new Map();
  data.nodes.forEach((node) => counts.set(node.type, (counts.get(node.type) || 0) + 1));
  Object.keys(data.types).filter((type) => counts.has(type)).forEach((type) => {
    const label = element("label");
    const box = element("input");
    box.type = "checkbox";
    box.checked = true;
    box.value = type;
    box.addEventListener("change", () => { box.checked ? state.hidden.delete(type) : state.hidden.add(type); apply(); });
    const name = element("span");
    name.append(both(data.types[type]));
    label.append(box, swatch(type), name, element("span", "count", String(counts.get(type))));
    byId("types").append(label);
  });
  byId("status").addEventListener("change", (event) => { state.status = event.target.value; apply(); });
  byId("search").addEventListener("input", (event) => { state.text = event.target.value; apply(); });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") { const first = byId("list").querySelector("button"); if (first) { event.preventDefault(); event.key === "Enter" ? first.click() : first.focus(); } }
  });
  byId("list").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const next = step && event.target.closest("li") && event.target.closest("li")[step];
    if (next) { event.preventDefault(); next.querySelector("button").focus(); }
  });

  // --- evidence --------------------------------------------------------------------------------
  const choose = (i, move) => {
    state.chosen = i;
    document.querySelectorAll('#list button[aria-pressed="true"]').forEach((b) => b.setAttribute("aria-pressed", "false"));
    if (i === null) { network.unselectAll(); overview(); keep(); return; }
    network.selectNodes([data.nodes[i].id]);
    if (move) network.focus(data.nodes[i].id, { scale: Math.max(network.getScale(), 0.9), animation: false });
    show(i);
    apply();
  };
  const STOPS = /[。！？；]/;
  const sentence = ([reply, start, end]) => {
    const text = characters(reply);
    let first = start, last = end;
    while (first > 0 && !STOPS.test(text[first - 1]) && !(text[first - 1] === "\n" && text[first - 2] === "\n" && STOPS.test(text[first - 3] || "。")) && start - first < 160) first -= 1;
    while (last < text.length && !STOPS.test(text[last]) && !(text[last] === "\n" && text[last + 1] === "\n" && last - end > 60) && last - end < 160) last += 1;
    return [text.slice(first, start).join("").trimStart(), text.slice(start, end).join(""), text.slice(end, last + 1).join("").trimEnd()];
  };
  const quotation = (evidence) => {
    const [before, words, after] = sentence(evidence);
    const block = element("blockquote");
    const line = (text) => text.replace(/\s*\n\s*/g, "");
    block.append(line(before), element("mark", "", line(words)), line(after));
    const reply = data.replies[evidence[0]];
    block.append(element("cite", "", [reply.title, reply.department, reply.date].filter(Boolean).join(" · ")));
    return block;
  };
  const statusTag = (planned) => element("span", planned ? "tag planned" : "tag", planned ? "规划 planned" : "已有 existing");
  const show = (i) => {
    const entity = data.entities[i], node = data.nodes[i], panel = byId("evidence");
    const about = element("p");
    about.append(swatch(node.type), " ", both(data.types[node.type]), " ");
    if (entity.status) about.append(statusTag(node.planned));
    panel.replaceChildren(element("h2", "", entity.name), about);
    if (entity.aliases.length) panel.append(element("p", "soft", "又称 also: " + entity.aliases.join("、")));
    relationsOf(i, panel);
    const heading = element("h3");
    heading.append(both(["原文提及", `Mentions (${entity.evidence.length})`]));
    panel.append(heading, ...entity.evidence.slice(0, 30).map(quotation));
    panel.scrollTop = 0;
  };
  const relationsOf = (i, panel) => {
    const id = data.nodes[i].id;
    const mine = data.edges.filter((edge) => edge.from === id || edge.to === id);
    if (!mine.length) return;
    const heading = element("h3");
    heading.append(both(["关系", `Relations (${mine.length})`]));
    panel.append(heading);
    mine.slice(0, 200).forEach((edge) => {
      const other = edge.from === id ? Number(edge.to) : Number(edge.from);
      const line = element("div", "relation");
      const link = element("button", "link", data.entities[other].name);
      link.type = "button";
      link.addEventListener("click", () => choose(other, true));
      const name = data.relations[edge.kind];
      line.append(edge.from === id ? `${name[0]} → ` : `← ${name[0]} `, link, " ", english(name[1]), " ", statusTag(edge.planned));
      edge.evidence.slice(0, 3).forEach((evidence) => line.append(quotation(evidence)));
      panel.append(line);
    });
  };
  const overview = () => {
    const panel = byId("evidence");
    panel.replaceChildren(element("h2", "", "原文依据"), english("Evidence"));
    panel.append(element("p", "", "在图中或列表中选择一个实体，这里显示答复中说明它的原句。"), english("Choose an entity in the graph or in the list: the sentences that speak of it stand here."));
    const heading = element("h3");
    heading.append(both(["答复", `Replies (${data.replies.length})`]));
    panel.append(heading);
    data.replies.slice(0, 200).forEach((reply) => {
      panel.append(element("p", "", reply.title), element("p", "soft", [reply.department, reply.date].filter(Boolean).join(" · ")));
    });
  };
  // --- keeping: the address holds the search, the filters and the choice ------------------------
  let keeping = 0;
  const keep = () => {
    const kept = new URLSearchParams();
    if (state.text) kept.set("q", state.text);
    if (state.status !== "all") kept.set("status", state.status);
    if (state.hidden.size) kept.set("hide", [...state.hidden].sort().join(" "));
    if (state.chosen !== null) kept.set("at", data.entities[state.chosen].iri);
    const hash = String(kept);
    // Browsers limit how often the address may change: a word that is typed is kept once, not letter by letter.
    clearTimeout(keeping);
    keeping = setTimeout(() => { if (hash !== location.hash.slice(1)) history.replaceState(null, "", "#" + hash); }, 150);
  };
  const restore = () => {
    // What a link names that is not in this build is passed over: the rest of the view still comes back.
    const kept = new URLSearchParams(location.hash.slice(1));
    const status = kept.get("status");
    const at = data.entities.findIndex((entity) => entity.iri === kept.get("at"));
    state.text = byId("search").value = kept.get("q") || "";
    state.status = ["existing", "planned"].includes(status) ? status : "all";
    state.hidden = new Set((kept.get("hide") || "").split(" ").filter((type) => counts.has(type)));
    document.querySelectorAll("#status input").forEach((box) => { box.checked = box.value === state.status; });
    document.querySelectorAll("#types input").forEach((box) => { box.checked = !state.hidden.has(box.value); });
    choose(at < 0 ? null : at, true);
    apply();
  };
  addEventListener("hashchange", restore);
  byId("summary").textContent = `${data.replies.length} 件答复，${data.structure.nodes} 个实体，${data.structure.edges} 条关系 · ${data.replies.length} ${data.replies.length === 1 ? "reply" : "replies"}, ${data.structure.nodes} entities, ${data.structure.edges} relations`;
  if (!data.nodes.length) byId("hint").textContent = "图中没有实体 The graph is empty";
  fit();
  restore();
  document.documentElement.dataset.ready = "true";
})();
