import { prove } from "./proof.mjs";
const afters=[]; const t={after:f=>afters.push(f)};
try { console.log(await prove(t, { count: +process.argv[2] || 1000, workers: +process.argv[3] || 2, seed: +process.argv[4]||1, say: console.log })); }
catch (e) { console.error(e); process.exitCode = 1 }
for (const f of afters.reverse()) await Promise.resolve(f()).catch(e => console.error("after", e)); console.log("done"); process.exit();
