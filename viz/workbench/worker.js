// The engine: loads the triples once, answers questions, and says what is wrong with one.
import init, { Store, literal, namedNode } from "oxigraph/web.js";
import { asksGraphs, emptyIn, namesIn, nearest, slipOf, untaggedIn } from "./hints.js";

const known = { store: null, head: "", labels: "", prefixes: {}, vocabulary: null };
const XSD = "http://www.w3.org/2001/XMLSchema#";

const load = async ({ engine, triples, prefixes, labels }) => {
  const start = performance.now();
  await init({ module_or_path: engine });
  known.store = new Store();
  known.store.load(new TextDecoder().decode(triples), { format: "text/turtle", lenient: true, no_transaction: true });
  // On one line, so that a fault's line is the line in the editor.
  known.head = Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(" ") + " ";
  known.labels = labels;
  known.prefixes = prefixes;
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
// Chinese first, as the question has it, or English.
const labelling = (language) => (language === "en" ? known.labels.replace("DESC(LANG(?label))", 'DESC(LANG(?label) = "en") DESC(LANG(?label))') : known.labels);
const labelsOf = (terms, language) => {
  const iris = [...new Set(terms.filter((one) => one && one.termType === "NamedNode").map((one) => one.value))].slice(0, MOST_LABELS);
  const found = new Map();
  if (!iris.length) return found;
  const listed = `VALUES ?iri { ${iris.map((iri) => namedNode(iri).toString()).join(" ")} }`;
  for (const row of known.store.query(known.head + labelling(language).replace("# values", () => listed))) {
    if (!found.has(row.get("iri").value)) found.set(row.get("iri").value, row.get("label").value);
  }
  return found;
};
const isThere = (term) => known.store.query(`ASK { { ${term} ?p ?o } UNION { ?s ${term} ?o } UNION { ?s ?p ${term} } }`);
const isObject = (term) => known.store.query(`ASK { ?s ?p ${term} }`);
const vocabulary = () => {
  known.vocabulary = known.vocabulary || known.store.query("SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term } }").map((row) => row.get("term").value);
  return known.vocabulary;
};
// What is called so in the graph's own vocabulary: 企业 is Enterprise.
const labelled = (label) => known.store.query(`${known.head} SELECT ?term WHERE { ?term rdfs:label ${literal(label, "zh").toString()} } ORDER BY ?term`).map((row) => row.get("term").value);
// Names that the graph has nowhere: a slip in one makes an empty answer, and nothing else would say so.
const unknownIn = (text) => namesIn(text).flatMap(({ name, prefix, local }) => {
  const space = known.prefixes[prefix];
  if (!space || space === XSD || isThere(namedNode(space + local).toString())) return [];
  const within = (iris) => iris.filter((iri) => iri.startsWith(space)).map((iri) => iri.slice(space.length));
  const near = within(labelled(local))[0] || nearest(local, within(vocabulary()));
  return [near ? ["unknownNear", name, `${prefix}:${near}`] : ["unknown", name]];
});
const isName = (text) => !isObject(literal(text).toString()) && isObject(literal(text, "zh").toString());
// The names that a saved question is asked about, where the graph has not one of them.
const strangersIn = (values) => values.filter(([, kind, value]) => kind === "name" && !isObject(literal(value, "zh").toString())).map(([, , value]) => {
  const names = known.store.query(`${known.head} SELECT DISTINCT ?name WHERE { ?s skos:prefLabel|skos:altLabel ?name }`).map((row) => row.get("name").value);
  const holding = names.filter((name) => name.includes(value) || (name.length > 1 && value.includes(name))).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const near = holding[0] || nearest(value, names);
  return near ? ["unknownNear", value, near] : ["unknown", value];
});
// An answer that says nothing may be a slip's, and would be taken for what the replies say.
const notesOn = (text, values, { yes, columns, rows }) => {
  const nothing = yes === undefined ? rows.every((row) => row.every((one) => !one || one.value === "0")) : !yes;
  return [
    ...unknownIn(text), ...strangersIn(values),
    ...(nothing ? untaggedIn(text, isName) : []),
    ...(nothing && asksGraphs(text) ? [["noteGraphs"]] : []),
    ...(rows ? emptyIn(text, columns, rows) : []),
  ];
};
// As JSON the columns are those of the SELECT, in its order: a row by itself has only what is bound, in an order of the engine's own.
const TYPES = { uri: "NamedNode", bnode: "BlankNode", literal: "Literal", triple: "Quad" };
const termOf = (one) => one && { termType: TYPES[one.type], value: one.type === "bnode" ? `_:${one.value}` : one.value, toString: () => JSON.stringify(one.value) };
const tableOf = (question) => {
  const written = JSON.parse(known.store.query(question, { results_format: "json" }));
  if (written.boolean !== undefined) return { yes: written.boolean };
  if (!written.head) return graphOf(known.store.query(question));
  const columns = written.head.vars;
  return { columns, rows: written.results.bindings.map((row) => columns.map((name) => termOf(row[name]))) };
};
// A graph has no columns of its own and is answered triple by triple.
const TRIPLE = ["subject", "predicate", "object"];
const graphOf = (triples) => ({ columns: TRIPLE, rows: triples.map((one) => TRIPLE.map((name) => one[name])) });
const ask = ({ text, values, language }) => {
  const start = performance.now();
  const answer = tableOf(known.head + bound(text, values));
  const ms = performance.now() - start, notes = notesOn(text, values, answer);
  if (answer.yes !== undefined) return { yes: answer.yes, ms, notes };
  const labels = labelsOf(answer.rows.flat(), language);
  return { notes, columns: answer.columns, rows: answer.rows.map((row) => row.map((one) => plain(one, labels))), ms };
};

// The engine counts from the prefixes that stand before the question; who wrote it counts from its first letter.
const placed = (fault) => {
  const found = /error at (\d+):(\d+): ?(.*)/.exec(fault);
  if (!found) return { fault };
  const [line, column] = [Number(found[1]), Number(found[2])];
  return { fault: found[3], at: [line, line === 1 ? Math.max(column - known.head.length, 1) : column] };
};
const explained = (text, fault) => { const told = placed(fault); return text === undefined ? told : { ...told, ...slipOf(text, told.fault, known.prefixes) }; };

self.addEventListener("message", async ({ data }) => {
  try {
    const answer = data.kind === "load" ? await load(data) : ask(data);
    self.postMessage({ ...answer, id: data.id });
  } catch (fault) {
    self.postMessage({ id: data.id, ...explained(data.text, String(fault.message || fault).replace(/\s+/g, " ")) });
  }
});
