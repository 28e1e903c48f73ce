// The list: every entity that fits, the accessible equivalent of the drawing.
const PAGE_OF_LIST = 60;
let listed = 0;
const rowOf = (i) => {
  const item = element("li"), one = button("", () => choose(i, "list"));
  one.setAttribute("aria-pressed", String(state.at === i));
  one.dataset.entity = i;
  one.append(swatch(nodes[i].type, nodes[i].planned), element("span", "name", calledOf(i)), element("span", "hidden", `, ${typeName(nodes[i].type)}`));
  if (nodes[i].planned) one.append(element("span", "tag planned", statusName("planned")));
  item.append(one);
  return item;
};
const addRows = () => {
  const part = now.listed.slice(listed, listed + PAGE_OF_LIST);
  byId("list").append(...part.map(rowOf));
  listed += part.length;
  const left = now.listed.length - listed;
  byId("more").hidden = !left;
  byId("more").textContent = left > PAGE_OF_LIST ? t("more", PAGE_OF_LIST, left) : t("moreAll", left);
};
byId("more").addEventListener("click", addRows);
const ranking = () => { now.ranking = now.ranking || [...now.scope].sort((a, b) => rankOf[a] - rankOf[b]); return now.ranking; };
let inList = [];
const renderList = (anew) => {
  now.order = now.order || (state.end !== null ? now.ids : [...now.ids].sort((a, b) => rankOf[a] - rankOf[b]));
  now.matched = state.q ? search(state.q, state.end !== null ? now.scope : ranking()) : null;
  const fits = state.q && now.ids.length < now.scope.length ? new Set(now.ids) : null;
  now.listed = now.matched ? (fits ? now.matched.filter((i) => fits.has(i)) : now.matched) : now.order;
  now.found = new Set(state.q ? now.listed : []);
  byId("count").textContent = now.listed.length ? t(now.listed.length === 1 ? "countOne" : "count", now.listed.length) : t("nothing");
  if (now.away) byId("count").textContent += ` · ${t("around" + state.steps, calledOf(state.at))}`;
  byId("clear").hidden = !(state.q || state.steps || filtered() || state.cluster !== null || state.from !== null || state.to !== null);
  // Who chooses in the middle of a long list stays there.
  if (!anew && inList.length === now.listed.length && inList.every((i, k) => i === now.listed[k])) return;
  inList = now.listed;
  listed = 0;
  byId("list").replaceChildren();
  byId("list").scrollTop = 0;
  addRows();
};
const markRow = () => {
  document.querySelectorAll('#list button[aria-pressed="true"]').forEach((one) => one.setAttribute("aria-pressed", "false"));
  const one = state.at === null ? null : document.querySelector(`#list button[data-entity="${state.at}"]`);
  if (one) { one.setAttribute("aria-pressed", "true"); one.scrollIntoView({ block: "nearest" }); }
};
byId("search").addEventListener("input", (event) => commit({ q: event.target.value }));
byId("search").addEventListener("keydown", (event) => {
  const first = byId("list").querySelector("button");
  if (event.key === "Escape" && state.q) { event.preventDefault(); event.target.value = ""; commit({ q: "" }); }
  else if (first && event.key === "Enter" && !event.isComposing) { event.preventDefault(); first.click(); }
  else if (first && event.key === "ArrowDown") { event.preventDefault(); first.focus(); }
});
byId("list").addEventListener("keydown", (event) => {
  const item = event.target.closest("li");
  if (!item) return;
  const to = { ArrowDown: item.nextElementSibling, ArrowUp: item.previousElementSibling, Home: byId("list").firstElementChild, End: byId("list").lastElementChild }[event.key];
  if (to) { event.preventDefault(); to.querySelector("button").focus(); }
  else if (event.key === "ArrowUp") { event.preventDefault(); byId("search").focus(); }
});
