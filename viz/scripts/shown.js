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
// What the facets choose among: all of the view and the years that is not hidden, of the cluster where one is shown.
const scopeNow = () => {
  const without = new Set(state.without);
  const members = VIEW_MEMBERS[state.view] || null;
  const cluster = state.cluster === null ? null : new Set(data.communities[state.cluster].members);
  return entities.map((_, i) => i).filter((i) => !without.has(i) && (!members || members.has(i)) && (!cluster || cluster.has(i)) && inYears(traits[i].year));
};
// For each value of a facet how many would be listed if it were chosen alone among its own facet: of those that are searched for, where a name is.
const countsNow = () => {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  (now.matched || now.scope).forEach((i) => {
    const missed = FACETS.filter((facet) => !fitsFacet(facet, i));
    if (missed.length > 1) return;
    (missed.length ? missed : FACETS).forEach((facet) => {
      traits[i][facet].forEach((value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1));
    });
  });
  return counts;
};
// A filter by status, sector, place, reply or year leaves the things that its finds are linked to in the drawing: who stands alone says little.
const withNeighbours = (ids, passes) => {
  const kept = new Set(ids);
  if (!["status", "sector", "place", "reply", "year"].some((facet) => state[facet].length)) return kept;
  const without = new Set(state.without);
  const members = VIEW_MEMBERS[state.view] || null;
  ids.forEach((i) => touching[i].forEach((n) => {
    const far = other(links[n], i);
    if (passes(n) && fitsFacet("type", far) && !without.has(far) && (!members || members.has(far))) kept.add(far);
  }));
  return kept;
};
const compute = () => {
  const kinds = viewKinds();
  const without = new Set(state.without);
  const free = (n) => !without.has(links[n].from) && !without.has(links[n].to);
  const ofView = (n) => free(n) && inYears(links[n].years) && (!kinds || kinds.includes(links[n].kind));
  const passes = (n) => linkPasses(n) && (!kinds || kinds.includes(links[n].kind));
  if (state.end !== null) {
    const open = (n) => linkPasses(n) && free(n);
    const path = shortest(state.at, state.end, open);
    const on = path ? [state.at, ...path.map((one) => one.to)] : [state.at, state.end];
    return { ids: on, scope: on, drawn: new Set(on), passes: open, path, away: null };
  }
  let scope = scopeNow(), away = null;
  if (state.steps && state.at !== null) {
    const whole = new Set([...scope, state.at]);
    // Who is near is told before the facets: they choose among the neighbours, and do not cut the way to them.
    away = within(state.at, state.steps, (n) => ofView(n) && whole.has(links[n].from) && whole.has(links[n].to));
    scope = [...away.keys()];
  }
  const ids = scope.filter((i) => FACETS.every((facet) => fitsFacet(facet, i)));
  let kept = withNeighbours(ids, passes);
  if (away) kept = new Set([state.at, ...[...kept].filter((i) => away.has(i))]);
  return { ids, scope, drawn: kept, passes, path: null, away };
};
const linksAmong = (drawnIds, passes) => {
  const found = [];
  links.forEach((link, n) => { if (drawnIds.has(link.from) && drawnIds.has(link.to) && passes(n)) found.push(n); });
  return found;
};
let now = null;
