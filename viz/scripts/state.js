// What the page shows, as one value: kept in the address, undone and done again.
const VIEWS = ["places", "where", "pilots", "whole", ...(data.questions ? ["sparql"] : [])];
const START = {
  view: "places", q: "", status: [], type: [], sector: [], place: [], reply: [], year: [], from: null, to: null, at: null, end: null, picking: false, steps: 0,
  without: [], colour: "type", open: [], cluster: null, panel: "evidence", frame: null, text: null, wrong: [], question: "", given: [], lang: 0, theme: "",
};
let state = { ...START };
const done = [], undone = [];
// These change nothing that is shown, or change with every key: they are no steps of their own.
const PASSING = new Set(["q", "panel", "lang", "theme", "text", "picking", "question", "given"]);
let render = () => {};
const commit = (patch) => {
  const changed = Object.keys(patch).filter((key) => JSON.stringify(patch[key]) !== JSON.stringify(state[key]));
  if (!changed.length) return;
  if (changed.some((key) => !PASSING.has(key))) { done.push(state); undone.length = 0; if (done.length > 200) done.shift(); }
  state = { ...state, ...patch };
  render(changed);
  keep();
};
const step = (source, target) => {
  if (!source.length) return;
  target.push(state);
  const before = state;
  state = { ...source.pop(), lang: state.lang, theme: state.theme, q: state.q, question: state.question, given: state.given };
  render(Object.keys(START).filter((key) => JSON.stringify(state[key]) !== JSON.stringify(before[key])));
  keep();
};
const undo = () => step(done, undone);
const redo = () => step(undone, done);
const inAddress = (s) => {
  const kept = new URLSearchParams();
  if (s.view !== START.view) kept.set("view", s.view);
  if (s.q) kept.set("q", s.q);
  FACETS.forEach((facet) => s[facet].forEach((value) => kept.append(facet, traitKey(facet, value))));
  if (s.from !== null || s.to !== null) kept.set("years", `${s.from === null ? "" : s.from}-${s.to === null ? "" : s.to}`);
  if (s.at !== null) kept.set("at", entities[s.at].id);
  if (s.end !== null) kept.set("to", entities[s.end].id);
  if (s.steps) kept.set("steps", s.steps);
  s.without.forEach((i) => kept.append("without", entities[i].id));
  if (s.colour !== START.colour) kept.set("colour", s.colour);
  s.open.forEach((g) => kept.append("open", entities[data.groups[g].members[0]].id));
  // A cluster is named by its members' first, a frame by its code: both outlive another reply.
  if (s.cluster !== null) kept.set("cluster", entities[data.communities[s.cluster].members[0]].id);
  if (s.frame !== null) kept.set("frame", s.frame);
  if (s.panel !== START.panel) kept.set("panel", s.panel);
  if (s.text) kept.set("text", `${data.replies[s.text[0]].id}:${s.text[1]}-${s.text[2]}`);
  s.wrong.forEach((claim) => kept.append("wrong", claim));
  if (s.question) kept.set("question", s.question);
  s.given.forEach((one) => kept.append("given", one));
  if (s.lang) kept.set("lang", "en");
  if (s.theme) kept.set("theme", s.theme);
  return String(kept);
};
const oneOf = (value, allowed, otherwise) => (allowed.includes(value) ? value : otherwise);
// What a link names that is not in this build is passed over: the rest of the view still comes back.
const fromAddress = (hash) => {
  const kept = new URLSearchParams(hash);
  const entity = (key) => { const found = numberOf.get(kept.get(key)); return found === undefined ? null : found; };
  const found = { ...START, view: oneOf(kept.get("view"), VIEWS, START.view), q: kept.get("q") || "", at: entity("at"), end: entity("to") };
  FACETS.forEach((facet) => { found[facet] = unique(kept.getAll(facet).map((key) => traitOf(facet, key)).filter((value) => value !== undefined)); });
  const years = /^(\d{4})?-(\d{4})?$/.exec(kept.get("years") || "");
  if (years) { found.from = years[1] ? Number(years[1]) : null; found.to = years[2] ? Number(years[2]) : null; }
  found.steps = found.at === null ? 0 : oneOf(Number(kept.get("steps")), [1, 2], 0);
  if (found.at === null) found.end = null;
  found.without = unique(kept.getAll("without").map((key) => numberOf.get(key)).filter((i) => i !== undefined));
  found.colour = data.communities.length ? oneOf(kept.get("colour"), ["cluster"], START.colour) : START.colour;
  found.open = unique(kept.getAll("open").map((key) => numberOf.get(key)).filter((i) => i !== undefined).map((i) => groupOf[i]).filter((g) => g !== null));
  const cluster = numberOf.get(kept.get("cluster"));
  found.cluster = cluster === undefined ? null : communityOf[cluster];
  found.frame = kept.get("frame") === "none" || data.schematic.some((frame) => String(frame.code) === kept.get("frame")) ? kept.get("frame") : null;
  found.panel = oneOf(kept.get("panel"), ["clusters"], START.panel);
  const text = /^(.*):(\d+)-(\d+)$/.exec(kept.get("text") || "");
  const reply = text ? data.replies.findIndex((one) => one.id === text[1]) : -1;
  if (reply >= 0) found.text = [reply, Number(text[2]), Number(text[3])];
  found.wrong = unique(kept.getAll("wrong").filter(isClaim));
  found.question = kept.get("question") || "";
  found.given = kept.getAll("given");
  found.lang = kept.get("lang") === "en" ? 1 : 0;
  found.theme = oneOf(kept.get("theme"), ["light", "dark"], "");
  return found;
};
let keeping = 0;
const keep = () => {
  // Browsers limit how often the address may change: a word that is typed is kept once, not letter by letter.
  clearTimeout(keeping);
  keeping = setTimeout(() => { const hash = inAddress(state); if (hash !== location.hash.slice(1)) history.replaceState(null, "", "#" + hash); }, 150);
};
addEventListener("hashchange", () => { state = fromAddress(location.hash.slice(1)); render(Object.keys(START)); });
