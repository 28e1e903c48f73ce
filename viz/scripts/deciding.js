// What a reader of the page holds for wrong, as lines of the log that the next build follows.
const COLUMNS = ["judgement", "reply", "type", "name", "relation", "to_type", "to", "status", "words", "who", "when", "why"];
const entityClaim = (i) => entities[i].id;
const linkClaim = (n) => [entities[links[n].from].id, links[n].kind, entities[links[n].to].id].join(" ");
const linkOf = new Map(links.map((_, n) => [linkClaim(n), n]));
const isClaim = (claim) => numberOf.has(claim) || linkOf.has(claim);
const judge = (claim) => commit({ wrong: state.wrong.includes(claim) ? state.wrong.filter((one) => one !== claim) : [...state.wrong, claim] });
// What can be done, or what has been: on paper only the latter stands.
const showJudged = (one, wrong) => {
  one.textContent = t(wrong ? "isWrong" : "wrong");
  one.setAttribute("aria-pressed", String(wrong));
};
const wrongButton = (claim) => {
  const one = button("", () => judge(claim), "judge");
  one.title = t("wrongMeans");
  one.dataset.claim = claim;
  showJudged(one, state.wrong.includes(claim));
  return one;
};
const decided = (claim) => {
  const link = linkOf.get(claim), i = link === undefined ? numberOf.get(claim) : links[link].from, to = link === undefined ? null : links[link].to;
  const evidence = (link === undefined ? entities[i] : links[link]).evidence, day = new Date().toLocaleDateString("sv-SE");
  const about = [nodes[i].type, entities[i].name, ...(to === null ? ["", "", ""] : [links[link].kind, nodes[to].type, entities[to].name])];
  return repliesOf(evidence).map((reply) => ["wrong", data.replies[reply].id, ...about, "", "", "", day, ""]);
};
const saveDecisions = () => save("decisions.csv", new Blob([csvText([COLUMNS, ...state.wrong.flatMap(decided)])], { type: "text/csv;charset=utf-8" }));
// In place, so that what is read stays where it is.
const renderDecided = () => {
  document.querySelectorAll("#evidence [data-claim]").forEach((one) => {
    const wrong = state.wrong.includes(one.dataset.claim);
    showJudged(one, wrong);
    const relation = one.closest(".relation");
    if (relation) relation.classList.toggle("wrong", wrong);
  });
  byId("evidence").classList.toggle("wrong", state.at !== null && state.end === null && state.wrong.includes(entityClaim(state.at)));
  byId("decided").replaceChildren(...(state.wrong.length ? [t("decided", state.wrong.length) + " ", button(t("decisions"), saveDecisions)] : []));
  byId("decided").hidden = !state.wrong.length;
};
