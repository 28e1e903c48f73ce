// Editor, worker and engine as three files, and whose they are as a fourth: the same lock file gives the same bytes.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const common = { bundle: true, minify: true, metafile: true, charset: "utf8", legalComments: "none", target: "chrome109", absWorkingDir: here, logLevel: "warning" };
await mkdir(here + "built", { recursive: true });
const editor = await build({ ...common, entryPoints: ["editor.js"], outfile: "built/editor.js", format: "iife" });
// The engine's own way to find its file by its address is of no use in a page: it is given the bytes.
const worker = await build({ ...common, entryPoints: ["worker.js"], outfile: "built/worker.js", format: "iife", define: { "import.meta.url": '""' } });
await copyFile(here + "node_modules/oxigraph/web_bg.wasm", here + "built/engine.wasm");

// The licences of what is in them ask that their words go with every copy: every map is one.
const inputs = [editor, worker].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = [...new Set(inputs.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean))].sort();
const notices = new Map();
const apache = (name, license) => {
  if (!/Apache-2\.0/.test(license)) throw new Error(`${name}: its licence is ${license}, and its words are not with it`);
  return here + "../../LICENSE";
};
for (const name of packages) {
  const folder = `${here}node_modules/${name}/`;
  const { version, license } = JSON.parse(await readFile(folder + "package.json", "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const words = (await readFile(file ? folder + file : apache(name, license), "utf8")).trim();
  notices.set(words, [...(notices.get(words) ?? []), `${name} ${version}`]);
}
await writeFile(here + "built/notices.txt", [...notices].map(([words, names]) => `${names.join(", ")}\n\n${words}\n`).join("\n\n"));
