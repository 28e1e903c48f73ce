// The evidence: of the chosen entity its names, facts and relations, each with the sentence that says so.
const FIRST = { relations: 40, quotations: 3, mentions: 12 };
const statusTag = (planned) => element("span", planned ? "tag planned" : "tag", statusName(planned ? "planned" : "existing"));
const swatch = (type, planned) => {
  const svg = drawn("svg", { viewBox: "-1.4 -1.4 2.8 2.8", class: "swatch", "aria-hidden": "true" });
  const [, , colour, shape] = data.types[type];
  svg.append(outline(shape, 0, 0, 1, { fill: planned ? "none" : colour, stroke: colour, "stroke-width": 2, ...(planned ? { "stroke-dasharray": "2.5 2" } : {}) }));
  return svg;
};
// What does not fit at first comes when it is asked for.
const inParts = (holder, items, first, make) => {
  let shown = 0;
  const more = button("", () => show(Math.max(first, 50)), "more");
  const show = (number) => {
    const part = items.slice(shown, shown + number).map(make);
    shown += part.length;
    end.before(...part);
    if (shown >= items.length) end.remove(); else more.textContent = t("moreOf", Math.min(Math.max(first, 50), items.length - shown));
  };
  // In a list also the button is an item.
  const end = holder.tagName === "UL" ? element("li") : more;
  if (end !== more) end.append(more);
  holder.append(end);
  show(first);
};
const entityLink = (i) => button(calledOf(i), () => choose(i, "side"), "link");
const relationBlock = (n, i) => {
  const link = links[n], far = other(link, i), line = element("div", "relation");
  const about = element("p");
  about.append(link.from === i ? `${relationName(link.kind)} → ` : `← ${relationName(link.kind)} `, entityLink(far), " ", statusTag(link.planned), " ", wrongButton(linkClaim(n)));
  line.append(about);
  line.classList.toggle("wrong", state.wrong.includes(linkClaim(n)));
  line.dataset.link = n;
  inParts(line, link.evidence, FIRST.quotations, (evidence) => quotation(evidence, [link.from, link.to], link.planned));
  return line;
};
// Who looks at a place or a sector asks what is in it: the list, and so every export, of these alone.
const isOnly = (facet, i) => state[facet].length === 1 && state[facet][0] === i;
const onlyIn = (i) => {
  const facet = nodes[i].type === "Sector" ? "sector" : "place";
  if (traits.filter((one) => one[facet].includes(i)).length < 2) return [];
  const one = button(t(facet === "sector" ? "onlySector" : "onlyPlace"), () => { commit({ [facet]: isOnly(facet, i) ? [] : [i], q: "", steps: 0 }); pane("finder"); });
  one.dataset.only = facet;
  return [one];
};
const markOnly = () => byId("evidence").querySelectorAll("[data-only]").forEach((one) => one.setAttribute("aria-pressed", String(isOnly(one.dataset.only, state.at))));
const actions = (i) => {
  const bar = element("div", "actions");
  bar.append(...onlyIn(i));
  if (state.view === "places" || state.view === "sparql") bar.append(button(t("inGraph"), () => commit({ view: "whole", steps: 1 })));
  else {
    [1, 2].forEach((steps) => {
      const one = button(t("step" + steps), () => commit({ steps: state.steps === steps ? 0 : steps }));
      one.setAttribute("aria-pressed", String(state.steps === steps));
      bar.append(one);
    });
  }
  bar.append(button(t("path"), () => commit({ picking: true })), button(t("hide"), () => hide(i)), wrongButton(entityClaim(i)));
  return bar;
};
const factsOf = (i) => {
  const facts = element("dl");
  const add = (name, values) => { if (values.length) { facts.append(element("dt", "", name)); const value = element("dd"); values.forEach((one, k) => { if (k) value.append(t("comma")); value.append(one); }); facts.append(value); } };
  add(t("also"), entities[i].aliases);
  if (entities[i].official) add(t("official"), [entities[i].official]);
  add(t("place"), traits[i].place.filter((one) => one !== i).slice(0, 8).map(entityLink));
  add(t("sector"), traits[i].sector.filter((one) => one !== i).slice(0, 8).map(entityLink));
  add(t("reply"), [String(traits[i].reply.length)]);
  add(t("year"), [[...traits[i].year].sort().join(t("comma"))].filter(Boolean));
  return facts;
};
const showEntity = (panel, i) => {
  const about = element("p");
  about.append(swatch(nodes[i].type, nodes[i].planned), " ", typeName(nodes[i].type), " ");
  if (entities[i].status) about.append(statusTag(nodes[i].planned));
  panel.append(element("h2", "", calledOf(i)), about, factsOf(i), actions(i));
  if (state.picking) pickingNote(panel);
  const mine = touching[i].slice().sort((a, b) => KINDS.indexOf(nodes[other(links[a], i)].type) - KINDS.indexOf(nodes[other(links[b], i)].type) || a - b);
  if (mine.length) {
    panel.append(element("h3", "", t("relations", mine.length)));
    const holder = element("div");
    panel.append(holder);
    inParts(holder, mine, FIRST.relations, (n) => relationBlock(n, i));
  }
  panel.append(element("h3", "", t("mentions", entities[i].evidence.length)));
  const holder = element("div");
  panel.append(holder);
  inParts(holder, entities[i].evidence, FIRST.mentions, (evidence) => quotation(evidence, [i], entities[i].status ? nodes[i].planned : null));
};
const pickingNote = (panel) => {
  const note = element("p", "notice", t("pathPick") + " ");
  note.append(button(t("cancel"), () => commit({ picking: false })));
  panel.append(note);
};
const showPath = (panel, path) => {
  const [a, b] = [state.at, state.end].map(calledOf);
  panel.append(element("h2", "", path ? t("pathTitle", a, b, path.length) : t("noPath", a, b)));
  panel.append(button(t("unfocus"), () => commit({ end: null })));
  (path || []).forEach((one, k) => {
    const line = element("div", "relation"), about = element("p"), link = links[one.link];
    about.append(element("strong", "", t("step", k + 1) + " "), entityLink(link.from), ` — ${relationName(link.kind)} → `, entityLink(link.to), " ", statusTag(link.planned));
    line.append(about, quotation(link.evidence[0], [link.from, link.to], link.planned));
    panel.append(line);
  });
};
const showReplies = (panel) => {
  panel.append(element("h2", "", t("evidence")), element("p", "", t(COUNT ? "choose" : "empty")));
  panel.append(element("h3", "", t("replies", data.replies.length)));
  const holder = element("div");
  panel.append(holder);
  inParts(holder, data.replies.map((_, number) => number), 50, (number) => {
    const line = element("div", "relation");
    const link = linkToText(number, 0, 0);
    link.textContent = data.replies[number].title;
    line.append(link, inPieces("p", "soft", factsOfReply(number)));
    return line;
  });
};
const renderEvidence = () => {
  const panel = byId("evidence");
  panel.replaceChildren();
  if (state.at === null) showReplies(panel);
  else if (state.end !== null) showPath(panel, now.path);
  else showEntity(panel, state.at);
  panel.scrollTop = 0;
  renderDecided();
  markOnly();
};
// --- choosing ---
const say = (text) => { byId("said").textContent = text; };
const choose = (i, from) => {
  if (i === null) { commit({ at: null, end: null, steps: 0, picking: false }); return; }
  if (state.picking && i !== state.at) {
    commit({ end: i, steps: 0, picking: false, panel: "evidence", ...(state.view === "places" || state.view === "sparql" ? { view: "whole" } : {}) });
    pane("side");
    return;
  }
  const g = groupOf[i], closed = now.grouped && g !== null && !state.open.includes(g) && from !== "graph";
  const frame = state.view === "places" && MANY && from !== "tile" ? { frame: frameFor(i) } : {};
  commit({ at: i, end: null, panel: "evidence", ...frame, ...(closed ? { open: [...state.open, g] } : {}) });
  say(t("chosen", calledOf(i)));
  if (from !== "graph" && inDrawing.has(i) && byId("graph").clientWidth) lookAt(i);
  if (state.view === "places" && from !== "tile") showInFrame(i);
  if (from !== "graph") pane("side");
};
const showInFrame = (i) => { const one = byId("schematic").querySelector(`[data-entity="${i}"]`); if (one) one.scrollIntoView({ block: "nearest" }); };
const chooseLink = (n) => {
  const { from } = links[n];
  commit({ at: from, end: null, panel: "evidence" });
  const block = byId("evidence").querySelector(`[data-link="${n}"]`);
  if (block) { block.classList.add("hit"); block.scrollIntoView({ block: "start" }); }
};
const hide = (i) => commit({ without: [...state.without, i], at: null, end: null, steps: 0 });
