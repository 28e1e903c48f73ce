// Saved questions, the editor, and the answer. No other script is loaded.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const words = data.language === "zh"
  ? { rows: (n, ms) => `${n} 行，${ms} 毫秒`, none: "没有一行：图中没有符合这个问题的内容。", wait: "正在查询…", unreachable: "服务器没有回答。", optional: "可选" }
  : { rows: (n, ms) => `${n} rows, ${ms} ms`, none: "No rows: the graph has nothing that fits the question.", wait: "Asking…", unreachable: "The server does not answer.", optional: "optional" };
const query = at("query");
let chosen = null;
let running = null;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// The editor: the text is painted below a textarea whose own letters are transparent.
const TOKENS = /(#[^\n]*)|("(?:[^"\\\n]|\\.)*"(?:@[a-z-]+)?|'(?:[^'\\\n]|\\.)*')|(<[^<>\s"{}]*>|\b[a-z]\w*:[\w一-鿿]*)|([?$]\w+)|\b(SELECT|DISTINCT|ASK|CONSTRUCT|DESCRIBE|WHERE|FROM|NAMED|GRAPH|OPTIONAL|UNION|MINUS|FILTER|NOT|EXISTS|BIND|VALUES|AS|IN|GROUP|ORDER|BY|HAVING|ASC|DESC|LIMIT|OFFSET|PREFIX|BASE|SERVICE|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|STR|LANG|DATATYPE|BOUND|REGEX|CONTAINS|STRSTARTS|COALESCE|IF|a)\b/gi;
const KINDS = ["c", "s", "n", "v", "w"];

function paint(badLine) {
  const text = query.value;
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(TOKENS)) {
    pieces.push(document.createTextNode(text.slice(last, match.index)));
    pieces.push(element("span", match[0], { class: KINDS[match.slice(1).findIndex((group) => group !== undefined)] }));
    last = match.index + match[0].length;
  }
  pieces.push(document.createTextNode(text.slice(last) + "\n"));
  at("paint").replaceChildren(...pieces);
  const lines = text.split("\n").length;
  const numbers = [];
  for (let line = 1; line <= lines; line++) {
    numbers.push(element(line === badLine ? "b" : "span", String(line)), document.createTextNode("\n"));
  }
  at("numbers").replaceChildren(...numbers);
  query.rows = Math.max(8, lines + 1);
}

function insert(text) {
  query.setRangeText(text, query.selectionStart, query.selectionEnd, "end");
  query.focus();
  paint();
}

query.addEventListener("input", () => paint());
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
});
document.querySelectorAll(".term").forEach((button) => button.addEventListener("click", () => insert(button.dataset.term + " ")));

// Saved questions.
function list(filter = "") {
  const found = data.questions.filter((q) => (q.title + q.about + q.name).toLowerCase().includes(filter.toLowerCase()));
  at("questions").replaceChildren(...found.map((q) => {
    const item = element("li");
    const button = element("button", q.title, { type: "button", title: q.about, "aria-pressed": String(q === chosen) });
    button.addEventListener("click", () => choose(q));
    item.append(button);
    return item;
  }));
}

function choose(question) {
  chosen = question;
  list(at("find").value);
  at("parameters").hidden = false;
  at("question-title").textContent = question.title;
  at("question-about").textContent = question.about;
  at("fields").replaceChildren(...question.parameters.map((parameter) => {
    const label = element("label", parameter.label + (parameter.required ? "" : ` (${words.optional})`));
    const input = element("input", undefined, { name: parameter.name, placeholder: parameter.example });
    input.required = parameter.required;
    if (parameter.required) input.value = parameter.example;
    label.append(input);
    return label;
  }));
  fill();
}

