// Facets: what can be filtered by, with how many would fit.
const FIRST_VALUES = 7;
const opened = new Set(["status", "type"]), longer = new Set();
const toggle = (facet, value) => commit({ [facet]: state[facet].includes(value) ? state[facet].filter((one) => one !== value) : [...state[facet], value] });
const valuesOf = (facet) => {
  if (facet === "status") return ["existing", "planned"];
  if (facet === "type") return KINDS.filter((kind) => nodes.some((node) => node.type === kind));
  if (facet === "year") return YEARS;
  const found = new Map();
  traits.forEach((one) => one[facet].forEach((value) => found.set(value, (found.get(value) || 0) + 1)));
  return [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || a - b);
};
const VALUES = Object.fromEntries(FACETS.map((facet) => [facet, valuesOf(facet)]));
const valueRow = (facet, value, count) => {
  const label = element("label"), box = element("input");
  box.type = "checkbox";
  box.checked = state[facet].includes(value);
  box.value = traitKey(facet, value);
  box.addEventListener("change", () => toggle(facet, value));
  label.append(box);
  if (facet === "type") label.append(swatch(value, false));
  if (facet === "status") label.append(element("i", value === "planned" ? "dashed" : "solid"));
  label.append(element("span", "name", traitName(facet, value)), element("span", "count", String(count)));
  return label;
};
const renderFacets = () => {
  now.counts = countsNow();
  const holder = byId("facets");
  const focused = document.activeElement && holder.contains(document.activeElement) ? [document.activeElement.closest("[data-facet]").dataset.facet, document.activeElement.value, document.activeElement.tagName] : null;
  const scrolled = holder.scrollTop;
  holder.replaceChildren(...FACETS.filter((facet) => VALUES[facet].length > (facet === "reply" || facet === "year" ? 1 : 0)).map((facet) => {
    const block = element("details");
    block.dataset.facet = facet;
    block.open = opened.has(facet) || state[facet].length > 0;
    const title = element("summary", "", t(facet));
    if (state[facet].length) title.append(element("span", "count", t("only", state[facet].length)));
    block.addEventListener("toggle", () => { block.open ? opened.add(facet) : opened.delete(facet); });
    const fieldset = element("fieldset");
    fieldset.append(element("legend", "hidden", t(facet)));
    const counts = now.counts[facet], all = VALUES[facet].filter((value) => counts.get(value) || state[facet].includes(value));
    if (["sector", "place", "reply"].includes(facet)) all.sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0) || a - b);
    const some = longer.has(facet) || facet === "type" ? all.slice(0, 400) : all.filter((value, k) => k < FIRST_VALUES || state[facet].includes(value));
    some.forEach((value) => fieldset.append(valueRow(facet, value, counts.get(value) || 0)));
    block.append(title, fieldset);
    if (all.length > FIRST_VALUES && facet !== "type") block.append(button(longer.has(facet) ? t("facetLess") : t("facetMore", all.length), () => { longer.has(facet) ? longer.delete(facet) : longer.add(facet); renderFacets(); }, "more"));
    return block;
  }));
  holder.scrollTop = scrolled;
  if (focused) {
    const block = holder.querySelector(`[data-facet="${focused[0]}"]`);
    const again = block && (focused[2] === "INPUT" ? [...block.querySelectorAll("input")].find((box) => box.value === focused[1]) : block.querySelector(focused[2].toLowerCase()));
    if (again) again.focus({ preventScroll: true });
  }
};
byId("clear").addEventListener("click", () => { byId("search").value = ""; commit({ q: "", steps: 0, cluster: null, from: null, to: null, ...Object.fromEntries(FACETS.map((facet) => [facet, []])) }); byId("search").focus(); });
// A reply without a date is of no year: how many of them a span of years leaves out.
const UNDATED = yearOf.filter((year) => year === null).length;
const withoutYear = () => (UNDATED && (state.from !== null || state.to !== null) ? t("undated", UNDATED) : "");
// Years: two ends of a span; there where the replies are of several years.
const renderYears = () => {
  const holder = byId("years");
  holder.hidden = YEARS.length < 2 || state.view === "sparql";
  if (holder.hidden) return;
  if (!holder.firstChild) {
    ["from", "to"].forEach((end) => {
      const label = element("label"), range = element("input"), shown = element("output");
      range.type = "range";
      range.min = YEARS[0];
      range.max = YEARS[YEARS.length - 1];
      range.id = "year-" + end;
      range.addEventListener("input", () => {
        const value = Number(range.value), patch = { [end]: value === (end === "from" ? YEARS[0] : YEARS[YEARS.length - 1]) ? null : value };
        if (end === "from" && state.to !== null && value > state.to) patch.to = value;
        if (end === "to" && state.from !== null && value < state.from) patch.from = value;
        commit(patch);
      });
      label.append(element("span"), range, shown);
      holder.append(label);
    });
    holder.prepend(element("strong"));
    holder.append(element("small"));
  }
  holder.querySelector("strong").textContent = t("years");
  holder.querySelector("small").textContent = withoutYear();
  holder.setAttribute("role", "group");
  holder.setAttribute("aria-label", t("years"));
  ["from", "to"].forEach((end) => {
    const range = byId("year-" + end), value = state[end] === null ? (end === "from" ? YEARS[0] : YEARS[YEARS.length - 1]) : state[end];
    range.value = value;
    range.parentNode.querySelector("span").textContent = t(end);
    range.parentNode.querySelector("output").textContent = String(value);
  });
};
