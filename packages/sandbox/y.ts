import { readApiAt } from "@specwright/generator/reading";
import { planApi } from "./src/plan/plan-api.ts";
import { Schemas } from "./src/schema/schemas.ts";
const { model, examples } = await readApiAt("spec/openapi.yaml", process.cwd());
const p = planApi(model, examples, new Schemas(model)).operations.find(o=>o.operation.id==="plans.create")!;
console.log([...p.takes].map(([k,v])=>k+"="+JSON.stringify(v.value)).join(" "));
console.log(JSON.stringify(p.operation.requestBody!.content[0]!.schema).slice(0,300), p.operation.requestBody!.content[0]!.from);
