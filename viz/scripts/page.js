// All of it together: what changed is shown anew, and nothing else.
const any = (changed, ...keys) => keys.some((key) => changed.includes(key));
const SHOWN = ["view", ...FACETS, "from", "to", "at", "end", "steps", "without", "cluster", "open"];
const showNote = () => {
  const note = byId("note");
  let text = "";
  if (!COUNT) text = t("empty");
  else if (state.view !== "sparql" && state.view !== "places") {
    if (!inDrawing.size) text = t("nothingShown");
    else if (now.capped) text = t("capped", ...now.capped);
    else if (!links.length) text = t("noRelations");
  } else if (state.view === "places" && !now.ids.length) text = t("nothing");
  note.textContent = text;
  note.hidden = !text;
};
// What the shapes mean: on a telephone the facets that say so are in another pane.
const renderLegend = () => {
  const types = KINDS.filter((kind) => [...inDrawing.keys()].some((id) => typeof id === "number" && nodes[id].type === kind));
  const row = (mark, text) => { const item = element("li"); item.append(mark, text); return item; };
  byId("legend").replaceChildren(...types.map((kind) => row(swatch(kind, false), typeName(kind))), ...(types.length ? [row(swatch("Scenario", true), t("planned"))] : []));
  byId("legend").hidden = !types.length;
};
// Facets and first view follow the search: where they are large, when the typing pauses, so that a key waits for neither.
const SMALL = 2000, PAUSE = 150;
let followed = 0;
const followSearch = () => { renderFacets(); if (state.view === "places") renderSchematic(); };
const afterSearch = () => { clearTimeout(followed); if (COUNT < SMALL) followSearch(); else followed = setTimeout(followSearch, PAUSE); };
render = (changed) => {
  if (any(changed, "lang")) { language = state.lang; speak(); document.title = data.title[language]; document.querySelector("h1").textContent = data.title[language]; byId("summary").textContent = t("summary", data.replies.length, COUNT, links.length); }
  if (any(changed, "theme")) { if (state.theme) document.documentElement.dataset.theme = state.theme; else delete document.documentElement.dataset.theme; recolour(); }
  const before = now ? now.grouped : undefined;
  const words = any(changed, "lang"), looks = any(changed, "theme", "colour", "lang");
  if (any(changed, ...SHOWN) || !now) { now = { ...compute(), fits: new Set(), found: now ? now.found : new Set(), listed: [] }; now.drawnAll = [...now.drawn]; renderList(words); }
  else if (any(changed, "q") || words) renderList(words);
  const graph = state.view !== "places" && state.view !== "sparql";
  byId("drawing").classList.toggle("off", !graph);
  byId("schematic").hidden = state.view !== "places";
  // What is not looked at is not drawn: entering a view of the graph changes the view, and then all of it is.
  if (graph && (any(changed, ...SHOWN) || looks)) renderDrawing();
  if (any(changed, "q")) { paintSoon(); if (!any(changed, ...SHOWN)) afterSearch(); }
  if (state.view === "places" && (any(changed, ...SHOWN, "frame") || looks)) renderSchematic();
  if (any(changed, ...FACETS, "view", "from", "to", "without", "cluster", "steps", "end") || (state.steps && any(changed, "at")) || words) renderFacets();
  if (any(changed, "from", "to", "view") || words) renderYears();
  if (any(changed, "at", "end", "steps", "view", "picking") || words || (state.end !== null && any(changed, ...SHOWN))) renderEvidence();
  if (any(changed, "wrong") || words) renderDecided();
  if (any(changed, "place", "sector")) markOnly();
  if (any(changed, "cluster", "panel") || words) renderClusters();
  if (any(changed, "panel") || words) renderTabs();
  if (any(changed, "view") || words) renderViews();
  renderTools();
  if (words) renderPanes();
  if (any(changed, "at")) markRow();
  if (byId("search").value !== state.q) byId("search").value = state.q;
  byId("hint").textContent = now.grouped ? t("hintGroups", now.drawn.size) : t("hintWhole");
  if (graph && (any(changed, "view", "steps", "end", "cluster") || (state.steps && any(changed, "at")) || before !== now.grouped)) { network.redraw(); fitAll(); }
  if (isMobile()) renderLegend();
  renderBench(changed);
  if (any(changed, "text") || (state.text && words)) renderReader();
  showNote();
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { recolour(); render(["theme"]); });
matchMedia("(max-width: 900px)").addEventListener("change", renderViews);
new ResizeObserver(() => { if (state.view === "places" && now && byId("schematic").clientWidth !== schematicWidth) renderSchematic(); }).observe(byId("centre"));
state = fromAddress(location.hash.slice(1));
render(Object.keys(START));
if (state.at !== null && state.view !== "places") { if (!state.steps && inDrawing.has(state.at)) lookAt(state.at); }
// A link to something is followed to be told what is said of it: on a telephone that is a pane of its own.
if (state.at !== null && state.view !== "sparql") pane("side");
document.documentElement.dataset.ready = "true";