async function fill() {
  const values = new URLSearchParams();
  for (const input of at("fields").querySelectorAll("input")) if (input.value) values.set(input.name, input.value);
  const reply = await fetch(`/questions/${encodeURIComponent(chosen.name)}.rq?${values}`);
  const text = await reply.text();
  if (!reply.ok) { fault(text); return; }
  // The head is for those who list the questions, not for those who read this one.
  query.value = text.replace(/^(#[^\n]*\n)+\n*/, "");
  paint();
  run(chosen.columns);
}

at("find").addEventListener("input", (event) => list(event.target.value));
at("parameters").addEventListener("submit", (event) => { event.preventDefault(); fill(); });
at("run").addEventListener("click", () => run());

// A fault in the reader's language; what has no translation stays as the server says it.
const FAULTS = [
  [/^the question: /, ""],
  [/syntax error in line (\d+), column (\d+): /, "第 $1 行第 $2 列有语法错误："],
  [/a prefix that is not declared/, "前缀没有声明"],
  [/a variable of SELECT that is neither in GROUP BY nor in an aggregate/, "SELECT 中的变量既不在 GROUP BY 中，也不在聚合函数中"],
  [/an IRI that is none/, "不是有效的 IRI"],
  [/this cannot stand here/, "此处不应是这样"],
  [/expected (.+?) — /, "应为 $1 — "],
  [/; the prefix (\S+) is not declared/, "；前缀 $1 没有声明"],
  [/; did you mean (.+)$/, "；是否想写 $1"],
  [/; known are (.+)$/, "；已知的有 $1"],
  [/; write (\S) for (\S): SPARQL knows only half-width signs/, "；请用半角 $1 代替 $2"],
  [/; SPARQL has no word (\S+)/, "；SPARQL 没有 $1 这个词"],
  [/; there is no function (\S+)/, "；没有函数 $1"],
  [/; a variable begins with \?/, "；变量以 ? 开头"],
  [/; a value gets its name by AS: write (.+)$/, "；值以 AS 命名，请写 $1"],
  [/; a number stands after (\S+)/, "；$1 之后应为数字"],
  [/; write (ORDER|GROUP) BY/i, "；请写 $1 BY"],
  [/; a (?:brace|bracket|square bracket) (\S) is not closed/, "；$1 没有闭合"],
  [/; there is one (\S) too many/, "；多了一个 $1"],
  [/; a string is not closed/, "；字符串没有闭合"],
  [/; a question begins with .+$/, "；查询以 SELECT、ASK、CONSTRUCT 或 DESCRIBE 开头"],
  [/; a dot, a semicolon or a variable may be missing right before that place/, "；此处之前可能少了句点、分号或变量"],
  [/; add it to GROUP BY, or take one of its values with SAMPLE/, "；请加入 GROUP BY，或用 SAMPLE 取其一个值"],
  [/; an IRI stands in < > and has no blank in it/, "；IRI 写在 < > 中，其中没有空格"],
  [/it is an update; ask with .+$/, "这是更新；图谱只读，请用 SELECT、ASK、CONSTRUCT 或 DESCRIBE 提问"],
  [/the question ran past ([\d.]+) seconds; ask for less/, "查询超过 $1 秒，请缩小范围"],
  [/too many slow questions at once; try again later/, "同时进行的慢查询太多，请稍后再试"],
  [/the answer is larger than ([\d.]+) MB; ask for less, with LIMIT for example/, "答案超过 $1 MB，请缩小范围，例如用 LIMIT"],
  [/the question needs more memory than it may have, or is nested too deeply; ask for less/, "查询所需的内存超过限度，或嵌套过深，请缩小范围"],
];

function said(text) {
  return data.language === "zh" ? FAULTS.reduce((line, [english, chinese]) => line.replace(english, chinese), text.trim()) : text.trim();
}

// The answer.
function fault(text) {
  at("state").textContent = said(text);
  at("state").className = "fault";
  at("answer").replaceChildren();
  const line = /line (\d+)/.exec(text);
  paint(line ? Number(line[1]) : undefined);
}

async function run(columns = []) {
  if (running) running.abort();
  running = new AbortController();
  const mine = running;
  const text = query.value;
  at("state").className = "soft";
  at("state").textContent = words.wait;
  at("downloads").hidden = true;
  const started = performance.now();
  let reply, body;
  try {
    reply = await fetch("/sparql", {
      method: "POST", body: text, signal: mine.signal,
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    });
    body = await reply.text();
  } catch (problem) {
    if (problem.name !== "AbortError") fault(words.unreachable);
    return;
  }
  if (!reply.ok) { fault(body); return; }
  paint();
  const isGraph = reply.headers.get("Content-Type").startsWith("text/turtle");
  downloads(text, isGraph);
  const ms = Math.round(performance.now() - started);
  if (isGraph) {
    at("state").textContent = `${ms} ms`;
    at("answer").replaceChildren(element("pre", body));
    return;
  }
  const result = JSON.parse(body);
  if ("boolean" in result) {
    at("state").textContent = `${ms} ms`;
    at("answer").replaceChildren(element("p", String(result.boolean)));
    return;
  }
  const rows = result.results.bindings;
  at("state").textContent = rows.length ? words.rows(rows.length, ms) : words.none;
  const labels = await labelsOf(rows);
  at("answer").replaceChildren(rows.length ? table(result.head.vars, columns, rows, labels) : "");
  // On a small screen the answer is far below: it is brought into sight.
  if (chosen) at("state").scrollIntoView({ block: matchMedia("(max-width: 800px)").matches ? "start" : "nearest" });
}

function downloads(text, isGraph) {
  at("downloads").hidden = false;
  at("downloads").querySelectorAll("a").forEach((link) => {
    const graph = ["ttl", "jsonld"].includes(link.dataset.format);
    link.hidden = graph !== isGraph;
    link.href = "/sparql?" + new URLSearchParams({ query: text, format: link.dataset.format });
    link.download = "answer." + link.dataset.format;
  });
}

async function labelsOf(rows) {
  const iris = new Set();
  for (const row of rows) for (const cell of Object.values(row)) if (cell.type === "uri" && iris.size < 500) iris.add(cell.value);
  const found = new Map();
  if (!iris.size) return found;
  const safe = [...iris].filter((iri) => !/[\s<>"{}|\\^`]/.test(iri)).map((iri) => `<${iri}>`).join(" ");
  const question = `SELECT ?iri ?label WHERE { VALUES ?iri { ${safe} } { ?iri skos:prefLabel ?label } UNION { ?iri rdfs:label ?label FILTER(LANG(?label) = "${data.language}") } UNION { ?iri dcterms:title ?label } }`;
  const reply = await fetch("/sparql", { method: "POST", body: question, headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" } });
  if (reply.ok) for (const row of (await reply.json()).results.bindings) found.set(row.iri.value, row.label.value);
  return found;
}

function cellOf(term, labels) {
  if (!term) return "";
  if (term.type !== "uri") return term.value;
  const shown = labels.get(term.value) || short(term.value);
  if (!term.value.startsWith(data.base)) return element("span", shown, { title: term.value });
  const [path, fragment] = term.value.slice(data.base.length).split("#");
  return element("a", shown, { href: "/id/" + path + (fragment ? "#" + fragment : ""), title: term.value });
}

function short(iri) {
  for (const [prefix, base] of Object.entries(data.prefixes)) if (iri.startsWith(base)) return `${prefix}:${iri.slice(base.length)}`;
  return iri;
}

function table(variables, columns, rows, labels) {
  const made = element("table");
  const head = element("tr");
  const titles = columns.length === variables.length ? columns : variables;
  head.append(...titles.map((title) => element("th", title, { scope: "col" })));
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  for (const row of rows.slice(0, 2000)) {
    const line = element("tr");
    for (const variable of variables) {
      const cell = element("td");
      cell.append(cellOf(row[variable], labels));
      line.append(cell);
    }
    body.append(line);
  }
  made.append(top, body);
  return made;
}

list();
const asked = new URLSearchParams(location.search).get("query");
query.value = asked || "SELECT ?name ?place WHERE {\n  ?e a dai:Enterprise ; skos:prefLabel ?name ; dai:locatedIn/skos:prefLabel ?place\n} ORDER BY ?place ?name";
paint();
if (asked) run();
