// The engine: loads the triples once, answers questions, and says what is wrong with one.
import init, { Store, literal, namedNode } from "oxigraph/web.js";

const known = { store: null, head: "", labels: "" };
const XSD = "http://www.w3.org/2001/XMLSchema#";

const load = async ({ engine, triples, prefixes, labels }) => {
  const start = performance.now();
  await init({ module_or_path: engine });
  known.store = new Store();
  known.store.load(new TextDecoder().decode(triples), { format: "text/turtle", lenient: true, no_transaction: true });
  // On one line, so that a fault's line is the line in the editor.
  known.head = Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(" ") + " ";
  known.labels = labels;
  return { count: known.store.size, ms: performance.now() - start };
};

// A value becomes a term first and is written as the library writes it: it cannot become a part of the question.
const term = (kind, value) => {
  if (kind === "name") return literal(value, "zh");
  if (kind === "integer") { if (!/^[+-]?\d+$/.test(value)) throw new Error(value); return literal(value, namedNode(XSD + "integer")); }
  if (kind === "date") { if (!/^\d{4}-\d\d-\d\d$/.test(value)) throw new Error(value); return literal(value, namedNode(XSD + "date")); }
  if (kind === "iri") { if (/[\s<>"{}|\\^`]/.test(value)) throw new Error(value); return namedNode(value); }
  return literal(value);
};
const bound = (text, values) => values.reduce((question, [name, kind, value]) => {
  const place = new RegExp(`^[ \\t]*#[ \\t]*values:[ \\t]*${name}[ \\t]*$`, "gm");
  const block = `VALUES ?${name} { ${term(kind, value).toString()} }`;
  return question.replace(place, () => block);
}, text);

const plain = (one, labels) => {
  if (one === undefined) return null;
  if (one.termType === "NamedNode") return { iri: one.value, label: labels.get(one.value) };
  if (one.termType === "Quad") return { text: one.toString() };
  return { text: one.value };
};
const MOST_LABELS = 3000;
const labelsOf = (terms) => {
  const iris = [...new Set(terms.filter((one) => one && one.termType === "NamedNode").map((one) => one.value))].slice(0, MOST_LABELS);
  const found = new Map();
  if (!iris.length) return found;
  const listed = `VALUES ?iri { ${iris.map((iri) => namedNode(iri).toString()).join(" ")} }`;
  for (const row of known.store.query(known.head + known.labels.replace("# values", () => listed))) {
    if (!found.has(row.get("iri").value)) found.set(row.get("iri").value, row.get("label").value);
  }
  return found;
};
const ask = ({ text, values }) => {
  const start = performance.now();
  const answer = known.store.query(known.head + bound(text, values));
  const ms = performance.now() - start;
  if (typeof answer === "boolean") return { yes: answer, ms };
  if (!answer.length) return { columns: [], rows: [], ms };
  // A graph is answered triple by triple.
  const triples = answer[0].subject !== undefined;
  const columns = triples ? ["subject", "predicate", "object"] : [...new Set(answer.flatMap((row) => [...row.keys()]))];
  const rows = answer.map((row) => columns.map((name) => (triples ? row[name] : row.get(name))));
  const labels = labelsOf(rows.flat());
  return { columns, rows: rows.map((row) => row.map((one) => plain(one, labels))), ms };
};

self.addEventListener("message", async ({ data }) => {
  try {
    const answer = data.kind === "load" ? await load(data) : ask(data);
    self.postMessage({ ...answer, id: data.id });
  } catch (fault) {
    self.postMessage({ id: data.id, fault: String(fault.message || fault).replace(/\s+/g, " ") });
  }
});
