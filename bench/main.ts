import { call } from "./call.ts";
import { generate } from "./generate.ts";
import { size } from "./size.ts";
import { route } from "./route.ts";
import { serve } from "./serve.ts";
import { validate } from "./validate.ts";
import { sandbox } from "./sandbox.ts";
import type { Row } from "./row.ts";

/** Every question of the bench by name: `pnpm bench validate` asks one. */
const questions: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  generate,
  validate,
  size,
  call,
  route,
  sandbox,
  serve,
};

const wanted = process.argv.slice(2);
for (const [name, ask] of Object.entries(questions)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await ask());
}
