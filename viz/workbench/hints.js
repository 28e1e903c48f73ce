// What is to be said beside an answer or a fault: the key of the page's words, and what stands in them.

// Strings, IRIs and comments are no code.
const OPAQUE = /<[^<>"{}|^`\\\s]*>|"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/gs;
// Each character at its place.
export const bare = (text) => text.replace(OPAQUE, (found) => found.replace(/[^\n]/g, " "));
const NAME = /(?<![\w:?$-])([A-Za-z][\w-]*):([^\s;,.(){}[\]<>"'/|*+?^=!&\\]+)/g;
export const namesIn = (text) => [...new Map([...bare(text).matchAll(NAME)].map(([name, prefix, local]) => [name, { name, prefix, local }])).values()];

// --- faults ---
const WIDE = new Map(Object.entries({ "；": ";", "。": ".", "，": ",", "？": "?", "：": ":", "｛": "{", "｝": "}", "（": "(", "）": ")", "“": '"', "”": '"', "‘": "'", "’": "'", "＝": "=", "＜": "<", "＞": ">", "！": "!", "＠": "@", "　": " " }));
const placeOf = (text, at) => { const lines = text.slice(0, at).split("\n"); return [lines.length, Array.from(lines[lines.length - 1]).length + 1]; };
const PROLOGUE = /^(?:\s*(?:PREFIX\s+[^\s:]*:|BASE\b))*\s*/i;
const UPDATE = /^(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b/i;
const PAIRS = ["{}", "()", "[]"];
const times = (code, mark) => code.split(mark).length - 1;
const ofWidth = (text, code) => {
  const at = Array.from({ length: code.length }, (_, k) => k).find((k) => WIDE.has(code[k]));
  return at === undefined ? null : { slip: ["slipWide", code[at], WIDE.get(code[at])], at: placeOf(text, at) };
};
const ofPrefix = (text, prefixes) => {
  const declared = new Set([...Object.keys(prefixes), ...[...text.matchAll(/PREFIX\s+([\w-]*):/gi)].map((found) => found[1])]);
  const unknown = namesIn(text).find(({ prefix }) => !declared.has(prefix));
  return unknown ? { slip: ["slipPrefix", unknown.prefix, Object.keys(prefixes).join(", ")] } : null;
};
const ofPairs = (code) => {
  const pair = PAIRS.find(([open, close]) => times(code, open) !== times(code, close));
  if (!pair) return null;
  return { slip: times(code, pair[0]) > times(code, pair[1]) ? ["slipOpen", pair[0]] : ["slipClose", pair[1]] };
};
const LONGEST = 60;
// The likeliest slip that a question shows which cannot be read; null where its words have to do. A place of null: of no use.
export const slipOf = (text, fault, prefixes) => {
  const code = bare(text), begin = code.replace(PROLOGUE, "");
  if (!begin.trim()) return { slip: ["slipEmpty"], at: null };
  if (UPDATE.test(begin)) return { slip: ["slipUpdate"], at: null };
  if (/\bSERVICE\b/i.test(code)) return { slip: ["slipService"], at: null };
  if (!/^(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.test(begin)) return { slip: ["slipBegin"], at: null };
  const found = ofWidth(text, code) || ofPrefix(text, prefixes);
  if (found) return found;
  if (/variable that is unbound/.test(fault)) return { slip: ["slipGroup"], at: null };
  // A long list of what might stand there says nothing.
  return ofPairs(code) || (fault.length > LONGEST ? { slip: ["slipHere"] } : null);
};

// --- answers ---
// How many letters have to be changed, put in or left out.
export const apart = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= b.length; k += 1) next.push(Math.min(next[k - 1] + 1, row[k] + 1, row[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
};
// The one that most likely was meant: two letters away at most, and half of them at most.
export const nearest = (name, known) => {
  const near = known.map((one) => [apart(name.toLowerCase(), one.toLowerCase()), one]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  return near.length && near[0][0] <= 2 && near[0][0] * 2 <= name.length ? near[0][1] : null;
};
// A text that is compared by its characters needs no language: CONTAINS(?name, "科技").
const BY_CHARACTERS = /\b(?:STR|CONTAINS|STRSTARTS|STRENDS|STRBEFORE|STRAFTER|REGEX|REPLACE|CONCAT|STRLANG)\s*\([^()]*$/i;
const TEXT = /"((?:[^"\\\n]|\\.)*)"(@[\w-]+|\^\^)?/g;
const CHINESE = /[\u3400-\u9fff]/;
// Names whose language is missing or another one than the graph has: they fit nothing.
export const untaggedIn = (text, isName) => [...text.replace(/#[^\n]*/g, "").matchAll(TEXT)]
  .filter((found) => found[2] !== "@zh" && found[2] !== "^^" && CHINESE.test(found[1]) && !BY_CHARACTERS.test(text.slice(0, found.index)) && isName(found[1]))
  .map((found) => ["noteLanguage", found[0], `"${found[1]}"@zh`]);
// What SELECT asks for and nothing gives a value.
export const emptyIn = (text, columns, rows) => {
  const code = bare(text);
  return columns.filter((name, k) => rows.length && rows.every((row) => !row[k]) && times(`${code.replaceAll("$", "?")} `, `?${name}`) === 1).map((name) => ["noteEmpty", `?${name}`]);
};
// Not ?from and $graph, which are variables.
export const asksGraphs = (text) => /(?<![?$\w:])(?:GRAPH|FROM)\b/i.test(bare(text));
