// The editor of questions. It lives in a shadow tree: there its styles are objects, which the page's policy allows.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The page's own colours: both of them are legible in light and dark.
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName), tags.standard(tags.variableName)], color: "var(--variable)" },
  { tag: [tags.string, tags.number], color: "var(--words)" },
  { tag: tags.comment, color: "var(--soft)" },
]);
const look = EditorView.theme({
  "&": { backgroundColor: "var(--pane)", color: "var(--ink)", fontSize: "14px", maxHeight: "var(--editor-height, 260px)" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "ui-monospace, Consolas, 'Noto Sans Mono CJK SC', monospace", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", border: "0" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark)" },
});

globalThis.sparqlEditor = (holder, { label, run }) => {
  const root = holder.shadowRoot || holder.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(), history(), drawSelection(), bracketMatching(), StreamLanguage.define(sparql), syntaxHighlighting(colours), look, EditorView.lineWrapping,
        // A tab stop of its own: where the question is longer than the box, that is how it is scrolled by keyboard.
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        // Tab leaves the editor, so that nobody is caught in it.
        keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }, ...defaultKeymap, ...historyKeymap]),
      ],
    }),
  });
  root.replaceChildren(view.dom);
  return {
    get: () => view.state.doc.toString(),
    set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
  };
};
