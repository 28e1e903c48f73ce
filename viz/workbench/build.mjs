// Editor, worker and engine as three files: the same lock file gives the same bytes.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const common = { bundle: true, minify: true, charset: "utf8", legalComments: "none", target: "chrome109", absWorkingDir: here, logLevel: "warning" };
await mkdir(here + "built", { recursive: true });
await build({ ...common, entryPoints: ["editor.js"], outfile: "built/editor.js", format: "iife" });
// The engine's own way to find its file by its address is of no use in a page: it is given the bytes.
await build({ ...common, entryPoints: ["worker.js"], outfile: "built/worker.js", format: "iife", define: { "import.meta.url": '""' } });
await copyFile(here + "node_modules/oxigraph/web_bg.wasm", here + "built/engine.wasm");
