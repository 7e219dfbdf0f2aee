import { readApiAt } from "@specwright/generator/reading";
import { planApi } from "/tmp/wt/sandbox/packages/sandbox/src/plan/plan-api.ts";
import { Schemas } from "/tmp/wt/sandbox/packages/sandbox/src/schema/schemas.ts";
const { model, examples } = await readApiAt(process.argv[2]!, process.cwd());
const t=performance.now();
const plan = planApi(model, examples, new Schemas(model));
console.error("plan ms", performance.now()-t);
for (const o of plan.operations) {
  const d: any = o.deed;
  const extra = d.kind==="act" ? d.verb+" "+JSON.stringify(d.moves.map((m: any)=>m.path.join(".")+"="+(m.value.time?"now":m.value))) : d.kind==="list" ? JSON.stringify({...d.list,item:undefined}) : "";
  console.log(o.operation.method.padEnd(6), o.operation.path, "=>", d.kind, o.collection, o.idKey??"-", o.parents.map(p=>p.key+":"+(p.collection??"?")).join(","), o.wrapper??"", extra);
}
if (process.argv[3]) for (const c of plan.collections.values()) console.log(c.id, c.name, c.idProperty, JSON.stringify(c.ids), c.isCreatable, c.hasItems, !!c.example);
console.log(plan.events.length,"of", model.webhooks.length);
