// The graph as the page holds it: entities and links by number, what touches what, and what each can be filtered by.
const data = JSON.parse(byId("data").textContent);
const COUNT = data.entities.length;
const LIMIT = 800;
const KINDS = Object.keys(data.types);
const links = data.edges.map((edge) => ({ ...edge, from: Number(edge.from), to: Number(edge.to) }));
const nodes = data.nodes;
const entities = data.entities;
const touching = entities.map(() => []);
links.forEach((link, i) => { touching[link.from].push(i); if (link.to !== link.from) touching[link.to].push(i); });
const other = (link, i) => (link.from === i ? link.to : link.from);
const numberOf = new Map(entities.map((entity, i) => [entity.id, i]));
// With 《》 and its place where the bare name is not how it is written or does not tell which one it is.
const calledOf = (i) => entities[i].called || entities[i].name;
const typeName = (type) => data.types[type][language];
const relationName = (kind) => data.relations[kind][language];
const statusName = (status) => t(status);
// Who hosts somebody is a place too: a hospital with a service in it.
const hosts = new Set(links.filter((link) => link.kind === "locatedIn" || link.kind === "pilotedIn").map((link) => link.to));
const isPlace = (i) => data.places.includes(nodes[i].type) || hosts.has(i);
const yearOf = data.replies.map((reply) => (reply.date && /^\d{4}/.test(reply.date) ? Number(reply.date.slice(0, 4)) : null));
const YEARS = [...new Set(yearOf.filter((year) => year !== null))].sort();
const unique = (values) => [...new Set(values)];
const repliesOf = (evidence) => unique(evidence.map((one) => one[0]));
const yearsOf = (evidence) => unique(evidence.map((one) => yearOf[one[0]]).filter((year) => year !== null));
links.forEach((link) => { link.years = yearsOf(link.evidence); });
const INTO = new Set(["locatedIn", "pilotedIn", "partOf"]);
const outward = (i) => touching[i].map((n) => links[n]).filter((link) => link.from === i);
// The places that a thing is in: said directly, and what those lie in.
const around = (i) => {
  const found = new Set(isPlace(i) ? [i] : []);
  let front = [i];
  for (let depth = 0; depth < 5 && front.length; depth += 1) {
    const next = [];
    front.forEach((one) => outward(one).forEach((link) => {
      if (INTO.has(link.kind) && isPlace(link.to) && !found.has(link.to)) { found.add(link.to); next.push(link.to); }
    }));
    front = next;
  }
  return [...found];
};
const FACETS = ["status", "type", "sector", "place", "reply", "year"];
const traits = entities.map((entity, i) => {
  // Who is there and will move is in both; a place is not planned for what is planned in it, and an office or a field has no state.
  const moves = entity.status && outward(i).some((link) => link.planned);
  const status = entity.status ? unique([entity.status, ...(moves ? ["planned"] : [])]) : [];
  return {
    status, type: [nodes[i].type],
    sector: nodes[i].type === "Sector" ? [i] : outward(i).filter((link) => link.kind === "inSector").map((link) => link.to),
    place: around(i), reply: repliesOf(entity.evidence), year: yearsOf(entity.evidence),
  };
});
const traitName = (facet, value) => ({
  status: () => statusName(value), type: () => typeName(value), sector: () => calledOf(value), place: () => calledOf(value),
  reply: () => data.replies[value].title, year: () => String(value),
})[facet]();
// How a trait's value stands in the address: ids stay the same when another reply is added, numbers do not.
const traitKey = (facet, value) => (facet === "sector" || facet === "place" ? entities[value].id : facet === "reply" ? data.replies[value].id : String(value));
const traitOf = (facet, key) => {
  if (facet === "sector" || facet === "place") return numberOf.get(key);
  if (facet === "reply") { const found = data.replies.findIndex((reply) => reply.id === key); return found < 0 ? undefined : found; }
  if (facet === "year") return YEARS.includes(Number(key)) ? Number(key) : undefined;
  return (facet === "type" ? KINDS : ["existing", "planned"]).includes(key) ? key : undefined;
};
const spots = { whole: nodes.map((node) => [node.x, node.y]) };
const VIEW_MEMBERS = {};
Object.entries(data.views).forEach(([name, view]) => {
  spots[name] = [];
  view.at.forEach(([i, x, y]) => { spots[name][i] = [x, y]; });
  VIEW_MEMBERS[name] = new Set(view.at.map((one) => one[0]));
});
const groupOf = new Array(COUNT).fill(null);
data.groups.forEach((group, g) => group.members.forEach((i) => { groupOf[i] = g; }));
const communityOf = new Array(COUNT).fill(null);
data.communities.forEach((community, c) => community.members.forEach((i) => { communityOf[i] = c; }));
const ranked = entities.map((_, i) => i).sort((a, b) => KINDS.indexOf(nodes[a].type) - KINDS.indexOf(nodes[b].type) || touching[b].length - touching[a].length || a - b);
const rankOf = new Array(COUNT);
ranked.forEach((i, rank) => { rankOf[i] = rank; });
// Okabe and Ito's colours, darkened or lightened where they would not stand out; beyond the seventh cluster the number tells.
const CLUSTER_COLOURS = ["#0072B2", "#D55E00", "#008A65", "#A87400", "#B0487A", "#2E86C1", "#7A6A58"];
const clusterColour = (c) => (c === null ? "#787878" : CLUSTER_COLOURS[c % CLUSTER_COLOURS.length]);
