// Search by any part of a name: characters, pinyin, initials, or these mixed, from any character on.
// Traditional and other forms of the characters that the names have, each with the one that it is searched as.
const writtenAs = new Map();
Array.from(data.written).forEach((char, k, all) => { if (k % 2 === 0) writtenAs.set(char, all[k + 1]); });
const fold = (text) => Array.from(text.normalize("NFKC").toLowerCase().replace(/ü/g, "v").replace(/[\s“”"'‘’《》「」·・\-_]/g, ""), (char) => writtenAs.get(char) || char).join("");
const soundsOf = new Map();
Object.entries(data.spoken).forEach(([char, sounds]) => soundsOf.set(fold(char), sounds.split(" ")));
const bitOf = (letter) => (letter >= "a" && letter <= "z" ? 1 << (letter.charCodeAt(0) - 97) : 0);
// Of each character the letters that it may begin with when it is spoken, as bits: most names are passed over by these.
const heard = (name) => {
  const chars = Array.from(fold(name));
  const begins = chars.map((char) => (soundsOf.has(char) ? soundsOf.get(char).reduce((bits, sound) => bits | bitOf(sound[0]), 0) : bitOf(char)));
  return { text: chars.join(""), chars, begins, letters: begins.reduce((bits, one) => bits | one, 0) };
};
// Made when first asked for, or when the page has nothing else to do: the first view waits for neither.
let heardNames = null;
const names = () => {
  heardNames = heardNames || entities.map((entity) => [entity.name, ...entity.aliases, ...(entity.official ? [entity.official] : [])].map(heard));
  return heardNames;
};
setTimeout(names, 400);
// Whether the rest of what was typed can be read off the characters from here on.
const reads = (chars, at, typed, from) => {
  if (from === typed.length) return true;
  if (at === chars.length) return false;
  const char = chars[at];
  if (typed.startsWith(char, from) && reads(chars, at + 1, typed, from + char.length)) return true;
  const sounds = soundsOf.get(char);
  if (!sounds) return false;
  const rest = typed.length - from;
  return sounds.some((sound) => {
    if (rest <= sound.length && sound.startsWith(typed.slice(from))) return true;
    if (typed.startsWith(sound, from) && reads(chars, at + 1, typed, from + sound.length)) return true;
    return typed[from] === sound[0] && reads(chars, at + 1, typed, from + 1);
  });
};
const WORST = 9;
// 0 for the very name, 1 for its beginning, 2 for a part, then the same by sound; WORST for no match.
const fit1 = (name, typed, latin) => {
  const at = name.text.indexOf(typed);
  if (at >= 0) return name.text === typed ? 0 : at === 0 ? 1 : 2;
  const bit = latin ? bitOf(typed[0]) : 0;
  if (latin ? !(name.letters & bit) : !/[a-z]/.test(typed)) return WORST;
  for (let start = 0; start < name.chars.length; start += 1) if ((!latin || name.begins[start] & bit) && reads(name.chars, start, typed, 0)) return start === 0 ? 3 : 4;
  return WORST;
};
const search = (text, ids) => {
  const typed = fold(text);
  if (!typed) return ids;
  const latin = /^[a-z]/.test(typed);
  // The names come in their order: within one fit they keep it, and nothing has to be sorted.
  const found = Array.from({ length: WORST }, () => []), known = names();
  ids.forEach((i) => {
    let best = WORST;
    for (const name of known[i]) best = Math.min(best, fit1(name, typed, latin));
    if (best < WORST) found[best].push(i);
  });
  return found.flat();
};
