// Clusters as the build's statistics have them, and what each figure means.
const FIGURES = [["modularity", "communities"], ["z", "communities"], ["agreement", "communities"], ["density", "structure"], ["components", "structure"], ["isolated", "structure"]];
// What best tells a cluster from the rest of the graph need not be most of it: only of more than half it is said that they mostly are.
const explained = (reported, size) => {
  const { type, place } = (reported && reported.explained) || {}, parts = [];
  if (type && type.members * 2 > size) parts.push(t("mostlyOf", typeName(type.value), type.members));
  if (place && place.members) parts.push(t("someIn", place.members, place.name || place.value));
  return parts.join(language ? ", " : "，");
};
const clusterRow = (c) => {
  const community = data.communities[c], item = element("li");
  const reported = (data.figures.communities.groups || []).find((one) => one.name === community.name);
  const one = button("", () => commit({ cluster: state.cluster === c ? null : c, colour: "cluster", steps: 0, end: null, view: ["whole", "where", "pilots"].includes(state.view) ? state.view : "whole" }));
  one.setAttribute("aria-pressed", String(state.cluster === c));
  const svg = drawn("svg", { viewBox: "-1.4 -1.4 2.8 2.8", class: "swatch", "aria-hidden": "true" });
  svg.append(outline("dot", 0, 0, 1, { fill: clusterColour(c) }));
  one.append(svg, element("span", "name", `${c + 1} · ${community.name}`), element("span", "count", t("size", community.members.length)));
  item.append(one);
  const words = explained(reported, community.members.length);
  if (words) item.append(element("p", "soft", words));
  return item;
};
// Why there is none, in the reader's language: known by its figures, not by the note's words.
const whyNone = (figures) => {
  if (!links.length) return t("noRelations");
  if (typeof figures.z === "number" || figures.runs) return t("notByChance");
  return t(/networkit/.test(figures.note || "") ? "tooLarge" : "tooFew");
};
const renderClusters = () => {
  const panel = byId("clusters"), figures = data.figures.communities;
  panel.replaceChildren(element("h2", "", t("clusters")));
  if (!data.communities.length) panel.append(element("p", "", t("noClusters", whyNone(figures))));
  else {
    panel.append(element("p", "soft", t("clusterIntro")));
    if (state.cluster !== null) panel.append(button(t("allShown"), () => commit({ cluster: null })));
    const list = element("ul", "plain");
    panel.append(list);
    inParts(list, data.communities.map((_, c) => c), 60, clusterRow);
  }
  panel.append(element("h3", "", t("figuresMean")));
  const facts = element("dl", "figures");
  FIGURES.forEach(([name, part]) => {
    const value = (data.figures[part] || {})[name];
    if (typeof value !== "number") return;
    facts.append(element("dt", "", `${t(name)} ${Number.isInteger(value) ? value : value.toFixed(3)}`), element("dd", "", t(name + "Means")));
  });
  if (figures.method) facts.append(element("dt", "", t("method")), element("dd", "", t("methodMeans", figures.method[0].toUpperCase() + figures.method.slice(1), figures.runs || 1)));
  panel.append(facts);
  const beware = data.figures.caveats || [];
  if (beware.length) {
    const list = element("ul");
    beware.forEach((words) => list.append(element("li", "", language ? words.en : words.zh)));
    panel.append(element("h3", "", t("caveats")), list);
  }
};
