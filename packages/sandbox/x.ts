import { createSandbox } from "./src/index.ts";
import { readApiAt } from "@specwright/generator/reading";
const doc = process.argv[2] ?? "spec/openapi.yaml";
const t=performance.now();
const { model, examples } = await readApiAt(doc, process.cwd());
console.log("read", Math.round(performance.now()-t));
const t1=performance.now();
const sandbox = await createSandbox(model, { examples, seed: 1, onError: (e) => console.log("ERR", e) });
console.log("start", Math.round(performance.now()-t1));
const operations = model.resources.flatMap(r=>r.operations);
const count: Record<string, number> = {};
const auth = { authorization: "Bearer sk_test_1" };
const t2=performance.now();
import { Schemas } from "./src/schema/schemas.ts";
import { sample } from "./src/schema/minimal.ts";
const schemas = new Schemas(model);
let n=0;
for (const op of operations) {
  const ex = examples.operations[`${op.method} ${op.path}`];
  const path = op.path.replace(/\{([^}]*)\}/g, (_, name) => encodeURIComponent(String(ex?.parameters[name] ?? "x1")));
  const media = op.requestBody?.content[0];
  const body = media ? ex?.requests[0] ?? sample(media.schema, schemas) : undefined;
  const q = new URLSearchParams();
  for (const p of op.parameters) if (p.in==="query" && p.required) q.set(p.name, String(ex?.parameters[p.name] ?? sample(p.schema, schemas)));
  const headers: Record<string,string> = {...auth};
  let text: string|undefined;
  if (media && media.kind==="json") { headers["content-type"]=media.contentType.includes("*")?"application/json":media.contentType; text=JSON.stringify(body); }
  if (media && media.kind==="form") { headers["content-type"]=media.contentType; text=form(body); }
  const r = await sandbox.fetch(new Request(`http://localhost${path}${q.size?"?"+q:""}`, { method: op.method, headers, ...(text!==undefined && op.method!=="GET" && {body:text}) }));
  const answer = await r.text();
  n++;
  count[r.status]=(count[r.status]??0)+1;
  const out = op.responses.find(x=>x.status===op.success)?.content.find(c=>c.kind==="json")?.schema;
  if (r.ok && out) { let v; try { v=JSON.parse(answer) } catch {}; if (!schemas.is(v,out)) { count.invalid=(count.invalid??0)+1; console.log("INVALID", op.id, JSON.stringify(schemas.validator(out,"x").issues(v).slice(0,2)).slice(0,250)); } }
  if (!r.ok && (process.argv[3] || r.status>=500 )) console.log(r.status, op.method, path, answer.slice(0,180).replaceAll("\n",""));
}
function form(v: any): string {
  const out: string[]=[]; const walk=(k:string,x:any)=>{ if (Array.isArray(x)) x.forEach((y,i)=>walk(`${k}[${i}]`,y)); else if (x&&typeof x==="object") for (const [a,b] of Object.entries(x)) walk(k?`${k}[${a}]`:a,b); else out.push(`${encodeURIComponent(k)}=${encodeURIComponent(String(x??""))}`)};
  walk("",v); return out.join("&");
}
console.log(count, "per call ms", (performance.now()-t2)/n);
