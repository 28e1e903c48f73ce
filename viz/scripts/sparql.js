// Questions in SPARQL: the engine runs in a worker, and both it and the editor are unpacked when the tab is first opened.
const unpack = async (name) => {
  const bytes = Uint8Array.from(atob(byId("bench-" + name).textContent), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
const asWords = (buffer) => new TextDecoder().decode(buffer);
const bench = { worker: null, editor: null, waiting: new Map(), asked: 0, rows: null, started: null, behind: false };
const nameMap = new Map();
entities.forEach((entity, i) => unique([entity.name, calledOf(i)]).forEach((name) => nameMap.set(name, [...(nameMap.get(name) || []), i])));
// Where it stands in the editor, and what is wrong: the slip that the question shows, else what the engine says.
const faultWords = ({ fault, at, slip }) => {
  const said = slip ? t(...slip) : fault;
  return at ? t("syntaxAt", at[0], at[1], said) : said;
};
const startWorker = async () => {
  const [script, engine, triples] = await Promise.all(["worker", "engine", "triples"].map(unpack));
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  bench.worker = new Worker(address);
  bench.worker.addEventListener("message", ({ data: answer }) => { const [good, bad] = bench.waiting.get(answer.id); bench.waiting.delete(answer.id); answer.fault === undefined ? good(answer) : bad(new Error(faultWords(answer))); });
  const ready = await askWorker({ kind: "load", engine, triples, prefixes: data.questions.prefixes, labels: data.questions.labels });
  URL.revokeObjectURL(address);
  return ready;
};
const askWorker = (message) => new Promise((good, bad) => {
  bench.asked += 1;
  bench.waiting.set(bench.asked, [good, bad]);
  bench.worker.postMessage({ ...message, id: bench.asked });
});
const stopWorker = () => {
  if (bench.worker) bench.worker.terminate();
  bench.waiting.forEach(([, bad]) => bad(new Error(t("stopped"))));
  bench.waiting.clear();
  bench.worker = null;
  bench.started = null;
};
const startEditor = async (holder) => {
  // The policy allows this very script by its hash, and no other.
  const script = element("script");
  script.textContent = asWords(await unpack("editor"));
  document.head.append(script);
  script.remove();
  bench.editor = globalThis.sparqlEditor(holder, { label: t("editor"), run: () => ask() });
};
const benchPart = (name) => byId("bench").querySelector(`[data-part="${name}"]`);
const part = (tag, name, className) => { const made = element(tag, className); made.dataset.part = name; return made; };
const questionOf = (name) => data.questions.saved.find((one) => one.name === name);
// A question as it is saved, whose names of classes and states are in the page's language.
const textOf = (question) => (language ? question.text.replace(/(rdfs:label \?\w+ FILTER\(LANG\(\?\w+\) = )"zh"/g, '$1"en"') : question.text);
const fillParameters = () => {
  const question = questionOf(benchPart("saved").value), holder = benchPart("parameters");
  holder.replaceChildren();
  benchPart("about").textContent = question ? question.about[language] : "";
  if (!question) return;
  question.parameters.forEach(([name, , required, zh, en, example]) => {
    const label = element("label", "", `${language ? en : zh}${required ? ` (${t("required")})` : ""} `), field = element("input");
    field.name = name;
    field.type = "text";
    field.placeholder = example;
    if (required) field.value = example;
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") ask(); });
    label.append(field);
    holder.append(label);
  });
};
const takeQuestion = () => {
  const question = questionOf(benchPart("saved").value);
  fillParameters();
  if (question) { bench.editor.set(textOf(question)); ask(); }
};
const valuesGiven = () => {
  const question = questionOf(benchPart("saved").value);
  return question ? question.parameters.map(([name, kind]) => [name, kind, benchPart("parameters").querySelector(`[name="${name}"]`).value]).filter((one) => one[2]) : [];
};
const benchSays = (text, fault) => { const line = benchPart("said"); line.textContent = text; line.className = fault ? "fault" : ""; };
// What was changed is no longer the saved question, unless it still has the places of its parameters.
const isSaved = (question, text) => text === textOf(question).trim() || (question.parameters.length > 0 && question.parameters.every(([name]) => new RegExp(`#[ \\t]*values:[ \\t]*${name}[ \\t]*$`, "m").test(text)));
const leaveSaved = () => {
  const question = questionOf(benchPart("saved").value);
  if (!question || isSaved(question, bench.editor.get().trim())) return;
  benchPart("saved").value = "";
  fillParameters();
};
// What is asked as the address has it: a saved question by its name, one's own by its words, and what is given for parameters.
const FIRST_QUESTION = () => (questionOf("located") || data.questions.saved[0] || { name: "" }).name;
const askedNow = () => {
  const question = questionOf(benchPart("saved").value), text = bench.editor.get().trim();
  if (!question || text !== textOf(question).trim()) return { question: text, given: [] };
  const given = valuesGiven().map(([name, , value]) => `${name}=${value}`);
  return { question: question.name === FIRST_QUESTION() && !given.length ? "" : question.name, given };
};
const takeAsked = () => {
  const question = questionOf(state.question || FIRST_QUESTION());
  benchPart("saved").value = question ? question.name : "";
  fillParameters();
  state.given.forEach((one) => { const field = benchPart("parameters").querySelector(`[name="${CSS.escape(one.split("=", 1)[0])}"]`); if (field) field.value = one.slice(one.indexOf("=") + 1); });
  bench.editor.set(question ? textOf(question) : state.question);
};
const ask = async () => {
  if (!bench.editor) return;
  leaveSaved();
  commit(askedNow());
  benchPart("answer").replaceChildren();
  benchPart("csv").disabled = true;
  benchPart("stop").disabled = false;
  benchSays(t("loading"));
  try {
    if (!bench.started) bench.started = startWorker();
    await bench.started;
    const answer = await askWorker({ kind: "ask", text: bench.editor.get(), values: valuesGiven(), language: language ? "en" : "zh" });
    showAnswer(answer);
  } catch (fault) { benchSays(fault.message, true); }
  benchPart("stop").disabled = true;
};
// The entities that a cell may speak of: an IRI is one's own, a name may be that of several.
const entitiesOf = (one) => {
  if (!one) return [];
  if (one.iri === undefined) return nameMap.get(one.text) || [];
  const found = one.iri.startsWith(data.base) ? numberOf.get(one.iri.slice(data.base.length)) : undefined;
  return found === undefined ? [] : [found];
};
// A name of several is looked up in the list, where each has its place behind it: which one the row means is not known.
const cellOf = (one) => {
  const found = entitiesOf(one), words = cellWords(one), made = element("td");
  if (!found.length) made.textContent = words;
  else if (found.length === 1) made.append(button(words, () => choose(found[0], "sparql"), "link"));
  else { const link = button(words, () => { commit({ q: words }); pane("finder"); }, "link"); link.title = t("namesakes", found.length); made.append(link); }
  if (one && one.iri !== undefined) made.title = one.iri;
  return made;
};
const cellWords = (one) => (one ? (one.iri !== undefined ? one.label || one.iri : one.text) : "");
const MOST_ROWS = 500;
const showAnswer = (answer) => {
  const holder = benchPart("answer"), question = questionOf(benchPart("saved").value);
  const notes = answer.notes.map((note) => ` ${t(...note)}`).join("");
  if (answer.yes !== undefined) { benchSays(t(answer.yes ? "yes" : "no") + notes, notes && !answer.yes); return; }
  benchSays((answer.rows.length ? t("rows", answer.rows.length, Math.round(answer.ms)) : t("noRows")) + notes, notes && !answer.rows.length);
  const names = question && !language && question.columns.length === answer.columns.length && bench.editor.get() === textOf(question) ? question.columns : answer.columns;
  bench.rows = [names, ...answer.rows.map((row) => row.map(cellWords))];
  benchPart("csv").disabled = false;
  if (!answer.rows.length) return;
  const table = element("table"), head = element("tr"), body = element("tbody");
  names.forEach((name) => { const one = element("th", "", name); one.scope = "col"; head.append(one); });
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  answer.rows.slice(0, MOST_ROWS).forEach((row) => {
    const line = element("tr");
    line.append(...row.map(cellOf));
    // A row names its entities: a click anywhere in it chooses the first, its names choose each.
    const first = row.map(entitiesOf).filter((found) => found.length === 1).flat()[0];
    if (first !== undefined) { line.className = "chooses"; line.addEventListener("click", (event) => { if (event.target.tagName !== "BUTTON") choose(first, "sparql"); }); }
    body.append(line);
  });
  holder.append(table);
  if (answer.rows.length > MOST_ROWS) holder.append(element("p", "soft", t("capped", answer.rows.length, MOST_ROWS)));
};
const buildBench = async (anew) => {
  const holder = byId("bench"), text = bench.editor && !anew ? bench.editor.get().trim() : "";
  // Another language is no reason to lose what was written and not asked yet.
  const own = data.questions.saved.some((one) => [one.text, one.text.replace(/= "zh"/g, '= "en"')].some((known) => known.trim() === text)) ? "" : text;
  const saved = part("select", "saved"), label = element("label", "", t("question") + " ");
  saved.append(new Option(t("own"), ""), ...data.questions.saved.map((one) => new Option(one.title[language], one.name)));
  saved.addEventListener("change", takeQuestion);
  label.append(saved);
  const bar = element("div", "bar"), csv = button(t("csv"), () => saveCsv("answer.csv", bench.rows)), stop = button(t("stop"), () => { stopWorker(); benchSays(t("stopped")); });
  csv.dataset.part = "csv";
  csv.disabled = stop.disabled = true;
  stop.dataset.part = "stop";
  const run = button(t("run") + (isMobile() ? "" : " (Ctrl+Enter)"), ask, "main");
  run.dataset.part = "run";
  bar.append(run, stop, csv);
  const said = part("p", "said"), answer = part("div", "answer");
  said.setAttribute("role", "status");
  answer.tabIndex = 0;
  answer.setAttribute("role", "region");
  answer.setAttribute("aria-label", t("rows", "", "").trim() || "answer");
  const editor = part("div", "editor");
  holder.replaceChildren(label, part("p", "about", "soft"), part("div", "parameters"), editor, bar, said, answer);
  benchSays(t("loading"));
  if (bench.editor) bench.editor = null;
  await startEditor(editor);
  takeAsked();
  if (own) { saved.value = ""; fillParameters(); bench.editor.set(own); }
  try {
    bench.started = bench.started || startWorker();
    const ready = await bench.started;
    benchSays(t("ready", ready.count, Math.round(ready.ms)));
    if (!own) ask();
  } catch (fault) { benchSays(fault.message, true); }
};
const renderBench = (changed) => {
  const shown = state.view === "sparql";
  byId("bench").hidden = !shown;
  // Another address may ask something else, also while another view is looked at; what is asked here is in the state already.
  bench.behind = bench.behind || any(changed, "question", "given");
  if (!shown || !data.questions) return;
  if (!byId("bench").firstChild || changed.includes("lang")) buildBench(bench.behind);
  else if (bench.editor && bench.behind && JSON.stringify(askedNow()) !== JSON.stringify({ question: state.question, given: state.given })) { takeAsked(); ask(); }
  bench.behind = false;
};
