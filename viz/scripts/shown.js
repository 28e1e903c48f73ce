// From the state to what is shown: which entities fit, which of them and of their neighbours are drawn, with which links.
const inYears = (years) => {
  if (state.from === null && state.to === null) return true;
  return years.some((year) => (state.from === null || year >= state.from) && (state.to === null || year <= state.to));
};
const statusFits = (planned) => !state.status.length || state.status.includes(planned ? "planned" : "existing");
const linkPasses = (n) => statusFits(links[n].planned) && inYears(links[n].years);
const viewKinds = () => (data.views[state.view] ? data.views[state.view].relations : null);
const fitsFacet = (facet, i) => {
  const wanted = state[facet];
  return !wanted.length || traits[i][facet].some((value) => wanted.includes(value));
};
const filtered = () => FACETS.some((facet) => state[facet].length);
// Every entity that fits, and for each value of a facet how many would fit if it were chosen alone among its own facet.
const fitting = () => {
  const without = new Set(state.without);
  const members = VIEW_MEMBERS[state.view] || null;
  const cluster = state.cluster === null ? null : new Set(data.communities[state.cluster].members);
  const ids = [], counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  for (let i = 0; i < COUNT; i += 1) {
    if (without.has(i) || (members && !members.has(i)) || (cluster && !cluster.has(i)) || !inYears(traits[i].year)) continue;
    const missed = FACETS.filter((facet) => !fitsFacet(facet, i));
    if (!missed.length) ids.push(i);
    if (missed.length < 2) {
      (missed.length ? missed : FACETS).forEach((facet) => {
        traits[i][facet].forEach((value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1));
      });
    }
  }
  return { ids, counts };
};
// A filter by sector, place, reply or year leaves the things that its finds are linked to in the drawing: who stands alone says little.
const withNeighbours = (ids, passes) => {
  const kept = new Set(ids);
  if (!["sector", "place", "reply", "year"].some((facet) => state[facet].length)) return kept;
  const without = new Set(state.without);
  const members = VIEW_MEMBERS[state.view] || null;
  ids.forEach((i) => touching[i].forEach((n) => {
    const far = other(links[n], i);
    if (passes(n) && fitsFacet("type", far) && !without.has(far) && (!members || members.has(far))) kept.add(far);
  }));
  return kept;
};
const compute = () => {
  const { ids, counts } = fitting();
  const kinds = viewKinds();
  const without = new Set(state.without);
  const passes = (n) => linkPasses(n) && (!kinds || kinds.includes(links[n].kind));
  if (state.end !== null) {
    const free = (n) => linkPasses(n) && !without.has(links[n].from) && !without.has(links[n].to);
    const path = shortest(state.at, state.end, free);
    const on = path ? [state.at, ...path.map((one) => one.to)] : [state.at, state.end];
    return { ids: on, counts, drawn: new Set(on), passes: free, path, away: null };
  }
  let kept = withNeighbours(ids, passes);
  let away = null;
  if (state.steps && state.at !== null) {
    kept.add(state.at);
    away = within(state.at, state.steps, (n) => passes(n) && kept.has(links[n].from) && kept.has(links[n].to));
    kept = new Set(away.keys());
  }
  return { ids: away ? [...away.keys()] : ids, counts, drawn: kept, passes, path: null, away };
};
const linksAmong = (drawnIds, passes) => {
  const found = [];
  links.forEach((link, n) => { if (drawnIds.has(link.from) && drawnIds.has(link.to) && passes(n)) found.push(n); });
  return found;
};
let now = null;
