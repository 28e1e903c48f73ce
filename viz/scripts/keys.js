// The bars with what can be done, and the keys that do it.
const isMobile = () => matchMedia("(max-width: 900px)").matches;
const pane = (name) => { if (isMobile()) { document.body.dataset.pane = name; renderPanes(); } };
// The picture was not drawn, or of no size, while another pane was shown: what is chosen is looked for in it.
const toCentre = () => {
  network.redraw();
  fitAll();
  renderSchematic();
  if (state.at !== null) showInFrame(state.at);
};
const renderPanes = () => {
  byId("panes").replaceChildren(...[["finder", "list_"], ["centre", "picture"], ["side", "evidence"]].map(([name, word]) => {
    const one = button(t(word), () => { document.body.dataset.pane = name; renderPanes(); if (name === "centre") toCentre(); });
    one.setAttribute("aria-pressed", String(document.body.dataset.pane === name));
    return one;
  }));
};
// Who is near what is chosen is asked of one view: another view is shown whole.
const toView = (view) => commit({ view, steps: 0, end: null });
const renderViews = () => {
  byId("views").replaceChildren(...VIEWS.map((view) => {
    const one = button(t(isMobile() ? view + "Short" : view), () => { toView(view); pane("centre"); });
    one.setAttribute("aria-label", t(view));
    one.dataset.view = view;
    if (state.view === view) one.setAttribute("aria-current", "page");
    return one;
  }));
};
const tool = (name, act, text) => { const one = button(text || t(name), act); one.dataset.tool = name; return one; };
const icon = (one, shape, word) => { one.textContent = shape; one.setAttribute("aria-label", word); one.title = word; return one; };
const exportMenu = () => {
  const menu = element("details", "menu"), title = element("summary", "", t("export"));
  title.dataset.tool = "export";
  const list = element("div", "items");
  Object.keys(EXPORTS).forEach((name) => list.append(tool(name, () => { menu.open = false; title.focus(); EXPORTS[name](); })));
  menu.append(title, list);
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && menu.open) { event.stopPropagation(); menu.open = false; title.focus(); } });
  return menu;
};
const nextTheme = () => {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  commit({ theme: dark ? "light" : "dark" });
};
const renderTools = () => {
  const focused = document.activeElement && document.activeElement.dataset.tool;
  const colour = tool("colour", () => commit({ colour: state.colour === "cluster" ? "type" : "cluster" }));
  colour.setAttribute("aria-pressed", String(state.colour === "cluster"));
  const back = icon(tool("undo", undo), "↶", t("undo")), forth = icon(tool("redo", redo), "↷", t("redo"));
  back.disabled = !done.length;
  forth.disabled = !undone.length;
  const parts = [back, forth];
  if (data.communities.length) parts.push(colour);
  if (state.without.length) parts.push(tool("unhide", () => commit({ without: [] }), t("unhide", state.without.length)));
  parts.push(exportMenu(), tool("language", () => commit({ lang: state.lang ? 0 : 1 })), icon(tool("theme", nextTheme), "◐", t("theme")), icon(tool("help", help), "?", t("help")));
  byId("tools").replaceChildren(...parts);
  if (focused) { const again = byId("tools").querySelector(`[data-tool="${focused}"]`); if (again && !again.disabled) again.focus(); }
};
const renderTabs = () => {
  const had = byId("tabs").contains(document.activeElement);
  byId("tabs").replaceChildren(...["evidence", "clusters"].map((name) => {
    const one = button(t(name), () => commit({ panel: name })), on = state.panel === name;
    one.id = "tab-" + name;
    one.setAttribute("role", "tab");
    one.setAttribute("aria-selected", String(on));
    one.setAttribute("aria-controls", name);
    one.tabIndex = on ? 0 : -1;
    byId(name).hidden = !on;
    return one;
  }));
  if (had) byId("tab-" + state.panel).focus();
};
byId("tabs").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  event.preventDefault();
  commit({ panel: state.panel === "evidence" ? "clusters" : "evidence" });
});
const KEYS = [
  ["/", ["查找", "search"]], ["1 – 5", ["换视图", "views"]], ["Ctrl+Z · Ctrl+Shift+Z", ["撤销、重做", "undo, redo"]], ["↑ ↓ Enter", ["在列表中移动、选择", "move and choose in the list"]],
  ["← ↑ → ↓", ["图中：到这个方向最近的实体", "in the graph: to the nearest entity that way"]], ["Enter", ["图中：展开群组或看一步以内", "in the graph: open a group, or one step around"]], ["+ − 0", ["图中：放大、缩小、全图", "in the graph: zoom, fit"]],
  [["双击", "Double click"], ["图中：只看一步以内，再双击回到全部", "in the graph: one step around it, once more all again"]], ["f · F", ["一步、两步以内", "one step, two steps around"]], ["p", ["到另一个实体的路径", "path to another entity"]], ["Delete", ["隐藏所选", "hide what is chosen"]], ["Esc", ["放开所选", "let go"]], ["?", ["帮助", "help"]],
];
const help = () => {
  const dialog = byId("help"), bar = element("div", "bar"), title = element("h2", "", t("help")), list = element("dl", "keys");
  title.id = "help-title";
  bar.append(title, button(t("close"), () => dialog.close()));
  KEYS.forEach(([keys, words]) => list.append(element("dt", "", typeof keys === "string" ? keys : keys[language]), element("dd", "", words[language])));
  dialog.replaceChildren(bar, list, ...["statusMeans", "confidenceMeans"].map((word) => element("p", "soft", t(word))));
  if (!data.questions) dialog.append(element("p", "soft", t("benchMissing")));
  dialog.showModal();
};
// --- the drawing by keyboard: to the nearest thing in a direction ---
const cursor = { at: null };
const spotOf = (id) => network.getPosition(id);
const nearestTo = (dx, dy) => {
  const from = cursor.at !== null && inDrawing.has(cursor.at) ? cursor.at : state.at !== null && inDrawing.has(state.at) ? state.at : null;
  const start = from === null ? network.getViewPosition() : spotOf(from);
  let best = null, least = Infinity;
  inDrawing.forEach((_, id) => {
    if (id === from) return;
    const spot = spotOf(id), ax = spot.x - start.x, ay = spot.y - start.y, along = ax * dx + ay * dy, aside = Math.abs(ax * dy - ay * dx);
    if (from !== null && (along <= 0 || aside > along * 1.5)) return;
    const far = from === null ? Math.hypot(ax, ay) : along + 2 * aside;
    if (far < least) { least = far; best = id; }
  });
  return best;
};
const goTo = (id) => {
  cursor.at = id;
  if (typeof id === "number") choose(id, "graph");
  else { commit({ at: null }); network.selectNodes([id], false); say(`${groupName(Number(id.slice(1)))} ${inDrawing.has(id) ? JSON.parse(inDrawing.get(id)).label.split("\n").pop() : ""}`); }
  const spot = network.canvasToDOM(spotOf(id)), box = byId("graph");
  if (spot.x < 40 || spot.y < 40 || spot.x > box.clientWidth - 40 || spot.y > box.clientHeight - 40) network.moveTo({ position: spotOf(id), animation: false });
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
byId("graph").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), 0: fitAll,
    Enter: () => { if (typeof cursor.at === "string") openGroup(Number(cursor.at.slice(1))); else if (state.at !== null) commit({ steps: state.steps ? 0 : 1 }); },
  };
  const way = ARROWS[event.key];
  if (way) { const next = nearestTo(...way); if (next !== null) goTo(next); } else if (acts[event.key]) acts[event.key](); else return;
  event.preventDefault();
});
const typing = (target) => target.closest("input, textarea, select, [contenteditable], [data-part=editor]");
document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "z" && !typing(event.target)) { event.preventDefault(); event.shiftKey ? redo() : undo(); return; }
  if (control && event.key.toLowerCase() === "y" && !typing(event.target)) { event.preventDefault(); redo(); return; }
  if (control || event.altKey || typing(event.target)) return;
  const acts = {
    "/": () => { pane("finder"); byId("search").focus(); byId("search").select(); }, "?": help,
    f: () => state.at !== null && commit({ steps: state.steps === 1 ? 0 : 1 }), F: () => state.at !== null && commit({ steps: state.steps === 2 ? 0 : 2 }),
    p: () => state.at !== null && commit({ picking: true }), Delete: () => state.at !== null && hide(state.at),
    Escape: () => (state.picking ? commit({ picking: false }) : choose(null)),
  };
  const view = VIEWS[Number(event.key) - 1];
  if (view) toView(view); else if (acts[event.key]) acts[event.key](); else return;
  event.preventDefault();
});
["closer", "farther", "fit"].forEach((name) => byId(name).addEventListener("click", { closer: () => zoomBy(1.25), farther: () => zoomBy(0.8), fit: fitAll }[name]));
