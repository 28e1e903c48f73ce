// Sentences of a reply with words marked, and the whole reply opened at a place.
const texts = new Map();
// Offsets count characters; a string in JavaScript counts some characters twice.
const charactersOf = (reply) => {
  if (!texts.has(reply)) texts.set(reply, Array.from(data.replies[reply].text));
  return texts.get(reply);
};
// The sentence that the build found around the words, as the graph has it; and where it goes on, a mark that says so.
const sentenceAround = ([, start, end, , , before, behind]) => [start - before, end + behind];
const CUT = "…";
const withCuts = ([, , , , , , , cut = 0], words) => [...(cut & 1 ? [CUT] : []), words, ...(cut & 2 ? [CUT] : [])];
// A line of its own, and no broken one: a heading before its text, an item of a list, a row of a table.
const NUMBERED = /^\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]|[-—·●])/;
const STOPS = /[。！？；]/;
const LONGEST_HEADING = 45, CELLS = " | ";
const isLineEnd = (before, blank, after) => {
  const line = before.trim();
  if (!line) return false;
  if (NUMBERED.test(after) || [line, after].some((one) => one.includes(CELLS))) return true;
  return !/[，、,]$/.test(line) && line.length <= LONGEST_HEADING && (NUMBERED.test(line) || (blank && !STOPS.test(line)));
};
// The characters of a sentence as they are shown: broken lines joined, what stands on a line of its own left there.
const shownChars = (reply, first, last) => {
  const text = charactersOf(reply), shown = text.slice(first, last);
  const lineAt = (at, way) => { let end = at; while (end > 0 && end < text.length && text[way < 0 ? end - 1 : end] !== "\n") end += way; return text.slice(Math.min(at, end), Math.max(at, end)).join(""); };
  for (let at = first; at < last; at += 1) {
    if (text[at] !== "\n") continue;
    let begin = at, end = at + 1;
    while (begin > first && /\s/.test(text[begin - 1])) begin -= 1;
    while (end < last && /\s/.test(text[end])) end += 1;
    const breaks = text.slice(at, end).filter((char) => char === "\n").length;
    shown.fill("", begin - first, end - first);
    if (begin > first && end < last && isLineEnd(lineAt(begin, -1), breaks > 1, lineAt(end, 1))) shown[begin - first] = "\n";
    at = end - 1;
  }
  return shown;
};
// Pieces of text, those in one of the spans marked.
const markedText = (chars, first, last, spans) => {
  const fragment = document.createDocumentFragment();
  const clean = (part) => part.join("");
  let at = first;
  [...spans].sort((a, b) => a[0] - b[0]).forEach(([start, end, strong]) => {
    if (start < at || end > last) return;
    if (start > at) fragment.append(clean(chars.slice(at, start)));
    const made = element("mark", strong ? "strong" : "", clean(chars.slice(start, end)));
    fragment.append(made);
    at = end;
  });
  if (at < last) fragment.append(clean(chars.slice(at, last)));
  return fragment;
};
const spansWithin = (i, reply, first, last) => entities[i].evidence.filter((one) => one[0] === reply && one[1] >= first && one[2] <= last).map((one) => [one[1], one[2]]);
// The names of those concerned where the sentence holds them, else all that the evidence points to.
const spansFor = (evidence, concerned, first, last) => {
  const [reply, start, end] = evidence;
  const found = concerned.flatMap((i) => spansWithin(i, reply, first, last));
  return found.length && concerned.length > 1 ? found : [[start, end]];
};
const factsOfReply = (reply) => {
  const one = data.replies[reply];
  return [one.number ? t("number", one.number) : null, one.department, one.date].filter(Boolean);
};
// A date or a number is not broken over two lines, as a hyphen would let it be.
const UNBROKEN = /^.{0,12}\d.{0,12}$/;
const inPieces = (tag, className, pieces) => {
  const holder = element(tag, className);
  pieces.forEach((piece, k) => { if (k) holder.append(" · "); holder.append(UNBROKEN.test(piece) ? element("span", "whole", piece) : piece); });
  return holder;
};
const linkToText = (reply, start, end) => {
  const link = element("a", "", t("inText"));
  link.href = "#" + inAddress({ ...state, text: [reply, start, end] });
  link.addEventListener("click", (event) => { event.preventDefault(); commit({ text: [reply, start, end] }); });
  return link;
};
const sureness = (evidence) => evidence[4].toFixed(2);
// Of whose name the sentence has no form: it was told from what stands around it, or from who replies. Of one that is cut nothing is known.
const unsaidIn = (evidence, concerned) => {
  if (evidence[7]) return [];
  const said = fold(charactersOf(evidence[0]).slice(...sentenceAround(evidence)).join(""));
  return concerned.filter((i) => ![entities[i].name, ...entities[i].aliases, entities[i].official || entities[i].name].some((name) => said.includes(fold(name))));
};
// What is planned in one reply and there in another is there: a sentence that says otherwise than the whole says so.
const quotation = (evidence, concerned, planned) => {
  const [reply, start, end] = evidence;
  const [first, last] = sentenceAround(evidence);
  const block = element("blockquote");
  const said = element("p");
  const spans = spansFor(evidence, concerned, first, last).map(([from, to, strong]) => [from - first, to - first, strong]);
  said.append(...withCuts(evidence, markedText(shownChars(reply, first, last), 0, last - first, spans)));
  const cite = inPieces("cite", "", [data.replies[reply].title, ...factsOfReply(reply), `${t("confidence")} ${sureness(evidence)}`]);
  cite.append(" ", linkToText(reply, start, end));
  const differs = typeof planned === "boolean" && Boolean(evidence[3]) !== planned;
  if (differs) cite.prepend(element("span", evidence[3] ? "tag planned" : "tag", t("saidHere", statusName(evidence[3] ? "planned" : "existing"))), " ");
  // Of one thing alone the marked words are its name, whatever form of it they have.
  const unsaid = concerned.length > 1 ? unsaidIn(evidence, concerned) : [];
  block.append(said, ...(unsaid.length ? [element("p", "unsaid", t("unsaid", unsaid.map(calledOf).join(t("comma"))))] : []), cite);
  return block;
};
const sentenceOf = (evidence) => withCuts(evidence, shownChars(evidence[0], ...sentenceAround(evidence)).join("").replaceAll("\n", " ").trim()).join("");
const renderReader = () => {
  const dialog = byId("reader");
  if (!state.text) { if (dialog.open) dialog.close(); return; }
  const [reply, start, end] = state.text, chars = charactersOf(reply);
  const title = element("h2", "", data.replies[reply].title);
  title.id = "reader-title";
  const body = element("div", "reply");
  body.tabIndex = 0;
  const spans = [[start, Math.min(end, chars.length), true]];
  if (state.at !== null) spansWithin(state.at, reply, 0, chars.length).forEach((span) => { if (span[1] <= start || span[0] >= end) spans.push(span); });
  body.append(markedText(chars, 0, chars.length, spans));
  const bar = element("div", "bar");
  const head = element("div");
  head.append(title, inPieces("p", "soft", [...factsOfReply(reply), t("masked")]));
  bar.append(head, button(t("close"), () => commit({ text: null })));
  dialog.replaceChildren(bar, body);
  if (!dialog.open) dialog.showModal();
  const strong = body.querySelector("mark.strong");
  if (strong && end > start) strong.scrollIntoView({ block: "center" });
  body.focus({ preventScroll: true });
};
byId("reader").addEventListener("close", () => commit({ text: null }));
